#include "cli/quotes_html.h"

#include "base/memory.h"
#include "cli/article.h"
#include "cli/html.h"
#include "cli/languages.h"
#include "cli/numbers.h"
#include "cli/page.h"

/* What the table of contents needs. All else of a document is gone when the next one comes. */
typedef struct {
    buf entries; /* HTML */
    size_t statements;
} contents;

/* --- before the articles ---------------------------------------------------------------------- */

static const char MASTHEAD[] =
    "<header slot=\"top\" id=\"top\" class=\"masthead\">\n"
    "<a class=\"skip\" href=\"#a1\">Skip to the first article</a>\n"
    "<p class=\"mark\">hearsay</p>\n"
    "<h1>Who is said to have said what</h1>\n"
    "<section aria-label=\"How to read the marks\">\n"
    "<dl class=\"legend\">\n"
    "<div><dt><span class=\"source\">source</span></dt>"
    "<dd>who is said to have said it</dd></div>\n"
    "<div><dt><span class=\"cue\">cue</span></dt>"
    "<dd>the words that report it</dd></div>\n"
    "<div><dt><span class=\"content\"><span class=\"no\" data-no=\"1\"></span>content</span></dt>"
    "<dd>what was said, thought, wanted or seen: quoted (<em>direct</em>), told "
    "(<em>indirect</em>) or both (<em>mixed</em>); its number is that of the note beside it</dd>"
    "</div>\n"
    "<div><dt><span class=\"content\">content <span class=\"content l2\">in content</span></span>"
    "</dt><dd>a statement that reports another one</dd></div>\n"
    "</dl>\n"
    "</section>\n"
    "</header>\n"
    "<main>\n";

static void begin(writing *self) {
    contents *found = mem_alloc(sizeof *found);
    *found = (contents){.statements = 0};
    self->memory = found;
    page_begin(&self->out, STR("Who is said to have said what"));
    buf_put(&self->out, str_from(MASTHEAD));
}

/* --- articles --------------------------------------------------------------------------------- */

/* Publisher and date, and how many statements. */
static void put_circumstances(buf *out, const hearsay_document *document, size_t statements) {
    hearsay_metadata about = hearsay_document_metadata(document);
    hearsay_str parts[] = {about.publisher, about.date};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].size > 0) {
            buf_put(out, STR("<bdi>"));
            html_put_line(out, (str){parts[i].data, parts[i].size});
            buf_put(out, STR("</bdi> · "));
        }
    }
    if (is_foreign(document)) {
        buf_put(out, STR("in "));
        html_put_line(out, str_from(language_name(hearsay_document_language(document))));
        buf_put(out, STR(", not read"));
    } else {
        put_counted(out, statements, "statement", NULL);
    }
}

static void add_entry(contents *into, hearsay_document *document, size_t number) {
    const hearsay_statement *unused;
    size_t statements = hearsay_document_statements(document, &unused);
    into->statements += statements;
    buf_printf(&into->entries, "<li><a href=\"#a%zu\"><bdi>", number);
    article_put_title(&into->entries, document);
    buf_put(&into->entries, STR("</bdi></a> <span>"));
    put_circumstances(&into->entries, document, statements);
    buf_put(&into->entries, STR("</span></li>\n"));
}

static void put_document(writing *self, hearsay_document *document) {
    article_style style = {.number = self->documents + 1,
                           .every_confidence = self->settings.every_confidence};
    add_entry(self->memory, document, style.number);
    article_put(&self->out, document, style);
}

/* --- after them ------------------------------------------------------------------------------- */

static void put_contents(writing *self, const contents *found) {
    buf *out = &self->out;
    buf_put(out, STR("<nav slot=\"front\" aria-labelledby=\"contents\">\n"
                     "<h2 id=\"contents\">Contents</h2>\n<p class=\"tally\">"));
    put_counted(out, self->documents, "article", NULL);
    buf_put(out, STR(", "));
    put_counted(out, found->statements, "statement", NULL);
    buf_put(out, STR("</p>\n<ol role=\"list\">\n"));
    buf_put(out, buf_str(&found->entries));
    buf_put(out, STR("</ol>\n</nav>\n"));
}

/* What made the page, and what is left out of it. */
static void put_colophon(writing *self) {
    buf *out = &self->out;
    buf_put(out, STR("<footer>\n<p>Made by hearsay "));
    html_put(out, str_from(hearsay_version()));
    if (self->settings.model != NULL) {
        buf_put(out, STR(" with the model "));
        html_put_line(out, str_from(self->settings.model));
    }
    buf_put(out, STR(". It shows who is said to have said what; whether it is true is for you to "
                     "find out."));
    if (self->settings.min_confidence > 0) {
        buf_put(out, STR(" Statements of lower confidence than "));
        put_share(out, self->settings.min_confidence);
        buf_put(out, STR(" are left out."));
    }
    buf_put(out, STR(" This page loads nothing and sends nothing.</p>\n</footer>\n"));
}

static void end(writing *self) {
    contents *found = self->memory;
    if (self->documents == 0) {
        buf_put(&self->out, STR("<p id=\"a1\">There was nothing to read.</p>\n"));
    }
    buf_put(&self->out, STR("</main>\n"));
    if (self->documents > 1) {
        put_contents(self, found);
    }
    put_colophon(self);
    page_end(&self->out);
    buf_free(&found->entries);
    mem_free(found);
    self->memory = NULL;
}

const format QUOTES_HTML = {.name = "html", .begin = begin, .document = put_document, .end = end};
