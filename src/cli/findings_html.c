/* What reasoning found, as a part of a page. */
#include "cli/findings.h"

#include "cli/date.h"
#include "cli/html.h"
#include "cli/page.h"

static void put(buf *out, hearsay_str text) {
    html_put_line(out, (str){text.data, text.size});
}

static void put_class(buf *out, const char *name, hearsay_str text) {
    if (text.size > 0) {
        buf_printf(out, "<span class=\"%s\"><bdi>", name);
        put(out, text);
        buf_put(out, STR("</bdi></span> "));
    }
}

static void put_date(buf *out, hearsay_str date) {
    buf day = {0};
    date_put(&day, (str){date.data, date.size});
    put_class(out, "date", (hearsay_str){day.data, day.size});
    buf_free(&day);
}

static void put_word(buf *out, const char *name, const char *word) {
    buf_printf(out, "<span class=\"%s\">", name);
    html_put(out, str_from(word));
    buf_put(out, STR("</span> "));
}

static void put_head(buf *out, const hearsay_finding *finding) {
    buf_put(out, STR("<h2>"));
    put_word(out, "kind", finding->kind);
    put_class(out, "about", finding->about);
    if (finding->origin != NULL) {
        put_word(out, "origin", finding->origin);
    }
    for (size_t i = 0; i < finding->mark_count; i++) {
        put_word(out, "flagged", finding->marks[i]);
    }
    buf number = {0};
    findings_put_number(&number, finding);
    if (number.size > 0) {
        put_word(out, "number", number.data);
    }
    buf_free(&number);
    buf_put(out, STR("</h2>\n"));
}

/* A link, where the document has an address. */
static void put_document(buf *out, hearsay_str title, hearsay_str url, hearsay_str id) {
    buf address = {0};
    const bool linked = html_put_address(&address, (str){url.data, url.size});
    if (linked) {
        buf_put(out, STR("<a rel=\"noreferrer\" href=\""));
        buf_put(out, buf_str(&address));
        buf_put(out, STR("\">"));
    }
    buf_put(out, STR("<cite><bdi>"));
    html_put_bytes(out, title.size > 0 ? (str){title.data, title.size} : findings_short_id(id));
    buf_put(out, linked ? STR("</bdi></cite></a> ") : STR("</bdi></cite> "));
    if (title.size > 0) {
        buf_put(out, STR("<span class=\"document\">"));
        html_put_line(out, findings_short_id(id));
        buf_put(out, STR("</span> "));
    }
    buf_free(&address);
}

static bool leads_on(const hearsay_evidence *each) {
    return each->page.size > 0 && !str_equal((str){each->page.data, each->page.size},
                                             (str){each->document.data, each->document.size});
}

static void put_evidence(buf *out, const hearsay_evidence *each) {
    const str who = findings_who(each);
    buf_put(out, STR("<li>"));
    put_word(out, "role", each->role);
    put_date(out, each->date);
    put_class(out, "who", (hearsay_str){who.data, who.size});
    if (each->sourcing != HEARSAY_SOURCING_UNKNOWN) {
        put_word(out, "sourcing", hearsay_sourcing_name(each->sourcing));
    }
    put_class(out, "cue", each->cue);
    put_class(out, "note", each->note);
    if (each->words.size > 0) {
        buf_put(out, STR("<blockquote><bdi>"));
        put(out, each->words);
        buf_put(out, STR("</bdi></blockquote>"));
    }
    buf_put(out, STR("<small>"));
    put_class(out, "publisher", each->publisher);
    put_document(out, each->title, each->url, each->document);
    put_class(out, "statement", each->statement);
    for (size_t i = 0; i < each->characters.count; i++) {
        buf_printf(out, "%zu-%zu ", each->characters.items[i].begin, each->characters.items[i].end);
    }
    if (leads_on(each)) {
        buf_put(out, STR("to "));
        put_document(out, each->page_title, each->page_url, each->page);
    }
    buf_put(out, STR("</small></li>\n"));
}

static void put_heading(buf *out, str heading) {
    if (heading.size > 0) {
        buf_put(out, STR("</ol>\n<h3>"));
        html_put(out, heading);
        buf_put(out, STR("</h3>\n<ol role=\"list\">\n"));
    }
}

void findings_put_html(buf *out, const hearsay_finding *finding) {
    buf_put(out, STR("<section class=\"finding\">\n"));
    put_head(out, finding);
    buf_put(out, STR("<ol role=\"list\">\n"));
    for (size_t i = 0; i < finding->evidence_count; i++) {
        put_heading(out, findings_heading(finding, i));
        put_evidence(out, &finding->evidence[i]);
    }
    buf_put(out, STR("</ol>\n</section>\n"));
}

void findings_begin_page(buf *out, const char *title, const hearsay_evidence *of) {
    page_begin(out, str_from(title));
    buf_put(out,
            STR("<header slot=\"top\" class=\"masthead\">\n<p class=\"mark\">hearsay</p>\n<h1>"));
    html_put(out, str_from(title));
    buf_put(out, STR("</h1>\n"));
    if (of != NULL) {
        buf_put(out, STR("<p class=\"byline\">"));
        put_document(out, of->title, of->url, of->document);
        put_class(out, "address", of->url);
        buf_put(out, STR("</p>\n"));
    }
    buf_put(out, STR("</header>\n<main class=\"findings\">\n"));
}

void findings_end_page(buf *out) {
    buf_put(out, STR("</main>\n<footer>\n<p>Made by hearsay "));
    html_put(out, str_from(hearsay_version()));
    buf_put(out, STR(". It shows places in texts; what is true is for you to find out. This page "
                     "loads nothing and sends nothing.</p>\n</footer>\n"));
    page_end(out);
}
