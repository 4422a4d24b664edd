/* The vectorised arithmetic against the plain formula in double precision. */
#include "model/gemm.h"
#include "model/kernels.h"
#include "support/check.h"
#include "support/random.h"

#include <math.h>
#include <string.h>

enum { ODD = 373 }; /* no multiple of any vector */

static float number(uint64_t *seed, float size) {
    return ((float)random_below(seed, 20001) / 10000.0f - 1.0f) * size;
}

static void fill(float *row, size_t n, float size, uint64_t seed) {
    for (size_t i = 0; i < n; i++) {
        row[i] = number(&seed, size);
    }
}

static void near(double a, double b, double tolerance) {
    if (!(fabs(a - b) <= tolerance)) {
        fail_msg("%.9g and %.9g differ by more than %g", a, b, tolerance);
    }
}

static void test_gelu(void **state) {
    (void)state;
    float row[ODD], before[ODD];
    fill(row, ODD, 9.0f, 1);
    row[0] = 0.0f, row[1] = 50.0f, row[2] = -50.0f;
    memcpy(before, row, sizeof row);
    gelu_row(row, ODD);
    for (size_t i = 0; i < ODD; i++) {
        const double x = (double)before[i];
        near((double)row[i], x * 0.5 * (1.0 + erf(x / sqrt(2.0))), 2e-6);
    }
}

static void test_softmax(void **state) {
    (void)state;
    float row[ODD], before[ODD];
    double sum = 0.0;
    fill(row, ODD, 80.0f, 2);
    memcpy(before, row, sizeof row);
    softmax_row(row, ODD, 0.2f);
    for (size_t i = 0; i < ODD; i++) {
        sum += exp((double)before[i] * (double)0.2f);
    }
    for (size_t i = 0; i < ODD; i++) {
        near((double)row[i], exp((double)before[i] * (double)0.2f) / sum, 1e-6);
    }
}

static void test_softmax_of_far_apart(void **state) {
    (void)state;
    float row[3] = {1e30f, -1e30f, 0.0f};
    softmax_row(row, 3, 1.0f);
    near((double)row[0], 1.0, 1e-6);
    near((double)(row[1] + row[2]), 0.0, 1e-6);
}

static void test_add_normalize(void **state) {
    (void)state;
    float row[ODD], before[ODD], added[ODD], gain[ODD], bias[ODD];
    double mean = 0.0, squares = 0.0;
    fill(row, ODD, 3.0f, 3), fill(added, ODD, 2.0f, 4), fill(gain, ODD, 1.0f, 5),
        fill(bias, ODD, 1.0f, 6);
    for (size_t i = 0; i < ODD; i++) {
        before[i] = row[i] + added[i];
        mean += (double)before[i] / ODD;
    }
    for (size_t i = 0; i < ODD; i++) {
        squares += ((double)before[i] - mean) * ((double)before[i] - mean) / ODD;
    }
    add_normalize_row(row, added, gain, bias, ODD);
    for (size_t i = 0; i < ODD; i++) {
        near((double)row[i],
             ((double)before[i] - mean) / sqrt(squares) * (double)gain[i] + (double)bias[i], 1e-5);
    }
}

static void test_quantize_keeps_to_half_a_step(void **state) {
    (void)state;
    float row[ODD];
    uint8_t bytes[ODD];
    for (uint64_t seed = 0; seed < 50; seed++) {
        fill(row, ODD, seed % 2 ? 0.01f : 40.0f, seed);
        if (seed % 3 == 0) {
            for (size_t i = 0; i < ODD; i++) {
                row[i] = fabsf(row[i]); /* as after GELU: hardly anything below zero */
            }
        }
        const quantized q = quantize_row(row, ODD, bytes);
        assert_true(q.zero >= 0 && q.zero <= 255);
        for (size_t i = 0; i < ODD; i++) {
            const float back = (float)(bytes[i] - q.zero) * q.scale;
            near((double)back, (double)row[i], (double)q.scale * 1.001);
        }
    }
}

static void test_quantize_of_nothing(void **state) {
    (void)state;
    const float row[5] = {0};
    uint8_t bytes[5];
    const quantized q = quantize_row(row, 5, bytes);
    for (size_t i = 0; i < 5; i++) {
        assert_true((float)(bytes[i] - q.zero) * q.scale == 0.0f);
    }
}

/* The greatest bytes times the greatest weights: what saturates in 16 bits if anything does. */
/* As after GELU of numbers far below zero. */
static void test_quantize_of_next_to_nothing(void **state) {
    (void)state;
    static const float SIZES[] = {1e-45f, 1e-38f, 4e-37f, 1e-30f, 1e-29f};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        const float row[3] = {-SIZES[i], 0.0f, SIZES[i]};
        uint8_t bytes[3];
        const quantized q = quantize_row(row, 3, bytes);
        assert_true(q.zero >= 0 && q.zero <= 255);
        for (size_t k = 0; k < 3; k++) {
            near((double)(bytes[k] - q.zero) * (double)q.scale, (double)row[k], 3e-30);
        }
    }
}

static void test_products_never_saturate(void **state) {
    (void)state;
    enum { ROWS = 5, DEPTH = 96, COLUMNS = 80 };
    static uint8_t left[GEMM_ROWS_STEP * DEPTH];
    static int8_t right[DEPTH * COLUMNS];
    static int32_t sums[GEMM_ROWS_STEP * COLUMNS];
    uint64_t seed = 9;
    for (size_t i = 0; i < ROWS * DEPTH; i++) {
        left[i] = i < DEPTH ? 255 : (uint8_t)random_below(&seed, 256);
    }
    for (size_t i = 0; i < DEPTH * COLUMNS; i++) {
        const int random = (int)random_below(&seed, 2 * GEMM_WEIGHT_MAX + 1) - GEMM_WEIGHT_MAX;
        right[i] = (int8_t)(i % COLUMNS == 0   ? GEMM_WEIGHT_MAX
                            : i % COLUMNS == 1 ? -GEMM_WEIGHT_MAX
                                               : random);
    }
    gemm_weights *weights = gemm_weights_new(right, DEPTH, COLUMNS);
    gemm_context *context = gemm_context_new();
    assert_non_null(weights);
    assert_int_equal(gemm_operations(ROWS, weights), 2 * ROWS * DEPTH * COLUMNS);
    for (int again = 0; again < 2; again++) {
        gemm_int8(context, left, ROWS, weights, sums);
        for (size_t i = 0; i < ROWS; i++) {
            for (size_t j = 0; j < COLUMNS; j++) {
                int32_t sum = 0;
                for (size_t k = 0; k < DEPTH; k++) {
                    sum += left[i * DEPTH + k] * right[k * COLUMNS + j];
                }
                assert_int_equal(sums[i * COLUMNS + j], sum);
            }
        }
    }
    gemm_context_free(context);
    gemm_weights_free(weights);
}

static void test_multiply_block(void **state) {
    (void)state;
    enum { DEPTH = 37, COLUMNS = 2 * BLOCK_COLUMNS, FROM = 40, RIGHT = 50, TO = 33 };
    static float from[BLOCK_ROWS * FROM], right[DEPTH * RIGHT], to[BLOCK_ROWS * TO];
    fill(from, BLOCK_ROWS * FROM, 1.0f, 11);
    fill(right, DEPTH * RIGHT, 1.0f, 12);
    multiply_block(from, FROM, right, RIGHT, DEPTH, COLUMNS, to, TO);
    for (size_t i = 0; i < BLOCK_ROWS; i++) {
        for (size_t j = 0; j < COLUMNS; j++) {
            double sum = 0.0;
            for (size_t k = 0; k < DEPTH; k++) {
                sum += (double)from[i * FROM + k] * (double)right[k * RIGHT + j];
            }
            near((double)to[i * TO + j], sum, 1e-5);
        }
        assert_true(to[i * TO + COLUMNS] == 0.0f); /* what lies between rows is left alone */
    }
}

/* The same source for the plainest processor: the same bits. */
#define HEARSAY_NO_CLONES
#define quantize_row plain_quantize_row
#define dequantize_row plain_dequantize_row
#define add_normalize_row plain_add_normalize_row
#define gelu_row plain_gelu_row
#define softmax_row plain_softmax_row
#define dot plain_dot
#define multiply_block plain_multiply_block
#define add_bytes_row plain_add_bytes_row
#define add_row plain_add_row
#undef MODEL_KERNELS_H
#define quantized plain_quantized
#define LANES PLAIN_LANES
#define BLOCK_ROWS PLAIN_BLOCK_ROWS
#define BLOCK_COLUMNS PLAIN_BLOCK_COLUMNS
#include "model/kernels.c" // NOLINT(bugprone-suspicious-include)
#undef quantize_row
#undef quantized
#undef add_normalize_row
#undef gelu_row
#undef softmax_row
#undef dot
#undef multiply_block
#undef LANES
#undef BLOCK_ROWS
#undef BLOCK_COLUMNS

static void same(const void *a, const void *b, size_t size) {
    assert_memory_equal(a, b, size);
}

static void test_every_processor_gives_the_same_bits(void **state) {
    (void)state;
    for (uint64_t seed = 20; seed < 60; seed++) {
        static float a[ODD * BLOCK_COLUMNS], b[ODD * BLOCK_COLUMNS], other[ODD * BLOCK_COLUMNS],
            to[BLOCK_ROWS * BLOCK_COLUMNS];
        float plain_to[BLOCK_ROWS * BLOCK_COLUMNS];
        uint8_t bytes[ODD], plain_bytes[ODD];
        fill(other, ODD * BLOCK_COLUMNS, 2.0f, seed + 1000);
        fill(a, ODD * BLOCK_COLUMNS, 6.0f, seed);
        memcpy(b, a, sizeof a);
        gelu_row(a, ODD), plain_gelu_row(b, ODD);
        same(a, b, sizeof a);
        add_normalize_row(a, other, other + ODD, other + 1, ODD);
        plain_add_normalize_row(b, other, other + ODD, other + 1, ODD);
        same(a, b, sizeof a);
        const quantized q = quantize_row(a, ODD, bytes);
        const plain_quantized p = plain_quantize_row(b, ODD, plain_bytes);
        assert_true(q.scale == p.scale && q.zero == p.zero);
        same(bytes, plain_bytes, sizeof bytes);
        softmax_row(a, ODD, 0.3f), plain_softmax_row(b, ODD, 0.3f);
        same(a, b, sizeof a);
        assert_true(dot(a, other, ODD) == plain_dot(b, other, ODD));
        multiply_block(a, 7, other, LANES, ODD, BLOCK_COLUMNS, to, BLOCK_COLUMNS);
        plain_multiply_block(a, 7, other, LANES, ODD, BLOCK_COLUMNS, plain_to, BLOCK_COLUMNS);
        same(to, plain_to, sizeof to);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gelu),
        cmocka_unit_test(test_softmax),
        cmocka_unit_test(test_softmax_of_far_apart),
        cmocka_unit_test(test_add_normalize),
        cmocka_unit_test(test_quantize_keeps_to_half_a_step),
        cmocka_unit_test(test_quantize_of_nothing),
        cmocka_unit_test(test_quantize_of_next_to_nothing),
        cmocka_unit_test(test_products_never_saturate),
        cmocka_unit_test(test_multiply_block),
        cmocka_unit_test(test_every_processor_gives_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
