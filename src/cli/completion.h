/* `hearsay completion SHELL`: scripts with which shells complete what is typed, made from the
 * tables of commands and flags. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "base/buf.h"

#include <stddef.h>

void completion_put_bash(buf *out);
void completion_put_zsh(buf *out);
void completion_put_fish(buf *out);

/* For the table of commands; the operand names the shell. */
int completion_run(const void *options, char *const *operands, size_t count);

#endif
