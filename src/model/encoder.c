#include "base/memory.h"
#include "base/size.h"
#include "model/layer.h"
#include "model/model.h"
#include "model/weights.h"

#include <assert.h>
#include <string.h>

/* Rows of a window: CLS, its pieces, SEP. R is the longest.
 *
 * What the relation layer reads is a sum of three: the row as the encoder gives it, the cue's row,
 * and the row of the distance between them. Its queries, keys and values are the sum of the three
 * rows' own, so that none has to be multiplied anew for each cue. */
struct model_scratch {
    const model *model;
    layer_scratch *layer;
    size_t count;        /* rows of the window last read */
    float *hidden;       /* [R][D] what the encoder gives */
    float *entered;      /* [R][E] the same, projected for the relation layer */
    float *relation;     /* [R][E] the relation layer's rows */
    float *cues;         /* [R][CUE_LABELS] */
    float *roles;        /* [R][ROLE_LABELS] */
    float *cue_mean;     /* [D] */
    float *cue_row;      /* [E] */
    float *entered_qkv;  /* [R][3E] of `entered`, with the bias */
    float *cue_qkv;      /* [3E] of `cue_row`, without */
    float *distance_qkv; /* [2 * reach + 1][3E] of the distances, without */
    linear unbiased;     /* the relation layer's qkv with a bias of `zeros` */
    float *zeros;        /* [3E] */
    float *trait_rows;   /* [R][D] what the layers below the traits give */
    float *traits;       /* [R][PIECE_TRAITS] */
};

static float *floats(size_t rows, size_t columns) {
    return mem_alloc_lines(mem_product(rows, columns), sizeof(float));
}

model_scratch *model_scratch_new(const model *self) {
    const model_shape *shape = &self->file.shape;
    const size_t rows = shape->window, three = 3 * (size_t)shape->relation_width;
    const size_t distances = 2 * (size_t)shape->reach + 1;
    model_scratch *out = mem_alloc(sizeof *out);
    *out = (model_scratch){
        .model = self,
        .layer = layer_scratch_new(shape),
        .hidden = floats(rows, shape->width),
        .entered = floats(rows, shape->relation_width),
        .relation = floats(rows, shape->relation_width),
        .cues = floats(rows, CUE_LABELS),
        .roles = floats(rows, ROLE_LABELS),
        .cue_mean = floats(1, shape->width),
        .cue_row = floats(1, shape->relation_width),
        .entered_qkv = floats(rows, three),
        .cue_qkv = floats(1, three),
        .distance_qkv = floats(distances, three),
        .unbiased = self->relation.qkv,
        .zeros = floats(1, three),
        .trait_rows = floats(rows, shape->width),
        .traits = floats(rows, PIECE_TRAITS),
    };
    out->unbiased.bias = out->zeros;
    linear_run(out->layer, &out->unbiased, self->distances, distances, out->distance_qkv);
    return out;
}

void model_scratch_free(model_scratch *self) {
    if (!self) {
        return;
    }
    layer_scratch_free(self->layer);
    mem_free(self->hidden);
    mem_free(self->entered);
    mem_free(self->relation);
    mem_free(self->cues);
    mem_free(self->roles);
    mem_free(self->cue_mean);
    mem_free(self->cue_row);
    mem_free(self->entered_qkv);
    mem_free(self->cue_qkv);
    mem_free(self->distance_qkv);
    mem_free(self->zeros);
    mem_free(self->trait_rows);
    mem_free(self->traits);
    mem_free(self);
}

size_t model_scratch_window(const model_scratch *self) {
    return self->model->file.shape.window - 2;
}

const float *model_rows(const model_scratch *self) {
    return self->hidden + self->model->file.shape.width;
}

const float *model_scratch_confidence(const model_scratch *self) {
    return self->model->confidence;
}

/* Row `position` of the encoder's input. */
static void embed(const model *m, model_piece piece, size_t position, float *row) {
    const size_t width = m->file.shape.width;
    memcpy(row, m->positions + position * width, width * sizeof *row);
    add_bytes_row(row, m->pieces + piece.id * width, m->piece_scales[piece.id], width);
    add_row(row, m->quotes + piece.quote * width, width);
    add_row(row, m->cases + piece.letter_case * width, width);
    add_normalize_row(row, m->starts + piece.start * width, m->embedded.gain, m->embedded.bias,
                      width);
}

static void embed_window(model_scratch *self, const model_piece *pieces, size_t count) {
    const model *m = self->model;
    const model_shape *shape = &m->file.shape;
    assert(count > 0 && count <= model_scratch_window(self));
    self->count = count + 2;
    embed(m, (model_piece){.id = shape->cls}, 0, self->hidden);
    for (size_t i = 0; i < count; i++) {
        embed(m, pieces[i], i + 1, self->hidden + (i + 1) * shape->width);
    }
    embed(m, (model_piece){.id = shape->sep}, count + 1, self->hidden + (count + 1) * shape->width);
}

static void run_layers(model_scratch *self, size_t first, size_t last) {
    for (size_t i = first; i < last; i++) {
        layer_run(self->layer, &self->model->layers[i], self->hidden, self->count);
    }
}

/* What is made of the rows that the last layer gives. */
static const float *read_cues(model_scratch *self) {
    const model *m = self->model;
    classify(&m->cue, self->hidden, self->count, m->file.shape.width, CUE_LABELS, self->cues);
    linear_run(self->layer, &m->enter, self->hidden, self->count, self->entered);
    linear_run(self->layer, &m->relation.qkv, self->entered, self->count, self->entered_qkv);
    return self->cues + CUE_LABELS;
}

void model_read_for_traits(model_scratch *self, const model_piece *pieces, size_t count) {
    embed_window(self, pieces, count);
    run_layers(self, 0, self->model->trait_layers);
    memcpy(self->trait_rows, self->hidden,
           self->count * self->model->file.shape.width * sizeof *self->hidden);
}

const float *model_read_window(model_scratch *self, const model_piece *pieces, size_t count) {
    model_read_for_traits(self, pieces, count);
    run_layers(self, self->model->trait_layers, self->model->file.shape.layers);
    return read_cues(self);
}

void model_read_below_gate(model_scratch *self, const model_piece *pieces, size_t count) {
    embed_window(self, pieces, count);
    run_layers(self, 0, self->model->gate_layers);
}

/* Whether a piece of the window may be of a cue, as far as the rows below the gate tell. */
static bool passes_gate(const model_scratch *self) {
    const model *m = self->model;
    for (size_t i = 1; i + 1 < self->count; i++) {
        float sum;
        classify(&m->gate, self->hidden + i * m->file.shape.width, 1, m->file.shape.width, 1, &sum);
        if (sum > 0.0f) {
            return true;
        }
    }
    return false;
}

const float *model_read_content(model_scratch *self, const model_piece *pieces, size_t count) {
    model_read_below_gate(self, pieces, count);
    if (self->model->gate.weight && !passes_gate(self)) {
        return NULL;
    }
    run_layers(self, self->model->gate_layers, self->model->file.shape.layers);
    return read_cues(self);
}

/* How far row `at` is from the cue's rows [first, last), 0 inside, clipped to [-reach, reach]. */
static long distance(size_t at, size_t first, size_t last, long reach) {
    const long d = at < first ? (long)at - (long)first : at >= last ? (long)(at - last) + 1 : 0;
    return d < -reach ? -reach : d > reach ? reach : d;
}

/* The cue's row: the mean of its pieces' rows, projected. */
static void set_cue(model_scratch *self, size_t first, size_t last) {
    const model *m = self->model;
    const size_t width = m->file.shape.width;
    memset(self->cue_mean, 0, width * sizeof(float));
    for (size_t i = first; i < last; i++) {
        add_row(self->cue_mean, self->hidden + i * width, width);
    }
    for (size_t j = 0; j < width; j++) {
        self->cue_mean[j] /= (float)(last - first);
    }
    linear_run(self->layer, &m->enter_cue, self->cue_mean, 1, self->cue_row);
    linear_run(self->layer, &self->unbiased, self->cue_row, 1, self->cue_qkv);
}

/* --- the relation layer ------------------------------------------------------------------------
 *
 * It reads outward from the cue: keys and values of the whole window, but as rows only those near
 * the cue, and further ones as long as the last NEAR of them belong to something. What is farther
 * away is said to be of no part, which is all that it ever is but for one in a hundred. */
enum { NEAR = 32 };

typedef struct {
    size_t first, last; /* rows */
} rows;

static const float UNREAD[ROLE_LABELS] = {[ROLE_O] = 0.0f, -30.0f, -30.0f, -30.0f, -30.0f};

static const float *distance_of(const model_scratch *self, const float *table, size_t columns,
                                size_t at, rows cue) {
    const long reach = (long)self->model->file.shape.reach;
    return table + (size_t)(distance(at, cue.first, cue.last, reach) + reach) * columns;
}

/* Keys and values of all rows, given the cue that was set. */
static void take_keys(model_scratch *self, rows cue) {
    const size_t inner = self->model->file.shape.relation_width, three = 3 * inner;
    for (size_t i = 0; i < self->count; i++) {
        const float *away = distance_of(self, self->distance_qkv, three, i, cue);
        add_three_rows(self->entered_qkv + i * three + inner, self->cue_qkv + inner, away + inner,
                       2 * inner, self->layer->qkv + i * three + inner);
    }
    layer_take(self->layer, &self->model->relation, self->count);
}

/* The roles of the rows `of`. */
static void read_rows(model_scratch *self, rows cue, rows of) {
    const model *m = self->model;
    const size_t inner = m->file.shape.relation_width, three = 3 * inner;
    for (size_t i = of.first; i < of.last; i++) {
        add_three_rows(self->entered + i * inner, self->cue_row,
                       distance_of(self, m->distances, inner, i, cue), inner,
                       self->relation + i * inner);
        add_three_rows(self->entered_qkv + i * three, self->cue_qkv,
                       distance_of(self, self->distance_qkv, three, i, cue), inner,
                       self->layer->qkv + i * three);
    }
    layer_run_rows(self->layer, &m->relation, self->relation, self->count, of.first, of.last);
    classify(&m->role, self->relation + of.first * inner, of.last - of.first, inner, ROLE_LABELS,
             self->roles + of.first * ROLE_LABELS);
}

/* Whether one of these rows is likelier part of something than of nothing. */
static bool has_part(const model_scratch *self, size_t first, size_t last) {
    for (size_t i = first; i < last; i++) {
        const float *roles = self->roles + i * ROLE_LABELS;
        for (size_t label = ROLE_O + 1; label < ROLE_LABELS; label++) {
            if (roles[label] > roles[ROLE_O]) {
                return true;
            }
        }
    }
    return false;
}

const float *model_read_relation(model_scratch *self, size_t first, size_t last) {
    assert(first < last && last <= self->count - 2);
    const rows cue = {first + 1, last + 1}; /* from pieces to rows */
    set_cue(self, cue.first, cue.last);
    take_keys(self, cue);
    rows read = {cue.first - size_least(cue.first, NEAR), size_least(self->count, cue.last + NEAR)};
    read_rows(self, cue, read);
    while (read.first > 0 && has_part(self, read.first, size_least(read.first + NEAR, read.last))) {
        const rows more = {read.first - size_least(read.first, NEAR), read.first};
        read_rows(self, cue, more);
        read.first = more.first;
    }
    while (read.last < self->count && has_part(self, read.last - NEAR, read.last)) {
        const rows more = {read.last, size_least(self->count, read.last + NEAR)};
        read_rows(self, cue, more);
        read.last = more.last;
    }
    for (size_t i = 0; i < self->count; i++) {
        if (i < read.first || i >= read.last) {
            memcpy(self->roles + i * ROLE_LABELS, UNREAD, sizeof UNREAD);
        }
    }
    return self->roles + ROLE_LABELS;
}

/* In sixteenths, rounded away from zero; what is out of bounds is as far as a byte goes. */
static int8_t trait(float value) {
    const float most = 127.0f, sixteenths = 16.0f * value;
    const float within = sixteenths > most ? most : sixteenths < -most ? -most : sixteenths;
    return (int8_t)(within < 0.0f ? within - 0.5f : within + 0.5f);
}

void model_read_traits(model_scratch *self, int8_t *to) {
    const model *m = self->model;
    const size_t count = self->count - 2;
    if (m->traits.packed == NULL) {
        memset(to, 0, count * PIECE_TRAITS);
        return;
    }
    linear_run(self->layer, &m->traits, self->trait_rows + m->file.shape.width, count,
               self->traits);
    for (size_t i = 0; i < count * PIECE_TRAITS; i++) {
        to[i] = trait(self->traits[i]);
    }
}
