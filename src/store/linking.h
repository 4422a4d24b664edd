/* What documents have in common: links between statements, copied passages and reprints. What these
 * are link/link.h says; which documents are held against each other, store/links.h. */
#ifndef STORE_LINKING_H
#define STORE_LINKING_H

#include "store/store.h"

/* What shares passages with a document; `original` is the place of the likely one, `count` for the
 * document itself, SIZE_MAX where nothing tells. */
typedef struct {
    hearsay_reprint *items;
    size_t count;
    size_t original;
    hearsay_str why;
} store_reprints;

hearsay_status store_find_reprints(store *self, int64_t document, arena *into, store_reprints *out,
                                   hearsay_error *error);

/* What an end of a link or a copied passage is in: a document's id and text, how many words it has,
 * and of its statements, by their places, the ids and speakers (data NULL where a place has none).
 */
typedef struct {
    hearsay_str id;
    str text;
    size_t words;
    hearsay_str *statements, *speakers; /* [statement_count] */
    size_t statement_count;
} store_end;

hearsay_status store_get_end(store *self, int64_t document, arena *into, store_end *out,
                             hearsay_error *error);

/* Tells of all that two documents share, in `found`: links first, then passages; `context` is the
 * caller's. */
typedef void store_shared_fn(void *context, int64_t a, int64_t b, const link_shared *found);

hearsay_status store_each_shared(store *self, store_shared_fn *told, void *context,
                                 hearsay_error *error);

/* How many documents are to be linked: all, if they were linked by another version or `anew`, and
 * then nothing is linked any more. */
hearsay_status store_begin_linking(store *self, bool anew, size_t *count, hearsay_error *error);

/* Links the first document after `*key` that is not linked, whose key it gives; HEARSAY_END. */
hearsay_status store_link_next(store *self, int64_t *key, hearsay_error *error);

/* A number that documents share which are the same to linking and bear one date: what is near the
 * one is near the other. 0 of a document that is not linked. */
hearsay_status store_surroundings(store *self, int64_t key, uint64_t *number, hearsay_error *error);

/* What two documents have in common, word by word, as they were linked. */
typedef struct {
    link_copied shared;
    bool same; /* they are the same to linking, and nothing was counted */
} store_copy;

/* So much that one is taken from the other, or both from a third. */
bool store_copy_is_reprint(const store_copy *of);

/* The same of every two of some documents, those that are the same to linking told once. */
typedef struct {
    const size_t *folds; /* [documents] the number of each: the same for those that are the same */
    size_t fold_count;
    const store_copy *shared; /* [fold_count * fold_count] */
} store_copied;

/* In the arena. */
hearsay_status store_copies(store *self, const int64_t *documents, size_t count, arena *into,
                            store_copied *out, hearsay_error *error);

/* Of each of the documents the place of the likely original among it and those that are reprints of
 * it or it of them (`copied` is what store_copies found); `count` where there is none or nothing
 * tells. */
hearsay_status store_originals(store *self, const int64_t *documents, size_t count,
                               const store_copied *copied, arena *into, size_t *out,
                               hearsay_error *error);

/* Adds to `keys`, by their keys, the newest versions of documents that are the same to linking as
 * one of them, and are not there yet; in the arena, with their number. */
hearsay_status store_same(store *self, const int64_t *documents, size_t count, arena *into,
                          int64_t **keys, size_t *key_count, hearsay_error *error);

#endif
