#include "cli/wrap.h"

#include "cli/values.h"
#include "support/cases.h"
#include "support/check.h"
#include "support/findings.h"
#include "support/random.h"

#include <string.h>

/* --- cases ------------------------------------------------------------------------------------ */

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    str numbers = each->sections[1];
    size_t values[3] = {0};
    for (size_t i = 0; i < 3; i++) {
        assert_true(value_count(findings_take(&numbers, ' '), 1000, &values[i]));
    }
    buf out = {0};
    wrap lines;
    wrap_begin(&lines, &out, (unsigned)values[0], (unsigned)values[1], (unsigned)values[2]);
    wrap_text(&lines, each->sections[0]);
    wrap_end(&lines);
    case_expect(each, 2, buf_str(&out));
    buf_free(&out);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("wrap", check_case, NULL), 0);
}

/* --- any text --------------------------------------------------------------------------------- */

/* Random text of words, long and short, narrow, wide and combining. */
static void put_random(buf *text, uint64_t *seed) {
    static const char *const PIECES[] = {"a",  "of", "said", " ",       " ", " ", "漢", "字",
                                         "。", "「", "—",    "e\u0301", "…", "👍", "”",  "\u00A0"};
    for (size_t n = random_below(seed, 80); n > 0; n--) {
        buf_put(text, str_from(PIECES[random_below(seed, sizeof PIECES / sizeof *PIECES)]));
    }
}

/* What is left of a text without white space. */
static buf without_space(str text) {
    buf out = {0};
    for (size_t i = 0; i < text.size; i++) {
        bool no_break = text.data[i] == '\xC2' && text.data[i + 1] == '\xA0';
        i += no_break;
        if (!no_break && text.data[i] != ' ' && text.data[i] != '\n') {
            buf_putc(&out, text.data[i]);
        }
    }
    return out;
}

static void test_width_and_characters_are_kept(void **state) {
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        unsigned width = 20 + (unsigned)random_below(&seed, 40);
        unsigned indent = (unsigned)random_below(&seed, 10);
        buf text = {0}, out = {0};
        put_random(&text, &seed);
        wrap lines;
        wrap_begin(&lines, &out, width, indent, 0);
        wrap_text(&lines, buf_str(&text));
        wrap_end(&lines);
        for (str rest = buf_str(&out); rest.size > 0;) {
            const char *stop = memchr(rest.data, '\n', rest.size);
            assert_non_null(stop);
            str line = {rest.data, (size_t)(stop - rest.data)};
            assert_true(text_width(line) <= width);
            rest = str_slice(rest, (span){line.size + 1, rest.size});
        }
        buf given = without_space(buf_str(&text)), shown = without_space(buf_str(&out));
        assert_true(str_equal(buf_str(&given), buf_str(&shown)));
        buf_free(&given);
        buf_free(&shown);
        buf_free(&text);
        buf_free(&out);
    }
}

static void test_colours_take_no_room(void **state) {
    (void)state;
    buf out = {0};
    wrap lines;
    wrap_begin(&lines, &out, 12, 0, 0);
    wrap_style(&lines, "\x1B[1m");
    wrap_text(&lines, STR("Officials"));
    wrap_style(&lines, "\x1B[0m");
    wrap_text(&lines, STR(" no"));
    wrap_text(&lines, STR("w say"));
    wrap_end(&lines);
    assert_string_equal(out.data, "\x1B[1mOfficials\x1B[0m\nnow say\n");
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_width_and_characters_are_kept),
        cmocka_unit_test(test_colours_take_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
