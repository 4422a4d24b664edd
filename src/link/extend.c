/* The alignment that goes on from a place, either way, as far as it is worth it: what BLAST calls
 * an X-drop extension (Altschul et al. 1997). */
#include "base/vec.h"
#include "link/worth.h"

/* An alignment that has lost so much since its best is given up; no side leads by more words; and
 * no way is longer. */
enum { LOST_MOST = 32, LEAD_MOST = 48, WAY_MOST = 4096 };
enum { NEVER = INT32_MIN / 2 };

/* The words of both that lie one way from a place, the nearest first. */
typedef struct {
    const term *a, *b; /* the nearest */
    size_t count_a, count_b;
    ptrdiff_t step; /* 1: on, -1: back */
} way;

typedef struct {
    size_t a, b; /* how many words of either */
    int32_t score;
} cell;

/* The columns of a row that are looked at, and those of the row before that are not given up. */
typedef struct {
    size_t first, end;
} columns;

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

/* The row that no word of `a` is in. */
static columns first_row(aligner *self, const way *of, int32_t *best, int32_t *down) {
    columns out = {0, 0};
    best[0] = 0;
    down[0] = NEVER;
    for (size_t j = 1; j <= of->count_b && GAP_FIRST + GAP_NEXT * (int32_t)(j - 1) <= LOST_MOST;
         j++) {
        best[j] = -GAP_FIRST - GAP_NEXT * (int32_t)(j - 1);
        down[j] = NEVER;
        out.end = j;
    }
    out.end++;
    self->ends[0] = self->ends[1] = 0;
    return out;
}

/* Fills the row of the word `row` of `a`, less one; `alive` are the columns of the one before, and
 * then of this. Its steps are put from `at` on. */
static size_t fill_row(aligner *self, const way *of, size_t row, columns *alive, cell *top,
                       size_t at) {
    int32_t *best = self->rows;
    int32_t *down = self->rows + of->count_b + 1;
    const term *word = of->a + of->step * (ptrdiff_t)(row - 1);
    const size_t lead = row + LEAD_MOST < of->count_b ? row + LEAD_MOST : of->count_b;
    const size_t first = alive->first + LEAD_MOST > row ? alive->first : row - LEAD_MOST;
    int32_t diagonal = first > alive->first ? best[first - 1] : NEVER;
    int32_t left = NEVER;
    int32_t along = NEVER;
    columns now = {SIZE_MAX, 0};
    size_t j = first;
    for (; j <= lead && (j <= alive->end || along > top->score - LOST_MOST); j++) {
        const bool above = j < alive->end;
        const int32_t up = above ? best[j] : NEVER;
        const int32_t gap = above ? down[j] : NEVER;
        const int32_t pair =
            j > 0 ? diagonal + worth(word, of->b + of->step * (ptrdiff_t)(j - 1)) : NEVER;
        const bool down_on = gap - GAP_NEXT > up - GAP_FIRST;
        const bool along_on = along - GAP_NEXT > left - GAP_FIRST;
        diagonal = up;
        down[j] = down_on ? gap - GAP_NEXT : up - GAP_FIRST;
        along = along_on ? along - GAP_NEXT : left - GAP_FIRST;
        const int32_t score = larger(pair, larger(down[j], along));
        const unsigned from = score == pair ? FROM_PAIR : score == down[j] ? FROM_A : FROM_B;
        self->steps[at + j - first] =
            (uint8_t)(from | (down_on ? A_GOES_ON : 0U) | (along_on ? B_GOES_ON : 0U));
        const bool given_up = score < top->score - LOST_MOST;
        best[j] = left = given_up ? NEVER : score;
        if (!given_up) {
            now = (columns){now.first < j ? now.first : j, j + 1};
        }
        if (score > top->score) {
            *top = (cell){row, j, score};
        }
    }
    *alive = now;
    self->ends[2 * row] = at;
    self->ends[2 * row + 1] = first;
    return at + j - first;
}

/* The best cell one way, and how it is reached. */
static cell fill(aligner *self, const way *of) {
    const size_t width = of->count_b + 1;
    cell top = {0};
    self->rows = vec_grow(self->rows, &self->row_capacity, 2 * width, sizeof *self->rows);
    self->ends = vec_grow(self->ends, &self->end_capacity, 2, sizeof *self->ends);
    columns alive = first_row(self, of, self->rows, self->rows + width);
    size_t at = 0;
    for (size_t row = 1; row <= of->count_a && alive.first < alive.end; row++) {
        self->ends = vec_grow(self->ends, &self->end_capacity, 2 * row + 2, sizeof *self->ends);
        self->steps =
            vec_grow(self->steps, &self->step_capacity, at + 2 * LEAD_MOST + LOST_MOST + 2, 1);
        at = fill_row(self, of, row, &alive, &top, at);
    }
    return top;
}

/* Puts the pairs on the way to `top` at the end, the farthest first; their places are counted from
 * the way's nearest words. */
static void put_pairs(aligner *self, const way *of, cell top, size_t *count) {
    unsigned from = FROM_PAIR;
    size_t i = top.a;
    size_t j = top.b;
    while (i > 0 && j > 0) {
        const unsigned step = self->steps[self->ends[2 * i] + j - self->ends[2 * i + 1]];
        from = from == FROM_PAIR ? step & FROM : from;
        if (from == FROM_PAIR) {
            i--;
            j--;
            const ptrdiff_t in_a = of->step * (ptrdiff_t)i;
            const ptrdiff_t in_b = of->step * (ptrdiff_t)j;
            const uint8_t same = likeness(of->a + in_a, of->b + in_b);
            self->pairs[(*count)++] = (word_pair){(uint32_t)i, (uint32_t)j, same};
        } else if (from == FROM_A) {
            from = step & A_GOES_ON ? FROM_A : FROM_PAIR;
            i--;
        } else {
            from = step & B_GOES_ON ? FROM_B : FROM_PAIR;
            j--;
        }
    }
}

static size_t at_most(size_t count) {
    return count < WAY_MOST ? count : WAY_MOST;
}

/* Pairs that were put the farthest first, in order. */
static void turn(word_pair *pairs, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        const word_pair held = pairs[i];
        pairs[i] = pairs[count - 1 - i];
        pairs[count - 1 - i] = held;
    }
}

alignment align_through(aligner *self, terms a, terms b, size_t in_a, size_t in_b) {
    const way back = {a.items + (in_a > 0 ? in_a - 1 : 0), b.items + (in_b > 0 ? in_b - 1 : 0),
                      at_most(in_a), at_most(in_b), -1};
    const way on = {a.items + in_a, b.items + in_b, at_most(a.count - in_a),
                    at_most(b.count - in_b), 1};
    const size_t most = 2 * WAY_MOST;
    size_t count = 0;
    self->pairs = vec_grow(self->pairs, &self->pair_capacity, most, sizeof *self->pairs);
    const cell before = fill(self, &back);
    put_pairs(self, &back, before, &count);
    for (size_t i = 0; i < count; i++) {
        self->pairs[i].a = (uint32_t)(in_a - 1 - self->pairs[i].a);
        self->pairs[i].b = (uint32_t)(in_b - 1 - self->pairs[i].b);
    }
    const size_t middle = count;
    const cell behind = fill(self, &on);
    put_pairs(self, &on, behind, &count);
    turn(self->pairs + middle, count - middle);
    alignment out = {
        .pairs = self->pairs, .count = count, .score = (size_t)(before.score + behind.score)};
    for (size_t i = 0; i < count; i++) {
        self->pairs[i].a += i < middle ? 0 : (uint32_t)in_a;
        self->pairs[i].b += i < middle ? 0 : (uint32_t)in_b;
        out.words += self->pairs[i].same == PAIR_WORD;
    }
    if (count > 0) {
        out.a = (word_span){self->pairs[0].a, self->pairs[count - 1].a + 1};
        out.b = (word_span){self->pairs[0].b, self->pairs[count - 1].b + 1};
    }
    return out;
}
