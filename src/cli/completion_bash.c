#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/values.h"

/* bash parts words at =, so that --format=js is three of them. `before` is the flag whose value is
 * typed: --format where that is the next word, --format= where it stands in the same. */
static const char BEGINNING[] =
    "# Completes hearsay's commands and options in bash. Made by: hearsay completion bash\n"
    "_hearsay() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "    local command=${COMP_WORDS[1]} words='' files=''\n"
    "    COMPREPLY=()\n"
    "    if [[ $word == '=' ]]; then\n"
    "        word='' before+='='\n"
    "    elif [[ $before == '=' ]]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD-2]}=\n"
    "    fi\n"
    "    ((COMP_CWORD > 1)) || command=''\n"
    "    case $command:$before in\n";

/* A word that ends in = goes on with its value. */
static const char END[] = "    esac\n"
                          "    if [[ $files ]]; then\n"
                          "        compopt -o default\n"
                          "        return\n"
                          "    fi\n"
                          "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                          "    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]]; then\n"
                          "        compopt -o nospace\n"
                          "    fi\n"
                          "}\n"
                          "complete -F _hearsay hearsay\n";

/* What may follow a flag. */
static void put_value(buf *out, const command *what, const flag *which) {
    if (!flag_has_value(which)) {
        return;
    }
    buf_printf(out, "    %s:--%s=", what->name, which->name);
    if (which->alone == NULL) {
        buf_printf(out, " | %s:--%s", what->name, which->name);
    }
    if (which->letter != '\0') {
        buf_printf(out, " | %s:-%c", what->name, which->letter);
    }
    buf_put(out, STR(") "));
    if (which->kind == FLAG_FILE) {
        buf_put(out, STR("files=yes "));
    } else if (which->kind == FLAG_CHOICE) {
        buf_put(out, STR("words='"));
        choices_put(out, which->choices, STR(" "));
        buf_put(out, STR("' "));
    }
    buf_put(out, STR(";;\n"));
}

static void put_flags(buf *out, flag_table flags) {
    for (size_t i = 0; i < flags.count; i++) {
        const flag *each = &flags.items[i];
        if (!flag_has_value(each) || each->alone != NULL) {
            buf_printf(out, "--%s ", each->name);
        }
        if (flag_has_value(each)) {
            buf_printf(out, "--%s= ", each->name);
        }
    }
}

static void put_command(buf *out, const command *what) {
    for (size_t i = 0; i < what->flags->count; i++) {
        put_value(out, what, &what->flags->items[i]);
    }
    buf_printf(out, "    %s:*) words='", what->name);
    if (what->choices != NULL && what->choices[0] != '\0') {
        choices_put(out, what->choices, STR(" "));
        buf_putc(out, ' ');
    }
    put_flags(out, *what->flags);
    buf_put(out, STR("'"));
    buf_put(out,
            what->choices == NULL ? STR("; [[ $word == -* ]] || files=yes ;;\n") : STR(" ;;\n"));
}

static void put_names(buf *out) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        buf_printf(out, "%s ", COMMANDS[i].name);
    }
    buf_put(out, STR("help"));
}

void completion_put_bash(buf *out) {
    buf_put(out, str_from(BEGINNING));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_command(out, &COMMANDS[i]);
    }
    buf_put(out, STR("    help:*) words='"));
    put_names(out);
    buf_put(out, STR("' ;;\n    :*) words='"));
    put_names(out);
    buf_putc(out, ' ');
    put_flags(out, PROGRAM_FLAGS);
    buf_put(out, STR("' ;;\n"));
    buf_put(out, str_from(END));
}
