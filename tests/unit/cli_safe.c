#include "cli/safe.h"

#include "base/utf8.h"
#include "support/cases.h"
#include "support/check.h"
#include "support/random.h"

#include <stdbool.h>
#include <utf8proc.h>

static void check_case(const test_case *each, void *unused) {
    (void)unused;
    buf shown = {0};
    safe_put_bytes(&shown, each->sections[0]);
    case_expect(each, 1, buf_str(&shown));
    buf_free(&shown);
}

static void test_cases(void **state) {
    (void)state;
    assert_int_equal(cases_run("safe", check_case, NULL), 0);
}

/* --- what must never come out ----------------------------------------------------------------- */

static bool acts(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x61C || cp == 0x200E || cp == 0x200F ||
           (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0xFEFF ||
           (cp >= 0xE0000 && cp <= 0xE007F) ||
           utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_CN;
}

static void check_harmless(str shown) {
    for (size_t pos = 0; pos < shown.size;) {
        uint32_t cp = utf8_next(shown, &pos);
        if (acts(cp)) {
            fail_msg("U+%04X came out", (unsigned)cp);
        }
    }
}

static void test_every_character(void **state) {
    (void)state;
    buf shown = {0};
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[8] = {'a'};
        size_t size = 1 + utf8_put(bytes + 1, cp);
        buf_clear(&shown);
        safe_put(&shown, (str){bytes, size});
        check_harmless(buf_str(&shown));
        assert_true(shown.size > 1); /* and nothing is left out */
    }
    buf_free(&shown);
}

static void test_random_bytes(void **state) {
    (void)state;
    uint64_t seed = 1;
    buf shown = {0};
    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        for (size_t i = 0; i < sizeof bytes; i++) {
            static const char LIKELY[] = "\x1B[]\xE2\x80\xAE\xC2\x9B\xF3\xA0\x81\xFE\xCC\x81 a";
            bytes[i] = LIKELY[random_below(&seed, sizeof LIKELY)];
        }
        buf_clear(&shown);
        safe_put_bytes(&shown, (str){bytes, sizeof bytes});
        check_harmless(buf_str(&shown));
    }
    buf_free(&shown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_random_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
