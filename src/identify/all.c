/* Profiles, all in memory -> groups: what a store does step by step, at once. */
#include "identify/identify.h"

#include "base/lexicon.h"
#include "base/vec.h"

#include <stdlib.h>

/* A key that a profile has; many have the same. */
typedef struct {
    const identify_key *key;
    size_t profile; /* its place among the different ones */
} held_key;

typedef struct {
    size_t a, b; /* a < b */
    const identify_key *key;
} candidate;

typedef struct {
    str *texts; /* different ones */
    size_t count;
    VEC(held_key) keys;
    VEC(candidate) candidates;
    VEC(identify_bond) bonds;
    arena *into;
} joining;

static int by_key(const void *left, const void *right) {
    const held_key *a = left, *b = right;
    int order = str_compare(a->key->text, b->key->text);
    return order != 0 ? order : (a->profile > b->profile) - (a->profile < b->profile);
}

static int by_pair(const void *left, const void *right) {
    const candidate *a = left, *b = right;
    if (a->a != b->a || a->b != b->b) {
        return a->a != b->a ? (a->a < b->a ? -1 : 1) : a->b < b->b ? -1 : 1;
    }
    return str_compare(a->key->text, b->key->text);
}

static void find_candidates(joining *self) {
    size_t count = self->keys.count;
    held_key *items = self->keys.items;
    if (count > 0) {
        qsort(items, count, sizeof *items, by_key);
    }
    for (size_t begin = 0, end; begin < count; begin = end) {
        end = begin + 1;
        while (end < count && str_equal(items[end].key->text, items[begin].key->text)) {
            end++;
        }
        for (size_t i = begin; i < end; i++) {
            for (size_t k = i + 1; k < end; k++) {
                if (items[i].profile != items[k].profile) {
                    vec_push(&self->candidates,
                             (candidate){items[i].profile, items[k].profile, items[i].key});
                }
            }
        }
    }
    if (self->candidates.count > 0) {
        qsort(self->candidates.items, self->candidates.count, sizeof(candidate), by_pair);
    }
}

/* Judges candidates [begin, end), which are of one pair. */
static void judge_pair(joining *self, size_t begin, size_t end) {
    arena *scratch = arena_new();
    const candidate *first = &self->candidates.items[begin];
    identify_key *shared = arena_array(scratch, identify_key, end - begin);
    size_t count = 0;
    for (size_t i = begin; i < end; i++) {
        const identify_key *key = self->candidates.items[i].key;
        if (count == 0 || !str_equal(shared[count - 1].text, key->text)) {
            shared[count++] = *key;
        }
    }
    identify_verdict verdict;
    identify_judge(self->texts[first->a], self->texts[first->b], shared, count, scratch, &verdict);
    if (verdict.strength > 0) {
        vec_push(&self->bonds, (identify_bond){first->a, first->b, verdict.strength});
    }
    arena_free(scratch);
}

static void judge_candidates(joining *self) {
    const candidate *items = self->candidates.items;
    for (size_t begin = 0, end; begin < self->candidates.count; begin = end) {
        end = begin + 1;
        while (end < self->candidates.count && items[end].a == items[begin].a &&
               items[end].b == items[begin].b) {
            end++;
        }
        judge_pair(self, begin, end);
    }
}

/* Takes the different texts with their keys; places[i] gets that of profile i's text. */
static void take_profiles(joining *self, const speaker_profile *profiles, size_t count,
                          size_t *places) {
    lexicon known = {0};
    for (size_t i = 0; i < count; i++) {
        if (profiles[i].text.data == NULL) {
            continue; /* nobody else's: see give_groups */
        }
        uint32_t *place = lexicon_put(&known, profiles[i].text);
        if (*place == 0) {
            self->texts[self->count++] = profiles[i].text;
            *place = (uint32_t)self->count;
        }
        places[i] = *place - 1;
        for (size_t k = 0; k < profiles[i].key_count; k++) {
            vec_push(&self->keys, (held_key){&profiles[i].keys[k], places[i]});
        }
    }
    lexicon_free(&known);
}

/* A group is called by its first profile; a profile without a text is a group by itself. */
static void give_groups(const joining *self, const speaker_profile *profiles, size_t count,
                        const size_t *places, size_t *groups) {
    size_t *of = arena_array(self->into, size_t, self->count + 1);
    identify_groups(self->texts, self->count, self->bonds.items, self->bonds.count, self->into, of);
    size_t *first = arena_array(self->into, size_t, self->count + 1); /* 1 + of each group */
    for (size_t i = 0; i < count; i++) {
        if (profiles[i].text.data == NULL) {
            groups[i] = i;
            continue;
        }
        size_t group = of[places[i]];
        first[group] = first[group] == 0 ? i + 1 : first[group];
        groups[i] = first[group] - 1;
    }
}

void identify_all(const speaker_profile *profiles, size_t count, arena *into, size_t *groups) {
    joining self = {.into = into, .texts = arena_array(into, str, count + 1)};
    size_t *places = arena_array(into, size_t, count + 1);
    take_profiles(&self, profiles, count, places);
    find_candidates(&self);
    judge_candidates(&self);
    give_groups(&self, profiles, count, places, groups);
    vec_free(&self.keys);
    vec_free(&self.candidates);
    vec_free(&self.bonds);
}
