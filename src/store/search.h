/* Asking the store: what fits a query or a name, and which documents may be about the same.
 *
 * Hits are keys, a few bytes each, until they are read. */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "store/store.h"

/* --- hits ------------------------------------------------------------------------------------- */

/* Something that was found. */
typedef struct {
    int64_t document, statement; /* keys; of the statement 0 where a document is meant */
    size_t group;
} store_hit;

/* All that was found, in an arena. */
typedef struct {
    store_hit *items; /* [count] */
    size_t count;
    size_t matching;       /* that fit, also beyond the limit */
    bool more;             /* and even these are not all */
    hearsay_group *groups; /* [group_count] */
    size_t group_count;
    const struct asked *asked; /* whose words are marked (store/query.h); NULL: nothing is */
} store_hits;

/* As hearsay_store_search, _who, _list and _count; `written` may have data NULL in the last two. */
hearsay_status store_search(store *self, str written, unsigned flags, size_t limit, arena *into,
                            store_hits *out, hearsay_error *error);
hearsay_status store_who(store *self, str name, unsigned flags, size_t limit, arena *into,
                         store_hits *out, hearsay_error *error);
hearsay_status store_list(store *self, str written, unsigned flags, size_t limit, arena *into,
                          store_hits *out, hearsay_error *error);
hearsay_status store_count(store *self, str written, hearsay_facet by, unsigned flags, size_t limit,
                           arena *into, store_hits *out, hearsay_error *error);

/* Reads what was found, but for its cue and text, which only a reader of its document knows. */
hearsay_status store_hit_read(store *self, const store_hit *which, arena *into, hearsay_hit *out,
                              hearsay_error *error);

/* Gives a hit, of a statement its content, of a document the piece of its text where most of the
 * words stand that were asked for, or its beginning; and the places of these words. */
hearsay_status store_hit_mark(store *self, const store_hits *of, str text, arena *into,
                              hearsay_hit *out, hearsay_error *error);

/* --- statements ------------------------------------------------------------------------------- */

/* The statement that `id` means, as hearsay_store_statement: its document's key, and its place. */
hearsay_status store_find_statement(store *self, str id, int64_t *document, size_t *place,
                                    hearsay_error *error);

/* The place of a statement in its document's list. */
hearsay_status store_place_of(store *self, int64_t statement, size_t *place, hearsay_error *error);

/* Of a statement's key its document's, and its id; 0 and data NULL where there is none. */
hearsay_status store_statement_place(store *self, int64_t statement, int64_t *document,
                                     hearsay_str *id, arena *into, hearsay_error *error);

/* As hearsay_store_utterance, of the statement with a place in a document. `hits` [count]: what the
 * variants are; their texts are still to be read (store_hit_mark). */
hearsay_status store_utterance(store *self, int64_t document, size_t place, arena *into,
                               hearsay_variant **out, store_hit **hits, size_t *count,
                               size_t *fullest, hearsay_error *error);

/* --- what may be about the same --------------------------------------------------------------- */

/* The newest versions of documents that have two of the words at least, the fittest first; those
 * that were published within about a month of `date` before all others. Adds keys that are not
 * among the first `*count` of `keys` [limit] yet. */
hearsay_status store_nearby(store *self, const str *words, size_t word_count, str date,
                            int64_t *keys, size_t limit, size_t *count, hearsay_error *error);

/* As store_nearby, of one publisher, whatever the date. */
hearsay_status store_nearby_of(store *self, const str *words, size_t word_count, str publisher,
                               int64_t *keys, size_t limit, size_t *count, hearsay_error *error);

/* Who published the newest versions, each name once, in order; in the arena. */
hearsay_status store_publishers(store *self, arena *into, hearsay_str **names, size_t *count,
                                hearsay_error *error);

#endif
