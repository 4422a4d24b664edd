/* Bonds -> persons. */
#include "base/vec.h"
#include "identify/identify.h"
#include "store/people.h"

#include <stdlib.h>
#include <string.h>

/* All that is connected, by bonds or by hand. */
typedef struct {
    arena *memory;
    VEC(int64_t) profiles; /* ascending */
    VEC(str) texts;
    VEC(identify_bond) bonds;
} connected;

static void find_profiles(store *self, int64_t profile, connected *out) {
    query rows = query_new(
        self, "WITH RECURSIVE reached (profile) AS (SELECT key FROM profiles WHERE key = ? UNION "
              "SELECT iif(a = profile, b, a) FROM reached JOIN bonds ON a = profile OR b = profile "
              "WHERE decided != -1) "
              "SELECT key, text FROM reached JOIN profiles ON key = profile ORDER BY key");
    query_int(&rows, profile);
    while (query_step(&rows)) {
        hearsay_str text = column_copy(&rows, 1, out->memory);
        vec_push(&out->profiles, column_int(&rows, 0));
        vec_push(&out->texts, (str){text.data, text.size});
    }
    query_end(&rows);
}

static int by_value(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* The place of a profile; SIZE_MAX where it is not connected. */
static size_t place_of(const connected *in, int64_t profile) {
    const int64_t *found =
        bsearch(&profile, in->profiles.items, in->profiles.count, sizeof profile, by_value);
    return found != NULL ? (size_t)(found - in->profiles.items) : SIZE_MAX;
}

static void find_bonds(store *self, connected *out) {
    query rows = query_new(self, "SELECT a, b, strength, decided FROM bonds WHERE a = ?");
    for (size_t i = 0; i < out->profiles.count; i++) {
        query_int(&rows, out->profiles.items[i]);
        while (query_step(&rows)) {
            int64_t decided = column_int(&rows, 3);
            size_t a = place_of(out, column_int(&rows, 0)), b = place_of(out, column_int(&rows, 1));
            int strength = decided > 0   ? (int)BY_HAND
                           : decided < 0 ? (int)PARTED
                                         : (int)column_int(&rows, 2);
            if (a != SIZE_MAX && b != SIZE_MAX) {
                vec_push(&out->bonds, (identify_bond){a, b, strength});
            }
        }
        query_run(&rows);
    }
    query_end(&rows);
}

/* --- persons ---------------------------------------------------------------------------------- */

/* The id that stands for all speakers of the profiles of a group. */
static str lowest_id(store *self, const connected *of, const size_t *groups, size_t group,
                     arena *into) {
    query rows = query_new(self, "SELECT min(id) FROM speakers WHERE profile = ?");
    hearsay_str lowest = {NULL, 0};
    for (size_t i = group; i < of->profiles.count; i++) {
        if (groups[i] != group) {
            continue;
        }
        query_int(&rows, of->profiles.items[i]);
        if (query_step(&rows)) {
            hearsay_str id = column_copy(&rows, 0, into);
            bool lower =
                id.data != NULL && (lowest.data == NULL || strcmp(id.data, lowest.data) < 0);
            lowest = lower ? id : lowest;
        }
        query_run(&rows);
    }
    query_end(&rows);
    return (str){lowest.data, lowest.size};
}

static int64_t person_with(store *self, str id) {
    query make = query_new(self, "INSERT OR IGNORE INTO persons (id, name) VALUES (?, '')");
    query_str(&make, id);
    query_run(&make);
    query_end(&make);
    query find = query_new(self, "SELECT key FROM persons WHERE id = ?");
    query_str(&find, id);
    int64_t key = query_step(&find) ? column_int(&find, 0) : 0;
    query_end(&find);
    return key;
}

static void assign(store *self, int64_t profile, int64_t person) {
    static const char *const WHERE[] = {
        "UPDATE profiles SET person = ?1 WHERE key = ?2 AND person IS NOT ?1",
        "UPDATE speakers SET person = ?1 WHERE profile = ?2 AND person IS NOT ?1"};
    for (size_t i = 0; i < sizeof WHERE / sizeof *WHERE; i++) {
        query row = query_new(self, WHERE[i]);
        query_int(&row, person);
        query_int(&row, profile);
        query_run(&row);
        query_end(&row);
    }
}

/* Names in the order in which they are preferred: of a person the shortest of two words or more, of
 * a body the longest. "Barack Obama" rather than "President-elect Barack Obama", "Federal Bureau of
 * Investigation" rather than "FBI". */
#define PREFERRED(name) "instr(" name ", ' ') = 0, " LENGTH(name) ", " name
#define LENGTH(name) "iif(profiles.text LIKE 'person%', 1, -1) * length(" name ")"

static void refresh(store *self, int64_t person) {
    query row = query_new(
        self, "UPDATE persons SET id = (SELECT min(id) FROM speakers WHERE person = ?1), name = ("
              "SELECT names.name FROM profiles JOIN speakers ON profile = profiles.key "
              "JOIN names ON names.key = speakers.name "
              "WHERE profiles.person = ?1 ORDER BY " PREFERRED("names.name") " LIMIT 1) "
                                                                             "WHERE key = ?1");
    query_int(&row, person);
    query_run(&row);
    query_end(&row);
}

void group_grows(store *self, int64_t profile, str id, str name) {
    query row = query_new(self, "UPDATE persons SET id = min(persons.id, ?2), "
                                "name = iif((" PREFERRED("?3") ") < (" PREFERRED(
                                    "persons.name") "), ?3, "
                                                    "persons.name) FROM profiles WHERE "
                                                    "profiles.key = ?1 AND persons.key = person");
    query_int(&row, profile);
    query_str(&row, id);
    query_str(&row, name);
    query_run(&row);
    query_end(&row);
}

static void forget_empty(store *self, const connected *of, const int64_t *before) {
    query empty = query_new(self, "DELETE FROM persons WHERE key = ?1 AND NOT EXISTS "
                                  "(SELECT 1 FROM profiles WHERE person = ?1)");
    for (size_t i = 0; i < of->profiles.count; i++) {
        query_int(&empty, before[i]);
        query_run(&empty);
    }
    query_end(&empty);
}

static void make_persons(store *self, connected *of, const size_t *groups) {
    const size_t count = of->profiles.count;
    int64_t *before = arena_array(of->memory, int64_t, count + 1);
    int64_t *persons = arena_array(of->memory, int64_t, count + 1);
    query person = query_new(self, "SELECT coalesce(person, 0) FROM profiles WHERE key = ?");
    for (size_t i = 0; i < count; i++) {
        query_int(&person, of->profiles.items[i]);
        before[i] = query_step(&person) ? column_int(&person, 0) : 0;
        query_run(&person);
    }
    query_end(&person);
    for (size_t i = 0; i < count; i++) {
        if (groups[i] == i) {
            str id = lowest_id(self, of, groups, i, of->memory);
            persons[i] = id.data != NULL ? person_with(self, id) : 0;
        }
        if (persons[groups[i]] != 0) {
            assign(self, of->profiles.items[i], persons[groups[i]]);
        }
    }
    forget_empty(self, of, before);
    for (size_t i = 0; i < count; i++) {
        if (groups[i] == i && persons[i] != 0) {
            refresh(self, persons[i]);
        }
    }
}

void group_anew(store *self, int64_t profile) {
    connected around = {.memory = arena_new()};
    find_profiles(self, profile, &around);
    find_bonds(self, &around);
    size_t *groups = arena_array(around.memory, size_t, around.profiles.count + 1);
    identify_groups(around.texts.items, around.texts.count, around.bonds.items, around.bonds.count,
                    around.memory, groups);
    make_persons(self, &around, groups);
    vec_free(&around.profiles);
    vec_free(&around.texts);
    vec_free(&around.bonds);
    arena_free(around.memory);
}
