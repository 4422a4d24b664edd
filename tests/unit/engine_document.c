#include "engine/document.h"

#include "base/utf8.h"
#include "support/check.h"
#include "support/random.h"

#include <string.h>

static hearsay_document *document_of(str text) {
    hearsay_document *made = NULL;
    assert_int_equal(hearsay_document_new(public_str(text), NULL, &made, NULL), HEARSAY_OK);
    assert_non_null(made);
    return made;
}

static bool equals(hearsay_str a, const char *b) {
    return str_equal(inner_str(a), str_from(b));
}

/* --- making ----------------------------------------------------------------------------------- */

static void test_bytes_are_copied(void **state) {
    (void)state;
    char bytes[] = "She said no.";
    hearsay_document *made = document_of(str_from(bytes));
    memset(bytes, 'x', sizeof bytes);
    assert_true(equals(hearsay_document_text(made), "She said no."));
    hearsay_document_free(made);
    hearsay_document_free(NULL);
}

static void test_metadata(void **state) {
    (void)state;
    char title[] = "A \xFF title";
    hearsay_metadata given = {.id = {"7", 1}, .title = {title, strlen(title)}, .date = {"", 0}};
    hearsay_document *made = NULL;
    assert_int_equal(hearsay_document_new((hearsay_str){"x", 1}, &given, &made, NULL), HEARSAY_OK);
    memset(title, 'x', sizeof title);
    hearsay_metadata kept = hearsay_document_metadata(made);
    assert_true(equals(kept.id, "7"));
    assert_true(equals(kept.title, "A \xEF\xBF\xBD title"));
    assert_null(kept.author.data);
    assert_non_null(kept.date.data); /* known to be empty is not unknown */
    hearsay_document_free(made);
}

static void test_an_id_of_its_own(void **state) {
    (void)state;
    hearsay_metadata empty = {.id = {"", 0}};
    hearsay_document *made = document_of(STR("abc")), *other = NULL;
    assert_int_equal(hearsay_document_new((hearsay_str){"abc", 3}, &empty, &other, NULL),
                     HEARSAY_OK);
    assert_true(equals(hearsay_document_metadata(made).id, "ba7816bf8f01cfea414140de5dae2223"));
    assert_true(equals(hearsay_document_metadata(other).id, "ba7816bf8f01cfea414140de5dae2223"));
    hearsay_document_free(made);
    hearsay_document_free(other);
}

static void test_what_makes_no_document(void **state) {
    (void)state;
    hearsay_error error = {0};
    hearsay_document *made = NULL;
    assert_int_equal(hearsay_document_new((hearsay_str){NULL, 1}, NULL, &made, &error),
                     HEARSAY_INVALID);
    assert_int_equal(error.code, HEARSAY_INVALID);
    assert_int_equal(hearsay_document_new((hearsay_str){"x", (size_t)1 << 32}, NULL, &made, &error),
                     HEARSAY_TOO_LARGE);
    assert_null(made);
}

static void test_before_attribute(void **state) {
    (void)state;
    hearsay_document *made = document_of(STR("She said no."));
    const hearsay_statement *statements;
    const hearsay_passage *passages;
    assert_null(hearsay_document_language(made));
    assert_int_equal(hearsay_document_statements(made, &statements), 0);
    assert_int_equal(hearsay_document_passages(made, &passages), 0);
    assert_int_equal(hearsay_document_words(made), 0);
    assert_null(hearsay_document_origin(made).data);
    hearsay_document_keep(made, 0.5F);
    hearsay_document_free(made);
}

static void test_flaws(void **state) {
    (void)state;
    size_t first = 9;
    hearsay_document *made = document_of(STR("ab\xFFz\xC3(\xE2\x82"));
    assert_int_equal(hearsay_document_flaws(made, &first), 3);
    assert_int_equal(first, 2);
    assert_int_equal(hearsay_document_flaws(made, NULL), 3);
    assert_true(equals(hearsay_document_text(made), "ab\xEF\xBF\xBDz\xEF\xBF\xBD(\xEF\xBF\xBD"));
    hearsay_document_free(made);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static void check_shown(const char *text, const char *expected) {
    hearsay_document *made = document_of(str_from(text));
    hearsay_str shown = hearsay_document_shown(made, (hearsay_span){0, strlen(text)});
    assert_true(equals(shown, expected));
    hearsay_document_free(made);
}

static void test_white_space_is_joined(void **state) {
    (void)state;
    check_shown("", "");
    check_shown("  ", "");
    check_shown("a  b\t\r\n c\n", "a b c");
    check_shown("a\xC2\xA0\xE2\x80\x83\xE3\x80\x80z", "a z"); /* no-break, em, ideographic */
    check_shown("a\xE2\x80\xA8z\xC2\x85y", "a z y");          /* line separator, next line */
}

static void test_parts(void **state) {
    (void)state;
    hearsay_document *made = document_of(STR("She \xE2\x80\x9Csaid\xE2\x80\x9D so"));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){4, 14}),
                       "\xE2\x80\x9Csaid\xE2\x80\x9D"));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){5, 13}), "said"));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){5, 6}), ""));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){9, 3}), ""));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){14, SIZE_MAX}), "so"));
    assert_true(equals(hearsay_document_shown(made, (hearsay_span){99, 100}), ""));
    hearsay_document_free(made);
}

/* Runs of every length, wanted from everywhere to everywhere, against a plain walk. */
static void test_parts_of_marked_up_text(void **state) {
    (void)state;
    hearsay_document *made = document_of(STR("0123456789abcdefghij"));
    run runs[] = {{0, 2}, {1, 4}, {4, 8}, {6, 15}};
    made->reading.view.runs = runs;
    made->reading.view.run_count = 4;
    made->reading.view.shown = STR("2456"
                                   "89f"
                                   "ghij"); /* but for the walk, only its size */
    static const char SEEN[] = "..2.456.89.....fghij";
    for (size_t begin = 0; begin <= 20; begin++) {
        for (size_t end = begin; end <= 20; end++) {
            char expected[21] = {0};
            size_t size = 0;
            for (size_t i = begin; i < end; i++) {
                if (SEEN[i] != '.') {
                    expected[size++] = SEEN[i];
                }
            }
            hearsay_str shown = hearsay_document_shown(made, (hearsay_span){begin, end});
            assert_true(equals(shown, expected));
        }
    }
    hearsay_document_free(made);
}

/* --- parts -------------------------------------------------------------------------------------
 */

/* Each span's text, with a bar after it. */
static void put_spans(buf *into, hearsay_document *from, hearsay_spans spans) {
    str text = inner_str(hearsay_document_text(from));
    buf_clear(into);
    for (size_t i = 0; i < spans.count; i++) {
        buf_put(into, str_slice(text, (span){spans.items[i].begin, spans.items[i].end}));
        buf_putc(into, '|');
    }
}

static void test_what_is_seen_and_paragraphs(void **state) {
    (void)state;
    hearsay_document *made = document_of(STR("# A *b*\n\n[c](http://d.example) e\nf\n\n\n"));
    buf parts = {0};
    put_spans(&parts, made, hearsay_document_seen(made));
    assert_string_equal(parts.data, "A |b|\n\n|c| e\nf\n\n\n|");
    put_spans(&parts, made, hearsay_document_paragraphs(made));
    assert_string_equal(parts.data, "A *b|c](http://d.example) e\nf|");
    assert_ptr_equal(hearsay_document_paragraphs(made).items,
                     hearsay_document_paragraphs(made).items);
    hearsay_document_free(made);
    made = document_of(STR(" \n"));
    assert_int_equal(hearsay_document_paragraphs(made).count, 0);
    hearsay_document_free(made);
    made = document_of(STR(""));
    assert_int_equal(hearsay_document_seen(made).count, 0);
    assert_int_equal(hearsay_document_code_points(made, 0), 0);
    hearsay_document_free(made);
    buf_free(&parts);
}

static void test_code_points(void **state) {
    (void)state;
    hearsay_document *made = document_of(STR("\xE2\x80\x9CNo,\xE2\x80\x9D \xF0\x9F\x98\x80!"));
    assert_int_equal(hearsay_document_code_points(made, 0), 0);
    assert_int_equal(hearsay_document_code_points(made, 6), 4);
    assert_int_equal(hearsay_document_code_points(made, 14), 7);
    assert_int_equal(hearsay_document_code_points(made, SIZE_MAX), 8);
    hearsay_document_free(made);
}

/* --- anything --------------------------------------------------------------------------------- */

/* Bytes that are near to articles: marks, markup, broken characters, line ends. */
static str random_bytes(uint64_t *seed, buf *into) {
    static const char *const PARTS[] = {
        "she",  " said ", "\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "'",    "\n\n", "\r\n", "[",
        "](",   ")",      "*",  "**",           "> ",           "# ",   "\\",   "![",   "<",
        "&amp", ";",      "\0", "\xFF",         "\xE2\x80",     "\xF0", "\t",   "`",    "http://",
    };
    buf_clear(into);
    for (size_t n = random_below(seed, 60); n > 0; n--) {
        const char *part = PARTS[random_below(seed, sizeof PARTS / sizeof *PARTS)];
        buf_put(into, part[0] != '\0' ? str_from(part) : STR("\0"));
    }
    return buf_str(into);
}

static bool starts_character(str text, size_t position) {
    return position == text.size || ((uint8_t)text.data[position] & 0xC0) != 0x80;
}

static void check_view(const hearsay_document *self) {
    const view *page = &self->reading.view;
    str again;
    arena *memory = arena_new();
    assert_int_equal(utf8_repair(page->text, memory, &again, NULL, NULL), 0);
    assert_int_equal(utf8_repair(page->shown, memory, &again, NULL, NULL), 0);
    arena_free(memory);
    for (size_t i = 0; i < page->run_count; i++) {
        assert_true(starts_character(page->text, page->runs[i].text));
        assert_true(starts_character(page->shown, page->runs[i].shown));
    }
    for (size_t begin = 0; begin <= page->shown.size; begin++) {
        if (starts_character(page->shown, begin)) {
            span part = view_span(page, (span){begin, page->shown.size});
            assert_true(part.begin <= part.end && part.end <= page->text.size);
            assert_true(starts_character(page->text, part.begin));
            assert_true(starts_character(page->text, part.end));
        }
    }
}

static void test_anything_is_a_document(void **state) {
    (void)state;
    uint64_t seed = 6;
    buf bytes = {0};
    for (int round = 0; round < 5000; round++) {
        hearsay_document *made = document_of(random_bytes(&seed, &bytes));
        check_view(made);
        size_t size = hearsay_document_text(made).size;
        hearsay_str all = hearsay_document_shown(made, (hearsay_span){0, size});
        assert_true(all.size <= size);
        for (size_t i = 0; i + 1 < all.size; i++) {
            assert_false(all.data[i] == ' ' && all.data[i + 1] == ' ');
        }
        hearsay_document_free(made);
    }
    buf_free(&bytes);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_are_copied),
        cmocka_unit_test(test_metadata),
        cmocka_unit_test(test_an_id_of_its_own),
        cmocka_unit_test(test_what_makes_no_document),
        cmocka_unit_test(test_before_attribute),
        cmocka_unit_test(test_flaws),
        cmocka_unit_test(test_white_space_is_joined),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_parts_of_marked_up_text),
        cmocka_unit_test(test_what_is_seen_and_paragraphs),
        cmocka_unit_test(test_code_points),
        cmocka_unit_test(test_anything_is_a_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
