/* Attention (Vaswani et al. 2017) in bytes, head by head.
 *
 * Queries, keys and values of a head become bytes with a scale each, and so does what a row takes
 * of each value: its greatest share is 255. Both products are then sums of whole numbers.
 *
 * qkv [count][3 * width] holds the queries, keys and values of a window's rows; a head is `head`
 * columns of each. */
#ifndef MODEL_ATTENTION_H
#define MODEL_ATTENTION_H

#include "model/byte_kernels.h"

#include <stddef.h>
#include <stdint.h>

/* What the rows of a window give to one head: H is its width, R attention_rows of the longest
 * window. Rows past a window's own hold what was there before, and have no share. */
typedef struct {
    uint32_t *keys;   /* [H / 4][R] words of four channels */
    uint32_t *values; /* [R / 4][H] words of four rows */
    int32_t *starts;  /* [R] what scores begin with */
    float key_scale, value_scale;
} attention_head;

/* Where heads do their work, each small enough for the nearest caches. Allocated, one thread's. */
typedef struct {
    byte_kernels kernels;
    attention_head *heads;
    size_t head_count;
    uint8_t *bytes;   /* [R][H] keys or values, before they are packed */
    uint8_t *queries; /* [R][H] */
    int32_t *scores;  /* [BYTE_ROWS][R] */
    uint8_t *shares;  /* [BYTE_ROWS][R] */
    int32_t *sums;    /* [BYTE_ROWS][H] of shares times values */
    int32_t *nothing; /* [H] zeros: what these begin with */
} attention_scratch;

/* The number of rows that there must be room for where a window has `rows`. */
size_t attention_rows(size_t rows);

/* For windows of `rows`, a multiple as attention_rows gives it, and `head_count` heads of at most
 * the width `head` that are held at once. */
attention_scratch *attention_scratch_new(size_t rows, size_t head, size_t head_count);
void attention_scratch_free(attention_scratch *self);

/* mixed [count][width] = softmax(Q K' / sqrt(head)) V for each head. Rows of `mixed` up to
 * attention_rows(count) are written. */
void attend(attention_scratch *scratch, const float *qkv, size_t count, size_t width, size_t head,
            float *mixed);

/* The same in two steps, for when only some rows are wanted: takes keys and values of all rows, and
 * then mixes the rows [first, last), as often as wanted. Queries of other rows need not be there.
 * A row may come out a little otherwise than from `attend`, as queries have one scale for the rows
 * that are mixed at once. */
void attention_take(attention_scratch *scratch, const float *qkv, size_t count, size_t width,
                    size_t head);
void attention_mix(attention_scratch *scratch, const float *qkv, size_t count, size_t first,
                   size_t last, size_t width, size_t head, float *mixed);

#endif
