/* What is copied, of one document and of all. */
#include "base/vec.h"
#include "store/fields.h"
#include "store/links.h"
#include "store/original.h"
#include "store/pack.h"
#include "store/shared.h"

#include <stdlib.h>

/* --- of one document -------------------------------------------------------------------------- */

typedef VEC(hearsay_reprint) reprint_list;
typedef VEC(int64_t) document_list;

/* The document that is asked for, and its reprints in the order in which they were found. */
typedef struct {
    store *of;
    int64_t document;
    arena *into;
    reprint_list all;
    document_list keys;
} finding;

/* What the passages of a row make together; `turned`: the document is b there. */
static hearsay_reprint sum_of(str passages, size_t shorter, bool turned, arena *into) {
    VEC(hearsay_passage_copied) copied = {0};
    link_copied sum = {.shorter = shorter};
    for (link_passage each; shared_take_passage(&passages, &each);) {
        const hearsay_span a = {each.in_a.begin, each.in_a.end};
        const hearsay_span b = {each.in_b.begin, each.in_b.end};
        vec_push(&copied, (hearsay_passage_copied){turned ? b : a, turned ? a : b, each.words});
        link_count_passage(&sum, &each);
    }
    const hearsay_reprint out = {
        .words = sum.words,
        .sentences = sum.sentences,
        .reprint = link_is_reprint(&sum),
        .passages = arena_copy(into, copied.items, copied.count * sizeof *copied.items),
        .passage_count = copied.count,
    };
    vec_free(&copied);
    return out;
}

static int by_place(const void *left, const void *right) {
    const hearsay_passage_copied *a = left;
    const hearsay_passage_copied *b = right;
    return (a->here.begin > b->here.begin) - (a->here.begin < b->here.begin);
}

/* Adds all documents of a fold but the one that was asked for. */
static void put_fold(finding *self, int64_t fold, hearsay_reprint shared) {
    hearsay_passage_copied *passages = (hearsay_passage_copied *)shared.passages;
    if (shared.passage_count > 1) {
        qsort(passages, shared.passage_count, sizeof *passages, by_place);
    }
    query rows =
        query_new(self->of, "SELECT documents.key, day, id, title, author, publisher, url, "
                            "date, origin FROM findings JOIN documents ON documents.key = document "
                            "WHERE fold = ? AND documents.key != ?");
    query_int(&rows, fold);
    query_int(&rows, self->document);
    while (query_step(&rows)) {
        hearsay_reprint made = shared;
        hearsay_str *const fields[] = {&made.printed,
                                       &made.document.id,
                                       &made.document.title,
                                       &made.document.author,
                                       &made.document.publisher,
                                       &made.document.url,
                                       &made.document.date,
                                       &made.origin};
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            *fields[i] = column_copy(&rows, (int)i + 1, self->into);
        }
        vec_push(&self->all, made);
        vec_push(&self->keys, column_int(&rows, 0));
    }
    query_end(&rows);
}

static void find_copies(finding *self, int64_t fold) {
    const linkable *made = links_fold(self->of, fold);
    if (made != NULL) {
        const link_shared whole = link_copies(links_work(self->of), made, self->into);
        buf passages = {0};
        shared_put_passages(&passages, &whole);
        if (passages.size > 0) {
            put_fold(self, fold, sum_of(buf_str(&passages), 0, false, self->into));
        }
        buf_free(&passages);
    }
}

static void find_others(finding *self, int64_t fold) {
    query rows = query_new(self->of, "SELECT a, b, passages, " SHORTER_WORDS " FROM shared "
                                     "WHERE a = ?1 AND b != ?1 UNION ALL "
                                     "SELECT a, b, passages, " SHORTER_WORDS " FROM shared "
                                     "WHERE b = ?1 AND a != ?1");
    query_int(&rows, fold);
    while (query_step(&rows)) {
        const bool turned = column_int(&rows, 1) == fold;
        const hearsay_reprint shared =
            sum_of(column_str(&rows, 2), (size_t)column_int(&rows, 3), turned, self->into);
        if (shared.passage_count > 0) {
            put_fold(self, column_int(&rows, turned ? 0 : 1), shared);
        }
    }
    query_end(&rows);
}

/* --- the original ----------------------------------------------------------------------------- */

static reprinted read_reprinted(store *self, int64_t document, arena *into) {
    reprinted out = {.day = 0};
    buf text = {0};
    query row = query_new(self, "SELECT text, author, publisher, day_number(day), words "
                                "FROM documents JOIN texts ON texts.document = key "
                                "LEFT JOIN findings ON findings.document = key WHERE key = ?");
    query_int(&row, document);
    if (query_step(&row)) {
        unpack(column_str(&row, 0), STR(""), &text);
        const hearsay_str author = column_copy(&row, 1, into);
        const hearsay_str publisher = column_copy(&row, 2, into);
        out = (reprinted){{NULL, 0},
                          {author.data, author.size},
                          {publisher.data, publisher.size},
                          (day_number)column_int(&row, 3),
                          (size_t)column_int(&row, 4)};
    }
    query_end(&row);
    out.text = buf_keep(&text, into);
    return out;
}

static void find_original(const finding *self, store_reprints *out) {
    VEC(reprinted) documents = {0};
    VEC(size_t) places = {0};
    for (size_t i = 0; i <= self->all.count; i++) {
        const bool itself = i == self->all.count;
        if (itself || self->all.items[i].reprint) {
            const int64_t key = itself ? self->document : self->keys.items[i];
            vec_push(&documents, read_reprinted(self->of, key, self->into));
            vec_push(&places, i);
        }
    }
    str why;
    const size_t chosen = original_of(documents.items, documents.count, self->into, &why);
    out->original = chosen < documents.count ? places.items[chosen] : SIZE_MAX;
    out->why = (hearsay_str){why.data, why.size};
    vec_free(&documents);
    vec_free(&places);
}

static int most_first(const void *left, const void *right) {
    const hearsay_reprint *a = left;
    const hearsay_reprint *b = right;
    return a->words != b->words ? (a->words < b->words) - (a->words > b->words)
                                : str_compare((str){a->document.id.data, a->document.id.size},
                                              (str){b->document.id.data, b->document.id.size});
}

/* In order, with the place of the original after it. */
static void put_in_order(const finding *self, store_reprints *out) {
    const bool another = out->original < self->all.count;
    const char *id = another ? self->all.items[out->original].document.id.data : NULL;
    out->count = self->all.count;
    out->items = arena_copy(self->into, self->all.items, out->count * sizeof *out->items);
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, most_first);
    }
    for (size_t i = 0; i < out->count && another; i++) {
        out->original = out->items[i].document.id.data == id ? i : out->original;
    }
}

hearsay_status store_find_reprints(store *self, int64_t document, arena *into, store_reprints *out,
                                   hearsay_error *error) {
    finding all = {.of = self, .document = document, .into = into};
    query row =
        query_new(self, "SELECT fold FROM findings WHERE document = ? AND fold IS NOT NULL");
    query_int(&row, document);
    const int64_t fold = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    *out = (store_reprints){.original = SIZE_MAX};
    if (fold != 0) {
        find_copies(&all, fold);
        find_others(&all, fold);
        find_original(&all, out);
        put_in_order(&all, out);
    }
    vec_free(&all.all);
    vec_free(&all.keys);
    return sql_status(self, error);
}

/* --- of a few documents ----------------------------------------------------------------------- */

bool store_copy_is_reprint(const store_copy *of) {
    return of->same || link_is_reprint(&of->shared);
}

/* The documents of a fold and those that are reprints of these, or these of them. */
static size_t take_group(const store_copied *copied, size_t count, size_t fold, size_t *places) {
    size_t members = 0;
    for (size_t i = 0; i < count; i++) {
        const store_copy *shared = &copied->shared[fold * copied->fold_count + copied->folds[i]];
        if (copied->folds[i] == fold || store_copy_is_reprint(shared)) {
            places[members++] = i;
        }
    }
    return members;
}

hearsay_status store_originals(store *self, const int64_t *documents, size_t count,
                               const store_copied *copied, arena *into, size_t *out,
                               hearsay_error *error) {
    reprinted *all = arena_array(into, reprinted, count);
    bool *read = arena_array(into, bool, count);
    reprinted *group = arena_array(into, reprinted, count);
    size_t *places = arena_array(into, size_t, count);
    size_t *of_fold = arena_array(into, size_t, copied->fold_count);
    for (size_t fold = 0; fold < copied->fold_count; fold++) {
        const size_t members = take_group(copied, count, fold, places);
        for (size_t k = 0; k < members && members > 1; k++) {
            const size_t place = places[k];
            if (!read[place]) {
                all[place] = read_reprinted(self, documents[place], into);
                read[place] = true;
            }
            group[k] = all[place];
        }
        str why;
        const size_t chosen = members > 1 ? original_of(group, members, into, &why) : members;
        of_fold[fold] = chosen < members ? places[chosen] : count;
    }
    for (size_t i = 0; i < count; i++) {
        out[i] = of_fold[copied->folds[i]];
    }
    return sql_status(self, error);
}
