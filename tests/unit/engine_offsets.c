#include "engine/offsets.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "support/check.h"
#include "support/random.h"

/* Every position of the text against a count from its beginning. */
static void check_text(str text) {
    offsets at = offsets_new(text);
    size_t expected = 0;
    for (size_t pos = 0; pos < text.size; expected++) {
        assert_int_equal(offsets_at(&at, pos), expected);
        utf8_next(text, &pos);
    }
    assert_int_equal(offsets_at(&at, text.size), expected);
    offsets_free(&at);
}

static void test_texts_of_every_length(void **state) {
    (void)state;
    static const uint32_t ONE_OF_EACH_SIZE[] = {'a', 0xE9, 0x2019, 0x1F600};
    uint64_t seed = 4;
    buf text = {0};
    check_text(buf_str(&text));
    for (int round = 0; round < 300; round++) {
        buf_clear(&text);
        size_t kinds = 1 + random_below(&seed, 4);
        for (size_t n = random_below(&seed, 3000); n > 0; n--) {
            char bytes[4];
            size_t size = utf8_put(bytes, ONE_OF_EACH_SIZE[random_below(&seed, kinds)]);
            buf_put(&text, (str){bytes, size});
        }
        check_text(buf_str(&text));
    }
    buf_free(&text);
}

/* Blocks that end exactly where the text does, and within a character. */
static void test_edges(void **state) {
    (void)state;
    buf text = {0};
    for (size_t before = 1020; before < 1030; before++) {
        for (size_t after = 0; after < 3; after++) {
            buf_clear(&text);
            for (size_t i = 0; i < before; i++) {
                buf_putc(&text, 'a');
            }
            buf_put(&text, STR("\xF0\x9F\x98\x80"));
            for (size_t i = 0; i < after * 1020; i++) {
                buf_putc(&text, 'a');
            }
            check_text(buf_str(&text));
        }
    }
    buf_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_of_every_length),
        cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
