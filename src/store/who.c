/* Who said what. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
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

/* How many statements are a person's, under one name. */
typedef struct {
    int64_t person;
    size_t count;
} said_by;

/* A name that several bear. */
typedef struct {
    int64_t name;
    const said_by *each; /* [count] by their persons, in the arena */
    size_t count;
} shared_name;

typedef struct {
    store *of;
    bool all_versions;
    size_t limit;
    arena *into;
    group_list groups;
    VEC(shared_name) shared; /* that were counted */
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

/* Whether nobody else bears the name. */
static bool is_only(const asking *self, int64_t name, int64_t person) {
    query ends = query_new(
        self->of,
        "SELECT coalesce((SELECT person FROM speakers WHERE name = ?1 ORDER BY person LIMIT 1), 0) "
        "= ?2 AND coalesce((SELECT person FROM speakers WHERE name = ?1 ORDER BY person DESC "
        "LIMIT 1), 0) = ?2");
    query_int(&ends, name);
    query_int(&ends, person);
    bool only = query_step(&ends) && column_int(&ends, 0) != 0;
    query_end(&ends);
    return only;
}

static size_t count_of_name(const asking *self, int64_t name) {
    query count = query_new(self->of, "SELECT count(*) FROM (SELECT 1 FROM attributed "
                                      "WHERE name = ? AND old <= ? LIMIT ?)");
    query_int(&count, name);
    query_int(&count, self->all_versions);
    query_int(&count, (int64_t)HEARSAY_COUNT_MAX);
    size_t found = query_step(&count) ? (size_t)column_int(&count, 0) : 0;
    query_end(&count);
    return found;
}

/* How much each of those who share a name said, counted in one go: there may be hundreds. */
static const shared_name *read_shared(asking *self, int64_t name) {
    for (size_t i = 0; i < self->shared.count; i++) {
        if (self->shared.items[i].name == name) {
            return &self->shared.items[i];
        }
    }
    VEC(said_by) each = {0};
    query rows =
        query_new(self->of, "SELECT coalesce(person, 0), count(*) FROM attributed "
                            "JOIN speakers ON speakers.key = attributed.speaker "
                            "WHERE attributed.name = ? AND old <= ? GROUP BY 1 ORDER BY 1");
    query_int(&rows, name);
    query_int(&rows, self->all_versions);
    while (query_step(&rows)) {
        vec_push(&each, (said_by){column_int(&rows, 0), (size_t)column_int(&rows, 1)});
    }
    query_end(&rows);
    vec_push(&self->shared,
             (shared_name){name, arena_copy(self->into, each.items, each.count * sizeof(said_by)),
                           each.count});
    vec_free(&each);
    return &self->shared.items[self->shared.count - 1];
}

static int by_person(const void *a, const void *b) {
    const said_by *x = a, *y = b;
    return (x->person > y->person) - (x->person < y->person);
}

static size_t count_statements(asking *self, const named_group *group) {
    size_t found = 0;
    for (size_t i = 0; i < group->name_count && found < HEARSAY_COUNT_MAX; i++) {
        if (is_only(self, group->names[i], group->person)) {
            found += count_of_name(self, group->names[i]);
            continue;
        }
        const shared_name *all = read_shared(self, group->names[i]);
        const said_by wanted = {group->person, 0};
        const said_by *one = all->count > 0
                                 ? bsearch(&wanted, all->each, all->count, sizeof wanted, by_person)
                                 : NULL;
        found += one != NULL ? one->count : 0;
    }
    return found < HEARSAY_COUNT_MAX ? found : HEARSAY_COUNT_MAX;
}

/* The next number after `*at` of rows that lie in its order; false after the last. (DISTINCT would
 * go over all rows, of which there may be many for each number.) */
static bool next_number(query *next, int64_t of, int64_t *at) {
    query_int(next, of);
    query_int(next, *at);
    *at = query_step(next) ? column_int(next, 0) : 0;
    query_run(next);
    return *at != 0;
}

/* All names that documents have for a person. */
static void take_names(const asking *self, named_group *group) {
    VEC(int64_t) keys = {0};
    query next = query_new(self->of, "SELECT coalesce(min(name), 0) FROM speakers "
                                     "WHERE person = ? AND name > ?");
    for (int64_t name = 0; next_number(&next, group->person, &name);) {
        vec_push(&keys, name);
    }
    query_end(&next);
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

/* Adds the group of whoever has the name, a person if it is known as one. */
static void add_group(asking *self, int64_t name, int64_t person, hearsay_group shown) {
    named_group group = {.person = person, .shown = shown};
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

/* What a person is called, and its id. */
static hearsay_group about(const asking *self, int64_t person) {
    hearsay_group found = {{NULL, 0}, 0, {NULL, 0}};
    query row = query_new(self->of, "SELECT name, id FROM persons WHERE key = ?");
    query_int(&row, person);
    if (query_step(&row)) {
        found.name = column_copy(&row, 0, self->into);
        found.person = column_copy(&row, 1, self->into);
    }
    query_end(&row);
    return found;
}

/* Whoever bears the name. */
static void add_groups(asking *self, int64_t name, hearsay_str written) {
    query unknown = query_new(self->of, "SELECT 1 FROM speakers WHERE name = ? AND person IS NULL "
                                        "LIMIT 1");
    query_int(&unknown, name);
    if (query_step(&unknown)) {
        add_group(self, name, 0, (hearsay_group){.name = written});
    }
    query_end(&unknown);
    query next = query_new(self->of, "SELECT coalesce(min(person), 0) FROM speakers "
                                     "WHERE name = ? AND person > ?");
    for (int64_t person = 0; next_number(&next, name, &person);) {
        add_group(self, name, person, about(self, person));
    }
    query_end(&next);
}

static void find_groups(asking *self, str match) {
    query names = query_new(self->of, "SELECT names.key, names.name FROM name_index "
                                      "JOIN names ON names.key = name_index.rowid "
                                      "WHERE name_index MATCH ? LIMIT ?");
    query_str(&names, match);
    query_int(&names, NAMES_MAX);
    while (query_step(&names)) {
        add_groups(self, column_int(&names, 0), column_copy(&names, 1, self->into));
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

/* What was said under a name by versions that are the newest, or by the others (`old`): in the
 * order in which the rows lie. */
static void put_statements(const asking *self, int64_t name, bool old, size_t place,
                           hit_list *into) {
    query said = query_new(self->of, "SELECT statement, document, attributed.day FROM attributed "
                                     "JOIN speakers ON speakers.key = attributed.speaker "
                                     "WHERE attributed.name = ? AND old = ? "
                                     "AND coalesce(person, 0) = ? "
                                     "ORDER BY attributed.day DESC, statement DESC LIMIT ?");
    query_int(&said, name);
    query_int(&said, old);
    query_int(&said, self->groups.items[place].person);
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
        put_statements(self, group->names[i], false, place, &found);
        if (self->all_versions) {
            put_statements(self, group->names[i], true, place, &found);
        }
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
    asking at_work = {.of = self,
                      .all_versions = (flags & HEARSAY_ALL_VERSIONS) != 0,
                      .limit = limit,
                      .into = into};
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
    vec_free(&at_work.shared);
    buf_free(&match);
    return sql_status(self, error);
}
