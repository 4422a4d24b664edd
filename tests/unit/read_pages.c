/* The cases of web pages: see the tops of the files in tests/cases/pages. */
#include "support/cases.h"
#include "support/check.h"

#include "base/buf.h"
#include "read/html.h"

#include <string.h>

static const html_hints FOUND = {.charset = {NULL, 0},
                                 .url = {"http://example.com/news/today.html", 34}};
static const html_hints DATED = {.charset = {NULL, 0},
                                 .url = {"http://example.com/2031/04/02/x.html", 36}};

/* --- structure.txt ---------------------------------------------------------------------------- */

static void put_line(buf *out, str text) {
    for (size_t i = 0; i < text.size; i++) {
        buf_put(out, text.data[i] == '\n' ? STR(" / ") : (str){text.data + i, 1});
    }
    buf_put(out, STR("\n"));
}

static void put_structure(buf *out, const reading *page) {
    static const char *const KINDS[] = {"p", "h", "i", "q", "post"};
    for (size_t i = 0; i < page->block_count; i++) {
        buf_printf(out, "%s ", KINDS[page->blocks[i].kind]);
        put_line(out, str_slice(page->view.text, page->blocks[i].span));
    }
    for (size_t i = 0; i < page->link_count; i++) {
        buf_put(out, str_slice(page->view.text, page->links[i].span));
        buf_put(out, STR(" -> "));
        buf_put(out, page->links[i].url);
        buf_put(out, STR("\n"));
    }
}

/* --- metadata.txt ----------------------------------------------------------------------------- */

static void put_field(buf *out, const char *name, hearsay_str value) {
    if (value.data != NULL) {
        buf_printf(out, "%s=", name);
        buf_put(out, (str){value.data, value.size});
        buf_put(out, STR("\n"));
    }
}

static void put_metadata(buf *out, const hearsay_metadata *metadata) {
    put_field(out, "title", metadata->title);
    put_field(out, "author", metadata->author);
    put_field(out, "publisher", metadata->publisher);
    put_field(out, "url", metadata->url);
    put_field(out, "date", metadata->date);
    put_field(out, "language", metadata->language);
}

/* --- sources.txt ------------------------------------------------------------------------------ */

static void put_sources(buf *out, const reading *page, str bytes) {
    for (size_t i = 0; i < page->source_count; i++) {
        const source_run *each = &page->sources[i];
        const size_t end =
            i + 1 < page->source_count ? page->sources[i + 1].text : page->view.text.size;
        const str text = str_slice(page->view.text, (span){each->text, end});
        const str source = str_slice(bytes, (span){each->source, each->source_end});
        if (str_equal(text, source)) {
            buf_put(out, STR("= "));
            buf_put(out, text);
        } else {
            buf_put(out, text);
            buf_put(out, source.size > 0 ? STR(" <- ") : STR(" <-"));
            buf_put(out, source);
        }
        buf_put(out, STR("\n"));
    }
}

/* ---------------------------------------------------------------------------------------------- */

static bool is_in(const test_case *each, const char *file) {
    return strstr(each->file, file) != NULL;
}

static void check(const test_case *each, void *unused) {
    (void)unused;
    arena *memory = arena_new();
    buf out = {0};
    reading page;
    hearsay_error error;
    const str bytes = each->sections[0];
    if (is_in(each, "/article.txt")) {
        const hearsay_status status = read_html(memory, bytes, &FOUND, &page, &error);
        buf_printf(&out, "%s%s", status == HEARSAY_OK ? "" : "error: ",
                   status == HEARSAY_OK ? "" : error.message);
        buf_put(&out, page.view.text);
    } else if (is_in(each, "/metadata.txt")) {
        read_html(memory, bytes, &DATED, &page, NULL);
        put_metadata(&out, &page.metadata);
    } else {
        assert_int_equal(read_html_fragment(memory, bytes, &FOUND, &page, &error), HEARSAY_OK);
        if (is_in(each, "/structure.txt")) {
            put_structure(&out, &page);
        } else if (is_in(each, "/sources.txt")) {
            put_sources(&out, &page, bytes);
        } else {
            buf_put(&out, page.view.text);
        }
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
}

static void cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("pages", check, NULL), 0);
}

static void told_from_texts(void **state) {
    (void)state;
    static const str PAGES[] = {
        {"<!DOCTYPE html>\n<html>", 22},
        {"\xEF\xBB\xBF \n<HTML lang=en>", 19},
        {"<?xml version=\"1.0\"?><!-- x --><html >", 38},
        {"<\0h\0t\0m\0l\0>\0", 12},
        {"<head><title>x", 14},
    };
    static const str TEXTS[] = {
        {"He said <html> is a tag.", 24}, {"<htmlx>", 7}, {"", 0}, {"<rss>", 5}, {"<!-- only", 9},
    };
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        assert_true(looks_like_html(PAGES[i]));
    }
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        assert_false(looks_like_html(TEXTS[i]));
    }
}

/* A header of HTTP is believed before a <meta>. */
static void charset_hint(void **state) {
    (void)state;
    arena *memory = arena_new();
    reading page;
    const html_hints hints = {.charset = STR("windows-1251"), .url = {NULL, 0}};
    const str bytes = STR("<meta charset=koi8-r><p>\xCF\xF0\xE0\xE2\xE4\xE0</p>");
    assert_int_equal(read_html_fragment(memory, bytes, &hints, &page, NULL), HEARSAY_OK);
    assert_true(str_equal(page.view.text, STR("Правда")));
    arena_free(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases), cmocka_unit_test(told_from_texts),
                                       cmocka_unit_test(charset_hint)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
