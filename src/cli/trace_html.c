/* An utterance as a page that stands alone. */
#include "cli/trace_formats.h"

#include "cli/date.h"
#include "cli/entry.h"
#include "cli/html.h"
#include "cli/numbers.h"
#include "cli/page.h"

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_line(buf *out, const char *before, str text, const char *after) {
    buf_put(out, str_from(before));
    html_put_line(out, text);
    buf_put(out, str_from(after));
}

static void put_words(buf *out, const char *element, hearsay_str words, bool marked) {
    if (words.size > 0) {
        buf_printf(out, "<%s%s>", element, marked ? " class=\"marked\"" : "");
        html_put_line(out, inner(words));
        buf_printf(out, "</%s> ", element);
    }
}

static void put_edits(buf *out, const hearsay_variant *of) {
    for (size_t i = 0; i < of->edit_count; i++) {
        const hearsay_edit *each = &of->edits[i];
        if (each->kind == HEARSAY_EDIT_SAME) {
            put_line(out, "", inner(each->after), " ");
        } else {
            put_words(out, "del", each->before, each->marked);
            put_words(out, "ins", each->after, each->marked);
        }
    }
}

/* Where it stands; a link, where the document has an address. */
static void put_where(buf *out, const hearsay_hit *said) {
    buf_put(out, STR("<cite>"));
    buf address = {0};
    const bool linked = html_put_address(&address, inner(said->document.url));
    if (linked) {
        buf_put(out, STR("<a rel=\"noreferrer\" href=\""));
        buf_put(out, buf_str(&address));
        buf_put(out, STR("\">"));
    }
    buf_put(out, STR("<bdi>"));
    html_put_bytes(out, entry_title(said));
    buf_put(out, STR("</bdi>"));
    buf_put(out, linked ? STR("</a>") : STR(""));
    buf_put(out, STR("</cite>"));
    if (said->document.publisher.size > 0) {
        put_line(out, ", <bdi>", inner(said->document.publisher), "</bdi>");
    }
    buf_free(&address);
}

/* A day without a year is written otherwise for programs than for people. */
static void put_time(buf *out, str day) {
    buf shown = {0};
    date_put(&shown, day);
    if (str_equal(buf_str(&shown), day)) {
        put_line(out, "<time>", day, "</time> ");
    } else {
        put_line(out, "<time datetime=\"", day, "\">");
        put_line(out, "", buf_str(&shown), "</time> ");
    }
    buf_free(&shown);
}

static void put_variant(buf *out, const traced *self, size_t place) {
    const hearsay_variant *of = &self->variants.items[place];
    const hearsay_hit *said = &of->said;
    const str day = inner(said->date.size > 0 ? said->date : said->document.date);
    buf_put(out, STR("<li>\n<p>"));
    if (day.size > 0) {
        put_time(out, day);
    }
    put_line(out, "<b>", said->speaker.size > 0 ? inner(said->speaker) : STR("nobody"), "</b>: ");
    traced_put_kind(out, self, place, STR("; "));
    buf_put(out, STR("</p>\n<blockquote><p>"));
    if (place == self->fullest || of->edit_count == 0) {
        html_put_line(out, inner(said->text));
    } else {
        put_edits(out, of);
    }
    buf_put(out, STR("</p></blockquote>\n<p class=\"tally\">"));
    put_where(out, said);
    put_line(out, " ", inner(said->statement), "</p>\n</li>\n");
}

static void put_variant_count(buf *out, const traced *self) {
    buf_put(out, STR("<p class=\"tally\">"));
    put_counted(out, self->total, "variant", NULL);
    buf_put(out,
            STR(", the first one first. <del>Words</del> that are missing and <ins>words</ins> "
                "that are added beside the fullest one are marked; dotted where the text "
                "itself says so by … or [ ].</p>\n"));
}

static void put_list(buf *out, const traced *self) {
    buf_put(out, STR("<ol class=\"variants\">\n"));
    for (size_t i = 0; i < self->variants.count; i++) {
        put_variant(out, self, i);
    }
    buf_put(out, STR("</ol>\n"));
}

void traced_put_html_part(buf *out, const traced *self) {
    buf_put(out, STR("<section class=\"finding\">\n<h2>variants</h2>\n"));
    put_variant_count(out, self);
    put_list(out, self);
    buf_put(out, STR("</section>\n"));
}

void traced_put_html(buf *out, const traced *self) {
    page_begin(out, STR("One utterance and its variants"));
    buf_put(out, STR("<header slot=\"top\">\n<h1>One utterance</h1>\n"));
    put_variant_count(out, self);
    buf_put(out, STR("</header>\n<main>\n"));
    put_list(out, self);
    buf_put(out, STR("</main>\n<footer>\n<p>Made by hearsay "));
    html_put(out, str_from(hearsay_version()));
    buf_put(out, STR(". It shows what happened to words; whether they are true is for you to find "
                     "out. This page loads nothing and sends nothing.</p>\n</footer>\n"));
    page_end(out);
}
