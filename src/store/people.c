#include "store/people.h"

#include "identify/identify.h"
#include "store/keys.h"
#include "store/ranges.h"

#include <xxhash.h>

/* --- a speaker's rows ------------------------------------------------------------------------- */

/* The queries that a document's speakers are put with. */
typedef struct {
    store *of;
    query find_speaker, set_speaker, find_profile, make_profile, find_term, make_term, put_name,
        put_company, by_name, by_company;
} putting;

static putting begin_putting(store *self) {
    return (putting){
        .of = self,
        .find_speaker = query_new(self, "SELECT speakers.key FROM speakers JOIN names "
                                        "ON names.key = speakers.name WHERE " SPEAKERS_OF(
                                            "?1") "AND names.name = ?2 AND id IN (?3, '') LIMIT 1"),
        .set_speaker = query_new(self, "UPDATE speakers SET id = ?, profile = ?2, person = (SELECT "
                                       "person FROM profiles WHERE key = ?2) WHERE key = ?"),
        .find_profile = query_new(self, "SELECT key FROM profiles WHERE hash = ? AND text = ?"),
        .make_profile =
            query_new(self, "INSERT INTO profiles (hash, text, alone) VALUES (?, ?, ?)"),
        .find_term = query_new(self, "SELECT key FROM terms WHERE text = ?"),
        .make_term = query_new(self, "INSERT INTO terms (text) VALUES (?)"),
        .put_name =
            query_new(self, "INSERT OR IGNORE INTO profile_names (name, profile) VALUES (?, ?)"),
        .put_company = query_new(self, "INSERT OR IGNORE INTO company (name, item, speaker, kind) "
                                       "VALUES (?, ?, ?, ?)"),
        .by_name =
            query_new(self, "SELECT profile FROM profile_names WHERE name = ? AND profile != ?"),
        .by_company = query_new(
            self, "SELECT DISTINCT profile FROM company JOIN speakers ON speakers.key = speaker "
                  "JOIN profiles ON profiles.key = profile WHERE company.name = ? AND item = ? "
                  "AND profile != ? AND (alone OR ?)"),
    };
}

static void end_putting(putting *self) {
    query *const all[] = {&self->find_speaker, &self->set_speaker, &self->find_profile,
                          &self->make_profile, &self->find_term,   &self->make_term,
                          &self->put_name,     &self->put_company, &self->by_name,
                          &self->by_company};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        query_end(all[i]);
    }
}

/* The row that `find`, whose parameters are bound, gives; 0: none. */
static int64_t found_by(query *find) {
    int64_t key = query_step(find) ? column_int(find, 0) : 0;
    query_run(find);
    return key;
}

static int64_t term_of(putting *self, str text) {
    query_str(&self->find_term, text);
    int64_t key = found_by(&self->find_term);
    if (key == 0) {
        query_str(&self->make_term, text);
        query_run(&self->make_term);
        key = sqlite3_last_insert_rowid(self->of->connection);
    }
    return key;
}

static int64_t profile_of(putting *self, str text, bool alone, bool *is_new) {
    int64_t hash = (int64_t)XXH3_64bits(text.data, text.size);
    query_int(&self->find_profile, hash);
    query_str(&self->find_profile, text);
    int64_t key = found_by(&self->find_profile);
    *is_new = key == 0;
    if (key == 0) {
        query_int(&self->make_profile, hash);
        query_str(&self->make_profile, text);
        query_int(&self->make_profile, alone);
        query_run(&self->make_profile);
        key = sqlite3_last_insert_rowid(self->of->connection);
    }
    return key;
}

/* What the put keys lead to. A profile that is known by its names has been judged by them when it
 * was new; from then on only what is alone looks at its company. */
static void put_keys(putting *self, const speaker_profile *from, int64_t speaker, int64_t key,
                     bool is_new, bool alone, key_list *candidates) {
    for (size_t i = 0; i < from->key_count; i++) {
        const identify_key *each = &from->keys[i];
        int64_t name = term_of(self, each->name);
        if (each->kind == KEY_NAME) {
            query_int(&self->put_name, name);
            query_int(&self->put_name, key);
            query_run(&self->put_name);
            if (is_new) {
                query_int(&self->by_name, name);
                query_int(&self->by_name, key);
                key_list_add_rows(candidates, &self->by_name);
            }
            continue;
        }
        int64_t item = term_of(self, each->item);
        const int64_t values[] = {name, item, speaker, (int64_t)each->kind};
        for (size_t k = 0; k < sizeof values / sizeof *values; k++) {
            query_int(&self->put_company, values[k]);
        }
        query_run(&self->put_company);
        const int64_t asked[] = {name, item, key, alone};
        for (size_t k = 0; k < sizeof asked / sizeof *asked; k++) {
            query_int(&self->by_company, asked[k]);
        }
        key_list_add_rows(candidates, &self->by_company);
    }
}

/* --- what the user decided -------------------------------------------------------------------- */

static bool stands_apart(store *self, const char *id) {
    query found =
        query_new(self, "SELECT 1 FROM decisions WHERE verb = 'part' AND ?1 IN (speaker, other)");
    query_str(&found, str_from(id));
    bool apart = query_step(&found);
    query_end(&found);
    return apart;
}

/* Brings what was decided on the speaker to the bonds of its profile. */
static void apply_decisions(store *self, const char *id, int64_t profile) {
    query decided = query_new(
        self,
        "INSERT INTO bonds (a, b, strength, decided, evidence) "
        "SELECT min(?2, profile), max(?2, profile), 0, iif(verb = 'join', 1, -1), '' "
        "FROM decisions JOIN speakers ON " HAS_ID(
            "speakers.id",
            "iif(decisions.speaker = ?1, other, decisions.speaker)") "WHERE ?1 IN "
                                                                     "(decisions.speaker, other) "
                                                                     "AND profile IS NOT NULL AND "
                                                                     "profile != ?2 "
                                                                     "ON CONFLICT (a, b) DO UPDATE "
                                                                     "SET decided = "
                                                                     "excluded.decided");
    query_str(&decided, str_from(id));
    query_int(&decided, profile);
    query_run(&decided);
    query_end(&decided);
}

/* --- putting ---------------------------------------------------------------------------------- */

/* A speaker that was parted from others by hand has a profile of its own. */
static str own_text(store *self, const hearsay_speaker *who, str text, arena *into) {
    if (identify_is_alone(text) || !stands_apart(self, who->id)) {
        return text;
    }
    buf made = {0};
    buf_printf(&made, "%.*sapart %s\n", (int)text.size, text.data, who->id);
    return buf_keep(&made, into);
}

static void put_speaker(putting *self, int64_t document, const hearsay_speaker *who,
                        const speaker_profile *from, arena *scratch) {
    query_int(&self->find_speaker, document);
    query_str(&self->find_speaker, (str){who->name.data, who->name.size});
    query_str(&self->find_speaker, str_from(who->id));
    int64_t speaker = found_by(&self->find_speaker);
    if (speaker == 0) {
        return; /* all that it says is doubtful */
    }
    str text = own_text(self->of, who, from->text, scratch);
    bool is_new, alone = identify_is_alone(text);
    int64_t key = profile_of(self, text, alone, &is_new);
    query_str(&self->set_speaker, str_from(who->id));
    query_int(&self->set_speaker, key);
    query_int(&self->set_speaker, speaker);
    query_run(&self->set_speaker);
    key_list candidates = {0};
    put_keys(self, from, speaker, key, is_new, alone, &candidates);
    bool changed = is_new;
    for (size_t i = 0; i < candidates.count; i++) {
        changed |= bond_judge(self->of, key, candidates.items[i]);
    }
    key_list_free(&candidates);
    apply_decisions(self->of, who->id, key);
    if (changed || stands_apart(self->of, who->id)) {
        group_anew(self->of, key);
    } else {
        group_grows(self->of, key, str_from(who->id), (str){who->name.data, who->name.size});
    }
}

void people_put(store *self, int64_t document, const store_findings *from) {
    arena *scratch = arena_new();
    putting with = begin_putting(self);
    for (size_t i = 0; i < from->speaker_count; i++) {
        speaker_profile made;
        identify_profile(&from->speakers[i], from->named, from->named_count, scratch, &made);
        if (made.text.data != NULL && self->failure.code == HEARSAY_OK) {
            put_speaker(&with, document, &from->speakers[i], &made, scratch);
        }
    }
    end_putting(&with);
    arena_free(scratch);
}

/* --- what is left ----------------------------------------------------------------------------- */

#define NEIGHBOURS "SELECT b FROM bonds WHERE a = ?1 UNION SELECT a FROM bonds WHERE b = ?1"

/* A profile without speakers goes; of others the bonds are judged by what is left. */
static void settle(store *self, int64_t profile) {
    query left = query_new(self, "SELECT 1 FROM speakers WHERE profile = ? LIMIT 1");
    query_int(&left, profile);
    bool lives = query_step(&left);
    query_end(&left);
    if (!lives) {
        sql_run_with(self, "DELETE FROM profiles WHERE key = ?", profile);
        return;
    }
    key_list others = {0};
    key_list_add_from(&others, self, NEIGHBOURS, profile);
    for (size_t i = 0; i < others.count; i++) {
        bond_judge(self, profile, others.items[i]);
    }
    key_list_free(&others);
}

/* --- deciding --------------------------------------------------------------------------------- */

/* The text without its last line, where that sets the profile apart. */
static str without_id(str text) {
    size_t at = text.size > 0 ? text.size - 1 : 0; /* of the last line's end */
    while (at > 0 && text.data[at - 1] != '\n') {
        at--;
    }
    bool apart = str_starts(str_slice(text, (span){at, text.size}), STR("apart "));
    return apart ? str_slice(text, (span){0, at}) : text;
}

/* The profile that a parted speaker gets for itself, or goes back to: with the keys of the other,
 * whose names it has. */
static int64_t move_profile(store *self, int64_t speaker, int64_t from, str text, bool alone) {
    putting with = begin_putting(self);
    bool is_new;
    int64_t key = profile_of(&with, text, alone, &is_new);
    end_putting(&with);
    static const char *const STEPS[] = {
        "INSERT OR IGNORE INTO profile_names SELECT name, ?1 FROM profile_names WHERE profile = ?2 "
        "AND ?3",
        "UPDATE speakers SET profile = ?1 WHERE key = ?3 AND ?2",
    };
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        query step = query_new(self, STEPS[i]);
        query_int(&step, key);
        query_int(&step, from);
        query_int(&step, speaker);
        query_run(&step);
        query_end(&step);
    }
    return key;
}

/* All that share a name with the profile. */
#define NAMESAKES                                                                                  \
    "SELECT DISTINCT two.profile FROM profile_names AS one JOIN profile_names AS two "             \
    "ON two.name = one.name WHERE one.profile = ?1 AND two.profile != ?1"

static void judge_namesakes(store *self, int64_t key) {
    key_list others = {0};
    key_list_add_from(&others, self, NAMESAKES, key);
    for (size_t i = 0; i < others.count; i++) {
        bond_judge(self, key, others.items[i]);
    }
    key_list_free(&others);
}

/* What the user decided on any speaker of the profile. */
static void decide_bonds(store *self, int64_t key) {
    sql_run_with(self, "UPDATE bonds SET decided = 0 WHERE ?1 IN (a, b)", key);
    query ids = query_new(self, "SELECT DISTINCT id FROM speakers WHERE profile = ? AND EXISTS "
                                "(SELECT 1 FROM decisions WHERE id IN (speaker, other))");
    arena *scratch = arena_new();
    query_int(&ids, key);
    while (query_step(&ids)) {
        apply_decisions(self, column_copy(&ids, 0, scratch).data, key);
    }
    query_end(&ids);
    arena_free(scratch);
    sql_run_with(self, "DELETE FROM bonds WHERE strength = 0 AND decided = 0 AND ?1 IN (a, b)",
                 key);
}

void people_decided(store *self, int64_t speaker) {
    query row = query_new(self, "SELECT id, profile, text FROM speakers JOIN profiles "
                                "ON profiles.key = profile WHERE speakers.key = ?");
    arena *scratch = arena_new();
    query_int(&row, speaker);
    bool found = query_step(&row);
    const hearsay_speaker who = {.id = found ? column_copy(&row, 0, scratch).data : ""};
    int64_t was = found ? column_int(&row, 1) : 0, key = was;
    hearsay_str held = found ? column_copy(&row, 2, scratch) : (hearsay_str){"", 0};
    query_end(&row);
    str text = {held.data, held.size};
    key_list around = {0};
    key_list_add_from(&around, self, NEIGHBOURS, was);
    str now = found ? own_text(self, &who, without_id(text), scratch) : text;
    if (now.size != text.size) {
        key = move_profile(self, speaker, was, now, identify_is_alone(now));
        judge_namesakes(self, key);
        settle(self, was);
    }
    decide_bonds(self, key);
    key_list_add(&around, key);
    key_list_add(&around, was);
    for (size_t i = 0; i < around.count; i++) {
        group_anew(self, around.items[i]);
    }
    key_list_free(&around);
    arena_free(scratch);
}

/* --- dropping --------------------------------------------------------------------------------- */

void people_drop(store *self, int64_t document) {
    key_list touched = {0}, around = {0};
    key_list_add_from(
        &touched, self,
        "SELECT profile FROM speakers WHERE profile IS NOT NULL AND " SPEAKERS_OF("?1"), document);
    for (size_t i = 0; i < touched.count; i++) {
        key_list_add(&around, touched.items[i]);
        key_list_add_from(&around, self, NEIGHBOURS, touched.items[i]);
    }
    sql_run_with(self, "DELETE FROM speakers WHERE " SPEAKERS_OF("?1"), document);
    for (size_t i = 0; i < touched.count; i++) {
        settle(self, touched.items[i]);
    }
    for (size_t i = 0; i < around.count; i++) {
        group_anew(self, around.items[i]);
    }
    sql_run(self, "DELETE FROM persons WHERE NOT EXISTS "
                  "(SELECT 1 FROM profiles WHERE person = persons.key)");
    key_list_free(&touched);
    key_list_free(&around);
}

void people_tidy(store *self) {
    sql_run(self, "DELETE FROM terms WHERE key NOT IN (SELECT name FROM company UNION ALL "
                  "SELECT item FROM company UNION ALL SELECT name FROM profile_names)");
}
