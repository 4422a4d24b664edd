/* The commands of the program, each one record: help, the man page and completion come from here.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "base/str.h"
#include "cli/flags.h"

#include <stddef.h>

typedef struct {
    const char *line, *what;
} example;

typedef struct {
    const char *heading, *text;
} remark;

typedef struct {
    const char *name;
    const char *summary;  /* for the list of commands; no capital, no full stop */
    const char *operands; /* after the command in its usage */
    const char *choices;  /* what its one operand may be, "bash|zsh|fish"; "": it has none; NULL:
                             any number of files */
    const char *const *about; /* paragraphs, ended by NULL */
    const example *examples;  /* ended by {NULL, NULL} */
    const remark *remarks;    /* below everything; ended by {NULL, NULL} */
    const flag_table *flags;
    size_t options_size; /* bytes of what `flags` set; all zero is a valid value */
    int (*run)(const void *options, char *const *files, size_t count);
} command;

/* What the program is, for the first line of its pages. */
#define PROGRAM_SUMMARY "who is said to have said what, and how do we know?"

/* What everybody should know before they use it. */
#define PROGRAM_PROMISE                                                                            \
    "Everything is read on this machine, and nothing leaves it. hearsay shows who is said to "     \
    "have said what; whether it is true is for you to find out."

/* What help, which is no record of the table, does. */
#define HELP_SUMMARY "tells all about a command"

extern const command COMMANDS[];
extern const size_t COMMAND_COUNT;

/* NULL where there is none of that name. */
const command *command_named(str name);

/* The name that is most like `typed`, or NULL; `help` is among them. */
const char *command_like(str typed);

#endif
