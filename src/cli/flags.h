/* The flags of the program and of every command, each one record. What is parsed, what --help, the
 * man page and completion say, and what errors name comes from these tables and from nowhere
 * else. */
#ifndef CLI_FLAGS_H
#define CLI_FLAGS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    FLAG_SWITCH, /* bool: there or not */
    FLAG_CHOICE, /* int: which of `choices`, from 0 */
    FLAG_COUNT,  /* size_t: a whole number, at most `most` */
    FLAG_SHARE,  /* double: 0 to 1 */
    FLAG_SIZE,   /* size_t: bytes, "16M" */
    FLAG_FILE,   /* const char *: a path, borrowed from the arguments */
    FLAG_WORD,   /* const char *: any word but an empty one, borrowed likewise */
    FLAG_HELP    /* ends the parsing; no value */
} flag_kind;

typedef struct {
    const char *name; /* without its dashes */
    char letter;      /* of the short form, or 0 */
    flag_kind kind;
    const char *value;   /* what the value is called in help; NULL for a switch */
    const char *choices; /* FLAG_CHOICE: "list|jsonl" */
    const char *initial; /* the value where the flag is not given; NULL: all zero */
    const char *alone;   /* the value where it is given without one; NULL: it needs one */
    const char *brief;   /* a few words, for completion; no capital, no full stop */
    const char *help;    /* a sentence or two, for a line of its own */
    size_t most;         /* FLAG_COUNT */
    size_t place;        /* of the value in the command's options, from offsetof */
} flag;

typedef struct {
    const flag *items;
    size_t count;
    bool query; /* what is no flag are the words of a query, some of which begin with a dash */
} flag_table;

extern const flag_table PROGRAM_FLAGS; /* what stands in the place of a command; no options */
extern const flag_table QUOTES_FLAGS;  /* for quotes_options (cli/quotes.h) */
extern const flag_table ADD_FLAGS;     /* likewise */
extern const flag_table EDIT_FLAGS;
extern const flag_table REMOVE_FLAGS;
extern const flag_table CHECK_FLAGS;
extern const flag_table REBUILD_FLAGS;
extern const flag_table LINK_FLAGS;
extern const flag_table FIND_FLAGS; /* cli/flags_ask.c, and so those that follow */
extern const flag_table WHO_FLAGS;
extern const flag_table LIST_FLAGS;
extern const flag_table SHOW_FLAGS;
extern const flag_table TRACE_FLAGS;
extern const flag_table EXPORT_FLAGS;
extern const flag_table TIMELINE_FLAGS;       /* cli/flags_reasoning.c, and so those that follow */
extern const flag_table REASONING_FLAG_TABLE; /* of story and conflicts */
extern const flag_table AUDIT_FLAGS;
extern const flag_table HELP_FLAGS; /* --help alone; no options */

/* Whether the flag may have a value. */
bool flag_has_value(const flag *self);

/* The name that is most like `typed`, which has no dashes, or NULL. */
const char *flag_like(flag_table flags, str typed);

#endif
