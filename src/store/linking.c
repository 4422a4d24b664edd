/* All links, and linking what is not linked. */
#include "base/vec.h"
#include "store/ids.h"
#include "store/keys.h"
#include "store/links.h"
#include "store/pack.h"
#include "store/ranges.h"
#include "store/shared.h"

/* --- all of them ------------------------------------------------------------------------------ */

typedef struct {
    store *of;
    store_shared_fn *told;
    void *context;
} telling;

static void documents_of(store *self, int64_t fold, key_list *out) {
    query rows = query_new(self, "SELECT document FROM findings WHERE fold = ? ORDER BY document");
    query_int(&rows, fold);
    vec_clear(out);
    while (query_step(&rows)) {
        vec_push(out, column_int(&rows, 0));
    }
    query_end(&rows);
}

/* What any two documents of two folds, or of one, share. */
static void tell_all(const telling *self, int64_t a, int64_t b, const link_shared *found) {
    key_list ones = {0};
    key_list others = {0};
    documents_of(self->of, a, &ones);
    documents_of(self->of, b, &others);
    for (size_t i = 0; i < ones.count; i++) {
        for (size_t k = a == b ? i + 1 : 0; k < others.count; k++) {
            self->told(self->context, ones.items[i], others.items[k], found);
        }
    }
    key_list_free(&ones);
    key_list_free(&others);
}

static void tell_row(const telling *self, const query *row) {
    VEC(link_pair) pairs = {0};
    VEC(link_passage) passages = {0};
    str links = column_str(row, 2);
    str copied = column_str(row, 3);
    for (link_pair each; shared_take_link(&links, &each);) {
        vec_push(&pairs, each);
    }
    for (link_passage each; shared_take_passage(&copied, &each);) {
        vec_push(&passages, each);
    }
    const link_shared found = {pairs.items, pairs.count, passages.items, passages.count};
    tell_all(self, column_int(row, 0), column_int(row, 1), &found);
    vec_free(&pairs);
    vec_free(&passages);
}

static void tell_copies(const telling *self, int64_t fold) {
    arena *memory = arena_new();
    const linkable *made = links_fold(self->of, fold);
    if (made != NULL) {
        const link_shared found = link_copies(links_work(self->of), made, memory);
        tell_all(self, fold, fold, &found);
    }
    arena_free(memory);
}

hearsay_status store_each_shared(store *self, store_shared_fn *told, void *context,
                                 hearsay_error *error) {
    const telling all = {self, told, context};
    query rows = query_new(self, "SELECT a, b, links, passages FROM shared WHERE a != b");
    while (query_step(&rows)) {
        tell_row(&all, &rows);
    }
    query_end(&rows);
    query copied = query_new(self, "SELECT fold FROM findings WHERE fold IS NOT NULL "
                                   "GROUP BY fold HAVING count(*) > 1");
    while (query_step(&copied)) {
        tell_copies(&all, column_int(&copied, 0));
    }
    query_end(&copied);
    return sql_status(self, error);
}

static void put_statements(store *self, int64_t document, arena *into, store_end *out) {
    query last =
        query_new(self, "SELECT 1 + max(place) FROM statements WHERE " STATEMENTS_OF("?1"));
    query_int(&last, document);
    out->statement_count = query_step(&last) ? (size_t)column_int(&last, 0) : 0;
    query_end(&last);
    out->statements = arena_array(into, hearsay_str, out->statement_count);
    out->speakers = arena_array(into, hearsay_str, out->statement_count);
    query rows = query_new(self, "SELECT place, id, statement_facts.speaker FROM statements "
                                 "JOIN statement_facts USING (key) WHERE " STATEMENTS_OF("?1"));
    query_int(&rows, document);
    while (query_step(&rows)) {
        const size_t place = (size_t)column_int(&rows, 0);
        if (place < out->statement_count) {
            out->statements[place] = column_id(&rows, 1, into);
            out->speakers[place] = column_copy(&rows, 2, into);
        }
    }
    query_end(&rows);
}

hearsay_status store_get_end(store *self, int64_t document, arena *into, store_end *out,
                             hearsay_error *error) {
    *out = (store_end){.statement_count = 0};
    buf text = {0};
    query row = query_new(self, "SELECT id, text, words FROM documents "
                                "JOIN texts ON texts.document = key "
                                "JOIN findings ON findings.document = key WHERE key = ?");
    query_int(&row, document);
    if (query_step(&row)) {
        out->id = column_copy(&row, 0, into);
        unpack(column_str(&row, 1), STR(""), &text);
        out->words = (size_t)column_int(&row, 2);
    }
    query_end(&row);
    out->text = buf_keep(&text, into);
    put_statements(self, document, into, out);
    return sql_status(self, error);
}

/* --- linking ---------------------------------------------------------------------------------- */

/* Of nearly all documents the findings alone are read, whose rows are short: these are linked. */
#define UNLINKED                                                                                   \
    " FROM findings INDEXED BY findings_unlinked CROSS JOIN documents "                            \
    "ON documents.key = document WHERE fold IS NULL AND newest"

hearsay_status store_begin_linking(store *self, bool anew, size_t *count, hearsay_error *error) {
    if (anew || !links_are_current(self)) {
        const hearsay_status status = store_begin(self, error);
        if (status != HEARSAY_OK) {
            return status;
        }
        links_clear(self);
        const hearsay_status done = store_commit(self, error);
        if (done != HEARSAY_OK) {
            return done;
        }
    }
    *count = (size_t)sql_number(self, "SELECT count(*)" UNLINKED);
    return sql_status(self, error);
}

hearsay_status store_link_next(store *self, int64_t *key, hearsay_error *error) {
    const hearsay_status status = store_begin_repeatable(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    query next =
        query_new(self, "SELECT document" UNLINKED " AND document > ? ORDER BY document LIMIT 1");
    query_int(&next, *key);
    const bool found = query_step(&next);
    *key = found ? column_int(&next, 0) : *key;
    query_end(&next);
    if (found) {
        links_put(self, *key);
    }
    const hearsay_status done = store_commit(self, error);
    return done == HEARSAY_OK && !found ? HEARSAY_END : done;
}
