/* What a document or statement is about, in a few words. */
#include "reason/dossier.h"

#include "base/size.h"
#include "base/vec.h"

#include <stdlib.h>

/* A heavy word is worth more where the text has it often. */
enum { OFTEN_MOST = 4 };

/* A word that tells what a text is about, and so many of them are looked for at least. */
#define TELLING 2.0F
enum { TELLING_LEAST = 3 };

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

/* Of a statement what it says, and what those say in which it lies: "you know [what they say]" is
 * about all that she said. */
static void add_statement(const linker *with, const reason_document *of, size_t statement,
                          topic_words *out, arena *memory) {
    for (size_t at = statement; at < of->statement_count; at = of->statements[at].parent) {
        const hearsay_spans parts = of->statements[at].content;
        for (size_t i = 0; i < parts.count; i++) {
            add_words(with, of->text, (span){parts.items[i].begin, parts.items[i].end}, out,
                      memory);
        }
    }
}

static size_t boundary(str text, size_t at) {
    while (at > 0 && at < text.size && ((unsigned char)text.data[at] & 0xC0) == 0x80) {
        at--;
    }
    return at;
}

/* The text right before and behind a statement, which tells what a short one is about. */
static span around(const reason_document *of, size_t statement) {
    enum { BYTES = 240 };
    const hearsay_spans parts = of->statements[statement].content;
    const size_t begin = parts.count > 0 ? parts.items[0].begin : 0;
    const size_t end = parts.count > 0 ? parts.items[parts.count - 1].end : 0;
    return (span){boundary(of->text, begin > BYTES ? begin - BYTES : 0),
                  boundary(of->text, size_least(end + BYTES, of->text.size))};
}

/* Leaves out what nearly every text has, "they were three", where there are some others: looked up
 * by these, a store of many documents has more of them than can be ranked. */
static void drop_common(topic_words *words) {
    while (words->count > TELLING_LEAST && words->items[words->count - 1].weight < TELLING) {
        words->count--;
    }
}

/* Adds those that are not there yet, up to `most`. */
static void fill_up(topic_words *words, const topic_words *more, size_t most) {
    const size_t own = words->count;
    for (size_t i = 0; i < more->count && words->count < most; i++) {
        bool known = false;
        for (size_t k = 0; k < own; k++) {
            known |= words->items[k].stem == more->items[i].stem;
        }
        if (!known) {
            vec_push(words, more->items[i]);
        }
    }
}

size_t reason_topic(const linker *with, const reason_document *of, size_t statement, size_t most,
                    arena *into, str **words) {
    topic_words found = {0}, near = {0};
    if (statement != REASON_ALL) {
        add_statement(with, of, statement, &found, into);
        add_words(with, of->text, around(of, statement), &near, into);
    } else {
        add_words(with, of->text, (span){0, of->text.size}, &found, into);
    }
    count_words(&found);
    drop_common(&found);
    count_words(&near);
    drop_common(&near);
    fill_up(&found, &near, most);
    size_t count = found.count < most ? found.count : most;
    *words = arena_array(into, str, count);
    for (size_t i = 0; i < count; i++) {
        (*words)[i] = str_slice(of->text, found.items[i].where);
    }
    vec_free(&found);
    vec_free(&near);
    return count;
}
