#include "base/file.h"

#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file of `size` bytes that lives for one test; its path is in `path`. */
static void make_file(char path[64], size_t size) {
    snprintf(path, 64, "/tmp/hearsay-test-XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0);
    FILE *out = fdopen(file, "w");
    assert_non_null(out);
    for (size_t i = 0; i < size; i++) {
        putc((int)('a' + i % 26), out);
    }
    assert_int_equal(fclose(out), 0);
}

static void test_read_up_to_the_limit(void **state) {
    (void)state;
    static const size_t SIZES[] = {0, 1, 65535, 65536, 65537, 300000};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        char path[64];
        make_file(path, SIZES[i]);
        buf bytes = {0};
        buf_put(&bytes, STR(">"));
        assert_int_equal(file_read(path, SIZES[i], &bytes, NULL), HEARSAY_OK);
        assert_int_equal(bytes.size, SIZES[i] + 1);
        assert_int_equal(strlen(bytes.data), bytes.size);
        assert_int_equal(bytes.data[0], '>');
        if (SIZES[i] > 0) {
            hearsay_error error = {0};
            assert_int_equal(file_read(path, SIZES[i] - 1, &bytes, &error), HEARSAY_TOO_LARGE);
            assert_int_equal(error.code, HEARSAY_TOO_LARGE);
            assert_int_equal(error.position, SIZES[i] - 1);
            assert_int_equal(bytes.size, SIZES[i] + 1); /* as it was */
            assert_int_equal(strlen(bytes.data), bytes.size);
        }
        buf_free(&bytes);
        unlink(path);
    }
}

static void test_what_cannot_be_read(void **state) {
    (void)state;
    buf bytes = {0};
    hearsay_error error = {0};
    str view;
    assert_int_equal(file_read("/nowhere/at all", 10, &bytes, &error), HEARSAY_IO);
    assert_non_null(strstr(error.message, "/nowhere/at all"));
    assert_int_equal(file_read("/tmp", 10, &bytes, &error), HEARSAY_IO);
    assert_non_null(strstr(error.message, "/tmp"));
    assert_int_equal(file_map("/nowhere/at all", &view, &error), HEARSAY_IO);
    assert_int_equal(file_map("/tmp", &view, &error), HEARSAY_IO);
    assert_int_equal(file_map("/dev/null", &view, NULL), HEARSAY_IO);
    buf_free(&bytes);
}

static void test_map(void **state) {
    (void)state;
    static const size_t SIZES[] = {0, 1, 4096, 10000};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        char path[64];
        make_file(path, SIZES[i]);
        str view;
        assert_int_equal(file_map(path, &view, NULL), HEARSAY_OK);
        assert_int_equal(view.size, SIZES[i]);
        for (size_t k = 0; k < view.size; k++) {
            assert_int_equal(view.data[k], 'a' + k % 26);
        }
        file_unmap(view);
        unlink(path);
    }
}

static void test_error_set(void **state) {
    (void)state;
    hearsay_error error = {0};
    assert_int_equal(error_set(NULL, HEARSAY_MODEL, 3, "unheard"), HEARSAY_MODEL);
    assert_int_equal(error_set(&error, HEARSAY_FORMAT, 12, "line %d", 4), HEARSAY_FORMAT);
    assert_int_equal(error.code, HEARSAY_FORMAT);
    assert_int_equal(error.position, 12);
    assert_string_equal(error.message, "line 4");
}

static void test_a_long_message_is_cut_between_characters(void **state) {
    (void)state;
    for (size_t before = 0; before < 4; before++) {
        buf text = {0};
        buf_printf(&text, "%.*s", (int)before, "abc");
        for (int i = 0; i < 200; i++) {
            buf_put(&text, STR("\xE2\x82\xAC"));
        }
        hearsay_error error;
        error_set(&error, HEARSAY_IO, 0, "%s", text.data);
        size_t size = strlen(error.message);
        assert_int_equal((size - before) % 3, 0);
        assert_true(size > sizeof error.message - 8);
        buf_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_up_to_the_limit),
        cmocka_unit_test(test_what_cannot_be_read),
        cmocka_unit_test(test_map),
        cmocka_unit_test(test_error_set),
        cmocka_unit_test(test_a_long_message_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
