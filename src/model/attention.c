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

attention_scratch *attention_scratch_new(size_t rows, size_t head, size_t head_count) {
    attention_scratch *self = mem_alloc(sizeof *self);
    *self = (attention_scratch){
        .kernels = byte_kernels_best(),
        .heads = mem_alloc(mem_product(head_count, sizeof *self->heads)),
        .head_count = head_count,
        .bytes = mem_alloc_lines(rows, head),
        .queries = mem_alloc_lines(rows, head),
        .scores = mem_alloc_lines(BYTE_ROWS * rows, sizeof *self->scores),
        .shares = mem_alloc_lines(BYTE_ROWS, rows),
        .sums = mem_alloc_lines(BYTE_ROWS * head, sizeof *self->sums),
        .nothing = mem_alloc_lines(head, sizeof *self->nothing),
    };
    for (size_t i = 0; i < head_count; i++) {
        self->heads[i] =
            (attention_head){.keys = mem_alloc_lines(rows, head),
                             .values = mem_alloc_lines(rows, head),
                             .starts = mem_alloc_lines(rows, sizeof *self->heads[i].starts)};
    }
    return self;
}

void attention_scratch_free(attention_scratch *self) {
    if (!self) {
        return;
    }
    for (size_t i = 0; i < self->head_count; i++) {
        mem_free(self->heads[i].keys);
        mem_free(self->heads[i].values);
        mem_free(self->heads[i].starts);
    }
    mem_free(self->heads);
    mem_free(self->bytes);
    mem_free(self->queries);
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
static void set_starts(attention_head *to, size_t count, size_t rows, size_t head) {
    add_up_words(to->keys, rows, head / BYTE_DEPTH, -MIDDLE, to->starts);
    for (size_t i = count; i < rows; i++) {
        to->starts[i] = BEYOND;
    }
}

/* Takes keys and values of the head whose queries are at the beginning of qkv's rows. */
static void take_head(attention_scratch *s, const float *qkv, size_t count, size_t width,
                      size_t head, attention_head *to) {
    const size_t rows = attention_rows(count);
    const part keys = {qkv + width, 3 * width, count, head};
    const part values = {qkv + 2 * width, 3 * width, count, head};
    to->key_scale = part_to_bytes(&keys, 0, s->bytes);
    pack_keys(s->bytes, rows, head, to->keys);
    set_starts(to, count, rows, head);
    to->value_scale = part_to_bytes(&values, 0, s->bytes);
    pack_values(s->bytes, rows, head, to->values);
}

/* The `count` rows whose queries are at the beginning of qkv, over the window's `rows`: mixed
 * [count][head], rows `width` apart. */
static void mix_head(attention_scratch *s, const attention_head *from, const float *qkv,
                     size_t count, size_t rows, size_t width, size_t head, float *mixed) {
    const part queries = {qkv, 3 * width, count, head};
    const float query_scale = part_to_bytes(&queries, MIDDLE, s->queries) / sqrtf((float)head);
    const float factor = fmaxf(query_scale * from->key_scale, LEAST_FACTOR);
    for (size_t i = 0; i < count; i += BYTE_ROWS) {
        int32_t totals[BYTE_ROWS];
        s->kernels.multiply(s->queries + i * head, from->keys, from->starts, head, rows, s->scores);
        for (size_t r = 0; r < BYTE_ROWS; r++) {
            totals[r] =
                s->kernels.share_row(s->scores + r * rows, rows, factor, s->shares + r * rows);
        }
        s->kernels.multiply(s->shares, from->values, s->nothing, rows, head, s->sums);
        for (size_t r = 0; r < BYTE_ROWS; r++) {
            scale_row(s->sums + r * head, from->value_scale / (float)totals[r], head,
                      mixed + (i + r) * width);
        }
    }
}

void attend(attention_scratch *scratch, const float *qkv, size_t count, size_t width, size_t head,
            float *mixed) {
    const size_t rows = attention_rows(count);
    for (size_t at = 0; at < width; at += head) {
        take_head(scratch, qkv + at, count, width, head, scratch->heads);
        mix_head(scratch, scratch->heads, qkv + at, count, rows, width, head, mixed + at);
    }
}

void attention_take(attention_scratch *scratch, const float *qkv, size_t count, size_t width,
                    size_t head) {
    for (size_t at = 0; at < width; at += head) {
        take_head(scratch, qkv + at, count, width, head, &scratch->heads[at / head]);
    }
}

void attention_mix(attention_scratch *scratch, const float *qkv, size_t count, size_t first,
                   size_t last, size_t width, size_t head, float *mixed) {
    const size_t rows = attention_rows(count);
    for (size_t at = 0; at < width; at += head) {
        mix_head(scratch, &scratch->heads[at / head], qkv + first * 3 * width + at, last - first,
                 rows, width, head, mixed + first * width + at);
    }
}
