#include "store/meetings.h"

#include <stdlib.h>

meetings meetings_begin(store *of) {
    return (meetings){.of = of, .with = postings_begin(of)};
}

void meetings_end(meetings *self) {
    postings_end(&self->with);
    vec_free(&self->marks);
    vec_free(&self->paired);
    fold_row_free(&self->one);
    fold_row_free(&self->other);
}

/* --- two folds -------------------------------------------------------------------------------- */

static bool is_among_first(const mark_list *marks, uint32_t mark) {
    return mark_place(marks, mark) < LINK_FELLOWS;
}

bool meetings_are(meetings *self, int64_t one, int64_t other) {
    folds_read(self->of, one, &self->one);
    folds_read(self->of, other, &self->other);
    const found_by_list *x = &self->one.found_by;
    const found_by_list *y = &self->other.found_by;
    unsigned worth = 0;
    for (size_t i = 0, j = 0; i < x->count && j < y->count && worth < LINK_MEETING;) {
        const uint32_t left = x->items[i];
        const uint32_t right = y->items[j];
        if (left == right) {
            postings_of(&self->with, left, &self->marks);
            const bool paired = is_among_first(&self->marks, self->one.mark) ||
                                is_among_first(&self->marks, self->other.mark);
            worth += paired ? link_key_worth(left) : 0;
        }
        i += left <= right;
        j += right <= left;
    }
    return worth >= LINK_MEETING;
}

/* --- putting ---------------------------------------------------------------------------------- */

static int by_marks(const void *left, const void *right) {
    const meeting *x = left;
    const meeting *y = right;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Each two marks once, with all that they are worth. */
static void add_up(meeting_list *of) {
    if (of->count > 1) {
        qsort(of->items, of->count, sizeof *of->items, by_marks);
    }
    size_t kept = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (kept > 0 && by_marks(&of->items[kept - 1], &of->items[i]) == 0) {
            of->items[kept - 1].worth += of->items[i].worth;
        } else {
            of->items[kept++] = of->items[i];
        }
    }
    of->count = kept;
}

static void add_marked(meetings *self, uint32_t mark, key_list *out) {
    key_list folds = {0};
    folds_marked(self->of, mark, &folds);
    for (size_t i = 0; i < folds.count; i++) {
        key_list_add(out, folds.items[i]);
    }
    key_list_free(&folds);
}

/* Puts one key of the new fold, and notes whom it pairs it with, and whose place it takes. */
static void put_key(meetings *self, uint32_t key, uint32_t mark, key_list *displaced) {
    mark_list *marks = &self->marks;
    const bool is_new = postings_put(&self->with, key, mark, marks);
    const size_t place = mark_place(marks, mark);
    const bool fellow = place < LINK_FELLOWS;
    const size_t end = fellow || marks->count < LINK_FELLOWS ? marks->count : LINK_FELLOWS;
    for (size_t i = 0; i < end; i++) {
        if (i != place || !is_new) { /* one that has its mark has the key, too */
            vec_push(&self->paired, (meeting){mark, marks->items[i], link_key_worth(key)});
        }
    }
    if (fellow && is_new && marks->count > LINK_FELLOWS) {
        add_marked(self, marks->items[LINK_FELLOWS], displaced);
    }
}

/* Of several folds with one mark each has some of the keys. */
static void list_met(meetings *self, uint32_t mark, int64_t fold, key_list *met) {
    key_list folds = {0};
    folds_marked(self->of, mark, &folds);
    const bool alone = folds.count == 1;
    for (size_t i = 0; i < folds.count; i++) {
        if (folds.items[i] != fold && (alone || meetings_are(self, fold, folds.items[i]))) {
            key_list_add(met, folds.items[i]);
        }
    }
    key_list_free(&folds);
}

void meetings_put(meetings *self, int64_t fold, key_list *met, key_list *displaced) {
    fold_row put = {0};
    folds_read(self->of, fold, &put);
    vec_clear(&self->paired);
    for (size_t i = 0; i < put.found_by.count; i++) {
        put_key(self, put.found_by.items[i], put.mark, displaced);
    }
    fold_row_free(&put);
    postings_sweep(&self->with);
    add_up(&self->paired);
    for (size_t i = 0; i < self->paired.count; i++) {
        if (self->paired.items[i].worth >= LINK_MEETING) {
            list_met(self, self->paired.items[i].b, fold, met);
        }
    }
}

/* --- dropping --------------------------------------------------------------------------------- */

static int by_number(const void *a, const void *b) {
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Whether another fold with the same mark has the key, too. */
static bool is_needed(meetings *self, const key_list *namesakes, int64_t fold, uint32_t key) {
    for (size_t i = 0; i < namesakes->count; i++) {
        if (namesakes->items[i] != fold) {
            folds_read(self->of, namesakes->items[i], &self->other);
            const found_by_list *keys = &self->other.found_by;
            if (keys->count > 0 &&
                bsearch(&key, keys->items, keys->count, sizeof key, by_number) != NULL) {
                return true;
            }
        }
    }
    return false;
}

void meetings_drop(meetings *self, int64_t fold, meeting_list *new_pairs) {
    key_list namesakes = {0};
    folds_read(self->of, fold, &self->one);
    folds_marked(self->of, self->one.mark, &namesakes);
    for (size_t i = 0; i < self->one.found_by.count; i++) {
        const uint32_t key = self->one.found_by.items[i];
        mark_list *marks = &self->marks;
        if (is_needed(self, &namesakes, fold, key) ||
            !postings_drop(&self->with, key, self->one.mark, marks) ||
            !is_among_first(marks, self->one.mark)) {
            continue;
        }
        for (size_t k = LINK_FELLOWS; k < marks->count; k++) {
            const meeting next = {marks->items[LINK_FELLOWS - 1], marks->items[k], 0};
            vec_push(new_pairs, next);
        }
    }
    key_list_free(&namesakes);
    add_up(new_pairs);
}
