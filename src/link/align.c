#include "link/align.h"

#include "base/vec.h"
#include "link/worth.h"

void aligner_free(aligner *self) {
    mem_free(self->rows);
    mem_free(self->steps);
    mem_free(self->ends);
    mem_free(self->pairs);
    *self = (aligner){0};
}

typedef struct {
    size_t a, b; /* the cell's words are a - 1 and b - 1 */
    int32_t score;
} cell;

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

/* Fills one row of the table; `best` and `down` hold the row above, and then this one. */
static void fill_row(terms a, terms b, size_t row, int32_t *best, int32_t *down, uint8_t *steps,
                     cell *top) {
    int32_t diagonal = 0; /* the row above, one to the left */
    int32_t left = 0;     /* this row, one to the left */
    int32_t along = INT32_MIN / 2;
    for (size_t j = 1; j <= b.count; j++) {
        const int32_t pair = diagonal + worth(&a.items[row - 1], &b.items[j - 1]);
        const bool down_on = down[j] - GAP_NEXT > best[j] - GAP_FIRST;
        const bool along_on = along - GAP_NEXT > left - GAP_FIRST;
        diagonal = best[j];
        down[j] = down_on ? down[j] - GAP_NEXT : best[j] - GAP_FIRST;
        along = along_on ? along - GAP_NEXT : left - GAP_FIRST;
        const int32_t score = larger(larger(pair, 0), larger(down[j], along));
        const unsigned from = score == 0         ? FROM_NOTHING
                              : score == pair    ? FROM_PAIR
                              : score == down[j] ? FROM_A
                                                 : FROM_B;
        steps[j] = (uint8_t)(from | (down_on ? A_GOES_ON : 0U) | (along_on ? B_GOES_ON : 0U));
        best[j] = left = score;
        if (score > top->score) {
            *top = (cell){row, j, score};
        }
    }
}

static cell fill(aligner *self, terms a, terms b) {
    const size_t width = b.count + 1;
    self->rows = vec_grow(self->rows, &self->row_capacity, 2 * width, sizeof *self->rows);
    self->steps = vec_grow(self->steps, &self->step_capacity, mem_product(a.count + 1, width), 1);
    int32_t *best = self->rows;
    int32_t *down = self->rows + width;
    for (size_t j = 0; j < width; j++) {
        best[j] = 0;
        down[j] = INT32_MIN / 2;
    }
    cell top = {0};
    for (size_t row = 1; row <= a.count; row++) {
        fill_row(a, b, row, best, down, self->steps + row * width, &top);
    }
    return top;
}

/* The pairs on the way to `top`, the last first. */
static size_t walk_back(aligner *self, terms a, terms b, cell top) {
    const size_t width = b.count + 1;
    size_t count = 0;
    size_t i = top.a;
    size_t j = top.b;
    unsigned from = FROM_PAIR;
    while (i > 0 && j > 0) {
        const unsigned step = self->steps[i * width + j];
        from = from == FROM_PAIR ? step & FROM : from;
        if (from == FROM_NOTHING) {
            break;
        }
        if (from == FROM_PAIR) {
            const uint8_t same = likeness(&a.items[i - 1], &b.items[j - 1]);
            self->pairs[count++] = (word_pair){(uint32_t)--i, (uint32_t)--j, same};
        } else if (from == FROM_A) {
            from = step & A_GOES_ON ? FROM_A : FROM_PAIR;
            i--;
        } else {
            from = step & B_GOES_ON ? FROM_B : FROM_PAIR;
            j--;
        }
    }
    return count;
}

alignment align_terms(aligner *self, terms a, terms b) {
    const cell top = fill(self, a, b);
    const size_t most = a.count < b.count ? a.count : b.count;
    self->pairs = vec_grow(self->pairs, &self->pair_capacity, most, sizeof *self->pairs);
    const size_t count = walk_back(self, a, b, top);
    alignment out = {.pairs = self->pairs, .count = count, .score = (size_t)top.score};
    for (size_t i = 0; i < count / 2; i++) {
        const word_pair held = self->pairs[i];
        self->pairs[i] = self->pairs[count - 1 - i];
        self->pairs[count - 1 - i] = held;
    }
    for (size_t i = 0; i < count; i++) {
        out.words += self->pairs[i].same == PAIR_WORD;
    }
    if (count > 0) {
        out.a = (word_span){self->pairs[0].a, self->pairs[count - 1].a + 1};
        out.b = (word_span){self->pairs[0].b, self->pairs[count - 1].b + 1};
    }
    return out;
}
