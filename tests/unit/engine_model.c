#include "hearsay.h"

#include "base/buf.h"
#include "support/check.h"
#include "support/tiny_model.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_the_environment_names_it(void **state) {
    (void)state;
    buf bytes = {0};
    tiny_model_bytes(&bytes);
    char path[64];
    temporary_file(path, buf_str(&bytes));
    buf_free(&bytes);
    setenv("HEARSAY_MODEL", path, 1);
    hearsay_model *model = NULL;
    assert_int_equal(hearsay_model_open(NULL, &model, NULL), HEARSAY_OK);
    unlink(path); /* it stays mapped */
    assert_true(strlen(hearsay_model_name(model)) > 0);
    hearsay_model_close(model);
    hearsay_model_close(NULL);
}

static void test_what_is_named_and_missing(void **state) {
    (void)state;
    setenv("HEARSAY_MODEL", "/nowhere/at all", 1);
    hearsay_model *model = NULL;
    hearsay_error error = {0};
    assert_int_equal(hearsay_model_open(NULL, &model, &error), HEARSAY_IO);
    assert_non_null(strstr(error.message, "/nowhere/at all"));
    assert_int_equal(hearsay_model_open("/nowhere/else", &model, &error), HEARSAY_IO);
    assert_non_null(strstr(error.message, "/nowhere/else"));
    assert_null(model);
}

/* Beside this program there is none; whether one is installed, nobody knows. */
static void test_no_model_says_how_to_name_one(void **state) {
    (void)state;
    setenv("HEARSAY_MODEL", "", 1);
    hearsay_model *model = NULL;
    hearsay_error error = {0};
    hearsay_status status = hearsay_model_open(NULL, &model, &error);
    if (status == HEARSAY_IO) {
        assert_non_null(strstr(error.message, "HEARSAY_MODEL"));
        assert_non_null(strstr(error.message, "--model"));
        assert_non_null(strstr(error.message, HEARSAY_DATA_DIR));
        assert_null(model);
    }
    hearsay_model_close(model);
}

static void test_version(void **state) {
    (void)state;
    assert_string_equal(hearsay_version(), HEARSAY_VERSION);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_environment_names_it),
        cmocka_unit_test(test_what_is_named_and_missing),
        cmocka_unit_test(test_no_model_says_how_to_name_one),
        cmocka_unit_test(test_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
