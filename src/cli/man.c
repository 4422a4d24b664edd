#include "cli/man.h"

#include "cli/commands.h"
#include "cli/print.h"
#include "cli/wrap.h"
#include "hearsay.h"

#include <ctype.h>

enum { LINE = 70 }; /* columns in the source of the page; mandoc counts more, and frowns above 80 */

/* --- text ------------------------------------------------------------------------------------- */

/* Text for troff, which takes a backslash for a command, a point or an apostrophe at the beginning
 * of a line too, and - for a hyphen, by which it may part lines and which nobody can paste into a
 * shell. */
static void put_text(buf *out, const char *text) {
    char before = ' ';
    for (const char *c = text; *c != '\0'; before = *c++) {
        if (before == ' ' && (*c == '.' || *c == '\'')) {
            buf_put(out, STR("\\&"));
        }
        if (*c == '\\') {
            buf_put(out, STR("\\e"));
        } else if (*c == '-') {
            buf_put(out, STR("\\-"));
        } else {
            buf_putc(out, *c);
        }
    }
}

/* In lines of a length that people who look at the source can read. */
static void put_lines(buf *out, const char *text) {
    buf escaped = {0};
    put_text(&escaped, text);
    wrap lines;
    wrap_begin(&lines, out, LINE, 0, 0);
    wrap_text(&lines, buf_str(&escaped));
    wrap_end(&lines);
    buf_free(&escaped);
}

/* `macro` begins it: ".PP" parts paragraphs. */
static void put_paragraph(buf *out, const char *macro, const char *text) {
    buf_printf(out, "%s\n", macro);
    put_lines(out, text);
}

/* `font`: B or I. */
static void put_styled(buf *out, char font, const char *text) {
    buf_printf(out, "\\f%c", font);
    put_text(out, text);
    buf_put(out, STR("\\fR"));
}

static void put_section(buf *out, const char *title) {
    buf_put(out, STR(".SH "));
    for (const char *c = title; *c != '\0'; c++) {
        buf_putc(out, (char)toupper((unsigned char)*c));
    }
    buf_putc(out, '\n');
}

/* --- flags and examples ----------------------------------------------------------------------- */

/* -o, --output=FILE */
static void put_flag(buf *out, const flag *which) {
    buf_put(out, STR(".TP\n"));
    if (which->letter != '\0') {
        put_styled(out, 'B', (char[]){'-', which->letter, '\0'});
        buf_put(out, STR(", "));
    }
    put_styled(out, 'B', "--");
    put_styled(out, 'B', which->name);
    if (flag_has_value(which)) {
        bool is_choice = which->kind == FLAG_CHOICE;
        buf_put(out, which->alone != NULL ? STR("[=") : STR("="));
        put_styled(out, is_choice ? 'B' : 'I', is_choice ? which->choices : which->value);
        buf_put(out, which->alone != NULL ? STR("]") : STR(""));
    }
    buf_putc(out, '\n');
    put_lines(out, which->help);
}

static void put_flags(buf *out, flag_table flags) {
    for (size_t i = 0; i < flags.count; i++) {
        put_flag(out, &flags.items[i]);
    }
}

static void put_example(buf *out, const example *self) {
    buf_put(out, STR(".TP\n"));
    put_styled(out, 'B', self->line);
    buf_putc(out, '\n');
    put_lines(out, self->what);
}

/* --- the page --------------------------------------------------------------------------------- */

static void put_usage(buf *out, const command *what) {
    put_styled(out, 'B', "hearsay ");
    put_styled(out, 'B', what->name);
    if (what->operands[0] != '\0') {
        buf_putc(out, ' ');
        put_styled(out, 'I', what->operands);
    }
    buf_putc(out, '\n');
}

static void put_command(buf *out, const command *what) {
    buf_put(out, STR(".SS "));
    put_text(out, what->name);
    buf_put(out, STR("\n"));
    put_usage(out, what);
    for (size_t i = 0; what->about[i] != NULL; i++) {
        put_paragraph(out, ".PP", what->about[i]);
    }
    put_flags(out, *what->flags);
    put_paragraph(out, ".PP", "Examples:");
    for (const example *each = what->examples; each->line != NULL; each++) {
        put_example(out, each);
    }
    for (const remark *each = what->remarks; each->text != NULL; each++) {
        buf_put(out, STR(".PP\n"));
        put_styled(out, 'B', each->heading);
        buf_putc(out, '\n');
        put_paragraph(out, ".br", each->text);
    }
}

void man_put(buf *out) {
    buf_printf(out, ".TH HEARSAY 1 \"\" \"hearsay %s\" \"User commands\"\n", hearsay_version());
    put_section(out, "name");
    buf_put(out, STR("hearsay \\- " PROGRAM_SUMMARY "\n"));
    put_section(out, "synopsis");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        buf_put(out, i > 0 ? STR(".br\n") : STR(""));
        put_usage(out, &COMMANDS[i]);
    }
    put_section(out, "description");
    put_lines(out, PROGRAM_PROMISE);
    put_section(out, "commands");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_command(out, &COMMANDS[i]);
    }
    buf_put(out, STR(".SS help\n"));
    put_styled(out, 'B', "hearsay help");
    buf_put(out, STR(" [\\fICOMMAND\\fR]\n.PP\nPrints what this page says of a command.\n"));
    put_section(out, "options without a command");
    put_flags(out, PROGRAM_FLAGS);
}

int man_run(const void *options, char *const *operands, size_t count) {
    (void)options, (void)operands, (void)count;
    buf page = {0};
    man_put(&page);
    int status = page_print(&page);
    buf_free(&page);
    return status;
}
