#include "model/kernels.h"

#include <math.h>
#include <stdbool.h>

/* Sanitizers run their own code before they are set up if a function is chosen at load time. */
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(HEARSAY_NO_CLONES)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

/* Numbers that are worked on together, in one register or several, as the processor has it. */
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(4), may_alias));

INLINE lanes load(const float *from) {
    return *(const lanes *)from;
}

INLINE void store(float *to, lanes values) {
    *(lanes *)to = values;
}

/* The sum, the two halves first. */
INLINE float sum_of(lanes values) {
    values += __builtin_shufflevector(values, values, 4, 5, 6, 7, 0, 1, 2, 3);
    values += __builtin_shufflevector(values, values, 2, 3, 0, 1, 6, 7, 4, 5);
    values += __builtin_shufflevector(values, values, 1, 0, 3, 2, 5, 4, 7, 6);
    return values[0];
}

typedef union {
    int32_t bits;
    float number;
} float_bits;

/* Added to a float below 2^22, it leaves the nearest whole number in the lowest bits. */
static const float TO_WHOLE = 12582912.0f; /* 1.5 * 2^23 */

CLONES quantized quantize_row(const float *restrict from, size_t n, uint8_t *restrict bytes) {
    float least = 0.0f, greatest = 0.0f; /* zero itself is always exact */
    for (size_t i = 0; i < n; i++) {
        least = from[i] < least ? from[i] : least;
        greatest = from[i] > greatest ? from[i] : greatest;
    }
    const float range = greatest - least;
    const bool any = range > LEAST_RANGE;
    const float scale = any ? range / 255.0f : 1.0f, inverse = any ? 255.0f / range : 1.0f;
    const float zero = (float)(int32_t)(-least * inverse + 0.5f);
    const float offset = zero + 0.5f;
    for (size_t i = 0; i < n; i++) {
        const float value = from[i] * inverse + offset; /* above -1, which is cut to 0 */
        bytes[i] = (uint8_t)(int32_t)(value > 255.0f ? 255.0f : value);
    }
    return (quantized){.scale = scale, .zero = (int32_t)zero};
}

CLONES void dequantize_row(const int32_t *restrict sums, quantized row,
                           const int32_t *restrict column_sums, const float *restrict column_scales,
                           const float *restrict bias, size_t n, float *restrict to) {
    for (size_t j = 0; j < n; j++) {
        to[j] =
            (float)(sums[j] - row.zero * column_sums[j]) * (row.scale * column_scales[j]) + bias[j];
    }
}

/* row += added; returns the sum. */
INLINE float add_and_sum(float *row, const float *added, size_t n) {
    lanes even = {0}, odd = {0};
    for (size_t i = 0; i < n; i += 2 * LANES) {
        const lanes first = load(row + i) + load(added + i);
        const lanes second = load(row + i + LANES) + load(added + i + LANES);
        store(row + i, first);
        store(row + i + LANES, second);
        even += first;
        odd += second;
    }
    return sum_of(even + odd);
}

INLINE float sum_of_squares(const float *row, float mean, size_t n) {
    lanes even = {0}, odd = {0};
    for (size_t i = 0; i < n; i += 2 * LANES) {
        const lanes first = load(row + i) - mean, second = load(row + i + LANES) - mean;
        even += first * first;
        odd += second * second;
    }
    return sum_of(even + odd);
}

CLONES void add_normalize_row(float *restrict row, const float *restrict added,
                              const float *restrict gain, const float *restrict bias, size_t n) {
    const float mean = add_and_sum(row, added, n) / (float)n;
    const float factor = 1.0f / sqrtf(sum_of_squares(row, mean, n) / (float)n + 1e-12f);
    for (size_t i = 0; i < n; i++) {
        row[i] = (row[i] - mean) * factor * gain[i] + bias[i];
    }
}

/* x times the share of a normal distribution that lies below x: 1/2 + x * P(x^2), P fitted to have
 * the least error of the result over [-4, 4]; beyond, as at these ends. */
CLONES void gelu_row(float *row, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const float above = row[i] < -4.0f ? -4.0f : row[i];
        const float x = above > 4.0f ? 4.0f : above;
        const float x2 = x * x, x4 = x2 * x2, x8 = x4 * x4;
        const float a = 0.3986733854f - 6.588784605e-2f * x2;
        const float b = 9.505399503e-3f - 1.006490784e-3f * x2;
        const float c = 7.485510286e-5f - 3.657136858e-6f * x2;
        const float d = 1.041961966e-7f - 1.301296737e-9f * x2;
        const float p = (a + b * x4) + (c + d * x4) * x8;
        row[i] *= 0.5f + x * p;
    }
}

CLONES float dot(const float *a, const float *b, size_t n) {
    lanes even = {0}, odd = {0};
    for (size_t i = 0; i < n; i += 2 * LANES) {
        even += load(a + i) * load(b + i);
        odd += load(a + i + LANES) * load(b + i + LANES);
    }
    return sum_of(even + odd);
}

CLONES void add_bytes_row(float *row, const int8_t *values, float scale, size_t n) {
    for (size_t i = 0; i < n; i++) {
        row[i] += (float)values[i] * scale;
    }
}

CLONES void add_row(float *row, const float *values, size_t n) {
    for (size_t i = 0; i < n; i++) {
        row[i] += values[i];
    }
}

CLONES void add_three_rows(const float *restrict a, const float *restrict b,
                           const float *restrict c, size_t n, float *restrict to) {
    for (size_t i = 0; i < n; i++) {
        to[i] = a[i] + b[i] + c[i];
    }
}

/* ---- attention's ---------------------------------------------------------------------------- */

CLONES float greatest_size(const float *from, size_t stride, size_t rows, size_t columns) {
    float greatest[BLOCK_COLUMNS] = {0};
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j += BLOCK_COLUMNS) {
            for (size_t k = 0; k < BLOCK_COLUMNS; k++) {
                const float size = fabsf(from[i * stride + j + k]);
                greatest[k] = size > greatest[k] ? size : greatest[k];
            }
        }
    }
    for (size_t k = 1; k < BLOCK_COLUMNS; k++) {
        greatest[0] = greatest[k] > greatest[0] ? greatest[k] : greatest[0];
    }
    return greatest[0];
}

CLONES void round_block(const float *restrict from, size_t stride, size_t rows, size_t columns,
                        float factor, int zero, uint8_t *restrict to) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            const float above = from[i * stride + j] * factor + 128.5f; /* cut to its whole part */
            to[i * columns + j] = (uint8_t)((int32_t)above - 128 + zero);
        }
    }
}

CLONES void pack_values(const uint8_t *restrict bytes, size_t rows, size_t columns,
                        uint32_t *restrict words) {
    for (size_t i = 0; i < rows; i += 4) {
        const uint8_t *row = bytes + i * columns;
        for (size_t j = 0; j < columns; j++) {
            const uint32_t low = row[j] | (uint32_t)row[columns + j] << 8;
            const uint32_t high = row[2 * columns + j] | (uint32_t)row[3 * columns + j] << 8;
            words[i / 4 * columns + j] = low | high << 16;
        }
    }
}

CLONES void add_up_words(const uint32_t *restrict words, size_t columns, size_t rows, int factor,
                         int32_t *restrict sums) {
    for (size_t j = 0; j < columns; j++) {
        sums[j] = 0;
    }
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < columns; j++) {
            const int32_t word = (int32_t)words[i * columns + j];
            sums[j] +=
                factor * ((int8_t)word + (int8_t)(word >> 8) + (int8_t)(word >> 16) + (word >> 24));
        }
    }
}

/* Below this an exponent of two leaves nothing of 255. */
static const float LEAST_EXPONENT = -30.0f;

/* 255 * 2^x for x <= 0 */
INLINE float share_of(float x) {
    const float above = x < LEAST_EXPONENT ? LEAST_EXPONENT : x;
    const float whole = floorf(above), part = above - whole;
    float_bits p = {.number = (SHARE_2 * part + SHARE_1) * part + SHARE_0};
    p.bits += (int32_t)whole * (1 << 23);
    return p.number;
}

CLONES int32_t share_row(const int32_t *restrict scores, size_t n, float factor,
                         uint8_t *restrict shares) {
    int32_t greatest = scores[0], total = 0;
    for (size_t i = 0; i < n; i++) {
        greatest = scores[i] > greatest ? scores[i] : greatest;
    }
    const float binary = factor * LOG2_E;
    for (size_t i = 0; i < n; i++) {
        const float_bits share = {.number =
                                      share_of((float)(scores[i] - greatest) * binary) + TO_WHOLE};
        shares[i] = (uint8_t)share.bits;
        total += share.bits & 255;
    }
    return total;
}

CLONES void scale_row(const int32_t *restrict from, float factor, size_t n, float *restrict to) {
    for (size_t i = 0; i < n; i++) {
        to[i] = (float)from[i] * factor;
    }
}
