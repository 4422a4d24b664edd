/* Attention in bytes, against plain loops and against the formula in double precision. */
#include "model/attention.h"
#include "model/kernels.h"
#include "support/check.h"
#include "support/random.h"

#include <math.h>
#include <string.h>

static void fill(float *row, size_t n, float size, uint64_t *seed) {
    for (size_t i = 0; i < n; i++) {
        row[i] = ((float)random_below(seed, 20001) / 10000.0f - 1.0f) * size;
    }
}

/* ---- a set of kernels for each kind of processor -------------------------------------------- */

static void test_one_set_works_everywhere(void **state) {
    (void)state;
    byte_kernels all[BYTE_KERNELS];
    byte_kernels_all(all);
    assert_true(all[BYTE_KERNELS - 1].works);
    assert_true(byte_kernels_best().works);
}

enum { DEPTH = 44, COLUMNS = 3 * BYTE_COLUMNS };

/* right [DEPTH][COLUMNS] -> words [DEPTH / 4][COLUMNS] */
static void to_words(const int8_t *right, uint32_t *words) {
    memset(words, 0, DEPTH / BYTE_DEPTH * COLUMNS * sizeof *words);
    for (size_t k = 0; k < DEPTH; k++) {
        for (size_t j = 0; j < COLUMNS; j++) {
            words[k / BYTE_DEPTH * COLUMNS + j] |= (uint32_t)(uint8_t)right[k * COLUMNS + j]
                                                   << 8 * (k % BYTE_DEPTH);
        }
    }
}

static void check_multiply(const byte_kernels *kernels, const uint8_t *left, const int8_t *right,
                           const int32_t *start) {
    static uint32_t words[DEPTH / BYTE_DEPTH * COLUMNS];
    static int32_t sums[BYTE_ROWS * COLUMNS];
    to_words(right, words);
    kernels->multiply(left, words, start, DEPTH, COLUMNS, sums);
    for (size_t i = 0; i < BYTE_ROWS; i++) {
        for (size_t j = 0; j < COLUMNS; j++) {
            int32_t sum = start[j];
            for (size_t k = 0; k < DEPTH; k++) {
                sum += left[i * DEPTH + k] * right[k * COLUMNS + j];
            }
            if (sums[i * COLUMNS + j] != sum) {
                fail_msg("%s: [%zu][%zu] is %d instead of %d", kernels->name, i, j,
                         (int)sums[i * COLUMNS + j], (int)sum);
            }
        }
    }
}

static void test_multiply(void **state) {
    (void)state;
    static uint8_t left[BYTE_ROWS * DEPTH];
    static int8_t right[DEPTH * COLUMNS];
    static int32_t start[COLUMNS];
    byte_kernels all[BYTE_KERNELS];
    uint64_t seed = 1;
    for (size_t i = 0; i < sizeof left; i++) {
        left[i] = i < DEPTH ? 255 : (uint8_t)random_below(&seed, 256); /* what saturates, if any */
    }
    for (size_t i = 0; i < sizeof right; i++) {
        right[i] = (int8_t)(i % COLUMNS == 0   ? 127
                            : i % COLUMNS == 1 ? -128
                                               : (int)random_below(&seed, 256) - 128);
    }
    for (size_t j = 0; j < COLUMNS; j++) {
        start[j] = (int32_t)random_below(&seed, 2000000) - 1000000;
    }
    byte_kernels_all(all);
    for (size_t i = 0; i < BYTE_KERNELS; i++) {
        if (all[i].works) {
            check_multiply(&all[i], left, right, start);
        }
    }
}

enum { SCORES = 14 * BYTE_COLUMNS };

/* Scores of any spread, some of which are out of reach. */
static float some_scores(uint64_t *seed, int32_t *scores) {
    const uint64_t spread = (uint64_t)1 << random_below(seed, 21);
    for (size_t i = 0; i < SCORES; i++) {
        scores[i] = (int32_t)random_below(seed, 2 * spread) - (int32_t)spread;
        scores[i] -= random_below(seed, 10) == 0 ? 1 << 30 : 0;
    }
    return (float)(1 + random_below(seed, 1000000)) * 1e-8f;
}

static void test_shares_are_those_of_softmax(void **state) {
    (void)state;
    uint64_t seed = 2;
    for (int again = 0; again < 500; again++) {
        int32_t scores[SCORES], greatest, total = 0;
        uint8_t shares[SCORES];
        const float factor = some_scores(&seed, scores);
        const int32_t sum = share_row(scores, SCORES, factor, shares);
        greatest = scores[0];
        for (size_t i = 0; i < SCORES; i++) {
            greatest = scores[i] > greatest ? scores[i] : greatest;
        }
        for (size_t i = 0; i < SCORES; i++) {
            const double share = 255.0 * exp((double)(scores[i] - greatest) * (double)factor);
            assert_true(fabs((double)shares[i] - share) <= 0.5 + 0.0019 * share);
            total += shares[i];
        }
        assert_int_equal(sum, total);
    }
}

static void test_shares_are_the_same_everywhere(void **state) {
    (void)state;
    byte_kernels all[BYTE_KERNELS];
    uint64_t seed = 3;
    byte_kernels_all(all);
    for (int again = 0; again < 50000; again++) {
        int32_t scores[SCORES];
        uint8_t shares[SCORES], others[SCORES];
        const float factor = some_scores(&seed, scores);
        const int32_t sum = share_row(scores, SCORES, factor, shares);
        for (size_t i = 0; i < BYTE_KERNELS; i++) {
            if (all[i].works) {
                assert_int_equal(all[i].share_row(scores, SCORES, factor, others), sum);
                assert_memory_equal(shares, others, SCORES);
            }
        }
    }
}

/* ---- the whole of it ------------------------------------------------------------------------ */

enum { WINDOW = 96, HEAD = 32, HEADS = 2, WIDTH = HEAD * HEADS };

/* What row `i` of the head at `at` gives in column `at + c`. */
static double mixed_exactly(const float *qkv, size_t count, size_t i, size_t at, size_t c) {
    double all = 0.0, sum = 0.0;
    for (size_t j = 0; j < count; j++) {
        const float *query = qkv + i * 3 * WIDTH + at, *key = qkv + j * 3 * WIDTH + WIDTH + at;
        double score = 0.0;
        for (size_t k = 0; k < HEAD; k++) {
            score += (double)query[k] * (double)key[k];
        }
        const double share = exp(score / sqrt((double)HEAD));
        all += share;
        sum += share * (double)qkv[j * 3 * WIDTH + 2 * WIDTH + at + c];
    }
    return sum / all;
}

static void test_attention_is_near_the_formula(void **state) {
    (void)state;
    static float qkv[WINDOW * 3 * WIDTH], mixed[WINDOW * WIDTH];
    attention_scratch *scratch = attention_scratch_new(WINDOW, HEAD, 1);
    uint64_t seed = 4;
    double squares = 0.0, size = 0.0;
    for (size_t count = 1; count <= WINDOW; count += 19) {
        fill(qkv, sizeof qkv / sizeof *qkv, 2.0f, &seed);
        attend(scratch, qkv, count, WIDTH, HEAD, mixed);
        for (size_t i = 0; i < count; i++) {
            for (size_t c = 0; c < WIDTH; c++) {
                const double exactly = mixed_exactly(qkv, count, i, c / HEAD * HEAD, c % HEAD);
                const double off = (double)mixed[i * WIDTH + c] - exactly;
                assert_true(fabs(off) < 0.06);
                squares += off * off;
                size += exactly * exactly;
            }
        }
    }
    assert_true(sqrt(squares / size) < 0.02);
    attention_scratch_free(scratch);
}

/* In two steps it gives the same, and rows that are mixed a few at a time are as near the formula.
 */
static void test_rows_alone(void **state) {
    (void)state;
    enum { COUNT = 75 };
    static float qkv[WINDOW * 3 * WIDTH], whole[WINDOW * WIDTH], apart[WINDOW * WIDTH];
    attention_scratch *scratch = attention_scratch_new(WINDOW, HEAD, WIDTH / HEAD);
    uint64_t seed = 8;
    fill(qkv, sizeof qkv / sizeof *qkv, 2.0f, &seed);
    attend(scratch, qkv, COUNT, WIDTH, HEAD, whole);
    attention_take(scratch, qkv, COUNT, WIDTH, HEAD);
    attention_mix(scratch, qkv, COUNT, 0, COUNT, WIDTH, HEAD, apart);
    assert_memory_equal(whole, apart, COUNT * WIDTH * sizeof *whole);
    const size_t cuts[] = {0, 3, 40, 41, COUNT};
    for (size_t i = 0; i + 1 < sizeof cuts / sizeof *cuts; i++) {
        attention_mix(scratch, qkv, COUNT, cuts[i], cuts[i + 1], WIDTH, HEAD, apart);
    }
    for (size_t i = 0; i < (size_t)COUNT * WIDTH; i++) {
        const double exactly =
            mixed_exactly(qkv, COUNT, i / WIDTH, i % WIDTH / HEAD * HEAD, i % HEAD);
        assert_true(fabs((double)apart[i] - exactly) < 0.06);
    }
    attention_scratch_free(scratch);
}

static void test_what_was_there_before_does_not_matter(void **state) {
    (void)state;
    enum { COUNT = 43 };
    static float qkv[WINDOW * 3 * WIDTH], fresh[WINDOW * WIDTH], used[WINDOW * WIDTH];
    attention_scratch *scratch = attention_scratch_new(WINDOW, HEAD, 1);
    uint64_t seed = 5;
    fill(qkv, sizeof qkv / sizeof *qkv, 2.0f, &seed);
    attend(scratch, qkv, COUNT, WIDTH, HEAD, fresh);
    fill(qkv + (size_t)COUNT * 3 * WIDTH, (size_t)(WINDOW - COUNT) * 3 * WIDTH, 1e6f, &seed);
    attend(scratch, qkv, WINDOW, WIDTH, HEAD, used);
    attend(scratch, qkv, COUNT, WIDTH, HEAD, used);
    assert_memory_equal(fresh, used, COUNT * WIDTH * sizeof *fresh);
    attention_scratch_free(scratch);
}

/* Where all queries, keys or values are 0, everybody takes the mean. */
static void test_nothing_to_tell_apart(void **state) {
    (void)state;
    enum { COUNT = 5 };
    static float qkv[32 * 3 * WIDTH], mixed[32 * WIDTH];
    attention_scratch *scratch = attention_scratch_new(WINDOW, HEAD, 1);
    for (size_t j = 0; j < COUNT; j++) {
        qkv[j * 3 * WIDTH + 2 * WIDTH] = (float)j;
    }
    attend(scratch, qkv, COUNT, WIDTH, HEAD, mixed);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(fabsf(mixed[i * WIDTH] - 2.0f) < 0.02f);
        assert_true(mixed[i * WIDTH + 1] == 0.0f);
    }
    attention_scratch_free(scratch);
}

/* Queries and keys that are next to nothing tell nothing apart, and the rows beyond the window have
 * no share even then. */
static void test_next_to_nothing_to_tell_apart(void **state) {
    (void)state;
    enum { COUNT = 43 };
    static const float SIZES[] = {1e-2f, 1e-4f, 1e-12f, 1e-30f};
    static float qkv[WINDOW * 3 * WIDTH], mixed[WINDOW * WIDTH];
    attention_scratch *scratch = attention_scratch_new(WINDOW, HEAD, 1);
    uint64_t seed = 6;
    for (size_t s = 0; s < sizeof SIZES / sizeof *SIZES; s++) {
        fill(qkv, sizeof qkv / sizeof *qkv, 2.0f, &seed);
        attend(scratch, qkv, WINDOW, WIDTH, HEAD, mixed); /* what was there before */
        for (size_t i = 0; i < WINDOW; i++) {
            fill(qkv + i * 3 * WIDTH, 2 * WIDTH, SIZES[s], &seed);
        }
        attend(scratch, qkv, COUNT, WIDTH, HEAD, mixed);
        for (size_t i = 0; i < COUNT; i++) {
            for (size_t c = 0; c < WIDTH; c++) {
                const double exactly = mixed_exactly(qkv, COUNT, i, c / HEAD * HEAD, c % HEAD);
                assert_true(fabs((double)mixed[i * WIDTH + c] - exactly) < 0.02);
            }
        }
    }
    attention_scratch_free(scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_set_works_everywhere),
        cmocka_unit_test(test_multiply),
        cmocka_unit_test(test_shares_are_those_of_softmax),
        cmocka_unit_test(test_shares_are_the_same_everywhere),
        cmocka_unit_test(test_attention_is_near_the_formula),
        cmocka_unit_test(test_rows_alone),
        cmocka_unit_test(test_what_was_there_before_does_not_matter),
        cmocka_unit_test(test_nothing_to_tell_apart),
        cmocka_unit_test(test_next_to_nothing_to_tell_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
