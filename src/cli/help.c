#include "cli/help.h"

#include "cli/wrap.h"

/* Columns before a flag, before what is said of it, and before the second of two columns. */
enum { INDENT = 2, BELOW = 6, COLUMN = 18 };

static void put_spaces(buf *out, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        buf_putc(out, ' ');
    }
}

static void put_paragraph(buf *out, const char *text, unsigned indent, unsigned width) {
    wrap lines;
    put_spaces(out, indent);
    wrap_begin(&lines, out, width, indent, indent);
    wrap_text(&lines, str_from(text));
    wrap_end(&lines);
}

static void put_remark(buf *out, const remark *self, unsigned width) {
    buf text = {0};
    buf_printf(&text, "%s: %s", self->heading, self->text);
    buf_putc(out, '\n');
    put_paragraph(out, text.data, 0, width);
    buf_free(&text);
}

/* -o, --output FILE */
static void put_flag(buf *out, const flag *which, unsigned width) {
    put_spaces(out, INDENT);
    if (which->letter != '\0') {
        buf_printf(out, "-%c, ", which->letter);
    }
    buf_printf(out, "--%s", which->name);
    const char *value = which->kind == FLAG_CHOICE ? which->choices : which->value;
    if (value != NULL) {
        buf_printf(out, which->alone != NULL ? "[=%s]" : "=%s", value);
    }
    buf_putc(out, '\n');
    put_paragraph(out, which->help, BELOW, width);
}

void help_put_command(buf *out, const command *about, unsigned width) {
    buf_printf(out, "Usage: hearsay %s%s%s\n", about->name, about->operands[0] != '\0' ? " " : "",
               about->operands);
    for (size_t i = 0; about->about[i] != NULL; i++) {
        buf_putc(out, '\n');
        put_paragraph(out, about->about[i], 0, width);
    }
    buf_put(out, STR("\nOptions:\n"));
    for (size_t i = 0; i < about->flags->count; i++) {
        put_flag(out, &about->flags->items[i], width);
    }
    buf_put(out, STR("\nExamples:\n"));
    for (const example *each = about->examples; each->line != NULL; each++) {
        put_paragraph(out, each->line, INDENT, width);
        put_paragraph(out, each->what, BELOW, width);
    }
    for (const remark *each = about->remarks; each->text != NULL; each++) {
        put_remark(out, each, width);
    }
}

/* --- the program as a whole ------------------------------------------------------------------- */

/* Two columns. */
static void put_row(buf *out, const char *name, const char *what, unsigned width) {
    buf_printf(out, "  %-*s ", COLUMN - INDENT - 1, name);
    wrap lines;
    wrap_begin(&lines, out, width, COLUMN, COLUMN);
    wrap_text(&lines, str_from(what));
    wrap_end(&lines);
}

static void put_brief(buf *out, const flag *which, unsigned width) {
    char letter[] = {'-', which->letter, ',', '\0'};
    buf name = {0};
    buf_printf(&name, "%-3s --%s", which->letter != '\0' ? letter : "", which->name);
    put_row(out, name.data, which->brief, width);
    buf_free(&name);
}

void help_put_overview(buf *out, unsigned width) {
    buf_put(out, STR("hearsay: " PROGRAM_SUMMARY "\n\n"
                     "Usage: hearsay COMMAND [OPTION...] [FILE...]\n\nCommands:\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        put_row(out, COMMANDS[i].name, COMMANDS[i].summary, width);
    }
    put_row(out, "help", HELP_SUMMARY ": hearsay help quotes", width);
    buf_put(out, STR("\nOptions:\n"));
    for (size_t i = 0; i < PROGRAM_FLAGS.count; i++) {
        put_brief(out, &PROGRAM_FLAGS.items[i], width);
    }
    buf_put(out, STR("\nTo begin:\n  hearsay quotes article.txt\n\n"));
    put_paragraph(out, PROGRAM_PROMISE, 0, width);
}
