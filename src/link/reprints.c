/* The join over whole documents: fingerprints, candidates, passages. */
#include "link/candidates.h"
#include "link/folds.h"
#include "link/linker.h"
#include "link/passages.h"

/* A passage has more than one fingerprint; a single one in common is chance. */
enum { SHARED_LEAST = 2 };

typedef struct {
    const link_document *documents;
    folds same;
    copied_text *texts; /* of the documents that stand for themselves, by rank */
    size_t *places;     /* [text] the document's */
    size_t text_count;
    VEC(link_passage) made;
    aligner scratch;
} search;

static void find_candidates(search *self, candidate_vec *out) {
    keyed_vec keys = {0};
    uint32_t *group = mem_alloc(mem_product(self->text_count, sizeof *group));
    for (size_t i = 0; i < self->text_count; i++) {
        const prints of = self->texts[i].marks;
        for (size_t k = 0; k < of.count; k++) {
            if (of.items[k].rare) {
                vec_push(&keys, (keyed){of.items[k].hash, (uint32_t)i});
            }
        }
        group[i] = (uint32_t)i;
    }
    candidates_find(&keys, group, out);
    vec_free(&keys);
    mem_free(group);
}

static span part_of(const copied_text *text, word_span words) {
    return (span){text->words.items[words.begin].where.begin,
                  text->words.items[words.end - 1].where.end};
}

static void put_passages(search *self, size_t a, size_t b, passage_vec *found) {
    const copied_text *in_a = &self->texts[a];
    const copied_text *in_b = &self->texts[b];
    vec_clear(found);
    passages_find(&self->scratch, in_a, in_b, found);
    for (size_t i = 0; i < found->count; i++) {
        const passage *each = &found->items[i];
        vec_push(&self->made,
                 (link_passage){self->places[a], self->places[b], part_of(in_a, each->a),
                                part_of(in_b, each->b), each->words, each->told, each->sentences});
    }
}

/* A document that others are the same as is in them from its first word to its last. */
static void put_whole(search *self, size_t a) {
    const copied_text *text = &self->texts[a];
    const size_t place = self->places[a];
    if (self->same.copied[place] && text->words.count > 0) {
        const word_span all = {0, text->words.count};
        const span part = part_of(text, all);
        vec_push(&self->made, (link_passage){place, place, part, part, all.end, all.end,
                                             text->sentence[all.end - 1] + 1});
    }
}

bool link_is_reprint(size_t sentences, size_t told) {
    return sentences >= 3 && told >= 40;
}

reprints link_reprints(const linker *self, const link_document *documents, size_t count,
                       arena *into) {
    arena *memory = arena_new();
    search all = {.documents = documents,
                  .same = folds_of(documents, count, into),
                  .texts = arena_array(memory, copied_text, count),
                  .places = arena_array(memory, size_t, count)};
    for (size_t rank = 0; rank < count; rank++) {
        const size_t place = all.same.order[rank];
        if (all.same.same_as[place] == place) {
            all.texts[all.text_count] = copied_text_of(&self->words, documents[place].text, memory);
            all.places[all.text_count++] = place;
        }
    }
    candidate_vec pairs = {0};
    passage_vec found = {0};
    find_candidates(&all, &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        if (pairs.items[i].shared >= SHARED_LEAST) {
            put_passages(&all, pairs.items[i].a, pairs.items[i].b, &found);
        }
    }
    for (size_t i = 0; i < all.text_count; i++) {
        put_whole(&all, i);
    }
    const size_t size = all.made.count * sizeof *all.made.items;
    const reprints out = {arena_copy(into, all.made.items, size), all.made.count, all.same.same_as};
    vec_free(&pairs);
    vec_free(&found);
    vec_free(&all.made);
    aligner_free(&all.scratch);
    arena_free(memory);
    return out;
}
