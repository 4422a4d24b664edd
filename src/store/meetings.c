#include "store/meetings.h"

#include "store/links.h"

#include <stdlib.h>

meetings meetings_begin(store *of) {
    return (meetings){.of = of, .with = postings_begin(of)};
}

void meetings_end(meetings *self) {
    postings_end(&self->with);
    vec_free(&self->marks);
    vec_free(&self->paired);
    vec_free(&self->one);
    vec_free(&self->other);
}

static bool is_among_first(const mark_list *marks, uint32_t mark) {
    return mark_place(marks, mark) < LINK_FELLOWS;
}

/* What a fold is found by, and its mark. Where its document is damaged, so that it does not tell,
 * all of the postings are gone through. */
static uint32_t read_keys(meetings *self, int64_t fold, found_by_list *out) {
    const uint64_t hash = folds_hash(self->of, fold);
    const linkable *made = links_fold(self->of, fold);
    vec_clear(out);
    if (made != NULL && linkable_hash(made) == hash) {
        const uint32_t *keys;
        const size_t count = linkable_keys(made, &keys);
        for (size_t i = 0; i < count; i++) {
            vec_push(out, keys[i]);
        }
    } else {
        postings_keys(&self->with, fold_mark(hash), out);
    }
    return fold_mark(hash);
}

/* --- one fold and all others ------------------------------------------------------------------ */

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

/* Notes whom a key pairs the mark with: `self->marks` have it, and the mark's own place is left out
 * where no other fold can have the same one. */
static void note_pairs(meetings *self, uint32_t key, uint32_t mark, bool is_alone) {
    const mark_list *marks = &self->marks;
    const size_t place = mark_place(marks, mark);
    const bool all = place < LINK_FELLOWS || marks->count < LINK_FELLOWS;
    for (size_t i = 0; i < (all ? marks->count : LINK_FELLOWS); i++) {
        if (i != place || !is_alone) {
            vec_push(&self->paired, (meeting){mark, marks->items[i], link_key_worth(key)});
        }
    }
}

/* What the keys are worth that two folds have in common and that pair them. */
static bool are_met(meetings *self, int64_t one, int64_t other) {
    const uint32_t left = read_keys(self, one, &self->one);
    const uint32_t right = read_keys(self, other, &self->other);
    const found_by_list *x = &self->one;
    const found_by_list *y = &self->other;
    unsigned worth = 0;
    for (size_t i = 0, j = 0; i < x->count && j < y->count && worth < LINK_MEETING;) {
        const uint32_t in_x = x->items[i];
        const uint32_t in_y = y->items[j];
        if (in_x == in_y) {
            postings_of(&self->with, in_x, &self->marks);
            const bool paired =
                is_among_first(&self->marks, left) || is_among_first(&self->marks, right);
            worth += paired ? link_key_worth(in_x) : 0;
        }
        i += in_x <= in_y;
        j += in_y <= in_x;
    }
    return worth >= LINK_MEETING;
}

/* Of several folds with one mark each has some of the keys. */
static void list_marked(meetings *self, uint32_t mark, int64_t fold, key_list *met) {
    key_list folds = {0};
    folds_marked(self->of, mark, &folds);
    const bool alone = folds.count == 1;
    for (size_t i = 0; i < folds.count; i++) {
        if (folds.items[i] != fold && (alone || are_met(self, fold, folds.items[i]))) {
            key_list_add(met, folds.items[i]);
        }
    }
    key_list_free(&folds);
}

/* The folds that are paired often enough. */
static void list_met(meetings *self, int64_t fold, key_list *met) {
    add_up(&self->paired);
    for (size_t i = 0; i < self->paired.count; i++) {
        if (self->paired.items[i].worth >= LINK_MEETING) {
            list_marked(self, self->paired.items[i].b, fold, met);
        }
    }
}

void meetings_of(meetings *self, int64_t fold, key_list *met) {
    const uint32_t mark = read_keys(self, fold, &self->one);
    vec_clear(&self->paired);
    for (size_t i = 0; i < self->one.count; i++) {
        postings_of(&self->with, self->one.items[i], &self->marks);
        note_pairs(self, self->one.items[i], mark, false);
    }
    list_met(self, fold, met);
}

/* --- putting ---------------------------------------------------------------------------------- */

void meetings_put(meetings *self, int64_t fold, key_list *met, displacement_list *displaced) {
    const uint32_t mark = read_keys(self, fold, &self->one);
    waiting_write(self->of, self->with.waits, fold, self->one.items, self->one.count);
    vec_clear(&self->paired);
    for (size_t i = 0; i < self->one.count; i++) {
        const uint32_t key = self->one.items[i];
        const bool is_new = postings_put(&self->with, key, mark, &self->marks);
        note_pairs(self, key, mark, is_new); /* if it is not, another has its mark and the key */
        if (is_new && self->marks.count > LINK_FELLOWS && is_among_first(&self->marks, mark)) {
            vec_push(displaced, (displacement){self->marks.items[LINK_FELLOWS], key});
        }
    }
    postings_sweep(&self->with);
    list_met(self, fold, met);
}

bool meetings_are_parted(meetings *self, displacement by, int64_t other) {
    const uint32_t mark = fold_mark(folds_hash(self->of, other));
    postings_of(&self->with, by.key, &self->marks);
    const size_t place = mark_place(&self->marks, mark);
    return place >= LINK_FELLOWS && place < self->marks.count && self->marks.items[place] == mark;
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
            read_keys(self, namesakes->items[i], &self->other);
            const found_by_list *keys = &self->other;
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
    const uint32_t mark = read_keys(self, fold, &self->one);
    folds_marked(self->of, mark, &namesakes);
    for (size_t i = 0; i < self->one.count; i++) {
        const uint32_t key = self->one.items[i];
        mark_list *marks = &self->marks;
        if (is_needed(self, &namesakes, fold, key) ||
            !postings_drop(&self->with, key, mark, marks) || !is_among_first(marks, mark)) {
            continue;
        }
        for (size_t k = LINK_FELLOWS; k < marks->count; k++) {
            const meeting next = {marks->items[LINK_FELLOWS - 1], marks->items[k], 0};
            vec_push(new_pairs, next);
        }
    }
    key_list_free(&namesakes);
    waiting_erase(self->of, fold);
    add_up(new_pairs);
}
