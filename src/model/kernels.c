#include "model/kernels.h"

#include <math.h>

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

/* The last numbers of a row, then zeros. */
INLINE lanes load_rest(const float *from, size_t n) {
    lanes out = {0};
    for (size_t i = 0; i < n; i++) {
        out[i] = from[i];
    }
    return out;
}

INLINE float sum_of(lanes values) {
    for (size_t width = LANES / 2; width > 0; width /= 2) {
        for (size_t i = 0; i < width; i++) {
            values[i] += values[i + width];
        }
    }
    return values[0];
}

INLINE float dot_product(const float *a, const float *b, size_t n) {
    lanes sum = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        sum += load(a + i) * load(b + i);
    }
    return sum_of(sum + load_rest(a + i, n - i) * load_rest(b + i, n - i));
}

INLINE float sum_row(const float *row, size_t n) {
    lanes sum = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES) {
        sum += load(row + i);
    }
    return sum_of(sum + load_rest(row + i, n - i));
}

typedef union {
    int32_t bits;
    float number;
} float_bits;

/* e^x for x <= 0, by 2^n * 2^f with a polynomial for 2^f (Cephes' exp2f), within 2 units in the
 * last place. No branch and no copy through memory, so that loops over it vectorise. Arguments
 * below -87 give about 1e-38. */
INLINE float exp_of_negative(float x) {
    const float t = (x < -87.0f ? -87.0f : x) * 1.44269504f;
    const int32_t n = (int32_t)(t - 0.5f);
    const float f = t - (float)n;
    float p = 1.535336188319500e-4f;
    p = p * f + 1.339887440266574e-3f;
    p = p * f + 9.618437357674640e-3f;
    p = p * f + 5.550332471162809e-2f;
    p = p * f + 2.402264791363012e-1f;
    p = p * f + 6.931472028550421e-1f;
    p = p * f + 1.0f;
    const float_bits power = {.bits = (n + 127) * (1 << 23)};
    return p * power.number;
}

/* What spans less than this is all zero: a smaller scale would have no finite inverse. */
static const float LEAST_RANGE = 1e-30f;

CLONES quantized quantize_row(const float *from, size_t n, uint8_t *bytes) {
    float least = 0.0f, greatest = 0.0f; /* zero itself is always exact */
    for (size_t i = 0; i < n; i++) {
        least = from[i] < least ? from[i] : least;
        greatest = from[i] > greatest ? from[i] : greatest;
    }
    const float range = greatest - least;
    const float scale = range > LEAST_RANGE ? range / 255.0f : 1.0f;
    const float inverse = 1.0f / scale;
    const float zero = (float)(int32_t)(-least * inverse + 0.5f);
    for (size_t i = 0; i < n; i++) {
        const float value = from[i] * inverse + zero + 0.5f;
        const float above = value < 0.0f ? 0.0f : value;
        bytes[i] = (uint8_t)(int32_t)(above > 255.0f ? 255.0f : above);
    }
    return (quantized){.scale = scale, .zero = (int32_t)zero};
}

CLONES void dequantize_row(const int32_t *sums, quantized row, const int32_t *column_sums,
                           const float *column_scales, const float *bias, size_t n, float *to) {
    for (size_t j = 0; j < n; j++) {
        to[j] =
            (float)(sums[j] - row.zero * column_sums[j]) * (row.scale * column_scales[j]) + bias[j];
    }
}

CLONES void add_normalize_row(float *row, const float *added, const float *gain, const float *bias,
                              size_t n) {
    if (added) {
        for (size_t i = 0; i < n; i++) {
            row[i] += added[i];
        }
    }
    const float mean = sum_row(row, n) / (float)n;
    for (size_t i = 0; i < n; i++) {
        row[i] -= mean;
    }
    const float factor = 1.0f / sqrtf(dot_product(row, row, n) / (float)n + 1e-12f);
    for (size_t i = 0; i < n; i++) {
        row[i] = row[i] * factor * gain[i] + bias[i];
    }
}

CLONES void gelu_row(float *row, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const float x = row[i] * 0.70710678f;
        const float size = fabsf(x);
        const float t = 1.0f / (1.0f + 0.3275911f * size);
        float p = 1.061405429f;
        p = p * t - 1.453152027f;
        p = p * t + 1.421413741f;
        p = p * t - 0.284496736f;
        p = p * t + 0.254829592f;
        const float tail = p * t * exp_of_negative(-size * size); /* 1 - erf(size) */
        row[i] = row[i] * 0.5f * (x < 0.0f ? tail : 2.0f - tail);
    }
}

CLONES void softmax_row(float *row, size_t n, float scale) {
    float greatest = row[0];
    for (size_t i = 1; i < n; i++) {
        greatest = row[i] > greatest ? row[i] : greatest;
    }
    for (size_t i = 0; i < n; i++) {
        row[i] = exp_of_negative((row[i] - greatest) * scale);
    }
    const float inverse = 1.0f / sum_row(row, n);
    for (size_t i = 0; i < n; i++) {
        row[i] *= inverse;
    }
}

CLONES float dot(const float *a, const float *b, size_t n) {
    return dot_product(a, b, n);
}

CLONES void multiply_block(const float *from, size_t from_stride, const float *right,
                           size_t right_stride, size_t depth, size_t columns, float *to,
                           size_t to_stride) {
    for (size_t j = 0; j < columns; j += BLOCK_COLUMNS) {
        lanes sum[BLOCK_ROWS][2] = {{{0}}};
        for (size_t k = 0; k < depth; k++) {
            const float *values = right + k * right_stride + j;
            const lanes first = load(values), second = load(values + LANES);
            for (size_t i = 0; i < BLOCK_ROWS; i++) {
                const float factor = from[i * from_stride + k];
                sum[i][0] += factor * first;
                sum[i][1] += factor * second;
            }
        }
        for (size_t i = 0; i < BLOCK_ROWS; i++) {
            *(lanes *)(to + i * to_stride + j) = sum[i][0];
            *(lanes *)(to + i * to_stride + j + LANES) = sum[i][1];
        }
    }
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
