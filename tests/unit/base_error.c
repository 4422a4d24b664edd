/* What errors say where there is much to say. */
#include "base/error.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/str.h"
#include "base/utf8.h"
#include "support/check.h"

#include <string.h>

static void fill(char *out, const char *part, size_t size) {
    size_t at = 0;
    for (size_t step = strlen(part); at + step < size; at += step) {
        memcpy(out + at, part, step);
    }
    out[at] = '\0';
}

/* A path of any length leaves room for the reason, as only its middle is left out. */
static void test_a_long_path_keeps_its_ends(void **state) {
    (void)state;
    static const char *const PARTS[] = {"abc/", "\u00E9t\u00E9/", "\u5E02/", "\U0001F600"};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        for (size_t size = 150; size < 600; size++) {
            char path[600];
            fill(path, PARTS[i], size);
            hearsay_error error;
            error_set(&error, HEARSAY_IO, 7, "/first/%s/last.txt: No such file", path);
            str said = str_from(error.message);
            str last = STR("/last.txt: No such file");
            assert_true(str_starts(said, STR("/first/")));
            assert_true(str_equal(str_slice(said, (span){said.size - last.size, said.size}), last));
            bool whole = strlen(path) + strlen("/first/") + last.size < sizeof error.message;
            assert_int_equal(strstr(error.message, "…") == NULL, whole);
            assert_true(whole || said.size > sizeof error.message - 10);
            arena *memory = arena_new();
            assert_int_equal(utf8_repair(said, memory, &said, NULL, NULL), 0);
            arena_free(memory);
        }
    }
}

static void test_what_it_gives(void **state) {
    (void)state;
    hearsay_error error;
    assert_int_equal(error_set(&error, HEARSAY_FORMAT, 3, "%d of %s", 4, "them"), HEARSAY_FORMAT);
    assert_int_equal(error.code, HEARSAY_FORMAT);
    assert_int_equal(error.position, 3);
    assert_string_equal(error.message, "4 of them");
    assert_int_equal(error_set(NULL, HEARSAY_IO, 0, "nobody hears it"), HEARSAY_IO);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_long_path_keeps_its_ends),
        cmocka_unit_test(test_what_it_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
