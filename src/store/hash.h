/* What a document is known by. */
#ifndef STORE_HASH_H
#define STORE_HASH_H

#include "store/store.h"

/* The SHA-256 of a document's text and metadata, but for its id and language: the same for the
 * same content. */
void hash_content(str text, const hearsay_metadata *metadata, unsigned char out[STORE_HASH_SIZE]);

#endif
