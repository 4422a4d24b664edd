/* What a document or statement is about, in a few words. */
#include "reason/dossier.h"

#include "base/vec.h"

#include <stdlib.h>

/* A heavy word is worth more where the text has it often. */
enum { OFTEN_MOST = 4 };

typedef struct {
    uint64_t stem;
    float weight; /* of one, times how often it is there */
    span where;   /* the first of them */
    size_t count;
} topic_word;

typedef VEC(topic_word) topic_words;

static int compare_stems(const void *left, const void *right) {
    const topic_word *a = left, *b = right;
    return a->stem != b->stem
               ? (a->stem > b->stem) - (a->stem < b->stem)
               : (a->where.begin > b->where.begin) - (a->where.begin < b->where.begin);
}

static int compare_weights(const void *left, const void *right) {
    const topic_word *a = left, *b = right;
    return a->weight != b->weight
               ? (a->weight < b->weight) - (a->weight > b->weight)
               : (a->where.begin > b->where.begin) - (a->where.begin < b->where.begin);
}

static void add_words(const linker *with, str text, span part, topic_words *out, arena *memory) {
    terms words = link_terms(with, text, part, memory);
    for (size_t i = 0; i < words.count; i++) {
        const term *each = &words.items[i];
        vec_push(out, (topic_word){each->stem, each->weight, each->where, 1});
    }
}

/* Each stem once. */
static void count_words(topic_words *words) {
    size_t kept = 0;
    if (words->count > 0) {
        qsort(words->items, words->count, sizeof *words->items, compare_stems);
    }
    for (size_t i = 0; i < words->count; i++) {
        topic_word *last = kept > 0 ? &words->items[kept - 1] : NULL;
        if (last != NULL && last->stem == words->items[i].stem) {
            last->count++;
            last->weight += last->count <= OFTEN_MOST ? words->items[i].weight : 0;
        } else {
            words->items[kept++] = words->items[i];
        }
    }
    words->count = kept;
    if (kept > 0) {
        qsort(words->items, kept, sizeof *words->items, compare_weights);
    }
}

size_t reason_topic(const linker *with, const reason_document *of, size_t statement, size_t most,
                    arena *into, str **words) {
    topic_words found = {0};
    hearsay_spans parts = {NULL, 0};
    if (statement != REASON_ALL) {
        parts = of->statements[statement].content;
    } else {
        add_words(with, of->text, (span){0, of->text.size}, &found, into);
    }
    for (size_t i = 0; i < parts.count; i++) {
        add_words(with, of->text, (span){parts.items[i].begin, parts.items[i].end}, &found, into);
    }
    count_words(&found);
    size_t count = found.count < most ? found.count : most;
    *words = arena_array(into, str, count);
    for (size_t i = 0; i < count; i++) {
        (*words)[i] = str_slice(of->text, found.items[i].where);
    }
    vec_free(&found);
    return count;
}
