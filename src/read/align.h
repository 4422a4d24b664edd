/* The way back from a text to what it was decoded from, found by decoding that once more, step by
 * step: so that what decodes (jansson, libxml2) need not tell where it was. */
#ifndef READ_ALIGN_H
#define READ_ALIGN_H

#include "read/origins.h"

enum { ALIGN_STEP_MAX = 8 }; /* bytes */

/* What stands at `*at` of `raw`, which it moves past: its bytes in `out`, and how many. 0 where it
 * stands for nothing. */
typedef size_t align_step(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]);

/* Adds to `into` where `text`, which begins at `begin` of a document's, comes from in `raw`, which
 * begins at `base` of its source. Where the steps do not give the text, it is all of `raw`. */
void align(origins *into, size_t begin, str text, str raw, size_t base, align_step *step,
           void *context);

/* The step for UTF-8 that was repaired. */
size_t align_utf8(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]);

#endif
