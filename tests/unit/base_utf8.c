#include "base/utf8.h"

#include "base/buf.h"
#include "support/cases.h"
#include "support/check.h"
#include "support/random.h"

#include <string.h>

/* Well-formed by decoding, apart from the table that utf8.c uses: no overlong form, no surrogate,
 * nothing above U+10FFFF. */
static bool well_formed(str text) {
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    for (size_t i = 0; i < text.size;) {
        unsigned char first = (unsigned char)text.data[i];
        size_t size = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (size == 0 || first >= 0xF8 || i + size > text.size) {
            return false;
        }
        uint32_t cp = size == 1 ? first : first & (0x7FU >> size);
        for (size_t k = 1; k < size; k++) {
            unsigned char byte = (unsigned char)text.data[i + k];
            if ((byte & 0xC0) != 0x80) {
                return false;
            }
            cp = cp << 6 | (byte & 0x3F);
        }
        if (cp < LEAST[size] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) {
            return false;
        }
        i += size;
    }
    return true;
}

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    arena *memory = arena_new();
    str text;
    utf8_flaw *flaws;
    size_t told;
    utf8_repair(each->sections[0], memory, &text, &flaws, &told);
    case_expect(each, 1, text);
    buf list = {0};
    for (size_t i = 0; i < told; i++) {
        buf_printf(&list, "%s%zu:%zu", i > 0 ? " " : "", flaws[i].position, flaws[i].size);
    }
    case_expect(each, 2, buf_str(&list));
    buf_free(&list);
    arena_free(memory);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("base", check_case, NULL), 0);
}

/* Bytes that come near to UTF-8 and miss it often. */
static str random_bytes(uint64_t *seed, char *into, size_t limit) {
    static const unsigned char TELLING[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                            0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                                            0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFE, 0xFF};
    size_t size = random_below(seed, limit + 1);
    for (size_t i = 0; i < size; i++) {
        into[i] = (char)TELLING[random_below(seed, sizeof TELLING)];
    }
    return (str){into, size};
}

/* Flaws ascend, do not overlap, are ill-formed, and what lies between them is well-formed. */
static void check_flaws(str bytes, const utf8_flaw *flaws, size_t told, size_t count) {
    size_t pos = 0;
    for (size_t i = 0; i < told; i++) {
        assert_true(flaws[i].position >= pos);
        span between = {pos, flaws[i].position};
        assert_true(well_formed(str_slice(bytes, between)));
        pos = flaws[i].position + flaws[i].size;
        assert_true(flaws[i].size > 0 && pos <= bytes.size);
        assert_false(well_formed(str_slice(bytes, (span){flaws[i].position, pos})));
    }
    assert_int_equal(told, count < UTF8_FLAWS_MAX ? count : UTF8_FLAWS_MAX);
    if (told == count) {
        assert_true(well_formed(str_slice(bytes, (span){pos, bytes.size})));
    }
}

static void test_repair_of_anything(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int round = 0; round < 50000; round++) {
        char space[40];
        str bytes = random_bytes(&seed, space, sizeof space);
        arena *memory = arena_new();
        str text;
        utf8_flaw *flaws;
        size_t told;
        size_t count = utf8_repair(bytes, memory, &text, &flaws, &told);
        assert_true(well_formed(text));
        assert_true((count == 0) == well_formed(bytes));
        assert_true((count == 0) == (text.data == bytes.data)); /* what is good is not copied */
        check_flaws(bytes, flaws, told, count);
        str again;
        assert_int_equal(utf8_repair(text, memory, &again, NULL, NULL), 0);
        assert_true(str_equal(text, again));
        arena_free(memory);
    }
}

static void test_every_code_point_returns(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp <= 0x110000; cp++) {
        char bytes[4];
        str text = {bytes, utf8_put(bytes, cp)};
        bool has_utf8 = cp <= 0x10FFFF && !(cp >= 0xD800 && cp <= 0xDFFF);
        assert_true(well_formed(text));
        assert_int_equal(utf8_count(text), 1);
        size_t pos = 0;
        assert_int_equal(utf8_next(text, &pos), has_utf8 ? cp : UTF8_REPLACEMENT);
        assert_int_equal(pos, text.size);
    }
}

static void test_next_on_ill_formed_text_ends(void **state) {
    (void)state;
    uint64_t seed = 2;
    for (int round = 0; round < 10000; round++) {
        char space[40];
        str bytes = random_bytes(&seed, space, sizeof space);
        for (size_t pos = 0; pos < bytes.size;) {
            size_t before = pos;
            utf8_next(bytes, &pos);
            assert_true(pos > before && pos <= bytes.size);
        }
    }
}

static void test_count(void **state) {
    (void)state;
    assert_int_equal(utf8_count(STR("")), 0);
    assert_int_equal(utf8_count(STR("a\xC3\xA9\xE2\x80\x9C\xF0\x9F\x98\x80")), 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_repair_of_anything),
        cmocka_unit_test(test_every_code_point_returns),
        cmocka_unit_test(test_next_on_ill_formed_text_ends),
        cmocka_unit_test(test_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
