/* Numbers as people read them. */
#ifndef CLI_NUMBERS_H
#define CLI_NUMBERS_H

#include "base/buf.h"

#include <stddef.h>

/* 12,345 */
void put_count(buf *out, size_t count);

/* "1 document", "12,345 documents"; `plural` where it is not made with an s, else NULL. */
void put_counted(buf *out, size_t count, const char *singular, const char *plural);

/* 0.97, 1.0: a number from 0 to 1, with four digits at most. */
void put_share(buf *out, double share);

/* 812 bytes, 61 KB, 1.5 MB, in powers of 1024 */
void put_bytes(buf *out, double bytes);

/* 0.3 s, 42 s, 3 min 20 s, 2 h 5 min */
void put_duration(buf *out, double seconds);

#endif
