#include "store/meetings.h"

#include "store/links.h"

#include <stdlib.h>

meetings meetings_begin(store *of) {
    return (meetings){.of = of, .with = postings_begin(of)};
}

void meetings_end(meetings *self) {
    postings_end(&self->with);
    vec_free(&self->folds);
    vec_free(&self->paired);
    vec_free(&self->keys);
    buf_free(&self->about);
    buf_free(&self->other);
}

/* The place of a fold among the first of a key; LINK_FELLOWS: it is none of them. */
static size_t place_of(const fold_list *folds, int64_t fold) {
    size_t place = 0;
    while (place < LINK_FELLOWS && place < folds->count && folds->items[place] != fold) {
        place++;
    }
    return place < folds->count ? place : LINK_FELLOWS;
}

static bool is_among_first(const fold_list *folds, int64_t fold) {
    return place_of(folds, fold) < LINK_FELLOWS;
}

/* What a fold is found by. Where its document is damaged, so that it does not tell, all of the
 * postings are gone through. */
static void read_keys(meetings *self, int64_t fold) {
    const linkable *made = links_fold(self->of, fold);
    if (made != NULL && linkable_hash(made) == folds_hash(self->of, fold)) {
        linkable_keys(made, &self->keys);
    } else {
        postings_keys(&self->with, (uint32_t)fold, &self->keys);
    }
}

/* --- one fold and all others ------------------------------------------------------------------ */

static int by_folds(const void *left, const void *right) {
    const meeting *x = left;
    const meeting *y = right;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Each two folds once, with all that they are worth. */
static void add_up(meeting_list *of) {
    if (of->count > 1) {
        qsort(of->items, of->count, sizeof *of->items, by_folds);
    }
    size_t kept = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (kept > 0 && by_folds(&of->items[kept - 1], &of->items[i]) == 0) {
            of->items[kept - 1].worth += of->items[i].worth;
        } else {
            of->items[kept++] = of->items[i];
        }
    }
    of->count = kept;
}

/* Notes whom of some folds a key pairs the fold with; NULL: of all. `self->folds` have it. */
static void note_pairs(meetings *self, uint32_t key, int64_t fold, const key_list *some) {
    const fold_list *folds = &self->folds;
    const bool all = is_among_first(folds, fold) || folds->count < LINK_FELLOWS;
    for (size_t i = 0; i < (all ? folds->count : LINK_FELLOWS); i++) {
        if (folds->items[i] != fold && (some == NULL || key_list_has(some, folds->items[i]))) {
            vec_push(&self->paired,
                     (meeting){(uint32_t)fold, folds->items[i], link_key_worth(key)});
        }
    }
}

/* Whether a fold is alike to the one that `self->about` tells of. */
static bool is_alike(meetings *self, int64_t fold) {
    folds_about(self->of, fold, &self->other);
    return link_are_alike(buf_str(&self->about), buf_str(&self->other));
}

/* The folds that the fold is paired with often enough. */
static void list_met(meetings *self, int64_t fold, key_list *met) {
    add_up(&self->paired);
    folds_about(self->of, fold, &self->about);
    for (size_t i = 0; i < self->paired.count; i++) {
        const meeting *each = &self->paired.items[i];
        if (each->worth >= LINK_SURELY ||
            (each->worth >= LINK_MEETING && is_alike(self, each->b))) {
            key_list_add(met, each->b);
        }
    }
}

void meetings_among(meetings *self, int64_t fold, const key_list *some, key_list *met) {
    read_keys(self, fold);
    vec_clear(&self->paired);
    for (size_t i = 0; i < self->keys.count; i++) {
        postings_for(&self->with, self->keys.items[i], (uint32_t)fold, &self->folds);
        note_pairs(self, self->keys.items[i], fold, some);
    }
    list_met(self, fold, met);
}

/* --- putting ---------------------------------------------------------------------------------- */

void meetings_put(meetings *self, int64_t fold, key_list *met, displacement_list *displaced) {
    read_keys(self, fold);
    waiting_write(self->of, self->with.waits, fold, self->keys.items, self->keys.count);
    vec_clear(&self->paired);
    for (size_t i = 0; i < self->keys.count; i++) {
        const uint32_t key = self->keys.items[i];
        const fold_list *folds = &self->folds;
        postings_put(&self->with, key, (uint32_t)fold, &self->folds);
        note_pairs(self, key, fold, NULL);
        if (folds->count > LINK_FELLOWS && is_among_first(folds, fold)) {
            vec_push(displaced, (displacement){folds->items[LINK_FELLOWS], key});
        }
    }
    postings_sweep(&self->with);
    list_met(self, fold, met);
}

bool meetings_are_parted(meetings *self, displacement by, int64_t other) {
    const fold_list *folds = &self->folds;
    postings_of(&self->with, by.key, &self->folds);
    for (size_t i = LINK_FELLOWS; i < folds->count; i++) {
        if (folds->items[i] == other) {
            return true;
        }
    }
    return false;
}

/* --- dropping --------------------------------------------------------------------------------- */

void meetings_drop(meetings *self, int64_t fold, meeting_list *new_pairs) {
    read_keys(self, fold);
    for (size_t i = 0; i < self->keys.count; i++) {
        const fold_list *folds = &self->folds;
        postings_of(&self->with, self->keys.items[i], &self->folds);
        const bool was_first = is_among_first(folds, fold);
        postings_drop(&self->with, self->keys.items[i], (uint32_t)fold, &self->folds);
        for (size_t k = LINK_FELLOWS; was_first && k < folds->count; k++) {
            vec_push(new_pairs, (meeting){folds->items[LINK_FELLOWS - 1], folds->items[k], 0});
        }
    }
    waiting_erase(self->of, fold);
    add_up(new_pairs);
}
