/* People as they are asked for by name, why they are one, and what the user decides of them. */
#include "base/vec.h"
#include "identify/identify.h"
#include "store/keys.h"
#include "store/people.h"
#include "store/ranges.h"

/* --- by name ---------------------------------------------------------------------------------- */

static void add_persons(store *self, key_list *to, const char *sql, str what) {
    query rows = query_new(self, sql);
    query_str(&rows, what);
    key_list_add_rows(to, &rows);
    query_end(&rows);
}

/* Those with a form of the name, as speakers of two documents might have. */
static void add_alike(store *self, key_list *to, str name, arena *scratch) {
    static const hearsay_speaker_type TYPES[] = {HEARSAY_SPEAKER_PERSON,
                                                 HEARSAY_SPEAKER_ORGANIZATION};
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        const hearsay_speaker asked = {.id = "", .name = {name.data, name.size}, .type = TYPES[i]};
        speaker_profile made;
        identify_profile(&asked, NULL, 0, scratch, &made);
        for (size_t k = 0; k < made.key_count; k++) {
            add_persons(self, to,
                        "SELECT DISTINCT person FROM terms JOIN profile_names ON name = terms.key "
                        "JOIN profiles ON profiles.key = profile "
                        "WHERE terms.text = ? AND person IS NOT NULL ORDER BY 1",
                        made.keys[k].name);
        }
    }
}

static void find_persons(store *self, str name, arena *scratch, key_list *out) {
    static const char *const WAYS[] = {
        "SELECT person FROM speakers WHERE " HAS_ID("id", "?1") "AND person IS NOT NULL",
        ("SELECT DISTINCT person FROM names JOIN speakers ON speakers.name = names.key "
         "WHERE names.name = ? AND person IS NOT NULL ORDER BY 1"),
        "SELECT key FROM persons WHERE name = ? COLLATE NOCASE ORDER BY 1",
    };
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS && out->count == 0; i++) {
        add_persons(self, out, WAYS[i], name);
    }
    if (out->count == 0) {
        add_alike(self, out, name, scratch);
    }
}

hearsay_status store_people(store *self, str name, arena *into, store_person **out, size_t *count,
                            hearsay_error *error) {
    key_list found = {0};
    find_persons(self, name, into, &found);
    *out = arena_array(into, store_person, found.count + 1);
    *count = 0;
    query row = query_new(self, "SELECT id, name, (SELECT count(*) FROM speakers WHERE person = ?1)"
                                " FROM persons WHERE key = ?1");
    for (size_t i = 0; i < found.count; i++) {
        query_int(&row, found.items[i]);
        if (query_step(&row)) {
            (*out)[(*count)++] = (store_person){.key = found.items[i],
                                                .id = column_copy(&row, 0, into),
                                                .name = column_copy(&row, 1, into),
                                                .speakers = (size_t)column_int(&row, 2)};
        }
        query_run(&row);
    }
    query_end(&row);
    key_list_free(&found);
    return sql_status(self, error);
}

hearsay_status store_person_names(store *self, int64_t person, arena *into, hearsay_str **out,
                                  size_t *count, hearsay_error *error) {
    VEC(hearsay_str) names = {0};
    query rows = query_new(self, "SELECT names.name FROM speakers JOIN names "
                                 "ON names.key = speakers.name WHERE person = ? GROUP BY names.key "
                                 "ORDER BY count(*) DESC, names.name");
    query_int(&rows, person);
    while (query_step(&rows)) {
        vec_push(&names, column_copy(&rows, 0, into));
    }
    query_end(&rows);
    *count = names.count;
    *out = arena_copy(into, names.items, names.count * sizeof *names.items);
    vec_free(&names);
    return sql_status(self, error);
}

#define NAME_OF(profile)                                                                           \
    "(SELECT min(names.name) FROM speakers JOIN names ON names.key = speakers.name "               \
    "WHERE speakers.profile = " profile ")"

hearsay_status store_person_bonds(store *self, int64_t person, arena *into, store_bond **out,
                                  size_t *count, hearsay_error *error) {
    VEC(store_bond) bonds = {0};
    query rows = query_new(
        self, "SELECT " NAME_OF("a") ", " NAME_OF(
                  "b") ", decided, evidence FROM bonds "
                       "JOIN profiles AS one ON one.key = a JOIN profiles AS two ON two.key = b "
                       "WHERE one.person = ?1 AND two.person = ?1 ORDER BY strength DESC, 1, 2");
    query_int(&rows, person);
    while (query_step(&rows)) {
        vec_push(&bonds, (store_bond){.name = column_copy(&rows, 0, into),
                                      .other = column_copy(&rows, 1, into),
                                      .by_hand = column_int(&rows, 2) > 0,
                                      .evidence = column_copy(&rows, 3, into)});
    }
    query_end(&rows);
    *count = bonds.count;
    *out = arena_copy(into, bonds.items, bonds.count * sizeof *bonds.items);
    vec_free(&bonds);
    return sql_status(self, error);
}

/* --- decisions -------------------------------------------------------------------------------- */

/* A speaker of a document, who stands for the person that it is. */
typedef struct {
    int64_t key, profile;
    str id;
} anchor;

static bool anchor_with(store *self, const char *sql, str what, int64_t person, arena *into,
                        anchor *out) {
    query row = query_new(self, sql);
    if (what.data != NULL) {
        query_str(&row, what);
    } else {
        query_int(&row, person);
    }
    bool found = query_step(&row);
    if (found) {
        hearsay_str id = column_copy(&row, 2, into);
        *out = (anchor){column_int(&row, 0), column_int(&row, 1), {id.data, id.size}};
    }
    query_end(&row);
    return found;
}

#define ANCHOR                                                                                     \
    "SELECT speakers.key, profile, id FROM speakers JOIN names ON names.key = speakers.name "      \
    "WHERE profile IS NOT NULL AND "

/* Whom a name or an id means; refused where it is nobody, or several. */
static anchor find_anchor(store *self, str name, arena *into) {
    anchor out = {0};
    key_list found = {0};
    if (anchor_with(self, ANCHOR HAS_ID("id", "?1") "ORDER BY speakers.key LIMIT 1", name, 0, into,
                    &out)) {
        return out;
    }
    find_persons(self, name, into, &found);
    if (found.count != 1) {
        sql_refuse(self, HEARSAY_MISSING, "%.*s is %s", (int)name.size, name.data,
                   found.count == 0 ? "nobody that is known across documents"
                                    : "several; name one of them by the id that hearsay who shows");
    } else if (!anchor_with(self, ANCHOR "names.name = ? ORDER BY id LIMIT 1", name, 0, into,
                            &out)) {
        anchor_with(self, ANCHOR "person = ? ORDER BY id LIMIT 1", (str){NULL, 0}, found.items[0],
                    into, &out);
    }
    key_list_free(&found);
    return out;
}

static void forget_decision(store *self, const anchor *a, const anchor *b) {
    query row = query_new(self, "DELETE FROM decisions WHERE (speaker = ?1 AND other = ?2) OR "
                                "(speaker = ?2 AND other = ?1)");
    query_str(&row, a->id);
    query_str(&row, b->id);
    query_run(&row);
    query_end(&row);
}

static void put_decision(store *self, const char *verb, const anchor *a, const anchor *b,
                         int64_t made) {
    forget_decision(self, a, b);
    query row =
        query_new(self, "INSERT INTO decisions (verb, speaker, other, made) VALUES (?, ?, ?, ?)");
    query_str(&row, str_from(verb));
    query_str(&row, a->id);
    query_str(&row, b->id);
    query_int(&row, made);
    query_run(&row);
    query_end(&row);
}

static hearsay_status decide(store *self, const char *verb, str a, str b, int64_t made,
                             hearsay_error *error) {
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    arena *scratch = arena_new();
    anchor one = find_anchor(self, a, scratch), other = find_anchor(self, b, scratch);
    if (self->failure.code == HEARSAY_OK && one.key == other.key) {
        sql_refuse(self, HEARSAY_INVALID, "both are the same speaker of one document");
    }
    if (self->failure.code == HEARSAY_OK) {
        if (verb != NULL) {
            put_decision(self, verb, &one, &other, made);
        } else {
            forget_decision(self, &one, &other);
            if (sqlite3_changes(self->connection) == 0) {
                sql_refuse(self, HEARSAY_MISSING, "nothing was decided on these two");
            }
        }
        people_decided(self, one.key);
        people_decided(self, other.key);
    }
    arena_free(scratch);
    return store_commit(self, error);
}

hearsay_status store_join(store *self, str a, str b, int64_t made, hearsay_error *error) {
    return decide(self, "join", a, b, made, error);
}

hearsay_status store_part(store *self, str a, str b, int64_t made, hearsay_error *error) {
    return decide(self, "part", a, b, made, error);
}

hearsay_status store_undecide(store *self, str a, str b, hearsay_error *error) {
    return decide(self, NULL, a, b, 0, error);
}

hearsay_status store_undecide_last(store *self, hearsay_error *error) {
    arena *scratch = arena_new();
    hearsay_str a = {NULL, 0}, b = {NULL, 0};
    query last = query_new(self, "SELECT speaker, other FROM decisions ORDER BY key DESC LIMIT 1");
    if (query_step(&last)) {
        a = column_copy(&last, 0, scratch);
        b = column_copy(&last, 1, scratch);
    }
    query_end(&last);
    if (a.data == NULL) {
        sql_refuse(self, HEARSAY_MISSING, "nothing was joined or parted by hand");
    }
    hearsay_status status = sql_status(self, error);
    if (status == HEARSAY_OK) {
        status = store_undecide(self, (str){a.data, a.size}, (str){b.data, b.size}, error);
    }
    arena_free(scratch);
    return status;
}
