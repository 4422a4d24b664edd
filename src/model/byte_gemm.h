/* Products of bytes with weights on processors with AVX2 and no instruction for them (VNNI).
 *
 * oneDNN multiplies there, too, but brings the weights into the order of its kernel anew with each
 * call: a sixth of all time that reading took. Here they are in that order from the start. All sums
 * are whole numbers, the same whoever makes them. */
#ifndef MODEL_BYTE_GEMM_H
#define MODEL_BYTE_GEMM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `depth` must be a multiple of BYTE_GEMM_DEPTH, `columns` of BYTE_GEMM_COLUMNS, rows of
 * BYTE_GEMM_ROWS. */
enum { BYTE_GEMM_ROWS = 4, BYTE_GEMM_COLUMNS = 16, BYTE_GEMM_DEPTH = 4 };

/* Whether this processor can do it, and whether it has nothing better. */
bool byte_gemm_works(void);
bool byte_gemm_is_best(void);

/* packed [depth * columns] = weights [depth][columns] in the order of the kernel. Two neighbours in
 * a column must not add up to more than 128 in size (GEMM_WEIGHT_MAX). */
void byte_gemm_pack(const int8_t *weights, size_t depth, size_t columns, int8_t *packed);

/* sums [rows][columns] = left [rows][depth] * packed. Only where it works. */
void byte_gemm_run(const uint8_t *left, size_t rows, const int8_t *packed, size_t depth,
                   size_t columns, int32_t *sums);

#endif
