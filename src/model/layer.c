#include "model/layer.h"

#include "base/memory.h"

#include <math.h>
#include <string.h>

_Static_assert(GEMM_ROWS_STEP % BLOCK_COLUMNS == 0 && GEMM_ROWS_STEP % BLOCK_ROWS == 0,
               "rows are padded for whole blocks");

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static void *zeroed(size_t count, size_t size) {
    void *memory = mem_alloc(mem_product(count, size));
    memset(memory, 0, count * size);
    return memory;
}

layer_scratch *layer_scratch_new(const model_shape *shape) {
    const size_t rows = gemm_rows(shape->window);
    const size_t width = larger(shape->width, shape->relation_width);
    const size_t depth = larger(width, larger(shape->inner, shape->relation_inner));
    const size_t columns = larger(3 * width, depth);
    const size_t head =
        larger(shape->width / shape->heads, shape->relation_width / shape->relation_heads);
    layer_scratch *self = mem_alloc(sizeof *self);
    *self = (layer_scratch){
        .gemm = gemm_context_new(),
        .bytes = zeroed(rows * depth, sizeof *self->bytes),
        .scales = zeroed(rows, sizeof *self->scales),
        .sums = zeroed(rows * columns, sizeof *self->sums),
        .wide = zeroed(rows * columns, sizeof *self->wide),
        .mixed = zeroed(rows * width, sizeof *self->mixed),
        .keys = zeroed(head * rows, sizeof *self->keys),
        .attention = zeroed(BLOCK_ROWS * rows, sizeof *self->attention),
    };
    return self;
}

void layer_scratch_free(layer_scratch *self) {
    if (!self) {
        return;
    }
    gemm_context_free(self->gemm);
    mem_free(self->bytes);
    mem_free(self->scales);
    mem_free(self->sums);
    mem_free(self->wide);
    mem_free(self->mixed);
    mem_free(self->keys);
    mem_free(self->attention);
    mem_free(self);
}

/* Quantizes each row and multiplies them all; the sums stay in the scratch. */
static void multiply(layer_scratch *s, const linear *w, const float *from, size_t count) {
    for (size_t i = 0; i < count; i++) {
        s->scales[i] = quantize_row(from + i * w->depth, w->depth, s->bytes + i * w->depth);
    }
    gemm_int8(s->gemm, s->bytes, count, w->packed, s->sums);
}

/* Row i of the product last made. */
static void product_row(const layer_scratch *s, const linear *w, size_t i, float *to) {
    dequantize_row(s->sums + i * w->columns, s->scales[i], w->sums, w->scale, w->bias, w->columns,
                   to);
}

void linear_run(layer_scratch *scratch, const linear *weights, const float *from, size_t count,
                float *to) {
    multiply(scratch, weights, from, count);
    for (size_t i = 0; i < count; i++) {
        product_row(scratch, weights, i, to + i * weights->columns);
    }
}

/* keys [head][rows] of one head, from [count] rows a stride apart. */
static void turn_keys(const float *from, size_t stride, size_t count, size_t head, size_t rows,
                      float *keys) {
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 0; c < head; c++) {
            keys[c * rows + i] = from[i * stride + c];
        }
    }
}

/* mixed [count][width] = softmax(Q K' / sqrt(width of a head)) V, head by head, from qkv in `wide`;
 * a few rows at a time, so that their scores stay near. */
static void attend(layer_scratch *s, const layer *w, size_t count) {
    const size_t rows = gemm_rows(count), head = w->width / w->heads, stride = 3 * w->width;
    const float scale = 1.0f / sqrtf((float)head);
    for (size_t h = 0; h < w->heads; h++) {
        const float *query = s->wide + h * head, *value = query + 2 * w->width;
        turn_keys(query + w->width, stride, count, head, rows, s->keys);
        for (size_t i = 0; i < count; i += BLOCK_ROWS) {
            multiply_block(query + i * stride, stride, s->keys, rows, head, rows, s->attention,
                           rows);
            for (size_t r = 0; r < BLOCK_ROWS; r++) {
                softmax_row(s->attention + r * rows, count, scale);
            }
            multiply_block(s->attention, rows, value, stride, count, head,
                           s->mixed + i * w->width + h * head, w->width);
        }
    }
}

/* x = norm(x + from * W + b) */
static void add_product(layer_scratch *s, const linear *w, const norm *n, const float *from,
                        float *x, size_t count) {
    multiply(s, w, from, count);
    for (size_t i = 0; i < count; i++) {
        float *added = s->wide; /* its content has been read by now */
        product_row(s, w, i, added);
        add_normalize_row(x + i * w->columns, added, n->gain, n->bias, w->columns);
    }
}

void layer_run(layer_scratch *scratch, const layer *weights, float *x, size_t count) {
    linear_run(scratch, &weights->qkv, x, count, scratch->wide);
    attend(scratch, weights, count);
    add_product(scratch, &weights->out, &weights->norm1, scratch->mixed, x, count);

    multiply(scratch, &weights->up, x, count);
    for (size_t i = 0; i < count; i++) {
        float *row = scratch->wide + i * weights->inner;
        product_row(scratch, &weights->up, i, row);
        gelu_row(row, weights->inner);
    }
    add_product(scratch, &weights->down, &weights->norm2, scratch->wide, x, count);
}

void classify(const classifier *weights, const float *rows, size_t count, size_t width,
              size_t labels, float *logits) {
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < labels; j++) {
            logits[i * labels + j] =
                dot(rows + i * width, weights->weight + j * width, width) + weights->bias[j];
        }
    }
}
