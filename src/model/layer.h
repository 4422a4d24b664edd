/* One transformer layer, run over the rows of a window. */
#ifndef MODEL_LAYER_H
#define MODEL_LAYER_H

#include "model/kernels.h"
#include "model/weights.h"

/* Where a layer does its work; R is gemm_rows of the longest window. Rows past a window's own hold
 * whatever was there before: always finite, never looked at. Allocated, one thread's. */
typedef struct {
    gemm_context *gemm;
    uint8_t *bytes;    /* [R][widest depth] quantized rows */
    quantized *scales; /* [R] of them */
    int32_t *sums;     /* [R][widest columns] */
    float *wide;       /* [R][widest columns] */
    float *mixed;      /* [R][widest width] what attention gives */
    float *keys;       /* [widest head][R] the keys of one head, a row a channel */
    float *attention;  /* [BLOCK_ROWS][R] */
} layer_scratch;

layer_scratch *layer_scratch_new(const model_shape *shape);
void layer_scratch_free(layer_scratch *self);

/* to [count][columns] = from [count][depth] * W + b */
void linear_run(layer_scratch *scratch, const linear *weights, const float *from, size_t count,
                float *to);

/* Replaces x [count][width] by the layer's output. */
void layer_run(layer_scratch *scratch, const layer *weights, float *x, size_t count);

/* logits [count][labels] of rows [count][width]. */
void classify(const classifier *weights, const float *rows, size_t count, size_t width,
              size_t labels, float *logits);

#endif
