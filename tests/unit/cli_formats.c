#include "cli/formats.h"

#include "cli/flags.h"
#include "cli/quotes_csv.h"
#include "cli/quotes_html.h"
#include "support/check.h"
#include "support/written.h"

#include <string.h>

/* --- cases ------------------------------------------------------------------------------------ */

static void check_csv(const test_case *each, void *unused) {
    (void)unused;
    written_check(each, &QUOTES_CSV);
}

static void test_csv(void **state) {
    (void)state;
    assert_int_equal(cases_run("csv", check_csv, NULL), 0);
}

static void check_html(const test_case *each, void *unused) {
    (void)unused;
    written_check(each, &QUOTES_HTML);
}

static void test_html(void **state) {
    (void)state;
    assert_int_equal(cases_run("html", check_html, NULL), 0);
}

/* --- the table -------------------------------------------------------------------------------- */

static const char *choices_of(const char *name) {
    for (size_t i = 0; i < QUOTES_FLAGS.count; i++) {
        if (strcmp(QUOTES_FLAGS.items[i].name, name) == 0) {
            return QUOTES_FLAGS.items[i].choices;
        }
    }
    return "";
}

static void test_flags_name_the_formats(void **state) {
    (void)state;
    buf names = {0};
    for (size_t i = 0; i < QUOTES_FORMAT_COUNT; i++) {
        buf_put(&names, i > 0 ? STR("|") : STR(""));
        buf_put(&names, str_from(QUOTES_FORMATS[i]->name));
    }
    assert_string_equal(names.data, choices_of("format"));
    buf_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_html),
        cmocka_unit_test(test_flags_name_the_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
