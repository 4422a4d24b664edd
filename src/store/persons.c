/* People as they are asked for, and why they are one. */
#include "store/persons.h"

#include "base/vec.h"
#include "identify/identify.h"
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

void persons_find(store *self, str name, arena *scratch, key_list *out) {
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
    persons_find(self, name, into, &found);
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

hearsay_status store_find_person(store *self, str id, int64_t *key, hearsay_error *error) {
    query row = query_new(self, "SELECT key FROM persons WHERE id = ?1 UNION ALL "
                                "SELECT person FROM speakers WHERE " HAS_ID(
                                    "id", "?1") "AND person IS NOT NULL LIMIT 1");
    query_str(&row, id);
    *key = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    if (*key == 0) {
        sql_refuse(self, HEARSAY_MISSING, "nobody has the id %.*s", (int)id.size, id.data);
    }
    return sql_status(self, error);
}

/* --- under which names ------------------------------------------------------------------------ */

/* The ids of the first documents that call it so. */
static void take_examples(store *self, int64_t person, int64_t name, arena *into,
                          hearsay_alias *out) {
    enum { MOST = 5 };
    hearsay_str *ids = arena_array(into, hearsay_str, MOST);
    query rows =
        query_new(self, "SELECT DISTINCT documents.id FROM speakers JOIN documents "
                        "ON documents.key = document WHERE speakers.name = ? AND person = ? "
                        "ORDER BY documents.day, documents.id LIMIT ?");
    query_int(&rows, name);
    query_int(&rows, person);
    query_int(&rows, MOST);
    while (out->example_count < MOST && query_step(&rows)) {
        ids[out->example_count++] = column_copy(&rows, 0, into);
    }
    query_end(&rows);
    out->examples = ids;
}

hearsay_status store_person_aliases(store *self, int64_t person, arena *into, hearsay_alias **out,
                                    size_t *count, hearsay_error *error) {
    VEC(hearsay_alias) names = {0};
    query rows = query_new(self, "SELECT names.name, count(DISTINCT document), names.key "
                                 "FROM speakers JOIN names ON names.key = speakers.name "
                                 "WHERE person = ? GROUP BY names.key ORDER BY 2 DESC, 1");
    query_int(&rows, person);
    while (query_step(&rows)) {
        hearsay_alias each = {.name = column_copy(&rows, 0, into),
                              .documents = (size_t)column_int(&rows, 1)};
        take_examples(self, person, column_int(&rows, 2), into, &each);
        vec_push(&names, each);
    }
    query_end(&rows);
    *count = names.count;
    *out = arena_copy(into, names.items, names.count * sizeof *names.items);
    vec_free(&names);
    return sql_status(self, error);
}

/* --- why -------------------------------------------------------------------------------------- */

/* A name of a profile, and a document that has it. */
static void take_side(store *self, int64_t profile, arena *into, hearsay_str *name,
                      hearsay_str *document) {
    query row = query_new(self, "SELECT names.name, documents.id FROM speakers "
                                "JOIN names ON names.key = speakers.name "
                                "JOIN documents ON documents.key = document "
                                "WHERE profile = ? ORDER BY speakers.id LIMIT 1");
    query_int(&row, profile);
    if (query_step(&row)) {
        *name = column_copy(&row, 0, into);
        *document = column_copy(&row, 1, into);
    }
    query_end(&row);
}

/* The lines of the evidence. */
static void take_reasons(str evidence, arena *into, hearsay_bond *out) {
    VEC(hearsay_str) reasons = {0};
    for (size_t begin = 0, at = 0; at < evidence.size; at++) {
        if (evidence.data[at] == '\n') {
            str line = str_slice(evidence, (span){begin, at});
            vec_push(&reasons, (hearsay_str){str_copy(into, line), line.size});
            begin = at + 1;
        }
    }
    out->reason_count = reasons.count;
    out->reasons = arena_copy(into, reasons.items, reasons.count * sizeof *reasons.items);
    vec_free(&reasons);
}

hearsay_status store_person_bonds(store *self, int64_t person, arena *into, hearsay_bond **out,
                                  size_t *count, hearsay_error *error) {
    VEC(hearsay_bond) bonds = {0};
    query rows = query_new(self, "SELECT a, b, decided, evidence FROM profiles AS one "
                                 "JOIN bonds ON a = one.key JOIN profiles AS two ON two.key = b "
                                 "WHERE one.person = ?1 AND two.person = ?1 "
                                 "ORDER BY decided DESC, strength DESC, one.text, two.text");
    query_int(&rows, person);
    while (query_step(&rows)) {
        hearsay_bond each = {.by_hand = column_int(&rows, 2) > 0};
        take_side(self, column_int(&rows, 0), into, &each.name, &each.document);
        take_side(self, column_int(&rows, 1), into, &each.other, &each.other_document);
        take_reasons(column_str(&rows, 3), into, &each);
        vec_push(&bonds, each);
    }
    query_end(&rows);
    *count = bonds.count;
    *out = arena_copy(into, bonds.items, bonds.count * sizeof *bonds.items);
    vec_free(&bonds);
    return sql_status(self, error);
}

/* --- of a document ---------------------------------------------------------------------------- */

hearsay_status store_document_persons(store *self, int64_t document, arena *into, store_known **out,
                                      size_t *count, hearsay_error *error) {
    VEC(store_known) found = {0};
    query rows = query_new(self, "SELECT speakers.id, persons.id, persons.name FROM speakers "
                                 "JOIN persons ON persons.key = person WHERE " SPEAKERS_OF("?1"));
    query_int(&rows, document);
    while (query_step(&rows)) {
        vec_push(&found, (store_known){.speaker = column_copy(&rows, 0, into),
                                       .person = column_copy(&rows, 1, into),
                                       .name = column_copy(&rows, 2, into)});
    }
    query_end(&rows);
    *count = found.count;
    *out = arena_copy(into, found.items, found.count * sizeof *found.items);
    vec_free(&found);
    return sql_status(self, error);
}
