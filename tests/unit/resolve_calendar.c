/* The arithmetic of the calendar, and what the values of dates say. */
#include "support/check.h"
#include "support/random.h"

#include "base/buf.h"
#include "resolve/calendar.h"
#include "resolve/dates.h"

enum { ROUNDS = 20000 };

static day_number random_day(uint64_t *seed) {
    day_number first = calendar_day(YEAR_FIRST, 1, 1);
    uint64_t count = (uint64_t)calendar_day(YEAR_LAST, 12, 31) - (uint64_t)first + 1;
    return first + (day_number)random_below(seed, count);
}

static void test_days_and_dates_go_both_ways(void **state) {
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < ROUNDS; i++) {
        day_number day = random_day(&seed);
        civil_date date = calendar_civil(day);
        assert_true(calendar_valid(date.year, date.month, date.day));
        assert_int_equal(calendar_day(date.year, date.month, date.day), day);
    }
}

/* Counted one by one through 400 years, after which the calendar is the same again. */
static void test_every_day_follows_the_last(void **state) {
    (void)state;
    day_number day = calendar_day(1900, 1, 1);
    int weekday = MONDAY; /* January 1, 1900 was a Monday */
    for (int year = 1900; year < 2300; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int in_month = 1; in_month <= calendar_month_length(year, month); in_month++) {
                assert_int_equal(calendar_day(year, month, in_month), day);
                assert_int_equal(calendar_weekday(day), weekday);
                day++;
                weekday = (weekday + 1) % 7;
            }
        }
    }
}

static void test_known_days(void **state) {
    (void)state;
    assert_int_equal(calendar_day(1970, 1, 1), 0);
    assert_int_equal(calendar_day(2000, 3, 1), 11017);
    assert_int_equal(calendar_day(1969, 12, 31), -1);
    assert_int_equal(calendar_weekday(calendar_day(1776, 7, 4)), THURSDAY);
    assert_int_equal(calendar_weekday(calendar_day(2001, 9, 11)), TUESDAY);
    assert_int_equal(calendar_month_length(1900, 2), 28);
    assert_int_equal(calendar_month_length(2000, 2), 29);
    assert_false(calendar_valid(2016, 2, 30));
    assert_false(calendar_valid(2015, 2, 29));
    assert_false(calendar_valid(0, 1, 1));
    assert_false(calendar_valid(2016, 13, 1));
}

static void test_months_run_on(void **state) {
    (void)state;
    assert_int_equal(calendar_day(2016, 13, 1), calendar_day(2017, 1, 1));
    assert_int_equal(calendar_day(2016, 0, 31), calendar_day(2015, 12, 31));
    assert_int_equal(calendar_day(2016, -11, 1), calendar_day(2015, 1, 1));
    assert_int_equal(calendar_add_months(calendar_day(2016, 1, 31), 1), calendar_day(2016, 2, 29));
    assert_int_equal(calendar_add_months(calendar_day(2016, 3, 31), -13),
                     calendar_day(2015, 2, 28));
}

/* Of every month, the nth weekday is that weekday, in the right seven days of the month. */
static void test_weekdays_of_months(void **state) {
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < ROUNDS; i++) {
        civil_date of = calendar_civil(random_day(&seed));
        int weekday = (int)random_below(&seed, 7);
        int n = (int)random_below(&seed, 4) + 1;
        day_number from_start = calendar_nth_weekday(of.year, of.month, weekday, n);
        day_number from_end = calendar_nth_weekday(of.year, of.month, weekday, -n);
        assert_int_equal(calendar_weekday(from_start), weekday);
        assert_int_equal(calendar_weekday(from_end), weekday);
        assert_int_equal((calendar_civil(from_start).day - 1) / 7, n - 1);
        int left = calendar_month_length(of.year, of.month) - calendar_civil(from_end).day;
        assert_int_equal(left / 7, n - 1);
        assert_int_equal(calendar_weekday(calendar_monday(from_start)), MONDAY);
    }
}

static void test_easter(void **state) {
    (void)state;
    /* The earliest and the latest there can be, and the two exceptions of the rule. */
    static const civil_date sundays[] = {{1818, 3, 22}, {1943, 4, 25}, {1981, 4, 19}, {1954, 4, 18},
                                         {1900, 4, 15}, {2000, 4, 23}, {2016, 3, 27}, {2019, 4, 21},
                                         {2024, 3, 31}, {2049, 4, 18}};
    for (size_t i = 0; i < sizeof sundays / sizeof *sundays; i++) {
        civil_date found = calendar_civil(calendar_easter(sundays[i].year));
        assert_int_equal(found.month, sundays[i].month);
        assert_int_equal(found.day, sundays[i].day);
    }
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
        day_number easter = calendar_easter(year);
        assert_int_equal(calendar_weekday(easter), SUNDAY);
        assert_in_range(easter - calendar_day(year, 3, 22), 0, 34);
    }
}

static void test_first_weeks(void **state) {
    (void)state;
    assert_int_equal(calendar_first_week(2018), calendar_day(2018, 1, 1));
    assert_int_equal(calendar_first_week(2019), calendar_day(2018, 12, 31));
    assert_int_equal(calendar_first_week(2021), calendar_day(2021, 1, 4));
}

/* --- values ---------------------------------------------------------------------------------- */

static void test_values_are_read_as_they_are_written(void **state) {
    (void)state;
    static const char *const written[] = {"2016-10-07", "2016-10", "2016", "2016-10-03/2016-10-09",
                                          "--01-30",    "--02-29", "--12"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        buf out = {0};
        assert_true(date_value_write(date_value_read(str_from(written[i])), &out));
        assert_string_equal(out.data, written[i]);
        buf_free(&out);
    }
}

static void test_what_is_no_value(void **state) {
    (void)state;
    static const char *const wrong[] = {"",
                                        "2016-02-30",
                                        "2016-13",
                                        "20161007",
                                        "2016-10-7",
                                        "yesterday",
                                        "0000",
                                        "2016-10-09/2016-10-03",
                                        "2016-10-07x",
                                        "--02-30",
                                        "2016-",
                                        "-10"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(date_value_read(str_from(wrong[i])).precision, DATE_UNKNOWN);
    }
    assert_int_equal(date_value_read(STR("2016-10-07T23:59:59Z")).precision, DATE_DAY);
    buf out = {0};
    assert_false(date_value_write((date_value){DATE_RANGE, 0, DAY_AFTER_ALL}, &out));
    assert_false(date_value_write((date_value){DATE_UNKNOWN, 0, 0}, &out));
    assert_int_equal(out.size, 0);
}

static bool contradict(const char *a, const char *b) {
    date_value first = date_value_read(str_from(a));
    date_value second = date_value_read(str_from(b));
    bool found = date_values_contradict(first, second);
    assert_int_equal(date_values_contradict(second, first), found);
    return found;
}

static void test_contradictions(void **state) {
    (void)state;
    assert_true(contradict("2016-10-07", "2016-10-08"));
    assert_true(contradict("2016-10-07", "2015"));
    assert_true(contradict("2016-10-01/2016-10-06", "2016-10-07"));
    assert_true(contradict("--01-30", "2016-02"));
    assert_true(contradict("--01-30", "2016-01-31"));
    assert_true(contradict("--02-29", "2015"));
    assert_true(contradict("--01", "--02-03"));
    assert_false(contradict("2016-10-07", "2016-10"));
    assert_false(contradict("2016", "2016-10"));
    assert_false(contradict("--01-30", "2016-01"));
    assert_false(contradict("--02-29", "2016-02-29"));
    assert_false(contradict("--01-30", "--01"));
    assert_false(contradict("--01-30", "2016-12-01/2017-02-03"));
    assert_false(contradict("", "2016"));
    date_value since = {DATE_RANGE, calendar_day(2011, 1, 1), DAY_AFTER_ALL};
    assert_true(date_values_contradict(since, date_value_read(STR("2010-12-31"))));
    assert_false(date_values_contradict(since, date_value_read(STR("2012"))));
    assert_false(date_values_contradict(since, date_value_read(STR("--01-30"))));
}

static void test_within(void **state) {
    (void)state;
    date_value day = date_value_read(STR("2016-10-07"));
    date_value month = date_value_read(STR("2016-10"));
    assert_true(date_value_within(day, month));
    assert_true(date_value_within(day, day));
    assert_false(date_value_within(month, day));
    assert_false(date_value_within(day, date_value_read(STR("--10"))));
    assert_false(date_value_within(day, date_value_read(STR(""))));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_and_dates_go_both_ways),
        cmocka_unit_test(test_every_day_follows_the_last),
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_months_run_on),
        cmocka_unit_test(test_weekdays_of_months),
        cmocka_unit_test(test_easter),
        cmocka_unit_test(test_first_weeks),
        cmocka_unit_test(test_values_are_read_as_they_are_written),
        cmocka_unit_test(test_what_is_no_value),
        cmocka_unit_test(test_contradictions),
        cmocka_unit_test(test_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
