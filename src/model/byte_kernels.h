/* Attention's two inner loops, over bytes that are made on the way. (Products with weights:
 * gemm.h.)
 *
 * There is a set for each kind of processor. All give the same whole numbers. */
#ifndef MODEL_BYTE_KERNELS_H
#define MODEL_BYTE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BYTE_ROWS = 8, BYTE_COLUMNS = 16, BYTE_DEPTH = 4 };

typedef struct {
    const char *name;
    bool works; /* on this processor */

    /* sums [BYTE_ROWS][columns] = left [BYTE_ROWS][depth] * right [depth][columns] + start
     * [columns]
     *
     * `left` holds unsigned bytes, `right` signed ones, four rows to a word: its word [k][j] has
     * right[4k .. 4k + 3][j], the first in the lowest byte. `depth` is a multiple of BYTE_DEPTH,
     * `columns` of BYTE_COLUMNS. Sums must fit 32 bits. */
    void (*multiply)(const uint8_t *left, const uint32_t *right, const int32_t *start, size_t depth,
                     size_t columns, int32_t *sums);

    /* share_row (kernels.h), for a multiple of BYTE_COLUMNS */
    int32_t (*share_row)(const int32_t *scores, size_t n, float factor, uint8_t *shares);
} byte_kernels;

enum { BYTE_KERNELS = 3 };

/* All there are, the fastest first; the last works everywhere. */
void byte_kernels_all(byte_kernels out[BYTE_KERNELS]);

/* The fastest that works here. */
byte_kernels byte_kernels_best(void);

#endif
