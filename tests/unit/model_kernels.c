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

static void test_float_products_in_strides(void **state) {
    (void)state;
    enum { HEADS = 3, ROWS = 32, HEAD = 8, WIDTH = HEADS * HEAD };
    static float all[ROWS * 3 * WIDTH], scores[HEADS * ROWS * ROWS];
    const gemm_shape query = {HEADS, ROWS, HEAD, HEAD, 3 * WIDTH, 1};
    const gemm_shape keys = {HEADS, HEAD, ROWS, HEAD, 1, 3 * WIDTH};
    const gemm_shape out = {HEADS, ROWS, ROWS, ROWS * ROWS, ROWS, 1};
    gemm_context *context = gemm_context_new();
    fill(all, ROWS * 3 * WIDTH, 1.0f, 11);
    gemm_float(context, all, &query, all + WIDTH, &keys, scores, &out);
    for (size_t h = 0; h < HEADS; h++) {
        for (size_t i = 0; i < ROWS; i++) {
            for (size_t j = 0; j < ROWS; j++) {
                const float *q = all + i * 3 * WIDTH + h * HEAD,
                            *k = all + j * 3 * WIDTH + WIDTH + h * HEAD;
                near((double)scores[(h * ROWS + i) * ROWS + j], (double)dot(q, k, HEAD), 1e-5);
            }
        }
    }
    gemm_context_free(context);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gelu),
        cmocka_unit_test(test_softmax),
        cmocka_unit_test(test_softmax_of_far_apart),
        cmocka_unit_test(test_add_normalize),
        cmocka_unit_test(test_quantize_keeps_to_half_a_step),
        cmocka_unit_test(test_quantize_of_nothing),
        cmocka_unit_test(test_products_never_saturate),
        cmocka_unit_test(test_float_products_in_strides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
