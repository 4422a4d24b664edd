#include "cli/numbers.h"
#include "cli/values.h"
#include "support/check.h"

#include <stdint.h>
#include <string.h>

static void test_counts(void **state) {
    (void)state;
    size_t value = 7;
    assert_true(value_count(STR("0"), 256, &value) && value == 0);
    assert_true(value_count(STR("256"), 256, &value) && value == 256);
    assert_true(value_count(STR("18446744073709551615"), SIZE_MAX, &value) && value == SIZE_MAX);
    const char *const wrong[] = {"",   "257", "-1", "+1",   "1.5",
                                 " 1", "1 ",  "x",  "0x10", "9999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(value_count(str_from(wrong[i]), 256, &value));
    }
    assert_false(value_count(STR("18446744073709551616"), SIZE_MAX, &value));
    assert_true(value == SIZE_MAX); /* as it was */
}

static void test_shares(void **state) {
    (void)state;
    double value = 7;
    assert_true(value_share(STR("0.75"), &value) && value == 0.75);
    assert_true(value_share(STR(".7"), &value) && value == 0.7);
    assert_true(value_share(STR("1."), &value) && value == 1);
    assert_true(value_share(STR("0"), &value) && value == 0);
    const char *const wrong[] = {"",     ".",   "1.01", "-0.1", "75%",
                                 "1e-1", "nan", "inf",  "0,5",  "1.0.0"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(value_share(str_from(wrong[i]), &value));
    }
}

static void test_sizes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t size;
    } RIGHT[] = {{"1", 1},           {"1048576", 1 << 20},   {"16M", 16 << 20}, {"16m", 16 << 20},
                 {"16MB", 16 << 20}, {"16MiB", 16 << 20},    {"64k", 64 << 10}, {"1.5K", 1536},
                 {"0.5M", 1 << 19},  {"2G", (size_t)2 << 30}};
    size_t value = 7;
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++) {
        assert_true(value_size(str_from(RIGHT[i].text), &value));
        assert_int_equal(value, RIGHT[i].size);
    }
    const char *const wrong[] = {"",    "M",    "0",    "0.5", "-1M",
                                 "16X", "16MM", "16 M", "1e3", "99999999999G"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(value_size(str_from(wrong[i]), &value));
    }
}

static void test_choices(void **state) {
    (void)state;
    int value = 7;
    assert_true(value_choice(STR("auto"), "auto|always|never", &value) && value == 0);
    assert_true(value_choice(STR("never"), "auto|always|never", &value) && value == 2);
    const char *const wrong[] = {"", "a", "aut", "autos", "auto|always", "|", "Never"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(value_choice(str_from(wrong[i]), "auto|always|never", &value));
    }
}

/* --- numbers for people ----------------------------------------------------------------------- */

static void expect(buf *shown, const char *wanted) {
    assert_string_equal(shown->data, wanted);
    buf_clear(shown);
}

static void test_numbers_for_people(void **state) {
    (void)state;
    buf shown = {0};
    put_count(&shown, 0), expect(&shown, "0");
    put_count(&shown, 999), expect(&shown, "999");
    put_count(&shown, 1234567), expect(&shown, "1,234,567");
    put_counted(&shown, 1, "document", NULL), expect(&shown, "1 document");
    put_counted(&shown, 0, "document", NULL), expect(&shown, "0 documents");
    put_counted(&shown, 1000, "story", "stories"), expect(&shown, "1,000 stories");
    put_bytes(&shown, 812), expect(&shown, "812 bytes");
    put_bytes(&shown, 1500), expect(&shown, "1.5 KB");
    put_bytes(&shown, 1023.9 * 1024), expect(&shown, "1.0 MB");
    put_bytes(&shown, 61.0 * 1024), expect(&shown, "61 KB");
    put_duration(&shown, 0.34), expect(&shown, "0.3 s");
    put_duration(&shown, 42.3), expect(&shown, "42 s");
    put_duration(&shown, 59.8), expect(&shown, "1 min 0 s");
    put_duration(&shown, 200), expect(&shown, "3 min 20 s");
    put_duration(&shown, 7500), expect(&shown, "2 h 5 min");
    buf_free(&shown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_numbers_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
