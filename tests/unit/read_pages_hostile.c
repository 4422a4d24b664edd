/* Pages that are made to be slow, or to crash: each is read in time that its size alone sets, and
 * gumbo's stack stays as low as html.h says. */
#include "support/check.h"

#include "base/buf.h"
#include "read/html.h"
#include "read/html_page.h"

#include <time.h>

/* What takes time with the square of the size takes minutes at this size. */
enum { SIZE = 1 << 17, SECONDS = 10, DEPTH_SLACK = 3 };

static const str REPEATED[] = {
    {"<div>", 5},
    {"<p>", 3},
    {"<b>", 3},
    {"<a href=x>", 10},
    {"<b class=x><p>", 14},
    {"<font color=x><p>", 17},
    {"<span><div></span></div>", 24},
    {"<b><div></b></div>", 18},
    {"<a><b></a>", 10},
    {"<table>", 7},
    {"<table><tr><td>", 15},
    {"<table><b>", 10},
    {"<table>x", 8},
    {"<td><table></td>", 16},
    {"<object><b></object>", 20},
    {"<b><object></b></object>", 24},
    {"<ul><li>", 8},
    {"<dl><dd><dl><dt>", 16},
    {"<li>", 4},
    {"<select><option>", 16},
    {"<svg>", 5},
    {"<math><mi>", 10},
    {"<template>", 10},
    {"<script>", 8},
    {"<textarea>", 10},
    {"<title>", 7},
    {"<title><b>x</title>", 19},
    {"<plaintext>", 11},
    {"<frameset>", 10},
    {"<body class=x>", 14},
    {"<html a=b>", 10},
    {"<form><button>", 14},
    {"<h1><h2>", 8},
    {"<pre>\n", 6},
    {"<nobr>", 6},
    {"<custom-x>", 10},
    {"<ruby><rt>", 10},
    {"</p>", 4},
    {"</br>", 5},
    {"</div>", 6},
    {"<", 1},
    {"</", 2},
    {"<!", 2},
    {"<!--", 4},
    {"<!-->", 5},
    {"<?", 2},
    {"<![CDATA[", 9},
    {"&", 1},
    {"&amp", 4},
    {"&lt;", 4},
    {"&#0;", 4},
    {"&#x", 3},
    {"&#126;~", 7},
    {"<a b=\"", 6},
    {"<a b='c' ", 9},
    {"=", 1},
    {"<br>", 4},
    {"x<br><br>", 9},
    {"<p>word word</p>", 16},
    {"<p>a</p><img>", 13},
    {"<meta name=a content=b>", 23},
    {"<time>1</time>", 14},
    {"<i itemprop=author>", 19},
    {"<div hidden>", 12},
    {"\0", 1},
    {"\xFF", 1},
    {"\xC3", 1},
    {"a\r\n", 3},
    {"<script type=application/ld+json>[{", 35},
};

static void put_times(buf *out, str what, size_t size) {
    while (out->size + what.size <= size) {
        buf_put(out, what);
    }
}

static void check_time(str page) {
    const clock_t begin = clock();
    arena *memory = arena_new();
    reading out;
    read_html(memory, page, NULL, &out, NULL);
    arena_free(memory);
    const double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > SECONDS) {
        fail_msg("%.1f s for \"%.30s...\"", seconds, page.data);
    }
}

static void check_depth(str bytes) {
    html_page page;
    html_page_make(&page, bytes, (str){NULL, 0});
    for (size_t i = 0; i < page.tree.count; i++) {
        size_t depth = 0;
        for (size_t at = i; at > 0; at = page.tree.nodes[at].parent) {
            depth++;
        }
        if (depth > DEPTH_SLACK * HTML_DEPTH_MAX + HTML_FORMATTING_MAX) {
            fail_msg("%zu deep for \"%.30s...\"", depth, bytes.data);
        }
    }
    html_page_free(&page);
}

static void repeated(void **unused) {
    (void)unused;
    buf page = {0};
    for (size_t i = 0; i < sizeof REPEATED / sizeof *REPEATED; i++) {
        buf_clear(&page);
        put_times(&page, REPEATED[i], SIZE / 32);
        check_depth(buf_str(&page));
        put_times(&page, REPEATED[i], SIZE);
        check_time(buf_str(&page));
    }
    buf_free(&page);
}

/* One attribute, comment, script or text as large as the page. */
static void large_parts(void **unused) {
    (void)unused;
    static const str PARTS[][3] = {
        {{"<p title=\"", 10}, {"x", 1}, {"\">text", 6}},
        {{"<p ", 3}, {"a=b ", 4}, {">text", 5}},
        {{"<p class=\"", 10}, {"ad ", 3}, {"\">text", 6}},
        {{"<!--", 4}, {"- ", 2}, {"-->text", 7}},
        {{"<script>", 8}, {"<", 1}, {"</script>text", 13}},
        {{"<", 1}, {"x", 1}, {">text", 5}},
        {{"<a href=\"", 9}, {"../", 3}, {"\">text", 6}},
        {{"<title>", 7}, {" - ", 3}, {"</title>text", 12}},
        {{"<meta name=author content='", 27}, {"by ", 3}, {"'>text", 6}},
        {{"<time>", 6}, {"1 ", 2}, {"</time>text", 11}},
    };
    buf page = {0};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        buf_clear(&page);
        buf_put(&page, PARTS[i][0]);
        put_times(&page, PARTS[i][1], SIZE);
        buf_put(&page, PARTS[i][2]);
        check_time(buf_str(&page));
    }
    buf_free(&page);
}

static void too_large(void **unused) {
    (void)unused;
    buf page = {0};
    put_times(&page, STR("x"), HTML_SIZE_MAX + 1);
    arena *memory = arena_new();
    reading out;
    hearsay_error error;
    assert_int_equal(read_html(memory, buf_str(&page), NULL, &out, &error), HEARSAY_TOO_LARGE);
    assert_int_equal(error.position, HTML_SIZE_MAX);
    arena_free(memory);
    buf_free(&page);
}

/* A page that is cut anywhere is read as far as it goes. */
static void truncated(void **unused) {
    (void)unused;
    const str page =
        STR("<!doctype html><html lang='en'><head><meta charset=utf-8><title>A &amp; b</title>"
            "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": \"x\"}"
            "</script></head><body><!-- c --><p class=\"a\">caf\xC3\xA9 &eacute; <a "
            "href='/x'>y</a><br>z</p></body></html>");
    for (size_t size = 0; size <= page.size; size++) {
        arena *memory = arena_new();
        reading out;
        read_html(memory, (str){page.data, size}, NULL, &out, NULL);
        for (size_t i = 0; i < out.source_count; i++) {
            assert_true(out.sources[i].source <= out.sources[i].source_end);
            assert_true(out.sources[i].source_end <= size);
        }
        arena_free(memory);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(repeated), cmocka_unit_test(large_parts),
                                       cmocka_unit_test(too_large), cmocka_unit_test(truncated)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
