/* Texts that are made to be slow, or to crash: each is read in time that its size alone sets. */
#include "support/check.h"

#include "base/buf.h"
#include "read/read.h"

#include <stdio.h>
#include <time.h>

/* What takes time with the square of the size takes minutes at this size. */
enum { SIZE = 256 << 10, SECONDS = 10 };

static const str REPEATED[] = {
    {"[", 1},
    {"a]", 2},
    {"[a", 2},
    {"](", 2},
    {"[ (](", 5},
    {"![", 2},
    {"![a](", 5},
    {" *a **a ", 8},
    {"*a_ ", 4},
    {"a_ ", 3},
    {"_a ", 3},
    {"a***", 4},
    {"[ a_", 4},
    {"\\``", 3},
    {"`", 1},
    {"e`", 2},
    {"``e", 3},
    {"<a:", 3},
    {"<", 1},
    {"<>", 2},
    {"&a", 2},
    {">", 1},
    {"> ", 2},
    {">\n", 2},
    {"* ", 2},
    {"- ", 2},
    {"1. ", 3},
    {"[a]: /u \"x\n", 11},
    {"[a]: /u\n", 8},
    {"[a][b]", 6},
    {"[a](/b \"c", 9},
    {"[a](<", 5},
    {"[a](/b(", 7},
    {"***a", 4},
    {"**a*", 4},
    {"*", 1},
    {"_", 1},
    {"~~~\n", 4},
    {"```\n", 4},
    {"# ", 2},
    {"\n", 1},
    {"\r\n", 2},
    {"=\n", 2},
    {"a\n=\n", 4},
    {"  - a\n", 6},
    {"](a\n", 4},
    {"]([\"\n", 5},
    {"\"", 1},
    {"\xE2\x80\x9C", 3},
    {"@a_", 3},
    {"a*b", 3},
    {"a**b***c*", 9},
    {"[x](/y) ", 8},
    {"![x](/y) ", 9},
    {"\0", 1},
    {"\\", 1},
    {"\\\n", 2},
    {"<http://a> ", 11},
    {"\xC3", 1},
    {"[[a]]", 5},
    {"[a](/b)[", 8},
    {"[]()", 4},
    {"[]:", 3},
    {"[]: /x\n\n", 8},
    {"> - ", 4},
    {"1) - ", 5},
    {"+\n\n", 3},
    {"`a'b", 4},
    {"x", 1},
    {"\xD7\xA9", 2},
};

static void put_times(buf *out, str what, size_t count) {
    for (size_t i = 0; i < count; i++) {
        buf_put(out, what);
    }
}

static void check_time(str text) {
    clock_t begin = clock();
    arena *memory = arena_new();
    reading out;
    read_text(memory, text, &out);
    assert_true(out.view.shown.size <= out.view.text.size);
    arena_free(memory);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > SECONDS) {
        fail_msg("%.1f s for \"%.20s...\"", seconds, text.data);
    }
}

static void repeated(void **unused) {
    (void)unused;
    buf text = {0};
    for (size_t i = 0; i < sizeof REPEATED / sizeof *REPEATED; i++) {
        buf_clear(&text);
        put_times(&text, REPEATED[i], SIZE / REPEATED[i].size);
        check_time(buf_str(&text));
    }
    buf_free(&text);
}

/* Many of the first, then as many of the second. */
static void nested(void **unused) {
    (void)unused;
    static const str PAIRS[][2] = {
        {{"[", 1}, {"]", 1}},
        {{"![", 2}, {"](/u)", 5}},
        {{"*a **a ", 7}, {" a** a*", 7}},
        {{"(", 1}, {")", 1}},
        {{"[x](", 4}, {")", 1}},
        {{"\xE2\x80\x9C", 3}, {"\xE2\x80\x9D", 3}},
        {{"- ", 2}, {"\n", 1}},
        {{"> ", 2}, {"\na", 2}},
    };
    buf text = {0};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        buf_clear(&text);
        buf_put(&text, STR("[x]: /foo\n\n"));
        put_times(&text, PAIRS[i][0], SIZE / 8);
        put_times(&text, PAIRS[i][1], SIZE / 8);
        check_time(buf_str(&text));
    }
    buf_free(&text);
}

/* md4c copies a definition's address each time it is used. */
static void definitions(void **unused) {
    (void)unused;
    buf text = {0};
    buf_put(&text, STR("[x]: /"));
    put_times(&text, STR("x"), SIZE / 2);
    buf_put(&text, STR("\n"));
    put_times(&text, STR("[x]\n"), SIZE / 8);
    check_time(buf_str(&text));
    buf_clear(&text);
    for (size_t i = 0; i < SIZE / 16; i++) {
        buf_printf(&text, "[%zu]: /u\n", i);
    }
    put_times(&text, STR("[0] "), SIZE / 8);
    check_time(buf_str(&text));
    buf_free(&text);
}

/* Lists in lists, then empty lines, for each of which all lists are gone through. */
static void lists(void **unused) {
    (void)unused;
    buf text = {0};
    for (size_t depth = 0; depth < 400; depth++) {
        put_times(&text, STR("  "), depth);
        buf_put(&text, STR("- - - - - a\n"));
    }
    put_times(&text, STR("\n"), SIZE);
    check_time(buf_str(&text));
    buf_free(&text);
}

/* A line of JSON, as deep as it is long. */
static void deep_json(void **unused) {
    (void)unused;
    static const str OPENERS[] = {{"[", 1}, {"{\"a\":", 5}, {"\"\\ud800", 7}, {"-", 1}, {"1", 1}};
    buf line = {0};
    for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++) {
        arena *memory = arena_new();
        reading out;
        buf_clear(&line);
        buf_put(&line, STR("{\"text\": "));
        put_times(&line, OPENERS[i], SIZE);
        assert_int_equal(read_json_line(memory, buf_str(&line), &out, NULL), HEARSAY_FORMAT);
        arena_free(memory);
    }
    buf_free(&line);
}

/* Digits that are no number, which each of them could begin. */
static void long_numbers(void **unused) {
    (void)unused;
    static const str ENDS[][2] = {
        {{"0", 1}, {"", 0}}, {{"", 0}, {"e", 1}}, {{"", 0}, {".", 1}}, {{"1.", 2}, {"e+", 2}}};
    buf line = {0};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        arena *memory = arena_new();
        reading out;
        buf_clear(&line);
        buf_put(&line, STR("{\"text\": "));
        buf_put(&line, ENDS[i][0]);
        put_times(&line, STR("1"), 4 * SIZE);
        buf_put(&line, ENDS[i][1]);
        clock_t begin = clock();
        assert_int_equal(read_json_line(memory, buf_str(&line), &out, NULL), HEARSAY_FORMAT);
        assert_true((clock() - begin) / CLOCKS_PER_SEC < SECONDS);
        arena_free(memory);
    }
    buf_free(&line);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repeated), cmocka_unit_test(nested),    cmocka_unit_test(definitions),
        cmocka_unit_test(lists),    cmocka_unit_test(deep_json), cmocka_unit_test(long_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
