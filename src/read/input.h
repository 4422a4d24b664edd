/* Documents from a file or a stream: what stands behind hearsay_input (hearsay.h, section 4).
 *
 * The caller owns the input. A reading lives in the arena that it was read into alone. */
#ifndef READ_INPUT_H
#define READ_INPUT_H

#include "read/read.h"

typedef struct input input;

/* As hearsay_input_open. */
hearsay_status input_open(const char *path, const hearsay_input_options *options, input **out,
                          hearsay_error *error);

/* NULL is allowed. */
void input_close(input *self);

/* As hearsay_input_next. `*origin` is in the arena, too: the path, or for lines "path:12". Errors
 * with a line have its number as position. */
hearsay_status input_next(input *self, arena *into, reading *out, str *origin,
                          hearsay_error *error);

/* As hearsay_input_position. */
size_t input_position(const input *self, size_t *size);

#endif
