/* Who said what. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "store/ranges.h"
#include "store/sql.h"

#include <stdlib.h>

/* Of more names than that the first are looked at. */
enum { NAMES_MAX = 1000 };

/* A person or body as it is put together; one that is not known across documents is its name. */
typedef struct {
    int64_t person; /* its key; 0: none */
    int64_t *names; /* [name_count] keys, in the arena */
    size_t name_count;
    hearsay_group shown;
} named_group;

typedef VEC(named_group) group_list;

/* What does not change while a name is looked for. */
typedef struct {
    store *of;
    unsigned flags;
    size_t limit;
    arena *into;
    group_list groups;
} asking;

/* --- names ------------------------------------------------------------------------------------ */

/* `ada "moreno"` as `"ada" "moreno"`: whatever was typed is only looked for. False where there is
 * no letter. */
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

/* What is attributed to a name (?1) and, where it is known, a person (?2: 0 if not). Versions of
 * documents that are not the newest (?3) have said it too, and are not counted. */
#define SAID                                                                                       \
    "FROM attributed JOIN statements ON statements.key = statement "                               \
    "JOIN documents ON documents.key = document "                                                  \
    "WHERE attributed.name = ?1 AND (newest OR ?3) AND EXISTS (SELECT 1 FROM speakers "            \
    "WHERE speakers.key IN " SPEAKERS_OF_STATEMENT "AND speakers.name = attributed.name "          \
    "AND coalesce(speakers.person, 0) = ?2) "

static void bind(query *said, const asking *self, int64_t name, int64_t person) {
    query_int(said, name);
    query_int(said, person);
    query_int(said, self->flags & HEARSAY_ALL_VERSIONS);
}

static size_t count_statements(const asking *self, const named_group *group) {
    query count = query_new(self->of, "SELECT count(*) FROM (SELECT 1 " SAID " LIMIT ?4)");
    size_t found = 0;
    for (size_t i = 0; i < group->name_count; i++) {
        bind(&count, self, group->names[i], group->person);
        query_int(&count, (int64_t)HEARSAY_COUNT_MAX);
        found += query_step(&count) ? (size_t)column_int(&count, 0) : 0;
        query_run(&count);
    }
    query_end(&count);
    return found < HEARSAY_COUNT_MAX ? found : HEARSAY_COUNT_MAX;
}

/* All names that documents have for a person. */
static void take_names(const asking *self, named_group *group) {
    VEC(int64_t) keys = {0};
    query rows = query_new(self->of, "SELECT DISTINCT name FROM speakers WHERE person = ?");
    query_int(&rows, group->person);
    while (query_step(&rows)) {
        vec_push(&keys, column_int(&rows, 0));
    }
    query_end(&rows);
    group->name_count = keys.count;
    group->names = arena_copy(self->into, keys.items, keys.count * sizeof *keys.items);
    vec_free(&keys);
}

static bool has_person(const group_list *groups, int64_t person) {
    for (size_t i = 0; i < groups->count; i++) {
        if (groups->items[i].person == person) {
            return true;
        }
    }
    return false;
}

/* Adds the group of whoever has the name; `called` is what a person is called, if it is one. */
static void add_group(asking *self, int64_t name, hearsay_str called, int64_t person) {
    named_group group = {.person = person, .shown = {called, 0}};
    if (person != 0 && has_person(&self->groups, person)) {
        return;
    }
    if (person != 0) {
        take_names(self, &group);
    } else {
        group.names = arena_copy(self->into, &name, sizeof name);
        group.name_count = 1;
    }
    group.shown.statements = count_statements(self, &group);
    if (group.shown.statements > 0) {
        vec_push(&self->groups, group);
    }
}

static void find_groups(asking *self, str match) {
    query names = query_new(
        self->of, "SELECT DISTINCT found.key, coalesce(persons.name, found.name), "
                  "coalesce(person, 0) FROM (SELECT names.key, names.name FROM name_index "
                  "JOIN names ON names.key = name_index.rowid WHERE name_index MATCH ? LIMIT ?) "
                  "AS found JOIN speakers ON speakers.name = found.key "
                  "LEFT JOIN persons ON persons.key = person");
    query_str(&names, match);
    query_int(&names, NAMES_MAX);
    while (query_step(&names)) {
        add_group(self, column_int(&names, 0), column_copy(&names, 1, self->into),
                  column_int(&names, 2));
    }
    query_end(&names);
}

/* Whoever said more comes first. */
static int compare_groups(const void *a, const void *b) {
    const named_group *x = a, *y = b;
    return x->shown.statements != y->shown.statements
               ? (x->shown.statements < y->shown.statements) -
                     (x->shown.statements > y->shown.statements)
               : (x->names[0] > y->names[0]) - (x->names[0] < y->names[0]);
}

/* --- statements ------------------------------------------------------------------------------- */

typedef struct {
    int64_t day;
    store_hit hit;
} dated_hit;

typedef VEC(dated_hit) hit_list;

static void put_statements(const asking *self, int64_t name, const named_group *group, size_t place,
                           hit_list *into) {
    query said = query_new(self->of, "SELECT statement, document, attributed.day " SAID
                                     "ORDER BY attributed.day DESC, statement DESC LIMIT ?4");
    bind(&said, self, name, group->person);
    query_int(&said, self->limit == 0 ? -1 : (int64_t)self->limit);
    while (query_step(&said)) {
        vec_push(into, (dated_hit){column_int(&said, 2),
                                   {.statement = column_int(&said, 0),
                                    .document = column_int(&said, 1),
                                    .group = place}});
    }
    query_end(&said);
}

/* The newest comes first. */
static int compare_days(const void *a, const void *b) {
    const dated_hit *x = a, *y = b;
    return x->day != y->day
               ? (x->day < y->day) - (x->day > y->day)
               : (x->hit.statement < y->hit.statement) - (x->hit.statement > y->hit.statement);
}

/* Adds a group's statements, under all its names; one that is under two of them once. */
static void put_group(const asking *self, size_t place, store_hits *out) {
    const named_group *group = &self->groups.items[place];
    hit_list found = {0};
    for (size_t i = 0; i < group->name_count; i++) {
        put_statements(self, group->names[i], group, place, &found);
    }
    if (found.count > 0) {
        qsort(found.items, found.count, sizeof *found.items, compare_days);
    }
    for (size_t i = 0; i < found.count && (self->limit == 0 || out->count < self->limit); i++) {
        if (i == 0 || found.items[i].hit.statement != found.items[i - 1].hit.statement) {
            out->items[out->count++] = found.items[i].hit;
        }
    }
    vec_free(&found);
}

/* Room for all that will be put. */
static size_t room(const asking *self) {
    size_t all = 0;
    for (size_t i = 0; i < self->groups.count && self->limit == 0; i++) {
        query count = query_new(self->of, "SELECT count(*) FROM attributed WHERE name = ?");
        for (size_t k = 0; k < self->groups.items[i].name_count; k++) {
            query_int(&count, self->groups.items[i].names[k]);
            all += query_step(&count) ? (size_t)column_int(&count, 0) : 0;
            query_run(&count);
        }
        query_end(&count);
    }
    return self->limit == 0 ? all : self->limit;
}

static void complete(const asking *self, store_hits *out) {
    out->items = arena_array(self->into, store_hit, room(self));
    out->group_count = self->groups.count;
    out->groups = arena_array(self->into, hearsay_group, self->groups.count);
    for (size_t i = 0; i < self->groups.count; i++) {
        out->groups[i] = self->groups.items[i].shown;
        out->matching += out->groups[i].statements;
        out->more = out->more || out->groups[i].statements == HEARSAY_COUNT_MAX;
        if (self->limit == 0 || out->count < self->limit) {
            put_group(self, i, out);
        }
    }
}

hearsay_status store_who(store *self, str name, unsigned flags, size_t limit, arena *into,
                         store_hits *out, hearsay_error *error) {
    buf match = {0};
    asking at_work = {.of = self, .flags = flags, .limit = limit, .into = into};
    *out = (store_hits){.count = 0};
    if (!put_match(&match, name)) {
        buf_free(&match);
        return error_set(error, HEARSAY_INVALID, 0, "a name has a letter or digit");
    }
    find_groups(&at_work, buf_str(&match));
    group_list *groups = &at_work.groups;
    if (groups->count > 0) {
        qsort(groups->items, groups->count, sizeof *groups->items, compare_groups);
    }
    complete(&at_work, out);
    vec_free(groups);
    buf_free(&match);
    return sql_status(self, error);
}
