#include "store/best.h"

#include <stdlib.h>

/* Of what fits, so many are ranked: a word that half of a million statements have would take
 * seconds. After PROBE it is guessed whether there are more. */
enum { RANKED_MAX = 1000, PROBE = 64 };

typedef struct {
    int64_t key;
    double fitness;
} candidate;

typedef VEC(candidate) candidate_list;

/* Titles tell more than texts; that a statement is short tells nothing. */
#define STATEMENTS(order)                                                                          \
    "SELECT rowid, fitness(statement_index, ?2, 0, 1, 1) FROM statement_index "                    \
    "WHERE statement_index MATCH ?1 ORDER BY rowid " order
#define DOCUMENTS(order)                                                                           \
    "SELECT rowid, fitness(document_index, ?2, 0.75, 1, 4) FROM document_index "                   \
    "WHERE document_index MATCH ?1 ORDER BY rowid " order

typedef struct {
    const char *oldest_first, *newest_first;
    const char *count; /* how many fit, ?2 at most */
    const char *last;  /* the newest key of all */
} ranking;

static const ranking RANKED[] = {
    [IN_STATEMENTS] = {STATEMENTS("ASC"), STATEMENTS("DESC"),
                       "SELECT count(*) FROM (SELECT 1 FROM statement_index "
                       "WHERE statement_index MATCH ?1 ORDER BY rowid LIMIT ?2)",
                       "SELECT max(key) FROM statements"},
    [IN_DOCUMENTS] = {DOCUMENTS("ASC"), DOCUMENTS("DESC"),
                      "SELECT count(*) FROM (SELECT 1 FROM document_index "
                      "WHERE document_index MATCH ?1 ORDER BY rowid LIMIT ?2)",
                      "SELECT max(key) FROM documents"},
};

/* --- candidates ------------------------------------------------------------------------------- */

/* The next that fits; false after the last. */
static bool next(query *rows, candidate *out) {
    const bool found = query_step(rows);
    if (found) {
        *out = (candidate){column_int(rows, 0), column_real(rows, 1)};
    }
    return found;
}

static query rank_so(store *self, const char *sql, const wanted *what) {
    query rows = query_new(self, sql);
    query_str(&rows, str_from(what->match));
    query_int(&rows, query_is_one_phrase(what->what));
    return rows;
}

/* Gathers all that fits, from the oldest on, which FTS5 does faster than the other way. False, and
 * nothing gathered, where more than `most` seem to (0: any number may). That is guessed from how
 * dense the first lie: where the guess is wrong nothing but time is lost. */
static bool gather_all(store *self, query_target target, const wanted *what, size_t most,
                       candidate_list *into) {
    const int64_t last = most > 0 ? sql_number(self, RANKED[target].last) : 0;
    query rows = rank_so(self, RANKED[target].oldest_first, what);
    bool few = true;
    for (candidate each; few && next(&rows, &each);) {
        vec_push(into, each);
        few = most == 0 || (into->count <= most &&
                            (into->count != PROBE || last / each.key < 2 * (int64_t)most / PROBE));
    }
    query_end(&rows);
    if (!few) {
        vec_clear(into);
    }
    return few;
}

/* Gathers what fits and was added last. Whether that is all. */
static bool gather_newest(store *self, query_target target, const wanted *what, size_t most,
                          candidate_list *into) {
    query rows = rank_so(self, RANKED[target].newest_first, what);
    for (candidate each; into->count <= most && next(&rows, &each);) {
        vec_push(into, each);
    }
    query_end(&rows);
    const bool all = into->count <= most;
    into->count = all ? into->count : most;
    return all;
}

/* The fittest first; of those that are as fit, what was added last. */
static int compare(const void *a, const void *b) {
    const candidate *left = a, *right = b;
    const int fitter = (left->fitness < right->fitness) - (left->fitness > right->fitness);
    return fitter != 0 ? fitter : (left->key < right->key) - (left->key > right->key);
}

/* --- hits ------------------------------------------------------------------------------------- */

static int64_t document_of(store *self, int64_t statement) {
    query row = query_new(self, "SELECT document FROM statements WHERE key = ?");
    query_int(&row, statement);
    const int64_t document = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    return document;
}

static void add(store *self, query_target target, int64_t key, hit_list *into) {
    vec_push(into, target == IN_STATEMENTS
                       ? ((store_hit){.statement = key, .document = document_of(self, key)})
                       : ((store_hit){.document = key}));
}

static size_t count(store *self, query_target target, const wanted *what, size_t most) {
    query rows = query_new(self, RANKED[target].count);
    query_str(&rows, str_from(what->match));
    query_int(&rows, (int64_t)most);
    const size_t matching = query_step(&rows) ? (size_t)column_int(&rows, 0) : 0;
    query_end(&rows);
    return matching;
}

void best_find(store *self, query_target target, const wanted *what, hit_list *into,
               store_hits *out) {
    const size_t limit = what->limit;
    const size_t most = limit == 0 ? 0 : limit > RANKED_MAX ? limit : RANKED_MAX;
    bool all = true;
    size_t matching;
    if (limit > 0 && into->count >= limit) {
        matching = count(self, target, what, most + 1);
        all = matching <= most;
        matching = all ? matching : most;
    } else {
        candidate_list found = {0};
        all = gather_all(self, target, what, most, &found) ||
              gather_newest(self, target, what, most, &found);
        if (found.count > 0) {
            qsort(found.items, found.count, sizeof *found.items, compare);
        }
        for (size_t i = 0; i < found.count && (limit == 0 || into->count < limit); i++) {
            add(self, target, found.items[i].key, into);
        }
        matching = found.count;
        vec_free(&found);
    }
    out->matching += matching;
    out->more = out->more || !all;
}
