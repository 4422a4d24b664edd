#include "cli/list.h"

#include "base/utf8.h"
#include "cli/flagged.h"
#include "cli/languages.h"
#include "cli/safe.h"
#include "cli/statement.h"
#include "cli/title.h"
#include "cli/told.h"
#include "cli/wrap.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define NO_BREAK "\u00A0"            /* cli/wrap.h makes a space of it */
#define SEPARATOR " \u00B7" NO_BREAK /* never ends a line */

enum { CONTENT_INDENT = 2, HEADING_MAX = 400 }; /* columns; bytes */

typedef struct {
    const char *title, *source, *cue, *faint, *off; /* what switches colours on and off */
} palette;

static const palette COLOURS = {"\x1B[1m", "\x1B[1m", "\x1B[36m", "\x1B[2m", "\x1B[0m"};
static const palette PLAIN = {"", "", "", "", ""};

typedef struct {
    buf *out;
    hearsay_document *document;
    const list_style *style;
    const palette *colours;
    str text;        /* of the document */
    size_t counted;  /* bytes of it whose lines are counted */
    size_t line;     /* the one that begins or goes on there, from 1 */
    unsigned margin; /* columns of the line numbers */
    buf scratch;     /* for text made safe */
} list;

/* --- small parts ------------------------------------------------------------------------------ */

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* Document text into a paragraph, harmless and in colour. */
static void put_part(list *self, wrap *lines, const char *colour, str text) {
    buf_clear(&self->scratch);
    safe_put(&self->scratch, text);
    wrap_style(lines, colour);
    wrap_text(lines, buf_str(&self->scratch));
    wrap_style(lines, colour[0] != '\0' ? self->colours->off : "");
}

typedef enum { WHOLE, TRIMMED } ending;

/* What a reader sees of the spans, joined where words between them are left out. */
static void put_spans(list *self, wrap *lines, const char *colour, hearsay_spans spans,
                      ending end) {
    for (size_t i = 0; i < spans.count; i++) {
        if (i > 0) {
            bool gap = hearsay_document_leaves_out(self->document, spans, i);
            put_part(self, lines, self->colours->faint, gap ? STR(NO_BREAK "… ") : STR(" "));
        }
        str shown = inner(hearsay_document_shown(self->document, spans.items[i]));
        put_part(self, lines, colour,
                 end == TRIMMED && i + 1 == spans.count ? statement_trim(shown) : shown);
    }
}

/* The line that holds byte `position`, which never goes back. A line ends as editors have it: with
 * a line feed, a carriage return, or both. */
static size_t line_at(list *self, size_t position) {
    for (; self->counted < position && self->counted < self->text.size; self->counted++) {
        char c = self->text.data[self->counted];
        bool pair = c == '\r' && self->counted + 1 < self->text.size &&
                    self->text.data[self->counted + 1] == '\n';
        self->line += (c == '\n' || c == '\r') && !pair;
    }
    return self->line;
}

static size_t lines_in(str text) {
    list counter = {.text = text, .line = 1};
    return line_at(&counter, text.size);
}

/* --- heading ---------------------------------------------------------------------------------- */

/* As much of one line as fits, whole words if there are any, with an ellipsis where it is cut. */
static str cut_to_line(list *self, str text) {
    if (text_width(text) <= self->style->width) {
        return text;
    }
    size_t end = 0, word_end = 0;
    unsigned width = 1; /* the ellipsis */
    for (size_t pos = 0; pos < text.size; end = pos) {
        utf8_next(text, &pos);
        width += text_width(str_slice(text, (span){end, pos}));
        if (width > self->style->width) {
            break;
        }
        word_end = text.data[end] == ' ' ? end : word_end;
    }
    buf_clear(&self->scratch);
    buf_put(&self->scratch, str_slice(text, (span){0, word_end > 0 ? word_end : end}));
    buf_put(&self->scratch, STR("…"));
    return buf_str(&self->scratch);
}

/* Bytes of any kind from a document's heading, which end somewhere: what is longer than any title
 * must not fill the screen. */
static void put_heading_text(buf *out, str text) {
    size_t end = text.size;
    if (end > HEADING_MAX) {
        end = HEADING_MAX;
        while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80) {
            end--;
        }
    }
    safe_put_bytes_line(out, str_slice(text, (span){0, end}));
    buf_put(out, end < text.size ? STR("…") : STR(""));
}

static void put_title(list *self, str text, bool whole) {
    wrap lines;
    buf safe = {0};
    put_heading_text(&safe, text);
    wrap_begin(&lines, self->out, self->style->width, 0, 0);
    wrap_style(&lines, self->colours->title);
    wrap_text(&lines, whole ? buf_str(&safe) : cut_to_line(self, buf_str(&safe)));
    wrap_style(&lines, self->colours->off);
    wrap_end(&lines);
    buf_free(&safe);
}

/* publisher · date · origin, as far as they are known */
static void put_circumstances(list *self, hearsay_metadata about, str origin) {
    str parts[] = {inner(about.publisher), inner(about.date), origin};
    buf line = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].size > 0) {
            buf_put(&line, line.size > 0 ? STR(" · ") : STR(""));
            put_heading_text(&line, parts[i]);
        }
    }
    if (line.size > 0) {
        wrap lines;
        wrap_begin(&lines, self->out, self->style->width, 0, 0);
        wrap_style(&lines, self->colours->faint);
        wrap_text(&lines, buf_str(&line));
        wrap_style(&lines, self->colours->off);
        wrap_end(&lines);
    }
    buf_free(&line);
}

static void put_heading(list *self) {
    title called = title_of(self->document);
    put_title(self, called.text.size > 0 ? called.text : STR("(no text)"), called.given);
    put_circumstances(self, hearsay_document_metadata(self->document),
                      inner(hearsay_document_origin(self->document)));
}

/* --- statements ------------------------------------------------------------------------------- */

/* Begins a paragraph with a line number in the margin; without one, where it is 0. */
static wrap begin_item(list *self, size_t line) {
    char number[32] = "";
    if (line > 0) {
        snprintf(number, sizeof number, "l.%zu", line);
    }
    buf_printf(self->out, "\n%s %*s  %s", self->colours->faint, (int)self->margin, number,
               self->colours->off);
    wrap lines;
    wrap_begin(&lines, self->out, self->style->width, self->margin + 3, self->margin + 3);
    return lines;
}

static void put_confidence(list *self, wrap *lines, float confidence) {
    char words[48];
    if (self->style->confidence || confidence < CONFIDENCE_LOW) {
        snprintf(words, sizeof words, SEPARATOR "confidence" NO_BREAK "%.2f", (double)confidence);
        wrap_text(lines, str_from(words));
    }
}

/* source · cue · type */
static void put_who_and_how(list *self, const hearsay_statement *said, size_t line) {
    wrap lines = begin_item(self, line);
    if (said->source.count > 0) {
        put_spans(self, &lines, self->colours->source, said->source, TRIMMED);
    } else {
        put_part(self, &lines, self->colours->faint, STR("(no source)"));
    }
    put_part(self, &lines, self->colours->faint, STR(SEPARATOR));
    put_spans(self, &lines, self->colours->cue, said->cue, TRIMMED);
    wrap_style(&lines, self->colours->faint);
    wrap_text(&lines, STR(SEPARATOR));
    wrap_text(&lines, str_from(hearsay_type_name(said->type)));
    put_confidence(self, &lines, said->confidence);
    wrap_style(&lines, self->colours->off);
    wrap_end(&lines);
}

/* Who really, how sourced, on what occasion, when; see cli/told.h. */
static void put_told(list *self, const hearsay_statement *said) {
    buf told = {0};
    told_put(&told, self->document, said, STR(SEPARATOR));
    if (told.size > 0) {
        wrap lines;
        unsigned indent = self->margin + 3;
        buf_printf(self->out, "%*s", (int)indent, "");
        wrap_begin(&lines, self->out, self->style->width, indent, indent);
        put_part(self, &lines, self->colours->faint, buf_str(&told));
        wrap_end(&lines);
    }
    buf_free(&told);
}

static void put_content(list *self, hearsay_spans content) {
    unsigned indent = self->margin + 3 + CONTENT_INDENT;
    wrap lines;
    buf_printf(self->out, "%*s", (int)indent, "");
    wrap_begin(&lines, self->out, self->style->width, indent, indent);
    put_spans(self, &lines, "", content, WHOLE);
    wrap_end(&lines);
}

static void put_statement(list *self, const hearsay_statement *said) {
    put_who_and_how(self, said, line_at(self, statement_begin(said)));
    put_told(self, said);
    put_content(self, said->content);
}

/* --- remarks ---------------------------------------------------------------------------------- */

static void put_remark(list *self, size_t line, const char *remark, const char *language) {
    wrap lines = begin_item(self, line);
    wrap_style(&lines, self->colours->faint);
    wrap_text(&lines, str_from(remark));
    if (language != NULL) {
        wrap_text(&lines, str_from(language_name(language)));
        wrap_text(&lines, STR(": not read"));
    }
    wrap_style(&lines, self->colours->off);
    wrap_end(&lines);
}

static void put_passage(list *self, const hearsay_passage *passage) {
    char remark[64] = "in ";
    size_t first = line_at(self, passage->span.begin);
    size_t lines = lines_in(str_slice(self->text, (span){passage->span.begin, passage->span.end}));
    if (lines > 1) {
        snprintf(remark, sizeof remark, "up to line %zu in ", first + lines - 1);
    }
    put_remark(self, first, remark, passage->language);
}

static size_t flag_begin(const hearsay_flag *flag) {
    return flag->spans.count > 0 ? flag->spans.items[0].begin : 0;
}

static void put_flag(list *self, const hearsay_flag *flag) {
    buf said = {0};
    flagged_put(&said, self->document, flag);
    wrap lines = begin_item(self, line_at(self, flag_begin(flag)));
    put_part(self, &lines, self->colours->faint, buf_str(&said));
    wrap_end(&lines);
    buf_free(&said);
}

/* Statements, passages and flags, in the order of the text. */
static void put_findings(list *self) {
    const hearsay_statement *statements;
    const hearsay_passage *passages;
    const hearsay_flag *flags;
    size_t count = hearsay_document_statements(self->document, &statements);
    size_t foreign = hearsay_document_passages(self->document, &passages);
    size_t flagged = hearsay_document_flags(self->document, &flags);
    for (size_t i = 0, j = 0, k = 0; i < count || j < foreign || k < flagged;) {
        size_t said = i < count ? statement_begin(&statements[i]) : SIZE_MAX;
        size_t passage = j < foreign ? passages[j].span.begin : SIZE_MAX;
        if (k < flagged && flag_begin(&flags[k]) < said && flag_begin(&flags[k]) < passage) {
            put_flag(self, &flags[k++]);
        } else if (passage < said) {
            put_passage(self, &passages[j++]);
        } else {
            put_statement(self, &statements[i++]);
        }
    }
    if (count == 0) {
        put_remark(self, 0, "no statements found", NULL);
    }
}

/* Room for the largest line number, and for three digits at least, so that most lists line up. */
static unsigned margin_for(str text) {
    char number[32];
    int size = snprintf(number, sizeof number, "l.%zu", lines_in(text));
    return size > 4 ? (unsigned)size : 4;
}

void list_put(buf *out, hearsay_document *document, const list_style *style, bool first) {
    list self = {.out = out,
                 .document = document,
                 .style = style,
                 .colours = style->colour ? &COLOURS : &PLAIN,
                 .text = inner(hearsay_document_text(document)),
                 .line = 1};
    self.margin = margin_for(self.text);
    buf_put(out, first ? STR("") : STR("\n\n"));
    put_heading(&self);
    if (is_foreign(document)) {
        put_remark(&self, 0, "in ", hearsay_document_language(document));
    } else {
        put_findings(&self);
    }
    buf_free(&self.scratch);
}

static void put_document(writing *self, hearsay_document *document) {
    list_style style = {.width = self->settings.width,
                        .colour = self->settings.colour,
                        .confidence = self->settings.every_confidence};
    list_put(&self->out, document, &style, self->documents == 0);
}

const format QUOTES_LIST = {.name = "list", .for_reading = true, .document = put_document};
