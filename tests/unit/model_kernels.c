/* The vectorised arithmetic against the plain formula in double precision. */
#include "base/memory.h"
#include "model/byte_gemm.h"
#include "model/gemm.h"
#include "model/kernels.h"
#include "support/check.h"
#include "support/random.h"

#include <math.h>
#include <string.h>

enum { ODD = 373 /* no multiple of any vector */, WHOLE = 23 * BLOCK_COLUMNS };

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
        near((double)row[i], x * 0.5 * (1.0 + erf(x / sqrt(2.0))), 5e-5 * fmax(1.0, fabs(x)));
    }
}

static void test_add_normalize(void **state) {
    (void)state;
    float row[WHOLE], before[WHOLE], added[WHOLE], gain[WHOLE], bias[WHOLE];
    double mean = 0.0, squares = 0.0;
    fill(row, WHOLE, 3.0f, 3), fill(added, WHOLE, 2.0f, 4), fill(gain, WHOLE, 1.0f, 5),
        fill(bias, WHOLE, 1.0f, 6);
    for (size_t i = 0; i < WHOLE; i++) {
        before[i] = row[i] + added[i];
        mean += (double)before[i] / WHOLE;
    }
    for (size_t i = 0; i < WHOLE; i++) {
        squares += ((double)before[i] - mean) * ((double)before[i] - mean) / WHOLE;
    }
    add_normalize_row(row, added, gain, bias, WHOLE);
    for (size_t i = 0; i < WHOLE; i++) {
        near((double)row[i],
             ((double)before[i] - mean) / sqrt(squares) * (double)gain[i] + (double)bias[i], 1e-5);
    }
}

static void test_quantize_keeps_to_a_step(void **state) {
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

enum { LEFT_ROWS = 5, DEPTH = 96, RIGHT_COLUMNS = 80 };

/* The greatest bytes times the greatest weights: what saturates in 16 bits if anything does. */
static void fill_product(uint8_t *left, int8_t *right) {
    uint64_t seed = 9;
    for (size_t i = 0; i < LEFT_ROWS * DEPTH; i++) {
        left[i] = i < DEPTH ? 255 : (uint8_t)random_below(&seed, 256);
    }
    for (size_t i = 0; i < DEPTH * RIGHT_COLUMNS; i++) {
        const int random = (int)random_below(&seed, 2 * GEMM_WEIGHT_MAX + 1) - GEMM_WEIGHT_MAX;
        right[i] = (int8_t)(i % RIGHT_COLUMNS == 0   ? GEMM_WEIGHT_MAX
                            : i % RIGHT_COLUMNS == 1 ? -GEMM_WEIGHT_MAX
                                                     : random);
    }
}

/* right [depth][columns] */
static void check_product(const uint8_t *left, const int8_t *right, size_t depth, size_t columns,
                          const int32_t *sums) {
    for (size_t i = 0; i < LEFT_ROWS; i++) {
        for (size_t j = 0; j < columns; j++) {
            int32_t sum = 0;
            for (size_t k = 0; k < depth; k++) {
                sum += left[i * depth + k] * right[k * columns + j];
            }
            assert_int_equal(sums[i * columns + j], sum);
        }
    }
}

static void check_gemm(gemm_weights *make(const int8_t *, size_t, size_t), size_t depth,
                       size_t columns) {
    static uint8_t left[GEMM_ROWS_STEP * DEPTH];
    static int8_t right[DEPTH * RIGHT_COLUMNS];
    static int32_t sums[GEMM_ROWS_STEP * RIGHT_COLUMNS];
    fill_product(left, right);
    gemm_weights *weights = make(right, depth, columns);
    gemm_context *context = gemm_context_new();
    assert_non_null(weights);
    assert_int_equal(gemm_operations(LEFT_ROWS, weights), 2 * LEFT_ROWS * depth * columns);
    for (int again = 0; again < 2; again++) {
        memset(sums, 0, sizeof sums);
        gemm_int8(context, left, LEFT_ROWS, weights, sums);
        check_product(left, right, depth, columns, sums);
    }
    gemm_context_free(context);
    gemm_weights_free(weights);
}

static void test_products_never_saturate(void **state) {
    (void)state;
    check_gemm(gemm_weights_new, DEPTH, RIGHT_COLUMNS);
    check_gemm(gemm_weights_new, DEPTH - 1, RIGHT_COLUMNS - 3); /* no whole tiles */
    check_gemm(gemm_weights_of_library, DEPTH, RIGHT_COLUMNS);
}

static void test_own_products(void **state) {
    (void)state;
    static uint8_t left[GEMM_ROWS_STEP * DEPTH];
    static int8_t right[DEPTH * RIGHT_COLUMNS];
    static int32_t sums[GEMM_ROWS_STEP * RIGHT_COLUMNS];
    if (!byte_gemm_works()) {
        skip();
    }
    fill_product(left, right);
    int8_t *packed = mem_alloc_lines(DEPTH, RIGHT_COLUMNS);
    byte_gemm_pack(right, DEPTH, RIGHT_COLUMNS, packed);
    byte_gemm_run(left, GEMM_ROWS_STEP, packed, DEPTH, RIGHT_COLUMNS, sums);
    check_product(left, right, DEPTH, RIGHT_COLUMNS, sums);
    mem_free(packed);
}

static void test_dequantize(void **state) {
    (void)state;
    int32_t sums[ODD], column_sums[ODD];
    float scales[ODD], bias[ODD], to[ODD];
    uint64_t seed = 13;
    fill(scales, ODD, 0.1f, 14), fill(bias, ODD, 1.0f, 15);
    for (size_t j = 0; j < ODD; j++) {
        sums[j] = (int32_t)random_below(&seed, 2000000) - 1000000;
        column_sums[j] = (int32_t)random_below(&seed, 20000) - 10000;
    }
    dequantize_row(sums, (quantized){0.01f, 77}, column_sums, scales, bias, ODD, to);
    for (size_t j = 0; j < ODD; j++) {
        const double sum = (double)(sums[j] - 77 * column_sums[j]);
        near((double)to[j], sum * 0.01 * (double)scales[j] + (double)bias[j], 1e-3);
    }
}

static void test_sums(void **state) {
    (void)state;
    float a[WHOLE], b[WHOLE], c[WHOLE], to[WHOLE];
    double products = 0.0;
    fill(a, WHOLE, 3.0f, 7), fill(b, WHOLE, 2.0f, 8), fill(c, WHOLE, 1.0f, 9);
    add_three_rows(a, b, c, WHOLE, to);
    for (size_t i = 0; i < WHOLE; i++) {
        assert_true(to[i] == a[i] + b[i] + c[i]);
        products += (double)a[i] * (double)b[i];
    }
    near((double)dot(a, b, WHOLE), products, 1e-3);
}

enum { ROWS = 8, COLUMNS = 2 * BLOCK_COLUMNS, STRIDE = COLUMNS + 7 };

static void test_blocks_of_bytes(void **state) {
    (void)state;
    static float from[ROWS * STRIDE];
    static uint8_t middle[ROWS * COLUMNS], around_zero[ROWS * COLUMNS];
    float most = 0.0f;
    fill(from, ROWS * STRIDE, 3.0f, 10);
    from[5 * STRIDE + 17] = -3.5f;
    from[COLUMNS] = 100.0f; /* between the rows */
    most = greatest_size(from, STRIDE, ROWS, COLUMNS);
    assert_true(most == 3.5f);
    round_block(from, STRIDE, ROWS, COLUMNS, 127.0f / most, 128, middle);
    round_block(from, STRIDE, ROWS, COLUMNS, 127.0f / most, 0, around_zero);
    for (size_t i = 0; i < ROWS; i++) {
        for (size_t j = 0; j < COLUMNS; j++) {
            const int byte = middle[i * COLUMNS + j] - 128;
            near((double)byte, (double)from[i * STRIDE + j] / 3.5 * 127.0, 0.5001);
            assert_int_equal(around_zero[i * COLUMNS + j], (uint8_t)byte);
        }
    }
    assert_int_equal(middle[5 * COLUMNS + 17], 1);
}

static void test_words_of_bytes(void **state) {
    (void)state;
    static uint8_t bytes[ROWS * COLUMNS];
    static uint32_t words[ROWS / 4 * COLUMNS];
    int32_t sums[COLUMNS];
    uint64_t seed = 11;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)random_below(&seed, 256);
    }
    pack_values(bytes, ROWS, COLUMNS, words);
    add_up_words(words, COLUMNS, ROWS / 4, -3, sums);
    for (size_t j = 0; j < COLUMNS; j++) {
        int32_t sum = 0;
        for (size_t i = 0; i < ROWS; i++) {
            sum += (int8_t)bytes[i * COLUMNS + j];
            assert_int_equal(words[i / 4 * COLUMNS + j] >> 8 * (i % 4) & 255,
                             bytes[i * COLUMNS + j]);
        }
        assert_int_equal(sums[j], -3 * sum);
    }
}

/* The same source for the plainest processor: the same bits. */
#define HEARSAY_NO_CLONES
#define quantize_row plain_quantize_row
#define dequantize_row plain_dequantize_row
#define add_normalize_row plain_add_normalize_row
#define gelu_row plain_gelu_row
#define dot plain_dot
#define add_bytes_row plain_add_bytes_row
#define add_row plain_add_row
#define add_three_rows plain_add_three_rows
#define greatest_size plain_greatest_size
#define round_block plain_round_block
#define pack_values plain_pack_values
#define add_up_words plain_add_up_words
#define share_row plain_share_row
#define scale_row plain_scale_row
#define quantized plain_quantized
#define LANES PLAIN_LANES
#define BLOCK_COLUMNS PLAIN_BLOCK_COLUMNS
#undef MODEL_KERNELS_H
#include "model/kernels.c" // NOLINT(bugprone-suspicious-include)
#undef quantize_row
#undef dequantize_row
#undef add_normalize_row
#undef gelu_row
#undef dot
#undef add_bytes_row
#undef add_row
#undef add_three_rows
#undef greatest_size
#undef round_block
#undef pack_values
#undef add_up_words
#undef share_row
#undef scale_row
#undef quantized
#undef LANES
#undef BLOCK_COLUMNS

static void same(const void *a, const void *b, size_t size) {
    assert_memory_equal(a, b, size);
}

static void test_every_processor_gives_the_same_bits(void **state) {
    (void)state;
    for (uint64_t seed = 20; seed < 60; seed++) {
        float a[WHOLE], b[WHOLE], to[WHOLE], plain_to[WHOLE], other[2 * WHOLE];
        uint8_t bytes[WHOLE], plain_bytes[WHOLE];
        int32_t sums[WHOLE];
        fill(other, 2 * WHOLE, 2.0f, seed + 1000);
        fill(a, WHOLE, 6.0f, seed);
        memcpy(b, a, sizeof a);
        gelu_row(a, WHOLE), plain_gelu_row(b, WHOLE);
        same(a, b, sizeof a);
        add_normalize_row(a, other, other + WHOLE, other + 1, WHOLE);
        plain_add_normalize_row(b, other, other + WHOLE, other + 1, WHOLE);
        same(a, b, sizeof a);
        const quantized q = quantize_row(a, WHOLE, bytes);
        const plain_quantized p = plain_quantize_row(b, WHOLE, plain_bytes);
        assert_true(q.scale == p.scale && q.zero == p.zero);
        same(bytes, plain_bytes, sizeof bytes);
        for (size_t i = 0; i < WHOLE; i++) {
            sums[i] = (int32_t)(other[i] * 1e5f);
        }
        dequantize_row(sums, q, sums, a, other, WHOLE, to);
        plain_dequantize_row(sums, p, sums, b, other, WHOLE, plain_to);
        same(to, plain_to, sizeof to);
        assert_true(dot(a, other, WHOLE) == plain_dot(b, other, WHOLE));
        assert_int_equal(share_row(sums, WHOLE, 1e-5f, bytes),
                         plain_share_row(sums, WHOLE, 1e-5f, plain_bytes));
        same(bytes, plain_bytes, sizeof bytes);
        round_block(other, WHOLE, 1, WHOLE, 60.0f, 128, bytes);
        plain_round_block(other, WHOLE, 1, WHOLE, 60.0f, 128, plain_bytes);
        same(bytes, plain_bytes, sizeof bytes);
        scale_row(sums, 0.7f, WHOLE, a), plain_scale_row(sums, 0.7f, WHOLE, b);
        same(a, b, sizeof a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gelu),
        cmocka_unit_test(test_add_normalize),
        cmocka_unit_test(test_quantize_keeps_to_a_step),
        cmocka_unit_test(test_quantize_of_nothing),
        cmocka_unit_test(test_quantize_of_next_to_nothing),
        cmocka_unit_test(test_products_never_saturate),
        cmocka_unit_test(test_own_products),
        cmocka_unit_test(test_dequantize),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_blocks_of_bytes),
        cmocka_unit_test(test_words_of_bytes),
        cmocka_unit_test(test_every_processor_gives_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
