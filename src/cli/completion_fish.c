#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/values.h"

/* Within single quotation marks. */
static void put_text(buf *out, const char *text) {
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'' || *c == '\\') {
            buf_putc(out, '\\');
        }
        buf_putc(out, *c);
    }
}

/* `after` NULL: where no command is there yet. */
static void put_begin(buf *out, const char *after) {
    buf_put(out, STR("complete -c hearsay -n "));
    if (after != NULL) {
        buf_printf(out, "'__fish_seen_subcommand_from %s'", after);
    } else {
        buf_put(out, STR("__fish_use_subcommand"));
    }
}

static void put_brief(buf *out, const char *text) {
    buf_put(out, STR(" -d '"));
    put_text(out, text);
    buf_put(out, STR("'\n"));
}

/* -r: it needs a value; -x: one that is no file; -f: none is a file. */
static void put_flag(buf *out, const char *after, const flag *which) {
    put_begin(out, after);
    if (which->letter != '\0') {
        buf_printf(out, " -s %c", which->letter);
    }
    buf_printf(out, " -l %s", which->name);
    if (flag_has_value(which)) {
        buf_put(out, which->kind == FLAG_FILE ? STR(" -r -F")
                     : which->alone != NULL   ? STR(" -f")
                                              : STR(" -x"));
    }
    if (which->kind == FLAG_CHOICE) {
        buf_put(out, STR(" -a '"));
        choices_put(out, which->choices, STR(" "));
        buf_putc(out, '\'');
    }
    put_brief(out, which->brief);
}

static void put_flags(buf *out, const char *after, flag_table flags) {
    for (size_t i = 0; i < flags.count; i++) {
        put_flag(out, after, &flags.items[i]);
    }
}

static void put_choices(buf *out, const command *what) {
    if (what->choices != NULL) {
        put_begin(out, what->name);
        buf_put(out, STR(" -f -a '"));
        choices_put(out, what->choices, STR(" "));
        buf_put(out, STR("'\n"));
    }
}

static void put_name(buf *out, const char *name, const char *summary) {
    put_begin(out, NULL);
    buf_printf(out, " -f -a %s", name);
    put_brief(out, summary);
}

void completion_put_fish(buf *out) {
    buf_put(out, STR("# Completes hearsay's commands and options in fish. "
                     "Made by: hearsay completion fish\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_name(out, COMMANDS[i].name, COMMANDS[i].summary);
    }
    put_name(out, "help", HELP_SUMMARY);
    put_flags(out, NULL, PROGRAM_FLAGS);
    put_begin(out, "help");
    buf_put(out, STR(" -f -a '"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        buf_printf(out, i > 0 ? " %s" : "%s", COMMANDS[i].name);
    }
    buf_put(out, STR("'\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_choices(out, &COMMANDS[i]);
        put_flags(out, COMMANDS[i].name, *COMMANDS[i].flags);
    }
}
