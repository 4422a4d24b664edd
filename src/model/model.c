#include "model/model.h"

#include "base/memory.h"
#include "model/weights.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Far beyond what training makes, and so small that nothing in the network overflows: a row that
 * was normalized stays below 1000 * sqrt(4096), the product with a layer's weights below 1e11, its
 * square within attention below 1e26, the product of the next weights below 1e17, and its variance
 * below 1e38. The arithmetic counts on that (cmake/compile.cmake). */
static const float VALUE_MAX = 1000.0f, SCALE_MAX = 1.0f;

/* Takes tensors from a file until one is missing; then the error sticks and the rest are NULL. */
typedef struct {
    const model_file *file;
    hearsay_status status;
    hearsay_error *error;
} loader;

static const void *take(loader *self, const char *part, const char *name, tensor_type type,
                        size_t rows, size_t columns) {
    char full[96];
    str bytes = {NULL, 0};
    snprintf(full, sizeof full, "%s%s%s", part, *part && *name ? "." : "", name);
    if (!self->status) {
        self->status =
            model_file_tensor(self->file, full, type, rows, columns, &bytes, self->error);
    }
    return bytes.data;
}

/* Numbers between -most and most; what is not a number is refused too. */
static const float *take_bounded(loader *self, const char *part, const char *name, size_t rows,
                                 size_t columns, float most) {
    const float *values = take(self, part, name, TENSOR_FLOAT, rows, columns);
    for (size_t i = 0; values && i < rows * columns; i++) {
        if (!(fabsf(values[i]) <= most)) {
            self->status = error_set(self->error, HEARSAY_MODEL, 0,
                                     "%s: a number of \"%s %s\" is out of bounds: the model is "
                                     "damaged",
                                     self->file->path, part, name);
            return NULL;
        }
    }
    return values;
}

static const float *take_floats(loader *self, const char *part, const char *name, size_t rows,
                                size_t columns) {
    return take_bounded(self, part, name, rows, columns, VALUE_MAX);
}

/* One for each column of a matrix of bytes. */
static const float *take_scales(loader *self, const char *part, size_t columns) {
    return take_bounded(self, part, "scale", 1, columns, SCALE_MAX);
}

/* The sums of the weights' columns, for the zero points of the activations. */
static int32_t *column_sums(const int8_t *weights, size_t depth, size_t columns) {
    int32_t *sums = mem_alloc_lines(columns, sizeof *sums);
    for (size_t i = 0; i < depth; i++) {
        for (size_t j = 0; j < columns; j++) {
            sums[j] += weights[i * columns + j];
        }
    }
    return sums;
}

/* A weight beyond the bound could saturate on some processors and not on others. */
static bool within_bounds(const int8_t *weights, size_t n) {
    int bad = 0;
    for (size_t i = 0; i < n; i++) {
        bad |= weights[i] > GEMM_WEIGHT_MAX || weights[i] < -GEMM_WEIGHT_MAX;
    }
    return !bad;
}

static linear take_linear(loader *self, const char *part, const char *name, size_t depth,
                          size_t columns) {
    char full[64];
    snprintf(full, sizeof full, "%s%s%s", part, *part ? "." : "", name);
    linear out = {.depth = depth, .columns = columns};
    const int8_t *weights = take(self, full, "weight", TENSOR_INT8, depth, columns);
    out.scale = take_scales(self, full, columns);
    out.bias = take_floats(self, full, "bias", 1, columns);
    if (self->status) {
        return out;
    }
    if (!within_bounds(weights, depth * columns)) {
        self->status = error_set(self->error, HEARSAY_MODEL, 0,
                                 "%s: a weight of \"%s\" is out of bounds: the model is damaged",
                                 self->file->path, full);
        return out;
    }
    out.sums = column_sums(weights, depth, columns);
    out.packed = gemm_weights_new(weights, depth, columns);
    if (!out.packed) {
        self->status =
            error_set(self->error, HEARSAY_MODEL, 0,
                      "oneDNN cannot multiply %zu by %zu bytes on this processor", depth, columns);
    }
    return out;
}

static norm take_norm(loader *self, const char *part, const char *name, size_t width) {
    char full[64];
    snprintf(full, sizeof full, "%s%s%s", part, *part ? "." : "", name);
    return (norm){take_floats(self, full, "gain", 1, width),
                  take_floats(self, full, "bias", 1, width)};
}

static layer take_layer(loader *self, const char *part, size_t width, size_t heads, size_t inner) {
    return (layer){
        .width = width,
        .heads = heads,
        .inner = inner,
        .qkv = take_linear(self, part, "qkv", width, 3 * width),
        .out = take_linear(self, part, "out", width, width),
        .up = take_linear(self, part, "up", width, inner),
        .down = take_linear(self, part, "down", inner, width),
        .norm1 = take_norm(self, part, "norm1", width),
        .norm2 = take_norm(self, part, "norm2", width),
    };
}

static classifier take_classifier(loader *self, const char *part, size_t labels, size_t width) {
    return (classifier){take_floats(self, part, "weight", labels, width),
                        take_floats(self, part, "bias", 1, labels)};
}

static void take_encoder(loader *self, model *out) {
    const model_shape *s = &out->file.shape;
    out->pieces = take(self, "pieces", "weight", TENSOR_INT8, s->vocabulary, s->width);
    out->piece_scales = take_scales(self, "pieces", s->vocabulary);
    out->positions = take_floats(self, "positions", "", s->positions, s->width);
    out->quotes = take_floats(self, "quotes", "", s->quotes, s->width);
    out->cases = take_floats(self, "cases", "", s->cases, s->width);
    out->starts = take_floats(self, "starts", "", s->starts, s->width);
    out->embedded = take_norm(self, "", "norm", s->width);
    out->layers = mem_alloc(mem_product(s->layers, sizeof *out->layers));
    memset(out->layers, 0, s->layers * sizeof *out->layers);
    for (size_t i = 0; i < s->layers; i++) {
        char part[16];
        snprintf(part, sizeof part, "layer%zu", i);
        out->layers[i] = take_layer(self, part, s->width, s->heads, s->inner);
    }
    out->cue = take_classifier(self, "cue", CUE_LABELS, s->width);
}

static void take_relation(loader *self, model *out) {
    const model_shape *s = &out->file.shape;
    out->enter = take_linear(self, "", "enter", s->width, s->relation_width);
    out->enter_cue = take_linear(self, "", "enter_cue", s->width, s->relation_width);
    out->distances =
        take_floats(self, "distances", "", 2 * (size_t)s->reach + 1, s->relation_width);
    out->relation =
        take_layer(self, "relation", s->relation_width, s->relation_heads, s->relation_inner);
    out->role = take_classifier(self, "role", ROLE_LABELS, s->relation_width);
}

static str take_list(loader *self, const char *name) {
    str list = {NULL, 0};
    if (!self->status) {
        self->status = model_file_tensor(self->file, name, TENSOR_BYTES, 0, 0, &list, self->error);
    }
    return list;
}

/* A piece that has no embedding would be read from beyond the table. What follows the last line
 * break is a piece, too (vocabulary_read). */
static void check_vocabulary(loader *self, const model *out) {
    const str list = out->vocabulary;
    size_t lines = list.size > 0 && list.data[list.size - 1] != '\n';
    for (size_t i = 0; i < list.size; i++) {
        lines += list.data[i] == '\n';
    }
    if (!self->status && lines != out->file.shape.vocabulary) {
        self->status =
            error_set(self->error, HEARSAY_MODEL, 0,
                      "%s: its vocabulary has %zu lines instead of %u: the model is damaged",
                      self->file->path, lines, (unsigned)out->file.shape.vocabulary);
    }
}

hearsay_status model_open(const char *path, model **out, hearsay_error *error) {
    model *self = mem_alloc(sizeof *self);
    memset(self, 0, sizeof *self);
    hearsay_status status = model_file_open(path, &self->file, error);
    if (status) {
        mem_free(self);
        return status;
    }
    loader loading = {.file = &self->file, .error = error};
    take_encoder(&loading, self);
    take_relation(&loading, self);
    self->trait_layers = 2 * self->file.shape.layers / 3;
    if (model_file_has(&self->file, "traits.weight")) {
        self->traits = take_linear(&loading, "", "traits", self->file.shape.width, PIECE_TRAITS);
    }
    self->gate_layers = self->file.shape.layers / 2;
    if (model_file_has(&self->file, "gate.weight")) {
        self->gate = take_classifier(&loading, "gate", 1, self->file.shape.width);
    }
    self->confidence = take_floats(&loading, "confidence", "", 1, CONFIDENCE_WEIGHTS);
    self->vocabulary = take_list(&loading, "vocabulary");
    self->abbreviations = take_list(&loading, "abbreviations");
    check_vocabulary(&loading, self);
    self->file.path = NULL; /* borrowed until here only */
    if (loading.status) {
        model_close(self);
        return loading.status;
    }
    *out = self;
    return HEARSAY_OK;
}

static void linear_free(const linear *self) {
    gemm_weights_free(self->packed);
    mem_free(self->sums);
}

static void layer_free(const layer *self) {
    linear_free(&self->qkv);
    linear_free(&self->out);
    linear_free(&self->up);
    linear_free(&self->down);
}

void model_close(model *self) {
    if (!self) {
        return;
    }
    for (size_t i = 0; self->layers && i < self->file.shape.layers; i++) {
        layer_free(&self->layers[i]);
    }
    mem_free(self->layers);
    linear_free(&self->enter);
    linear_free(&self->enter_cue);
    linear_free(&self->traits);
    layer_free(&self->relation);
    model_file_close(&self->file);
    mem_free(self);
}

const char *model_name(const model *self) {
    return self->file.name;
}

size_t model_width(const model *self) {
    return self->file.shape.width;
}

str model_vocabulary(const model *self) {
    return self->vocabulary;
}

str model_abbreviations(const model *self) {
    return self->abbreviations;
}
