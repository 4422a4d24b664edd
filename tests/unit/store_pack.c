/* Texts and findings as they lie in a store. */
#include "store/pack.h"
#include "support/check.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings_need_their_text),
        cmocka_unit_test(test_findings_beside_the_text_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
