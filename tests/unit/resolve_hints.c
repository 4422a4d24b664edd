/* How sure one may be of a speaker, by how he was found. */
#include "resolve/hints.h"
#include "support/check.h"

#include <math.h>
#include <string.h>

static void test_weights_are_built_in(void **state) {
    (void)state;
    confidence_weights weights;
    confidence_weights_read(&weights);
    for (size_t what = 0; what < CONFIDENCE_COUNT; what++) {
        size_t set = 0;
        for (size_t i = 0; i < HINT_COUNT; i++) {
            set += weights.of[what][i] != 0;
        }
        assert_true(set > 10);
    }
}

static void test_probability_is_logistic(void **state) {
    (void)state;
    confidence_weights weights = {0};
    hints of = {0};
    assert_true(confidence_by_hints(&weights, CONFIDENCE_SPEAKER, &of) == 0.5F);
    weights.of[CONFIDENCE_SPEAKER][HINT_PRONOUN] = -1;
    weights.of[CONFIDENCE_SOURCING][HINT_PRONOUN] = 2;
    of.of[HINT_PRONOUN] = 1;
    assert_true(fabsf(confidence_by_hints(&weights, CONFIDENCE_SPEAKER, &of) - 0.268941F) < 1e-5F);
    assert_true(fabsf(confidence_by_hints(&weights, CONFIDENCE_SOURCING, &of) - 0.880797F) < 1e-5F);
}

static void test_odds_are_bounded(void **state) {
    (void)state;
    assert_true(log_odds_of(0.5F) == 0);
    assert_true(log_odds_of(1) < 7 && log_odds_of(0) == -log_odds_of(1));
}

static void test_names_are_distinct(void **state) {
    (void)state;
    for (size_t i = 0; i < HINT_COUNT; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(hint_name((hint)i), hint_name((hint)k));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weights_are_built_in),
        cmocka_unit_test(test_probability_is_logistic),
        cmocka_unit_test(test_odds_are_bounded),
        cmocka_unit_test(test_names_are_distinct),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
