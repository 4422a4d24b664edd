/* The cases of dates: see the top of tests/cases/resolve/dates/expressions.txt. And texts that are
 * made to be slow. */
#include "support/cases.h"
#include "support/check.h"
#include "support/random.h"

#include "base/buf.h"
#include "resolve/dates.h"

#include <string.h>
#include <time.h>

/* --- cases ----------------------------------------------------------------------------------- */

static void put_end(buf *out, day_number day) {
    bool open = day == DAY_BEFORE_ALL || day == DAY_AFTER_ALL;
    if (open || !date_value_write((date_value){DATE_DAY, day, day}, out)) {
        buf_put(out, STR(".."));
    }
}

static void put_value(buf *out, date_value value) {
    if (value.precision == DATE_UNKNOWN) {
        buf_put(out, STR("?"));
    } else if (!date_value_write(value, out)) {
        put_end(out, value.first);
        buf_putc(out, '/');
        put_end(out, value.last);
    }
}

static void put_expression(buf *out, str text, const dates *found, const date_expression *each) {
    static const char *const kinds[] = {"", " time", " vague", " span", " event"};
    const date_mention *mention = &found->mentions[each->mention];
    buf_put(out, str_slice(text, each->span));
    buf_put(out, STR(" = "));
    put_value(out, each->value);
    if (each->other.precision != DATE_UNKNOWN) {
        buf_put(out, STR(" or "));
        put_value(out, each->other);
    }
    buf_put(out, str_from(kinds[mention->kind]));
    buf_put(out, mention->weekday_wrong ? STR(" !weekday") : STR(""));
}

static str take_line(str *rest) {
    const char *end = memchr(rest->data, '\n', rest->size);
    size_t size = end != NULL ? (size_t)(end - rest->data) : rest->size;
    str line = {rest->data, size};
    *rest = str_slice(*rest, (span){size + (end != NULL), rest->size});
    return line;
}

static void check_case(const test_case *each, void *finder) {
    buf out = {0};
    str rest = each->sections[0];
    date_value written = date_value_read(each->count > 1 ? each->sections[1] : STR(""));
    while (rest.size > 0) {
        str line = take_line(&rest);
        arena *memory = arena_new();
        dates found;
        dates_find(finder, line, written, memory, &found);
        for (size_t i = 0; i < found.expression_count; i++) {
            buf_put(&out, i > 0 ? STR("; ") : STR(""));
            put_expression(&out, line, &found, &found.expressions[i]);
        }
        buf_put(&out, found.expression_count > 0 ? STR("\n") : STR("-\n"));
        arena_free(memory);
    }
    case_expect(each, 2, buf_str(&out));
    buf_free(&out);
}

static void test_cases(void **state) {
    assert_int_equal(cases_run("resolve/dates", check_case, *state), 0);
}

/* --- what always holds ----------------------------------------------------------------------- */

/* Whatever the text, places lie in it, in their order, and every mention is in one expression. */
static void check_order(const dates *found, str text) {
    size_t end = 0;
    for (size_t i = 0; i < found->mention_count; i++) {
        span place = found->mentions[i].span;
        assert_true(end <= place.begin && place.begin < place.end && place.end <= text.size);
        date_value value = found->mentions[i].value;
        assert_true(value.precision == DATE_UNKNOWN || value.first <= value.last);
        end = place.end;
    }
    size_t mention = 0;
    end = 0;
    for (size_t i = 0; i < found->expression_count; i++) {
        const date_expression *each = &found->expressions[i];
        assert_true(end <= each->span.begin && each->span.end <= text.size);
        assert_int_equal(each->mention, mention);
        mention += each->mention_count;
        end = each->span.end;
    }
    assert_int_equal(mention, found->mention_count);
}

static const char *const WORDS[] = {
    "two",          "days",      "after",   "before", "the",     "of",     "last",     "week",
    "May",          "Oct.",      "3",       "2016",   "-",       "/",      ",",        "Tuesday",
    "early",        "year",      "from",    "to",     "between", "and",    "'90s",     "first",
    "quarter",      "end",       "in",      "until",  "9999",    "twenty", "ago",      "Christmas",
    "next",         "centuries", "1st",     "\n\n",   "99",      "decade", "hundred",  "of the",
    "this",         "fall",      "weekend", "a.m.",   "9",       "since",  "\xC3\xA9", "0",
    "\xE2\x80\x99", "31"};

static void test_order_of_random_words(void **state) {
    uint64_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        buf text = {0};
        for (int i = 0; i < 30; i++) {
            buf_put(&text, str_from(WORDS[random_below(&seed, sizeof WORDS / sizeof *WORDS)]));
            buf_put(&text, random_below(&seed, 4) > 0 ? STR(" ") : STR(""));
        }
        arena *memory = arena_new();
        dates found;
        date_value written = round % 3 == 0   ? date_value_read(STR("2016-02-29"))
                             : round % 3 == 1 ? date_value_read(STR("0001-01"))
                                              : date_value_read(STR("9999-12-31"));
        dates_find(*state, buf_str(&text), written, memory, &found);
        check_order(&found, buf_str(&text));
        arena_free(memory);
        buf_free(&text);
    }
}

/* --- texts that are made to be slow ---------------------------------------------------------- */

/* What takes time with the square of the size takes minutes at this size. */
enum { SIZE = 128 << 10, SECONDS = 5 };

static void test_hostile(void **state) {
    static const char *const repeated[] = {
        "two days after ",  "early ",    "the end of ", "from May to ", "1/",     "1-", "2016-",
        "twenty-",          "twenty ",   "the ",        "May ",         "1,000,", "a.", "'",
        "\xE2\x80\x99",     "new year ", "Oct. 3-",     "hundred ",     "of ",    "0",  "week of ",
        "in 2 weeks after "};
    for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
        buf text = {0};
        while (text.size < SIZE) {
            buf_put(&text, str_from(repeated[i]));
        }
        arena *memory = arena_new();
        dates found;
        clock_t start = clock();
        dates_find(*state, buf_str(&text), date_value_read(STR("2016-10-03")), memory, &found);
        assert_true((clock() - start) / CLOCKS_PER_SEC < SECONDS);
        check_order(&found, buf_str(&text));
        arena_free(memory);
        buf_free(&text);
    }
}

static int set_up(void **state) {
    *state = date_finder_new();
    return 0;
}

static int tear_down(void **state) {
    date_finder_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_order_of_random_words),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
