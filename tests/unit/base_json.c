#include "base/json.h"

#include "base/utf8.h"
#include "support/check.h"
#include "support/random.h"

#include <jansson.h>
#include <math.h>
#include <stdbool.h>

/* Characters that would act where they are shown, said apart from the table in writer.c. */
static bool acts(uint32_t cp) {
    return cp < 0x20 || cp == 0x7F || (cp >= 0x80 && cp <= 0x9F) || cp == 0x061C || cp == 0x200E ||
           cp == 0x200F || cp == 0x2028 || cp == 0x2029 || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x2069) || cp == 0xFEFF;
}

/* Writes `text`, checks that nothing in it acts, and that a JSON reader gives it back. */
static void check_round_trip(str text) {
    buf out = {0};
    write_string(&out, text);
    str written = buf_str(&out);
    for (size_t pos = 0; pos < written.size;) {
        uint32_t cp = utf8_next(written, &pos);
        assert_false(acts(cp));
    }
    json_error_t error;
    json_t *value = json_loadb(out.data, out.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    assert_non_null(value);
    str back = {json_string_value(value), json_string_length(value)};
    assert_true(str_equal(back, text));
    json_decref(value);
    buf_free(&out);
}

static void test_every_character_returns(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp += cp < 0x10000 ? 1 : 61) {
        char bytes[6] = {'a'};
        size_t size = 1 + utf8_put(bytes + 1, cp);
        bytes[size] = 'z';
        check_round_trip((str){bytes, size + 1});
    }
}

static void test_random_text_returns(void **state) {
    (void)state;
    static const uint32_t TELLING[] = {0,      'a',    '"',    '\\',   '\n',   0x1B,   0x7F,
                                       0x85,   0x9B,   0xA0,   0xE9,   0x061C, 0x061D, 0x200F,
                                       0x2019, 0x2028, 0x202E, 0x2069, 0xFEFF, 0xFFFD, 0x1F600};
    uint64_t seed = 3;
    for (int round = 0; round < 5000; round++) {
        char bytes[4 * 40];
        size_t size = 0;
        for (size_t n = random_below(&seed, 40); n > 0; n--) {
            uint32_t cp = TELLING[random_below(&seed, sizeof TELLING / sizeof *TELLING)];
            size += utf8_put(bytes + size, cp);
        }
        check_round_trip((str){bytes, size});
    }
}

static void test_structure(void **state) {
    (void)state;
    buf out = {0};
    write_open(&out, '{');
    write_key(&out, "none");
    write_open(&out, '[');
    write_close(&out, ']');
    write_key(&out, "some");
    write_open(&out, '[');
    write_size(&out, 0);
    write_size(&out, SIZE_MAX);
    write_null(&out);
    write_string(&out, STR("[{:"));
    write_string(&out, (str){NULL, 0});
    write_open(&out, '{');
    write_close(&out, '}');
    write_close(&out, ']');
    write_close(&out, '}');
    assert_string_equal(out.data,
                        "{\"none\":[],\"some\":[0,18446744073709551615,null,\"[{:\",null,{}]}");
    buf_free(&out);
}

static void test_shares(void **state) {
    (void)state;
    static const struct {
        float share;
        const char *written;
    } CASES[] = {
        {0.0F, "0.0"},     {1.0F, "1.0"},     {0.5F, "0.5"},       {0.123456F, "0.1235"},
        {0.99996F, "1.0"}, {0.00004F, "0.0"}, {0.0001F, "0.0001"}, {0.1F, "0.1"},
        {-0.1F, "null"},   {1.0001F, "null"}, {NAN, "null"},       {INFINITY, "null"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        buf out = {0};
        write_share(&out, CASES[i].share);
        assert_string_equal(out.data, CASES[i].written);
        buf_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_character_returns),
        cmocka_unit_test(test_random_text_returns),
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
