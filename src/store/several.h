/* Names that mean several: what they may mean is told, so that nobody has to guess. */
#ifndef STORE_SEVERAL_H
#define STORE_SEVERAL_H

#include "base/buf.h"
#include "store/sql.h"

/* Puts an id, the one at `place` of all, where a message has room for it yet. */
void several_add(buf *some, size_t place, str id);

/* "3 documents have this URL: 7, 8, 9": HEARSAY_MISSING, with how many they are as position. */
void several_refuse(store *self, const char *what, size_t count, str some);

#endif
