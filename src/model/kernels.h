/* The arithmetic between the products with weights.
 *
 * Each function is compiled for several processors, and the right one is chosen when the program
 * starts. All of them give the same bits: sums are taken in an order that does not depend on the
 * width of vectors, and no product is fused with a sum. Rounding a number to a byte blows its last
 * bit up, so that without this a statement in fifty would depend on the processor. */
#ifndef MODEL_KERNELS_H
#define MODEL_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/* A row of bytes that stands for floats: value[i] = (bytes[i] - zero) * scale. */
typedef struct {
    float scale;
    int32_t zero;
} quantized;

/* Quantizes `n` floats to unsigned bytes between their own least and greatest value. */
quantized quantize_row(const float *from, size_t n, uint8_t *bytes);

/* to[j] = the product of a quantized row with weights, from the sums of their bytes:
 * (sums[j] - zero * column_sums[j]) * scale * column_scales[j] + bias[j] */
void dequantize_row(const int32_t *sums, quantized row, const int32_t *column_sums,
                    const float *column_scales, const float *bias, size_t n, float *to);

/* row += added, then layer normalization (Ba et al. 2016); `added` may be NULL. */
void add_normalize_row(float *row, const float *added, const float *gain, const float *bias,
                       size_t n);

/* GELU (Hendrycks & Gimpel 2016) with erf to within 2e-7 (Abramowitz & Stegun 7.1.26). */
void gelu_row(float *row, size_t n);

/* row = softmax(row * scale) */
void softmax_row(float *row, size_t n, float scale);

/* sum of a[i] * b[i] */
float dot(const float *a, const float *b, size_t n);

enum { LANES = 8, BLOCK_ROWS = 4, BLOCK_COLUMNS = 2 * LANES };

/* to [BLOCK_ROWS][columns] = from [BLOCK_ROWS][depth] * right [depth][columns]. Strides are the
 * floats from one row to the next; `columns` is a multiple of
 * BLOCK_COLUMNS. */
void multiply_block(const float *from, size_t from_stride, const float *right, size_t right_stride,
                    size_t depth, size_t columns, float *to, size_t to_stride);

/* row += values * scale, of signed bytes and of floats */
void add_bytes_row(float *row, const int8_t *values, float scale, size_t n);
void add_row(float *row, const float *values, size_t n);

#endif
