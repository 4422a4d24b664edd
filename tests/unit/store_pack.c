/* Texts and findings as they lie in a store. */
#include "store/pack.h"
#include "support/check.h"

#include <zstd.h>

#define TEXT STR("It rained, she said.")
#define FOUND STR("{\"made_by\":\"x\",\"statements\":[{\"speaker\":\"It rained, she\"}]}")

static bool gives(bool done, buf *got, str wanted) {
    bool same = done && str_equal(buf_str(got), wanted);
    buf_free(got);
    return same;
}

static void test_findings_need_their_text(void **state) {
    (void)state;
    buf packed = {0}, got = {0};
    pack_found(FOUND, TEXT, &packed);
    assert_true(gives(unpack_found(buf_str(&packed), TEXT, &got), &got, FOUND));
    assert_false(
        gives(unpack_found(buf_str(&packed), STR("It snowed, she said."), &got), &got, FOUND));
    packed.data[packed.size - 1] ^= 1; /* of the checksum */
    assert_false(gives(unpack_found(buf_str(&packed), TEXT, &got), &got, FOUND));
    buf_free(&packed);
}

/* As schema 3 had them. */
static void test_findings_beside_the_text_alone(void **state) {
    (void)state;
    buf packed = {0}, got = {0};
    pack(FOUND, TEXT, &packed);
    assert_true(gives(unpack_found(buf_str(&packed), TEXT, &got), &got, FOUND));
    buf_free(&packed);
}

#define ARTICLE                                                                                    \
    STR("Speaking with reporters on Thursday, a spokesman for the Republican presidential "        \
        "candidate "                                                                               \
        "said that the former secretary of state would be invited to the White House.")

static void pack_plainly(str text, buf *out) {
    buf_reserve(out, ZSTD_compressBound(text.size));
    out->size = ZSTD_compress(out->data, out->capacity, text.data, text.size, PACK_LEVEL);
}

/* As schema 5 had them, which are still read. */
static void test_texts_packed_by_themselves(void **state) {
    (void)state;
    buf plain = {0}, packed = {0}, got = {0};
    pack_plainly(ARTICLE, &plain);
    pack(ARTICLE, STR(""), &packed);
    assert_true(packed.size < plain.size * 3 / 4);
    assert_true(gives(unpack(buf_str(&plain), STR(""), &got), &got, ARTICLE));
    assert_true(gives(unpack(buf_str(&packed), STR(""), &got), &got, ARTICLE));
    buf_free(&plain);
    buf_free(&packed);
}

static void test_a_phrasebook_that_there_is_not(void **state) {
    (void)state;
    enum { NUMBER_AT = 5 }; /* after the frame's magic number and its descriptor */
    buf packed = {0}, got = {0};
    pack(ARTICLE, STR(""), &packed);
    assert_int_equal(packed.data[NUMBER_AT], 1);
    packed.data[NUMBER_AT] = 2;
    assert_false(gives(unpack(buf_str(&packed), STR(""), &got), &got, ARTICLE));
    buf_free(&packed);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings_need_their_text),
        cmocka_unit_test(test_findings_beside_the_text_alone),
        cmocka_unit_test(test_texts_packed_by_themselves),
        cmocka_unit_test(test_a_phrasebook_that_there_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
