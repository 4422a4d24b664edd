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

/* Numbers that are worked on together; BLOCK_COLUMNS divides every row of a model. */
enum { LANES = 8, BLOCK_COLUMNS = 2 * LANES };

/* A row of bytes that stands for floats: value[i] = (bytes[i] - zero) * scale. */
typedef struct {
    float scale;
    int32_t zero;
} quantized;

/* What spans less than this is all zero: a smaller scale would have no finite inverse. */
#define LEAST_RANGE 1e-30f

/* Quantizes `n` floats to unsigned bytes between their own least and greatest value. */
quantized quantize_row(const float *from, size_t n, uint8_t *bytes);

/* to[j] = the product of a quantized row with weights, from the sums of their bytes:
 * (sums[j] - zero * column_sums[j]) * scale * column_scales[j] + bias[j] */
void dequantize_row(const int32_t *sums, quantized row, const int32_t *column_sums,
                    const float *column_scales, const float *bias, size_t n, float *to);

/* row += added, then layer normalization (Ba et al. 2016). */
void add_normalize_row(float *row, const float *added, const float *gain, const float *bias,
                       size_t n);

/* GELU (Hendrycks & Gimpel 2016), the one with erf, to within 5e-5 * max(1, |x|). */
void gelu_row(float *row, size_t n);

/* sum of a[i] * b[i] */
float dot(const float *a, const float *b, size_t n);

/* row += values * scale, of signed bytes and of floats */
void add_bytes_row(float *row, const int8_t *values, float scale, size_t n);
void add_row(float *row, const float *values, size_t n);

/* to = a + b + c */
void add_three_rows(const float *a, const float *b, const float *c, size_t n, float *to);

/* ---- attention's ----------------------------------------------------------------------------
 *
 * Strides are the numbers from one row to the next; `columns` is a multiple of BLOCK_COLUMNS. */

/* The greatest size of a number in from [rows][columns]. */
float greatest_size(const float *from, size_t stride, size_t rows, size_t columns);

/* to [rows][columns] = from * factor, rounded, + zero, in bytes; from * factor is within +-127. */
void round_block(const float *from, size_t stride, size_t rows, size_t columns, float factor,
                 int zero, uint8_t *to);

/* words [rows / 4][columns] = bytes [rows][columns], four rows to a word, the first in its lowest
 * byte */
void pack_values(const uint8_t *bytes, size_t rows, size_t columns, uint32_t *words);

/* sums[j] = factor * the sum of the signed bytes in column j of words [rows][columns] */
void add_up_words(const uint32_t *words, size_t columns, size_t rows, int factor, int32_t *sums);

/* shares[j] = 255 * e^((scores[j] - the greatest) * factor), rounded; returns their sum.
 *
 * e^x is 2^w * 2^f, w whole and 0 <= f < 1, and for 255 * 2^f stands a parabola, SHARE_0 and so on,
 * that is right to 0.18 %: rounding to a byte costs more. */
int32_t share_row(const int32_t *scores, size_t n, float factor, uint8_t *shares);

#define LOG2_E 1.44269504f
#define SHARE_0 255.439802f
#define SHARE_1 167.697276f
#define SHARE_2 85.9833127f

/* to = from * factor */
void scale_row(const int32_t *from, float factor, size_t n, float *to);

#endif
