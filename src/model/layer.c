#include "model/layer.h"

#include "base/memory.h"
#include "base/size.h"

_Static_assert(STRIP_ROWS % GEMM_ROWS_STEP == 0, "a strip is padded to itself at most");

layer_scratch *layer_scratch_new(const model_shape *shape) {
    const size_t rows = attention_rows(shape->window);
    const size_t width = size_greatest(shape->width, shape->relation_width);
    const size_t depth = size_greatest(width, size_greatest(shape->inner, shape->relation_inner));
    const size_t columns = size_greatest(3 * width, depth);
    const size_t head =
        size_greatest(shape->width / shape->heads, shape->relation_width / shape->relation_heads);
    layer_scratch *self = mem_alloc(sizeof *self);
    *self = (layer_scratch){
        .gemm = gemm_context_new(),
        .attention = attention_scratch_new(rows, head, shape->relation_heads),
        .outer.bytes = mem_alloc_lines(STRIP_ROWS, depth),
        .inner.bytes = mem_alloc_lines(STRIP_ROWS, depth),
        .sums = mem_alloc_lines(STRIP_ROWS * columns, sizeof *self->sums),
        .row = mem_alloc_lines(columns, sizeof *self->row),
        .qkv = mem_alloc_lines(rows * 3 * width, sizeof *self->qkv),
        .mixed = mem_alloc_lines(rows * width, sizeof *self->mixed),
    };
    return self;
}

void layer_scratch_free(layer_scratch *self) {
    if (!self) {
        return;
    }
    gemm_context_free(self->gemm);
    attention_scratch_free(self->attention);
    mem_free(self->outer.bytes);
    mem_free(self->inner.bytes);
    mem_free(self->sums);
    mem_free(self->row);
    mem_free(self->qkv);
    mem_free(self->mixed);
    mem_free(self);
}

static void strip_set(strip *self, size_t i, const float *row, size_t depth) {
    self->scales[i] = quantize_row(row, depth, self->bytes + i * depth);
}

static void strip_fill(strip *self, const float *from, size_t count, size_t depth) {
    for (size_t i = 0; i < count; i++) {
        strip_set(self, i, from + i * depth, depth);
    }
}

/* The sums stay in the scratch; product_row makes numbers of them. */
static void multiply(layer_scratch *s, const strip *from, size_t count, const linear *w) {
    gemm_int8(s->gemm, from->bytes, count, w->packed, s->sums);
}

/* Row i of the product last made, which was that of `from`. */
static void product_row(const layer_scratch *s, const strip *from, const linear *w, size_t i,
                        float *to) {
    dequantize_row(s->sums + i * w->columns, from->scales[i], w->sums, w->scale, w->bias,
                   w->columns, to);
}

void linear_run(layer_scratch *scratch, const linear *weights, const float *from, size_t count,
                float *to) {
    strip *in = &scratch->outer;
    for (size_t first = 0; first < count; first += STRIP_ROWS) {
        const size_t rows = size_least(STRIP_ROWS, count - first);
        strip_fill(in, from + first * weights->depth, rows, weights->depth);
        multiply(scratch, in, rows, weights);
        for (size_t i = 0; i < rows; i++) {
            product_row(scratch, in, weights, i, to + (first + i) * weights->columns);
        }
    }
}

/* x = norm(x + from * W + b), for a strip */
static void add_product(layer_scratch *s, const strip *from, const linear *w, const norm *n,
                        float *x, size_t count) {
    multiply(s, from, count, w);
    for (size_t i = 0; i < count; i++) {
        product_row(s, from, w, i, s->row);
        add_normalize_row(x + i * w->columns, s->row, n->gain, n->bias, w->columns);
    }
}

/* x = norm(x + gelu(x * up) * down), for a strip */
static void feed_forward(layer_scratch *s, const layer *w, float *x, size_t count) {
    strip_fill(&s->outer, x, count, w->width);
    multiply(s, &s->outer, count, &w->up);
    for (size_t i = 0; i < count; i++) {
        product_row(s, &s->outer, &w->up, i, s->row);
        gelu_row(s->row, w->inner);
        strip_set(&s->inner, i, s->row, w->inner);
    }
    add_product(s, &s->inner, &w->down, &w->norm2, x, count);
}

/* What follows attention, for the rows [first, last) of x. */
static void finish_rows(layer_scratch *s, const layer *w, float *x, size_t first, size_t last) {
    const size_t width = w->width;
    for (; first < last; first += STRIP_ROWS) {
        const size_t rows = size_least(STRIP_ROWS, last - first);
        strip_fill(&s->outer, s->mixed + first * width, rows, width);
        add_product(s, &s->outer, &w->out, &w->norm1, x + first * width, rows);
        feed_forward(s, w, x + first * width, rows);
    }
}

void layer_run(layer_scratch *scratch, const layer *weights, float *x, size_t count) {
    const size_t width = weights->width;
    linear_run(scratch, &weights->qkv, x, count, scratch->qkv);
    attend(scratch->attention, scratch->qkv, count, width, width / weights->heads, scratch->mixed);
    finish_rows(scratch, weights, x, 0, count);
}

void layer_take(layer_scratch *scratch, const layer *weights, size_t count) {
    const size_t width = weights->width;
    attention_take(scratch->attention, scratch->qkv, count, width, width / weights->heads);
}

void layer_run_rows(layer_scratch *scratch, const layer *weights, float *x, size_t count,
                    size_t first, size_t last) {
    const size_t width = weights->width;
    attention_mix(scratch->attention, scratch->qkv, count, first, last, width,
                  width / weights->heads, scratch->mixed);
    finish_rows(scratch, weights, x, first, last);
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
