/* The query language: tests/cases/query. */
#include "store/query.h"

#include "store/days.h"
#include "store/fts.h"
#include "support/cases.h"
#include "support/check.h"

#include <stdio.h>

static void put_error(buf *out, const hearsay_error *error) {
    buf_printf(out, "%zu: %s", error->position, error->message);
}

static void show_marks(buf *out) {
    for (size_t i = 0; i < out->size; i++) {
        out->data[i] = out->data[i] == MARKS ? '#' : out->data[i];
    }
}

static void check(const test_case *each, void *unused) {
    (void)unused;
    arena *memory = arena_new();
    asked what;
    hearsay_error error;
    buf out = {0};
    buf_put(&out, STR(""));
    if (query_read(each->sections[0], memory, &what, &error) != HEARSAY_OK) {
        put_error(&out, &error);
        case_expect(each, 1, buf_str(&out));
    } else {
        for (query_target target = IN_STATEMENTS; target <= IN_DOCUMENTS; target++) {
            buf_clear(&out);
            query_put_match(&what, target, false, &out);
            show_marks(&out);
            case_expect(each, 1 + target, buf_str(&out));
        }
    }
    buf_free(&out);
    arena_free(memory);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("query", check, NULL), 0);
}

/* Whether a day has one of the words of a range. */
static bool is_in(day_number day, str range) {
    buf words = {0};
    bool found = false;
    day_put_words(&words, day);
    str rest = buf_str(&words);
    while (rest.size > 0 && !found) {
        size_t end = 0;
        while (end < rest.size && rest.data[end] != ' ') {
            end++;
        }
        for (size_t i = 0; i + end <= range.size && !found; i++) {
            str there = str_slice(range, (span){i, i + end});
            found = str_equal(there, str_slice(rest, (span){0, end})) &&
                    (i + end == range.size || range.data[i + end] == ' ');
        }
        rest = str_slice(rest, (span){end + 1, rest.size});
    }
    buf_free(&words);
    return found;
}

/* Every day of some years is in a range exactly if it lies between its ends. */
static void test_ranges_hold_their_days(void **state) {
    (void)state;
    static const char *const ENDS[] = {"1999-12-31", "2000-01-01", "2000-02-29",
                                       "2000-11-02", "2001-01-01", "2001-06-30"};
    enum { COUNT = sizeof ENDS / sizeof *ENDS };
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t k = i + 1; k < COUNT; k++) {
            day_number from = 0, until = 0;
            buf range = {0};
            assert_true(day_read(str_from(ENDS[i]), &from) && day_read(str_from(ENDS[k]), &until));
            assert_true(days_put_range(&range, from, until, STR(" ")) < 100);
            for (day_number day = 19990101; day < 20020101; day++) {
                char text[16];
                day_number same;
                snprintf(text, sizeof text, "%04d-%02d-%02d", day / 10000, day / 100 % 100,
                         day % 100);
                if (day_read(str_from(text), &same)) {
                    assert_int_equal(is_in(day, buf_str(&range)), day >= from && day < until);
                }
            }
            buf_free(&range);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_ranges_hold_their_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
