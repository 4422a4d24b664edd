#include "cli/help.h"

#include "cli/wrap.h"

enum { INDENT = 2, BELOW = 6 }; /* columns before a flag, and before what is said of it */

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

static void put_paragraphs(buf *out, const char *const *texts, unsigned width) {
    for (size_t i = 0; texts[i] != NULL; i++) {
        buf_putc(out, '\n');
        put_paragraph(out, texts[i], 0, width);
    }
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
    buf_printf(out, "Usage: hearsay %s %s\n", about->name, about->operands);
    put_paragraphs(out, about->about, width);
    buf_put(out, STR("\nOptions:\n"));
    for (size_t i = 0; i < about->flags->count; i++) {
        put_flag(out, &about->flags->items[i], width);
    }
    buf_put(out, STR("\nExamples:\n"));
    for (const example *each = about->examples; each->line != NULL; each++) {
        put_paragraph(out, each->line, INDENT, width);
        put_paragraph(out, each->what, BELOW, width);
    }
    put_paragraphs(out, about->afterwards, width);
}

void help_put_overview(buf *out, unsigned width) {
    buf_put(out, STR("hearsay: who is said to have said what, and how do we know?\n\n"
                     "Usage: hearsay COMMAND [OPTION...] [FILE...]\n\nCommands:\n"));
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        buf_printf(out, "  %-9s ", COMMANDS[i].name);
        wrap lines;
        wrap_begin(&lines, out, width, 12, 12);
        wrap_text(&lines, str_from(COMMANDS[i].summary));
        wrap_end(&lines);
    }
    buf_put(out, STR("  help      tells all about a command: hearsay help quotes\n"
                     "\nOptions:\n"
                     "  -h, --help     shows this page\n"
                     "      --version  shows which version this is\n"
                     "\nTo begin:\n"
                     "  hearsay quotes article.txt\n\n"));
    put_paragraph(out,
                  "Everything is read on this machine, and nothing leaves it. hearsay shows who is "
                  "said to have said what; whether it is true is for you to find out.",
                  0, width);
}
