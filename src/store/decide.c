/* What the user decides of people. */
#include "store/people.h"
#include "store/persons.h"
#include "store/ranges.h"

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
    persons_find(self, name, into, &found);
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

/* What the document of a speaker calls it; its id where there is none any more. */
#define NAME_OF(id)                                                                                \
    "coalesce((SELECT names.name FROM speakers JOIN names ON names.key = speakers.name WHERE "     \
    "speakers.id = " id " LIMIT 1), " id ")"

hearsay_status store_undecide_last(store *self, arena *into, hearsay_decision *undone,
                                   hearsay_error *error) {
    arena *scratch = arena_new();
    hearsay_str a = {NULL, 0}, b = {NULL, 0};
    query last =
        query_new(self, "SELECT speaker, other, verb = 'join', " NAME_OF("speaker") ", " NAME_OF(
                            "other") " FROM decisions ORDER BY key DESC LIMIT 1");
    if (query_step(&last)) {
        a = column_copy(&last, 0, scratch);
        b = column_copy(&last, 1, scratch);
        *undone = (hearsay_decision){column_int(&last, 2) != 0, column_copy(&last, 3, into),
                                     column_copy(&last, 4, into)};
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
