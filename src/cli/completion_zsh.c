#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/values.h"

/* The file is read as the function itself where compinit finds it in $fpath, and defines the
 * function where it is sourced. */
static const char BEGINNING[] =
    "#compdef hearsay\n"
    "# Completes hearsay's commands and options in zsh. Made by: hearsay completion zsh\n"
    "_hearsay() {\n"
    "    local context state state_descr line\n"
    "    local -A opt_args\n"
    "    local -a commands\n"
    "    commands=(\n";

static const char END[] = "    esac\n"
                          "}\n"
                          "if [[ $funcstack[1] == _hearsay ]]; then\n"
                          "    _hearsay \"$@\"\n"
                          "else\n"
                          "    compdef _hearsay hearsay\n"
                          "fi\n";

/* Within single quotation marks, where [ ] : part a description from the rest. */
static void put_text(buf *out, const char *text) {
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'') {
            buf_put(out, STR("'\\''"));
        } else {
            if (*c == '[' || *c == ']' || *c == ':' || *c == '\\') {
                buf_putc(out, '\\');
            }
            buf_putc(out, *c);
        }
    }
}

/* What the value is called, and what it may be. */
static void put_value(buf *out, const flag *which) {
    buf_printf(out, ":%s%s:", which->alone != NULL ? ":" : "", which->value);
    if (which->kind == FLAG_FILE) {
        buf_put(out, STR("_files"));
    } else if (which->kind == FLAG_CHOICE) {
        buf_putc(out, '(');
        choices_put(out, which->choices, STR(" "));
        buf_putc(out, ')');
    } else {
        buf_putc(out, ' ');
    }
}

/* '(-o --output)'{-o+,--output=}'[where the result is written]:FILE:_files' */
static void put_flag(buf *out, const flag *which) {
    bool valued = flag_has_value(which);
    const char *after = !valued ? "" : which->alone != NULL ? "=-" : "=";
    if (which->letter != '\0') {
        buf_printf(out, "'(-%c --%s)'{-%c%s,--%s%s}'", which->letter, which->name, which->letter,
                   valued ? "+" : "", which->name, after);
    } else {
        buf_printf(out, "'--%s%s", which->name, after);
    }
    buf_putc(out, '[');
    put_text(out, which->brief);
    buf_putc(out, ']');
    if (valued) {
        put_value(out, which);
    }
    buf_putc(out, '\'');
}

static void put_flags(buf *out, flag_table flags) {
    for (size_t i = 0; i < flags.count; i++) {
        buf_put(out, STR("            "));
        put_flag(out, &flags.items[i]);
        buf_put(out, STR(" \\\n"));
    }
}

static void put_command(buf *out, const command *what) {
    buf_printf(out, "    rest:%s) _arguments -s -S : \\\n", what->name);
    put_flags(out, *what->flags);
    if (what->choices == NULL) {
        buf_put(out, STR("            '*:file:_files' ;;\n"));
    } else if (what->choices[0] == '\0') {
        buf_put(out, STR("            ;;\n"));
    } else {
        buf_put(out, STR("            '1:which:("));
        choices_put(out, what->choices, STR(" "));
        buf_put(out, STR(")' ;;\n"));
    }
}

static void put_name(buf *out, const char *name, const char *summary) {
    buf_printf(out, "        '%s:", name);
    put_text(out, summary);
    buf_put(out, STR("'\n"));
}

void completion_put_zsh(buf *out) {
    buf_put(out, str_from(BEGINNING));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_name(out, COMMANDS[i].name, COMMANDS[i].summary);
    }
    put_name(out, "help", HELP_SUMMARY);
    buf_put(out, STR("    )\n    _arguments -C : \\\n"));
    put_flags(out, PROGRAM_FLAGS);
    buf_put(out, STR("            '1:command:->command' '*::rest:->rest'\n"
                     "    case $state:$words[1] in\n"
                     "    command:* | rest:help) _describe command commands ;;\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_command(out, &COMMANDS[i]);
    }
    buf_put(out, str_from(END));
}
