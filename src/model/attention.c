#include "model/attention.h"

#include "base/memory.h"
#include "model/kernels.h"

#include <math.h>
#include <string.h>

enum { ROWS_STEP = 2 * BYTE_COLUMNS };

_Static_assert(ROWS_STEP % BYTE_ROWS == 0 && ROWS_STEP % BYTE_DEPTH == 0 &&
                   BLOCK_COLUMNS % BYTE_COLUMNS == 0,
               "rows and heads are whole blocks");

/* Queries, keys and values are whole numbers from -127 to 127 times a scale. Queries have MIDDLE
 * added, since one side of a product must be unsigned. */
enum { MIDDLE = 128 };

/* What the score of a row beyond the window begins with: its share is 0 whatever is added, as long
 * as scores count for this much at least. (If they count for less, all rows of the window are
 * alike.) */
static const int32_t BEYOND = -(1 << 30);
static const float LEAST_FACTOR = 1e-8f;

size_t attention_rows(size_t rows) {
    return (rows + ROWS_STEP - 1) / ROWS_STEP * ROWS_STEP;
}

attention_scratch *attention_scratch_new(size_t rows, size_t head) {
    attention_scratch *self = mem_alloc(sizeof *self);
    *self = (attention_scratch){
        .kernels = byte_kernels_best(),
        .bytes = mem_alloc_lines(rows, head),
        .queries = mem_alloc_lines(rows, head),
        .keys = mem_alloc_lines(rows, head),
        .values = mem_alloc_lines(rows, head),
        .starts = mem_alloc_lines(rows, sizeof *self->starts),
        .scores = mem_alloc_lines(BYTE_ROWS * rows, sizeof *self->scores),
        .shares = mem_alloc_lines(BYTE_ROWS, rows),
        .sums = mem_alloc_lines(BYTE_ROWS * head, sizeof *self->sums),
        .nothing = mem_alloc_lines(head, sizeof *self->nothing),
    };
    return self;
}

void attention_scratch_free(attention_scratch *self) {
    if (!self) {
        return;
    }
    mem_free(self->bytes);
    mem_free(self->queries);
    mem_free(self->keys);
    mem_free(self->values);
    mem_free(self->starts);
    mem_free(self->scores);
    mem_free(self->shares);
    mem_free(self->sums);
    mem_free(self->nothing);
    mem_free(self);
}

/* One of a head's three matrices, [count][head] within the rows of qkv. */
typedef struct {
    const float *from;
    size_t stride, count, head;
} part;

/* bytes [count][head] = part / the scale that is returned, + middle */
static float part_to_bytes(const part *p, int middle, uint8_t *bytes) {
    const float most = greatest_size(p->from, p->stride, p->count, p->head);
    const float scale = most > LEAST_RANGE ? most / 127.0f : 1.0f;
    round_block(p->from, p->stride, p->count, p->head, 1.0f / scale, middle, bytes);
    return scale;
}

/* keys [head / 4][rows] = bytes [rows][head], four channels to a word */
static void pack_keys(const uint8_t *bytes, size_t rows, size_t head, uint32_t *keys) {
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < head / BYTE_DEPTH; k++) {
            memcpy(&keys[k * rows + i], bytes + i * head + k * BYTE_DEPTH, BYTE_DEPTH);
        }
    }
}

/* Scores begin with what takes the queries' MIDDLE away again. */
static void set_starts(attention_scratch *s, size_t count, size_t rows, size_t head) {
    add_up_words(s->keys, rows, head / BYTE_DEPTH, -MIDDLE, s->starts);
    for (size_t i = count; i < rows; i++) {
        s->starts[i] = BEYOND;
    }
}

/* Reads the head at the beginning of qkv's rows. Scores times `*factor` are exponents, mixed bytes
 * times `*scale` values. */
static void take_head(attention_scratch *s, const float *qkv, size_t count, size_t width,
                      size_t head, float *factor, float *scale) {
    const size_t rows = attention_rows(count);
    const part queries = {qkv, 3 * width, count, head};
    const part keys = {qkv + width, 3 * width, count, head};
    const part values = {qkv + 2 * width, 3 * width, count, head};
    *factor = part_to_bytes(&queries, MIDDLE, s->queries) / sqrtf((float)head);
    *factor = fmaxf(*factor * part_to_bytes(&keys, 0, s->bytes), LEAST_FACTOR);
    pack_keys(s->bytes, rows, head, s->keys);
    set_starts(s, count, rows, head);
    *scale = part_to_bytes(&values, 0, s->bytes);
    pack_values(s->bytes, rows, head, s->values);
}

/* The rows [i, i + BYTE_ROWS) of a head that was taken: mixed [BYTE_ROWS][head], a stride apart. */
static void mix_rows(attention_scratch *s, size_t i, size_t rows, size_t head, float factor,
                     float scale, float *mixed, size_t stride) {
    int32_t totals[BYTE_ROWS];
    s->kernels.multiply(s->queries + i * head, s->keys, s->starts, head, rows, s->scores);
    for (size_t r = 0; r < BYTE_ROWS; r++) {
        totals[r] = s->kernels.share_row(s->scores + r * rows, rows, factor, s->shares + r * rows);
    }
    s->kernels.multiply(s->shares, s->values, s->nothing, rows, head, s->sums);
    for (size_t r = 0; r < BYTE_ROWS; r++) {
        scale_row(s->sums + r * head, scale / (float)totals[r], head, mixed + r * stride);
    }
}

void attend(attention_scratch *scratch, const float *qkv, size_t count, size_t width, size_t head,
            float *mixed) {
    for (size_t at = 0; at < width; at += head) {
        float factor, scale;
        take_head(scratch, qkv + at, count, width, head, &factor, &scale);
        for (size_t i = 0; i < count; i += BYTE_ROWS) {
            mix_rows(scratch, i, attention_rows(count), head, factor, scale, mixed + i * width + at,
                     width);
        }
    }
}
