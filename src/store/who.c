/* Who said what. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "store/sql.h"

#include <stdlib.h>

/* Of more names than that the first are looked at. */
enum { NAMES_MAX = 1000 };

/* A group as it is put together. */
typedef struct {
    int64_t name; /* its key */
    hearsay_group shown;
} named_group;

typedef VEC(named_group) group_list;

/* --- names ------------------------------------------------------------------------------------ */

/* `ada "moreno"` as `"ada" "moreno"`: whatever was typed is only looked for. False where there is no
 * letter. */
static bool put_match(buf *out, str name) {
    bool within = false, any = false;
    for (size_t pos = 0; pos < name.size;) {
        size_t begin = pos;
        bool belongs = is_alphanumeric(utf8_next(name, &pos));
        if (belongs && !within) {
            buf_put(out, STR(" \""));
        } else if (!belongs && within) {
            size_t end = skip_marks(name, begin);
            if (end > begin) { /* an accent that is a character of its own */
                buf_put(out, str_slice(name, (span){begin, end}));
                pos = end;
                continue;
            }
            buf_put(out, STR("\""));
        }
        within = belongs;
        any = any || belongs;
        buf_put(out, belongs ? str_slice(name, (span){begin, pos}) : STR(""));
    }
    buf_put(out, within ? STR("\"") : STR(""));
    return any;
}

/* Versions of documents that are not the newest have said it too, and are not counted. */
#define SAID                                                                                       \
    "FROM attributed JOIN statements ON statements.key = statement "                               \
    "JOIN documents ON documents.key = document WHERE attributed.name = ? AND (newest OR ?)"

static size_t count_statements(store *self, int64_t name, unsigned flags) {
    query count = query_new(self, "SELECT count(*) FROM (SELECT 1 " SAID " LIMIT ?)");
    query_int(&count, name);
    query_int(&count, flags & HEARSAY_ALL_VERSIONS);
    query_int(&count, (int64_t)HEARSAY_COUNT_MAX);
    size_t found = query_step(&count) ? (size_t)column_int(&count, 0) : 0;
    query_end(&count);
    return found;
}

static void find_names(store *self, str match, unsigned flags, arena *into, group_list *out) {
    query names = query_new(self, "SELECT names.key, names.name FROM name_index "
                                  "JOIN names ON names.key = name_index.rowid "
                                  "WHERE name_index MATCH ? LIMIT ?");
    query_str(&names, match);
    query_int(&names, NAMES_MAX);
    while (query_step(&names)) {
        int64_t key = column_int(&names, 0);
        const hearsay_group shown = {column_copy(&names, 1, into),
                                     count_statements(self, key, flags)};
        if (shown.statements > 0) {
            vec_push(out, (named_group){key, shown});
        }
    }
    query_end(&names);
}

/* Whoever said more comes first. */
static int compare(const void *a, const void *b) {
    const named_group *x = a, *y = b;
    return x->shown.statements != y->shown.statements
               ? (x->shown.statements < y->shown.statements) -
                     (x->shown.statements > y->shown.statements)
               : (x->name > y->name) - (x->name < y->name);
}

/* --- statements ------------------------------------------------------------------------------- */

typedef VEC(store_hit) hit_list;

static void put_statements(store *self, int64_t name, size_t group, unsigned flags, size_t limit,
                           hit_list *into) {
    query said = query_new(self, "SELECT statement, document " SAID
                                 " ORDER BY attributed.day DESC, statement DESC LIMIT ?");
    query_int(&said, name);
    query_int(&said, flags & HEARSAY_ALL_VERSIONS);
    query_int(&said, limit == 0 ? -1 : (int64_t)(limit - into->count));
    while (query_step(&said)) {
        vec_push(into, (store_hit){.statement = column_int(&said, 0),
                                   .document = column_int(&said, 1),
                                   .group = group});
    }
    query_end(&said);
}

static void complete(store *self, group_list *groups, unsigned flags, size_t limit, arena *into,
                     store_hits *out) {
    hit_list found = {0};
    out->group_count = groups->count;
    out->groups = arena_array(into, hearsay_group, groups->count);
    for (size_t i = 0; i < groups->count; i++) {
        out->groups[i] = groups->items[i].shown;
        out->matching += out->groups[i].statements;
        out->more = out->more || out->groups[i].statements == HEARSAY_COUNT_MAX;
        if (limit == 0 || found.count < limit) {
            put_statements(self, groups->items[i].name, i, flags, limit, &found);
        }
    }
    out->count = found.count;
    out->items = arena_copy(into, found.items, found.count * sizeof *out->items);
    vec_free(&found);
}

hearsay_status store_who(store *self, str name, unsigned flags, size_t limit, arena *into,
                         store_hits *out, hearsay_error *error) {
    buf match = {0};
    group_list groups = {0};
    *out = (store_hits){.count = 0};
    if (!put_match(&match, name)) {
        buf_free(&match);
        return error_set(error, HEARSAY_INVALID, 0, "a name has a letter or digit");
    }
    find_names(self, buf_str(&match), flags, into, &groups);
    if (groups.count > 0) {
        qsort(groups.items, groups.count, sizeof *groups.items, compare);
    }
    complete(self, &groups, flags, limit, into, out);
    vec_free(&groups);
    buf_free(&match);
    return sql_status(self, error);
}
