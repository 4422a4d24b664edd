#include "cli/article.h"

#include "base/utf8.h"
#include "cli/flagged.h"
#include "cli/html.h"
#include "cli/languages.h"
#include "cli/numbers.h"
#include "cli/paragraph.h"
#include "cli/statement.h"
#include "cli/title.h"
#include "cli/told.h"

#include <string.h>

/* Bytes: of a first line that is the title, and of the first words of another that stand for one.
 */
enum { TITLE_MAX = 160, WORDS_MAX = 90 };

typedef struct {
    buf *out;
    hearsay_document *document;
    article_style style;
    hearsay_metadata about;
    const hearsay_statement *statements;
    size_t statement_count;
    const hearsay_passage *passages;
    size_t passage_count;
    size_t passage; /* the first that has not ended */
    const hearsay_flag *flags;
    size_t flag_count;
    size_t flag; /* the first that was not put */
    hearsay_spans paragraphs;
    marks marked;
    buf scratch;
} article;

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put(article *self, str html) {
    buf_put(self->out, html);
}

/* --- who and how ------------------------------------------------------------------------------ */

/* Text of the document on a line of its own direction. */
static void put_words(article *self, const char *element, hearsay_spans spans, bool trimmed) {
    buf_clear(&self->scratch);
    if (trimmed) {
        statement_put_trimmed(&self->scratch, self->document, spans);
    } else {
        statement_put(&self->scratch, self->document, spans);
    }
    buf_printf(self->out, "<%s dir=\"auto\">", element);
    html_put_line(self->out, buf_str(&self->scratch));
    buf_printf(self->out, "</%s>", element);
}

static const hearsay_statement *numbered(const article *self, size_t number) {
    return &self->statements[self->marked.order.items[number - 1]];
}

/* source, cue, type, and what was resolved */
static void put_who_and_how(article *self, const hearsay_statement *said) {
    if (said->source.count > 0) {
        put_words(self, "b", said->source, true);
    } else {
        put(self, STR("<span class=\"none\">no source</span>"));
    }
    put(self, STR(" "));
    put_words(self, "i", said->cue, true);
    buf_printf(self->out, " <span class=\"how\">(%s", hearsay_type_name(said->type));
    if (self->style.every_confidence || said->confidence < CONFIDENCE_LOW) {
        buf_printf(self->out, ", confidence %.2f", (double)said->confidence);
    }
    put(self, STR(")</span>"));
    buf_clear(&self->scratch);
    told_put(&self->scratch, self->document, said, STR(" · "));
    if (self->scratch.size > 0) {
        put(self, STR(" <span class=\"told\"><bdi>"));
        html_put_line(self->out, buf_str(&self->scratch));
        put(self, STR("</bdi></span>"));
    }
}

/* --- the text --------------------------------------------------------------------------------- */

static void put_note(article *self, size_t number) {
    size_t a = self->style.number;
    buf_printf(self->out,
               "<li id=\"a%zun%zu\"><a class=\"no\" href=\"#a%zul%zu\" "
               "aria-label=\"Statement %zu in the list\" data-no=\"%zu\"></a> ",
               a, number, a, number, number, number);
    put_who_and_how(self, numbered(self, number));
    put(self, STR("</li>\n"));
}

static void put_remark(article *self, const char *language) {
    put(self, STR("<li class=\"remark\">In "));
    html_put_line(self->out, str_from(language_name(language)));
    put(self, STR(": not read for statements</li>\n"));
}

/* Whether a flag that was not put begins before the paragraph's end. */
static bool is_flagged(const article *self, hearsay_span paragraph) {
    if (self->flag >= self->flag_count) {
        return false;
    }
    const hearsay_flag *next = &self->flags[self->flag];
    return next->spans.count > 0 && next->spans.items[0].begin < paragraph.end;
}

static void put_flag(article *self) {
    buf_clear(&self->scratch);
    flagged_put(&self->scratch, self->document, &self->flags[self->flag++]);
    put(self, STR("<li class=\"remark\"><bdi>"));
    html_put_line(self->out, buf_str(&self->scratch));
    put(self, STR("</bdi></li>\n"));
}

/* The passage in another language that a paragraph stands in, or NULL. */
static const hearsay_passage *passage_of(article *self, hearsay_span paragraph) {
    for (; self->passage < self->passage_count; self->passage++) {
        const hearsay_passage *next = &self->passages[self->passage];
        if (next->span.end > paragraph.begin) {
            return next->span.begin <= paragraph.begin ? next : NULL;
        }
    }
    return NULL;
}

/* What is to be said beside a paragraph that was put. */
static void put_notes(article *self, const hearsay_passage *passage, hearsay_span paragraph) {
    bool begins = passage != NULL && passage->span.begin >= paragraph.begin;
    if (self->marked.numbers.count == 0 && !begins && !is_flagged(self, paragraph)) {
        return;
    }
    put(self, STR("<ul class=\"notes\">\n"));
    if (begins) {
        put_remark(self, passage->language);
    }
    for (size_t i = 0; i < self->marked.numbers.count; i++) {
        put_note(self, self->marked.numbers.items[i]);
    }
    vec_clear(&self->marked.numbers);
    while (is_flagged(self, paragraph)) {
        put_flag(self);
    }
    put(self, STR("</ul>\n"));
}

/* What is not in English says so, for hyphenation and for those who read aloud. */
static void put_language(article *self, const hearsay_passage *passage) {
    const char *language = passage != NULL              ? passage->language
                           : is_foreign(self->document) ? hearsay_document_language(self->document)
                                                        : NULL;
    if (language != NULL) {
        put(self, STR(" lang=\""));
        html_put(self->out, str_from(language));
        put(self, STR("\""));
    }
}

static void put_paragraph(article *self, hearsay_span paragraph) {
    static const char *const ELEMENTS[] = {
        [PARAGRAPH_PLAIN] = "p", [PARAGRAPH_HEADING] = "h3", [PARAGRAPH_QUOTATION] = "blockquote"};
    const char *element = ELEMENTS[paragraph_kind_of(self->document, paragraph)];
    const hearsay_passage *passage = passage_of(self, paragraph);
    buf_printf(self->out, "<%s dir=\"auto\"", element);
    put_language(self, passage);
    put(self, STR(">"));
    paragraph_put(self->out, self->document, paragraph, &self->marked);
    buf_printf(self->out, "</%s>\n", element);
    put_notes(self, passage, paragraph);
}

static void put_text(article *self, size_t begin) {
    put(self, STR("<div class=\"text\">\n"));
    put_notes(self, NULL, (hearsay_span){0, 0}); /* of a title that has statements */
    for (size_t i = begin; i < self->paragraphs.count; i++) {
        put_paragraph(self, self->paragraphs.items[i]);
    }
    put(self, STR("</div>\n"));
}

/* --- heading ---------------------------------------------------------------------------------- */

/* Without the full stop that a paragraph ends with and a title does not. */
static str without_stop(str text) {
    bool stops = text.size > 0 && text.data[text.size - 1] == '.';
    return (str){text.data, text.size - stops};
}

/* A first paragraph that is the title, or can stand for one, is not shown twice. */
static bool has_title_in_text(article *self) {
    if (self->paragraphs.count == 0) {
        return false;
    }
    str first = inner(hearsay_document_shown(self->document, self->paragraphs.items[0]));
    title called = title_of(self->document);
    return called.given ? str_equal(without_stop(called.text), without_stop(first))
                        : self->paragraphs.count > 1 && first.size <= TITLE_MAX;
}

static void put_title(article *self, bool in_text) {
    bool is_title = in_text || self->about.title.size > 0;
    buf_printf(self->out, "<h2 id=\"a%zut\" dir=\"auto\"%s", self->style.number,
               is_title ? "" : " class=\"untitled\"");
    put_language(self, in_text ? passage_of(self, self->paragraphs.items[0]) : NULL);
    put(self, STR(">"));
    if (in_text) {
        paragraph_put(self->out, self->document, self->paragraphs.items[0], &self->marked);
    } else {
        article_put_title(self->out, self->document);
    }
    put(self, STR("</h2>\n"));
}

static void put_address(article *self, str address) {
    buf href = {0};
    bool linked = html_put_address(&href, address);
    if (linked) {
        put(self, STR("<a rel=\"noreferrer noopener\" href=\""));
        put(self, buf_str(&href));
        put(self, STR("\">"));
    }
    put(self, STR("<bdi class=\"address\">"));
    html_put_line(self->out, address);
    put(self, linked ? STR("</bdi></a>") : STR("</bdi>"));
    buf_free(&href);
}

/* Author, date, address, file, as far as they are known: of the file its name alone, as who shows a
 * page to others need not show where it was kept. */
static void put_byline(article *self) {
    str parts[] = {inner(self->about.author), inner(self->about.date), inner(self->about.url),
                   str_file_name(inner(hearsay_document_origin(self->document)))};
    const char *before = "<p class=\"byline\">";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].size == 0) {
            continue;
        }
        put(self, str_from(before));
        before = " · ";
        if (parts[i].data == self->about.url.data) {
            put_address(self, parts[i]);
        } else {
            put(self, STR("<bdi>"));
            html_put_bytes(self->out, parts[i]);
            put(self, STR("</bdi>"));
        }
    }
    put(self, before[0] == '<' ? STR("") : STR("</p>\n"));
}

/* ": 6 direct, 5 indirect, 3 mixed", ": indirect" */
static void put_types(article *self) {
    size_t counts[HEARSAY_MIXED + 1] = {0};
    for (size_t i = 0; i < self->statement_count; i++) {
        counts[self->statements[i].type]++;
    }
    const char *before = ": ";
    for (size_t i = 0; i <= HEARSAY_MIXED; i++) {
        if (counts[i] == 0) {
            continue;
        }
        put(self, str_from(before));
        before = ", ";
        if (counts[i] < self->statement_count) {
            put_count(self->out, counts[i]);
            put(self, STR(" "));
        }
        put(self, str_from(hearsay_type_name((hearsay_type)i)));
    }
}

/* What was found, in a line. */
static void put_tally(article *self) {
    put(self, STR("<p class=\"tally\">"));
    if (is_foreign(self->document)) {
        put(self, STR("In "));
        html_put_line(self->out,
                      str_from(language_name(hearsay_document_language(self->document))));
        put(self, STR(": not read for statements"));
    } else if (self->statement_count == 0) {
        put(self, STR("No statements found"));
    } else {
        put_counted(self->out, self->statement_count, "statement", NULL);
        put_types(self);
    }
    put(self, STR(" · "));
    put_counted(self->out, hearsay_document_words(self->document), "word", NULL);
    put(self, STR("</p>\n"));
}

static void put_heading(article *self, bool title_in_text) {
    put(self, STR("<header>\n"));
    if (self->about.publisher.size > 0) {
        put(self, STR("<p class=\"kicker\"><bdi>"));
        html_put_line(self->out, inner(self->about.publisher));
        put(self, STR("</bdi></p>\n"));
    }
    put_title(self, title_in_text);
    put_byline(self);
    put_tally(self);
    put(self, STR("</header>\n"));
}

/* --- the list --------------------------------------------------------------------------------- */

static void put_item(article *self, size_t number) {
    const hearsay_statement *said = numbered(self, number);
    size_t a = self->style.number;
    buf_printf(self->out,
               "<li id=\"a%zul%zu\"><a class=\"no\" href=\"#a%zus%zu\" "
               "aria-label=\"Statement %zu in the text\" data-no=\"%zu\"></a> ",
               a, number, a, number, number, number);
    put_who_and_how(self, said);
    put(self, STR(" "));
    put_words(self, "p", said->content, false);
    put(self, STR("</li>\n"));
}

static void put_list(article *self) {
    if (self->statement_count == 0) {
        return;
    }
    put(self, STR("<details>\n<summary><h3>List of "));
    put_counted(self->out, self->statement_count, "statement", NULL);
    put(self, STR("</h3></summary>\n<ol role=\"list\">\n"));
    for (size_t i = 0; i < self->marked.order.count; i++) {
        put_item(self, i + 1);
    }
    put(self, STR("</ol>\n</details>\n"));
}

static void put_end(article *self) {
    put(self, STR("<p class=\"end\"><span>Document <bdi>"));
    html_put_line(self->out, inner(self->about.id));
    put(self, STR("</bdi></span> <a href=\"#top\">Top of the page</a></p>\n"));
}

/* --- the article ------------------------------------------------------------------------------ */

void article_put(buf *out, hearsay_document *document, article_style style) {
    article self = {.out = out,
                    .document = document,
                    .style = style,
                    .about = hearsay_document_metadata(document),
                    .paragraphs = hearsay_document_paragraphs(document)};
    self.statement_count = hearsay_document_statements(document, &self.statements);
    self.passage_count = hearsay_document_passages(document, &self.passages);
    self.flag_count = hearsay_document_flags(document, &self.flags);
    marks_init(&self.marked, document, style.number);
    bool title_in_text = has_title_in_text(&self);
    buf_printf(out, "<article id=\"a%zu\" aria-labelledby=\"a%zut\">\n", style.number,
               style.number);
    put_heading(&self, title_in_text);
    put_text(&self, title_in_text ? 1 : 0);
    put_list(&self);
    put_end(&self);
    put(&self, STR("</article>\n"));
    marks_free(&self.marked);
    buf_free(&self.scratch);
}

/* Whole words, as many as fit, and an ellipsis. */
static str cut(str text, size_t most, buf *into) {
    if (text.size <= most) {
        return text;
    }
    size_t end = 0;
    size_t word_end = 0;
    for (size_t pos = 0; pos < text.size && pos <= most;) {
        end = pos;
        word_end = text.data[pos] == ' ' ? pos : word_end;
        utf8_next(text, &pos);
    }
    buf_put(into, str_slice(text, (span){0, word_end > 0 ? word_end : end}));
    buf_put(into, STR("…"));
    return buf_str(into);
}

void article_put_title(buf *out, hearsay_document *document) {
    title called = title_of(document);
    buf shorter = {0};
    bool whole = called.given || called.text.size <= TITLE_MAX;
    str text = whole ? called.text : cut(called.text, WORDS_MAX, &shorter);
    html_put_line(out, text.size > 0 ? text : STR("(no text)"));
    buf_free(&shorter);
}
