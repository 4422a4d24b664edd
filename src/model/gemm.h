/* Matrix products, by oneDNN, of which no other file knows, or where it is slow by ourselves
 * (byte_gemm.h).
 *
 * Activations are unsigned bytes with a zero point of their own, weights signed bytes within
 * [-GEMM_WEIGHT_MAX, GEMM_WEIGHT_MAX]. Processors without VNNI add the products of two neighbours
 * in 16 bits, which saturate: 2 * 255 * 64 = 32640 still fits, so that every processor gives the
 * same sums. */
#ifndef MODEL_GEMM_H
#define MODEL_GEMM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GEMM_WEIGHT_MAX = 64, GEMM_ROWS_STEP = 8 };

/* A matrix of weights in the layout that this processor likes. Immutable, shared by threads. */
typedef struct gemm_weights gemm_weights;

/* `weights` [depth][columns]. NULL where the processor cannot do it. The caller owns the result. */
gemm_weights *gemm_weights_new(const int8_t *weights, size_t depth, size_t columns);

/* The same, for oneDNN whatever the processor: what others are measured by. */
gemm_weights *gemm_weights_of_library(const int8_t *weights, size_t depth, size_t columns);

void gemm_weights_free(gemm_weights *self);

/* The operations of a product with `rows` rows: a multiplication and an addition for each weight
 * and row. Rows that are only there to fill up do not count. */
uint64_t gemm_operations(size_t rows, const gemm_weights *right);

/* What one thread needs to multiply: the prepared products, and where they do their work. */
typedef struct gemm_context gemm_context;

gemm_context *gemm_context_new(void);
void gemm_context_free(gemm_context *self);

/* The number of rows that buffers must have room for where `rows` are multiplied. */
size_t gemm_rows(size_t rows);

/* sums [rows][columns] = left [rows][depth] * right. Rows up to gemm_rows(rows) are read and
 * written, and need no particular content. */
void gemm_int8(gemm_context *self, const uint8_t *left, size_t rows, const gemm_weights *right,
               int32_t *sums);

#endif
