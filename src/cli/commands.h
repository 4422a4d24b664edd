/* The commands of the program, each one record; help comes from here, and so will the man page. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "base/str.h"
#include "cli/flags.h"

#include <stddef.h>

typedef struct {
    const char *line, *what;
} example;

typedef struct {
    const char *name;
    const char *summary;           /* for the list of commands; no capital, no full stop */
    const char *operands;          /* after the command in its usage */
    const char *const *about;      /* paragraphs, ended by NULL */
    const example *examples;       /* ended by {NULL, NULL} */
    const char *const *afterwards; /* paragraphs below everything, ended by NULL */
    const flag_table *flags;
    size_t options_size; /* bytes of what `flags` set; all zero is a valid value */
    int (*run)(const void *options, char *const *files, size_t count);
} command;

extern const command COMMANDS[];
extern const size_t COMMAND_COUNT;

/* NULL where there is none of that name. */
const command *command_named(str name);

/* The name that is most like `typed`, or NULL; `help` is among them. */
const char *command_like(str typed);

#endif
