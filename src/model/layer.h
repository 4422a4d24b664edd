/* One transformer layer, run over the rows of a window. */
#ifndef MODEL_LAYER_H
#define MODEL_LAYER_H

#include "model/attention.h"
#include "model/kernels.h"
#include "model/weights.h"

/* Rows go through the products a strip at a time, so that their sums stay in the second cache.
 * Without VNNI oneDNN arranges the weights anew for every product, so that strips must not be too
 * short. */
enum { STRIP_ROWS = 128 };

typedef struct {
    uint8_t *bytes; /* [STRIP_ROWS][widest depth] */
    quantized scales[STRIP_ROWS];
} strip;

/* Where a layer does its work; R is the rows of the longest window. Rows past a window's own hold
 * whatever was there before, and are never looked at. Allocated, one thread's. */
typedef struct {
    gemm_context *gemm;
    attention_scratch *attention;
    strip outer, inner; /* what is multiplied */
    int32_t *sums;      /* [STRIP_ROWS][widest columns] what comes of it */
    float *row;         /* [widest columns] */
    float *qkv;         /* [R][3 * widest width] queries, keys, values */
    float *mixed;       /* [R][widest width] what attention gives */
} layer_scratch;

layer_scratch *layer_scratch_new(const model_shape *shape);
void layer_scratch_free(layer_scratch *self);

/* to [count][columns] = from [count][depth] * W + b */
void linear_run(layer_scratch *scratch, const linear *weights, const float *from, size_t count,
                float *to);

/* Replaces x [count][width] by the layer's output. */
void layer_run(layer_scratch *scratch, const layer *weights, float *x, size_t count);

/* The same for the rows [first, last) alone, as often as wanted: layer_take takes keys and values
 * of all rows from scratch->qkv [count][3 * width], then layer_run_rows replaces x [count][width]
 * there, whose queries must stand in scratch->qkv by then. */
void layer_take(layer_scratch *scratch, const layer *weights, size_t count);
void layer_run_rows(layer_scratch *scratch, const layer *weights, float *x, size_t count,
                    size_t first, size_t last);

/* logits [count][labels] of rows [count][width]. */
void classify(const classifier *weights, const float *rows, size_t count, size_t width,
              size_t labels, float *logits);

#endif
