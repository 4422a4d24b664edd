/* A model of a few kilobytes with weights drawn by lot: what it finds is nonsense, but it goes the
 * whole way that a real one goes. */
#ifndef TEST_TINY_MODEL_H
#define TEST_TINY_MODEL_H

#include "base/buf.h"

/* Puts the bytes of a whole, valid model file into `out`. */
void tiny_model_bytes(buf *out);

/* Puts the right checksum and size into the header, after somebody changed the rest. */
void tiny_model_seal(buf *file);

/* Writes bytes to a new temporary file; the path, in `path` (of at least 64 bytes), is the caller's
 * to unlink. */
void temporary_file(char *path, str bytes);

#endif
