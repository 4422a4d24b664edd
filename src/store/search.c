/* Looking for statements and documents. */
#include "store/beginnings.h"
#include "store/best.h"
#include "store/fts.h"

#include <string.h>

static int64_t without_end(size_t limit) {
    return limit == 0 ? -1 : (int64_t)limit;
}

static void keep(hit_list *found, arena *into, store_hits *out) {
    out->count = found->count;
    out->items = arena_copy(into, found->items, found->count * sizeof *out->items);
    vec_free(found);
}

/* The expression for an index, in the arena; NULL where nothing in it can fit. */
static const char *match_of(store *self, asked *what, query_target target, unsigned flags,
                            arena *into) {
    buf match = {0};
    beginnings_find(self, what, target, into);
    bool possible = query_put_match(what, target, (flags & HEARSAY_ALL_VERSIONS) != 0, &match);
    const char *copy = possible ? str_copy(into, buf_str(&match)) : NULL;
    buf_free(&match);
    return copy;
}

/* Reads a query into the arena, so that what is found can be marked later. */
static hearsay_status read_query(str written, arena *into, asked **out, hearsay_error *error) {
    *out = arena_array(into, asked, 1);
    return query_read((str){str_copy(into, written), written.size}, into, *out, error);
}

hearsay_status store_search(store *self, str written, unsigned flags, size_t limit, arena *into,
                            store_hits *out, hearsay_error *error) {
    asked *what;
    hit_list found = {0};
    *out = (store_hits){.count = 0};
    hearsay_status status = read_query(written, into, &what, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    out->asked = query_has_words(what) ? what : NULL;
    /* Where more statements fit than are counted, no document comes to be shown or counted. */
    for (query_target target = IN_STATEMENTS; target <= IN_DOCUMENTS && !out->more; target++) {
        const char *match = match_of(self, what, target, flags, into);
        if (match != NULL) {
            best_find(self, target, &(wanted){match, what, limit}, &found, out);
        }
    }
    keep(&found, into, out);
    return sql_status(self, error);
}

/* --- lists ------------------------------------------------------------------------------------ */

/* Documents that are found by ?1, or that have a statement which is found by ?2. */
#define FOUND                                                                                      \
    "(?1 IS NULL AND ?2 IS NULL OR "                                                               \
    "documents.key IN (SELECT rowid FROM document_index WHERE document_index MATCH ?1) OR "        \
    "documents.key IN (SELECT document FROM statements WHERE key IN "                              \
    "(SELECT rowid FROM statement_index WHERE statement_index MATCH ?2))) AND (newest OR ?3)"

/* What is asked for, for the parameters of FOUND. */
typedef struct {
    const char *documents, *statements;
    const asked *words; /* to be marked in documents */
    bool all_versions;
} listing;

static hearsay_status read_listing(store *self, str written, unsigned flags, arena *into,
                                   listing *out, hearsay_error *error) {
    asked *what;
    *out = (listing){.all_versions = (flags & HEARSAY_ALL_VERSIONS) != 0};
    if (written.data == NULL) {
        return HEARSAY_OK;
    }
    hearsay_status status = read_query(written, into, &what, error);
    if (status == HEARSAY_OK) {
        const char *documents = match_of(self, what, IN_DOCUMENTS, flags, into);
        out->documents = documents != NULL ? documents : MARK("NEVER"); /* no row has that */
        out->statements = match_of(self, what, IN_STATEMENTS, flags, into);
        out->words = query_has_words(what) ? what : NULL;
    }
    return status;
}

static void bind(query *rows, const listing *with) {
    const char *const matches[] = {with->documents, with->statements};
    for (size_t i = 0; i < 2; i++) {
        query_str(rows, matches[i] != NULL ? str_from(matches[i]) : (str){NULL, 0});
    }
    query_int(rows, with->all_versions);
}

hearsay_status store_list(store *self, str written, unsigned flags, size_t limit, arena *into,
                          store_hits *out, hearsay_error *error) {
    listing with;
    hit_list found = {0};
    *out = (store_hits){.count = 0};
    hearsay_status status = read_listing(self, written, flags, into, &with, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    query rows = query_new(self, "SELECT key, count(*) OVER () FROM documents WHERE " FOUND
                                 " ORDER BY day DESC, key DESC LIMIT ?4");
    bind(&rows, &with);
    query_int(&rows, without_end(limit));
    while (query_step(&rows)) {
        vec_push(&found, (store_hit){.document = column_int(&rows, 0)});
        out->matching = (size_t)column_int(&rows, 1);
    }
    query_end(&rows);
    out->asked = with.words;
    keep(&found, into, out);
    return sql_status(self, error);
}

/* --- counts ----------------------------------------------------------------------------------- */

#define STATEMENTS_FOUND                                                                           \
    "FROM statements JOIN documents ON documents.key = document WHERE (?2 IS NULL OR "             \
    "statements.key IN (SELECT rowid FROM statement_index WHERE statement_index MATCH ?2)) "       \
    "AND ?1 IS ?1 AND (newest OR ?3) "

static const char *const COUNTED[] = {
    [HEARSAY_BY_PUBLISHER] = "SELECT publisher, count(*) FROM documents WHERE " FOUND
                             " GROUP BY publisher ORDER BY 2 DESC, 1",
    [HEARSAY_BY_MONTH] = "SELECT substr(day, 1, 7), count(*) FROM documents WHERE " FOUND
                         " GROUP BY 1 ORDER BY 1 DESC",
    [HEARSAY_BY_SPEAKER] =
        "SELECT name, count FROM (SELECT names.key, names.name, count(*) AS count FROM attributed "
        "JOIN names ON names.key = attributed.name WHERE statement IN "
        "(SELECT statements.key " STATEMENTS_FOUND ") GROUP BY names.key) ORDER BY 2 DESC, 1",
    [HEARSAY_BY_SOURCING] =
        "SELECT sourcing, count(*) " STATEMENTS_FOUND "GROUP BY sourcing ORDER BY 2 DESC, 1",
};

static hearsay_str group_name(const query *row, hearsay_facet by, arena *into) {
    if (by != HEARSAY_BY_SOURCING) {
        return column_copy(row, 0, into);
    }
    const char *name = hearsay_sourcing_name((hearsay_sourcing)column_int(row, 0));
    return (hearsay_str){name, strlen(name)};
}

hearsay_status store_count(store *self, str written, hearsay_facet by, unsigned flags, size_t limit,
                           arena *into, store_hits *out, hearsay_error *error) {
    listing with;
    VEC(hearsay_group) groups = {0};
    *out = (store_hits){.count = 0};
    hearsay_status status = read_listing(self, written, flags, into, &with, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    query rows = query_new(self, COUNTED[by]);
    bind(&rows, &with);
    for (; query_step(&rows); out->matching++) {
        if (limit == 0 || groups.count < limit) {
            vec_push(&groups, (hearsay_group){.name = group_name(&rows, by, into),
                                              .statements = (size_t)column_int(&rows, 1)});
        }
    }
    query_end(&rows);
    out->group_count = groups.count;
    out->groups = arena_copy(into, groups.items, groups.count * sizeof *out->groups);
    vec_free(&groups);
    return sql_status(self, error);
}
