/* Where in a line of JSON its text stands. */
#ifndef READ_JSON_SOURCE_H
#define READ_JSON_SOURCE_H

#include "read/align.h"

/* The string that is the last value of "text" in the line's object, without its quotation marks;
 * the whole line where no such one is found, as where the key is written with escapes. The line is
 * JSON, but for flaws. */
span json_text_span(str line);

/* The step within a string. */
size_t json_step(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]);

#endif
