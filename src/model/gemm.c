#include "model/gemm.h"

#include "base/memory.h"
#include "base/vec.h"
#include "model/byte_gemm.h"

#include <oneapi/dnnl/dnnl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(GEMM_ROWS_STEP % BYTE_GEMM_ROWS == 0, "rows are filled up to whole tiles");

/* oneDNN's threads come from OpenMP; each of our threads wants none besides itself, neither where a
 * product is prepared nor where it runs. OpenMP keeps the number for each thread, so that setting
 * it for a while does not reach into the program that uses us. */
extern void omp_set_num_threads(int);
extern int omp_get_max_threads(void);

static int begin_alone(void) {
    const int threads = omp_get_max_threads();
    omp_set_num_threads(1);
    return threads;
}

static void end_alone(int threads) {
    omp_set_num_threads(threads);
}

/* A product that was made once can fail later only for want of memory. */
static void must(dnnl_status_t status, const char *what) {
    if (status != dnnl_success) {
        fprintf(stderr, "hearsay: oneDNN: %s failed (status %d)\n", what, (int)status);
        abort();
    }
}

static dnnl_engine_t engine_new(void) {
    dnnl_engine_t engine;
    must(dnnl_engine_create(&engine, dnnl_cpu, 0), "creating an engine");
    return engine;
}

static dnnl_memory_desc_t plain(size_t rows, size_t columns, dnnl_data_type_t type,
                                dnnl_format_tag_t tag) {
    dnnl_memory_desc_t desc;
    const dnnl_dims_t dims = {(dnnl_dim_t)rows, (dnnl_dim_t)columns};
    must(dnnl_memory_desc_init_by_tag(&desc, 2, dims, type, tag), "describing a matrix");
    return desc;
}

/* ---- weights ------------------------------------------------------------------------------- */

struct gemm_weights {
    size_t depth, columns;
    bool own;                /* in the layout of byte_gemm.h */
    dnnl_memory_desc_t desc; /* the layout of `data`, if not */
    void *data;
};

static bool int8_desc(dnnl_engine_t engine, size_t rows, const dnnl_memory_desc_t *right,
                      size_t depth, size_t columns, dnnl_primitive_desc_t *out) {
    const dnnl_memory_desc_t left = plain(rows, depth, dnnl_u8, dnnl_ab);
    const dnnl_memory_desc_t sums = plain(rows, columns, dnnl_s32, dnnl_ab);
    dnnl_matmul_desc_t desc;
    return dnnl_matmul_desc_init(&desc, &left, right, NULL, &sums) == dnnl_success &&
           dnnl_primitive_desc_create(out, &desc, NULL, engine, NULL) == dnnl_success;
}

/* Copies plain weights into the layout that the product asked for. */
static void pack(dnnl_engine_t engine, const dnnl_memory_desc_t *from, const int8_t *weights,
                 gemm_weights *into) {
    dnnl_stream_t stream;
    dnnl_memory_t source, target;
    dnnl_primitive_desc_t desc;
    dnnl_primitive_t reorder;
    must(dnnl_stream_create(&stream, engine, dnnl_stream_default_flags), "creating a stream");
    must(dnnl_memory_create(&source, from, engine, (void *)(uintptr_t)weights), "wrapping weights");
    must(dnnl_memory_create(&target, &into->desc, engine, into->data), "wrapping weights");
    must(dnnl_reorder_primitive_desc_create(&desc, from, engine, &into->desc, engine, NULL),
         "describing a copy");
    must(dnnl_primitive_create(&reorder, desc), "preparing a copy");
    const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, target}};
    must(dnnl_primitive_execute(reorder, stream, 2, arguments), "copying weights");
    must(dnnl_stream_wait(stream), "copying weights");
    dnnl_primitive_destroy(reorder);
    dnnl_primitive_desc_destroy(desc);
    dnnl_memory_destroy(target);
    dnnl_memory_destroy(source);
    dnnl_stream_destroy(stream);
}

static gemm_weights *weights_new(size_t depth, size_t columns, size_t size) {
    gemm_weights *self = mem_alloc(sizeof *self);
    *self = (gemm_weights){.depth = depth, .columns = columns, .data = mem_alloc_lines(1, size)};
    return self;
}

gemm_weights *gemm_weights_new(const int8_t *weights, size_t depth, size_t columns) {
    if (!byte_gemm_is_best() || depth % BYTE_GEMM_DEPTH > 0 || columns % BYTE_GEMM_COLUMNS > 0) {
        return gemm_weights_of_library(weights, depth, columns);
    }
    gemm_weights *self = weights_new(depth, columns, mem_product(depth, columns));
    self->own = true;
    byte_gemm_pack(weights, depth, columns, self->data);
    return self;
}

gemm_weights *gemm_weights_of_library(const int8_t *weights, size_t depth, size_t columns) {
    const int threads = begin_alone();
    dnnl_engine_t engine = engine_new();
    const dnnl_memory_desc_t any = plain(depth, columns, dnnl_s8, dnnl_format_tag_any);
    const dnnl_memory_desc_t from = plain(depth, columns, dnnl_s8, dnnl_ab);
    dnnl_primitive_desc_t desc;
    gemm_weights *self = NULL;
    if (int8_desc(engine, 8 * GEMM_ROWS_STEP, &any, depth, columns, &desc)) {
        const dnnl_memory_desc_t *layout =
            dnnl_primitive_desc_query_md(desc, dnnl_query_weights_md, 0);
        self = weights_new(depth, columns, dnnl_memory_desc_get_size(layout));
        self->desc = *layout;
        pack(engine, &from, weights, self);
        dnnl_primitive_desc_destroy(desc);
    }
    dnnl_engine_destroy(engine);
    end_alone(threads);
    return self;
}

void gemm_weights_free(gemm_weights *self) {
    if (self) {
        mem_free(self->data);
        mem_free(self);
    }
}

uint64_t gemm_operations(size_t rows, const gemm_weights *right) {
    return (uint64_t)2 * rows * right->depth * right->columns;
}

/* ---- prepared products --------------------------------------------------------------------- */

typedef struct {
    size_t rows, depth, columns; /* the layout of the weights depends on these alone */
    dnnl_primitive_t primitive;
    dnnl_memory_t left, right, out;
} product;

struct gemm_context {
    dnnl_engine_t engine;
    dnnl_stream_t stream;
    VEC(product) products;
};

gemm_context *gemm_context_new(void) {
    gemm_context *self = mem_alloc(sizeof *self);
    memset(self, 0, sizeof *self);
    self->engine = engine_new();
    must(dnnl_stream_create(&self->stream, self->engine, dnnl_stream_default_flags),
         "creating a stream");
    return self;
}

void gemm_context_free(gemm_context *self) {
    if (!self) {
        return;
    }
    for (size_t i = 0; i < self->products.count; i++) {
        const product *p = &self->products.items[i];
        dnnl_primitive_destroy(p->primitive);
        dnnl_memory_destroy(p->left);
        dnnl_memory_destroy(p->right);
        dnnl_memory_destroy(p->out);
    }
    vec_free(&self->products);
    dnnl_stream_destroy(self->stream);
    dnnl_engine_destroy(self->engine);
    mem_free(self);
}

/* The product of `rows` rows with the weights, prepared now if it was not before. */
static const product *product_for(gemm_context *self, size_t rows, const gemm_weights *weights) {
    for (size_t i = 0; i < self->products.count; i++) {
        const product *p = &self->products.items[i];
        if (p->rows == rows && p->depth == weights->depth && p->columns == weights->columns) {
            return p;
        }
    }
    product new = {.rows = rows, .depth = weights->depth, .columns = weights->columns};
    dnnl_primitive_desc_t desc;
    const bool made =
        int8_desc(self->engine, rows, &weights->desc, weights->depth, weights->columns, &desc);
    must(made ? dnnl_success : dnnl_unimplemented, "describing a product");
    const dnnl_memory_desc_t *left = dnnl_primitive_desc_query_md(desc, dnnl_query_src_md, 0);
    const dnnl_memory_desc_t *out = dnnl_primitive_desc_query_md(desc, dnnl_query_dst_md, 0);
    must(dnnl_primitive_create(&new.primitive, desc), "preparing a product");
    must(dnnl_memory_create(&new.left, left, self->engine, DNNL_MEMORY_NONE), "wrapping a matrix");
    must(dnnl_memory_create(&new.right, &weights->desc, self->engine, DNNL_MEMORY_NONE),
         "wrapping a matrix");
    must(dnnl_memory_create(&new.out, out, self->engine, DNNL_MEMORY_NONE), "wrapping a matrix");
    dnnl_primitive_desc_destroy(desc);
    vec_push(&self->products, new);
    return &self->products.items[self->products.count - 1];
}

static void product_run(const gemm_context *self, const product *p, const uint8_t *left,
                        const gemm_weights *weights, int32_t *sums) {
    must(dnnl_memory_set_data_handle(p->left, (void *)(uintptr_t)left), "wrapping a matrix");
    must(dnnl_memory_set_data_handle(p->right, weights->data), "wrapping a matrix");
    must(dnnl_memory_set_data_handle(p->out, sums), "wrapping a matrix");
    const dnnl_exec_arg_t arguments[] = {
        {DNNL_ARG_SRC, p->left}, {DNNL_ARG_WEIGHTS, p->right}, {DNNL_ARG_DST, p->out}};
    must(dnnl_primitive_execute(p->primitive, self->stream, 3, arguments), "a product");
    must(dnnl_stream_wait(self->stream), "a product");
}

/* Windows differ in length; in steps of rows, a few products serve them all. */
size_t gemm_rows(size_t rows) {
    return (rows + GEMM_ROWS_STEP - 1) / GEMM_ROWS_STEP * GEMM_ROWS_STEP;
}

void gemm_int8(gemm_context *self, const uint8_t *left, size_t rows, const gemm_weights *right,
               int32_t *sums) {
    if (right->own) {
        byte_gemm_run(left, gemm_rows(rows), right->data, right->depth, right->columns, sums);
        return;
    }
    const int threads = begin_alone();
    product_run(self, product_for(self, gemm_rows(rows), right), left, right, sums);
    end_alone(threads);
}
