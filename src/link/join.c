#include "link/join.h"

#include "link/keys.h"

#include <math.h>

/* Candidates that share less of the lighter excerpt's weight are not compared. */
static const float SHARED_LEAST = 0.2F;

static void gather(join *self, const linker *with, const link_document *documents, size_t count,
                   arena *into) {
    self->about = arena_array(into, bag, count);
    for (size_t rank = 0; rank < count; rank++) {
        const size_t place = self->same.order[rank];
        if (self->same.same_as[place] != place) {
            continue;
        }
        const excerpts of = excerpts_of(&with->words, &documents[place], place, into);
        self->about[rank] = of.about;
        for (size_t i = 0; i < of.count; i++) {
            vec_push(&self->excerpts, of.items[i]);
            vec_push(&self->group, (uint32_t)rank);
        }
    }
}

static bool worth_comparing(const join *self, const candidate *pair) {
    const bag a = self->excerpts.items[pair->a].stems;
    const bag b = self->excerpts.items[pair->b].stems;
    return bag_common(a, b).weight >= SHARED_LEAST * fminf(a.weight, b.weight);
}

static void find_candidates(join *self) {
    keyed_vec keys = {0};
    uint64_t own[KEYS_MOST];
    for (size_t i = 0; i < self->excerpts.count; i++) {
        const size_t count = keys_of(&self->excerpts.items[i], own);
        for (size_t k = 0; k < count; k++) {
            vec_push(&keys, (keyed){own[k], (uint32_t)i});
        }
    }
    candidates_find(&keys, self->group.items, &self->pairs);
    vec_free(&keys);
    size_t kept = 0;
    for (size_t i = 0; i < self->pairs.count; i++) {
        if (worth_comparing(self, &self->pairs.items[i])) {
            self->pairs.items[kept++] = self->pairs.items[i];
        }
    }
    self->pairs.count = kept;
}

void join_open(join *self, const linker *with, const link_document *documents, size_t count,
               arena *into) {
    *self = (join){.same = folds_of(documents, count, into)};
    gather(self, with, documents, count, into);
    find_candidates(self);
}

void join_close(join *self) {
    vec_free(&self->excerpts);
    vec_free(&self->group);
    vec_free(&self->pairs);
    aligner_free(&self->scratch);
}

comparison join_compare(join *self, size_t a, size_t b) {
    const uint32_t *group = self->group.items;
    const float story = bag_similarity(self->about[group[a]], self->about[group[b]]);
    return compare(&self->scratch, &self->excerpts.items[a], &self->excerpts.items[b], story);
}
