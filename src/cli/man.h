/* `hearsay man`: the manual page, made from the tables of commands and flags. */
#ifndef CLI_MAN_H
#define CLI_MAN_H

#include "base/buf.h"

#include <stddef.h>

/* The page in the man macros, which groff and mandoc know. */
void man_put(buf *out);

/* For the table of commands. */
int man_run(const void *options, char *const *operands, size_t count);

#endif
