/* What the encoder's reading says of a pronoun and a mention: whole numbers that one can reckon. */
#include "resolve/likeness.h"
#include "support/check.h"

/* "Ann Cole saw her" in five pieces, of which two are Cole's. */
static piece PIECES[] = {{.begin = 0, .end = 3},
                         {.begin = 4, .end = 6},
                         {.begin = 6, .end = 8},
                         {.begin = 9, .end = 12},
                         {.begin = 13, .end = 16}};
static const span ANN = {0, 3}, COLE = {4, 8}, ANN_COLE = {0, 8}, HER = {13, 16};

static const segmentation *text(void) {
    static segmentation made = {.pieces = PIECES, .piece_count = 5};
    return &made;
}

static void test_first_and_last_piece_count(void **state) {
    (void)state;
    int8_t traits[5 * PIECE_TRAITS] = {0};
    traits[4 * PIECE_TRAITS + TRAITS_PRONOUN] = 16;    /* 1 */
    traits[4 * PIECE_TRAITS + TRAITS_PRONOUN + 1] = 8; /* 1/2 */
    traits[0 * PIECE_TRAITS + TRAITS_FIRST] = 32;      /* 2 */
    traits[2 * PIECE_TRAITS + TRAITS_LAST] = 16;
    traits[2 * PIECE_TRAITS + TRAITS_LAST + 1] = -32;
    traits[1 * PIECE_TRAITS + TRAITS_LAST] = 100; /* a piece between says nothing */
    assert_true(likeness(text(), traits, HER, ANN) == 2.0F / 8);
    assert_true(likeness(text(), traits, HER, COLE) == (1.0F - 1.0F) / 8);
    assert_true(likeness(text(), traits, HER, ANN_COLE) == (2.0F + 1.0F - 1.0F) / 8);
}

static void test_nothing_where_nothing_was_read(void **state) {
    (void)state;
    const int8_t none[5 * PIECE_TRAITS] = {0};
    assert_true(likeness(text(), NULL, HER, ANN) == 0);
    assert_true(likeness(text(), none, HER, ANN) == 0);
    assert_true(likeness(&(segmentation){0}, none, HER, ANN) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_and_last_piece_count),
        cmocka_unit_test(test_nothing_where_nothing_was_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
