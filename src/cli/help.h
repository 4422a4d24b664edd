/* The pages of --help, made from the tables of commands and flags. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "base/buf.h"
#include "cli/commands.h"

/* What the program is, and its commands. `width` is in columns. */
void help_put_overview(buf *out, unsigned width);

/* Everything about one command. */
void help_put_command(buf *out, const command *about, unsigned width);

#endif
