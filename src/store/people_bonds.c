/* Pairs of profiles that were judged to be one. */
#include "identify/identify.h"
#include "store/people.h"

enum { SHARED_MAX = 64 }; /* keys: more add nothing to a verdict */

static str text_of(store *self, int64_t profile, arena *into) {
    query row = query_new(self, "SELECT text FROM profiles WHERE key = ?");
    query_int(&row, profile);
    hearsay_str text = {"", 0};
    if (query_step(&row)) {
        text = column_copy(&row, 0, into);
    }
    query_end(&row);
    return (str){text.data, text.size};
}

/* What stands beside the names of both; `a` is the one of fewer speakers. */
static size_t shared_keys(store *self, int64_t a, int64_t b, arena *into, identify_key *out) {
    query rows = query_new(
        self, "SELECT DISTINCT kind, names.text, items.text FROM speakers "
              "JOIN company AS one ON one.speaker = speakers.key "
              "JOIN terms AS names ON names.key = one.name "
              "JOIN terms AS items ON items.key = one.item WHERE profile = ?1 AND EXISTS ("
              "SELECT 1 FROM company AS two JOIN speakers AS others ON others.key = two.speaker "
              "WHERE two.name = one.name AND two.item = one.item AND others.profile = ?2) "
              "ORDER BY 2, 3 LIMIT ?3");
    query_int(&rows, a);
    query_int(&rows, b);
    query_int(&rows, SHARED_MAX);
    size_t count = 0;
    while (count < SHARED_MAX && query_step(&rows)) {
        hearsay_str name = column_copy(&rows, 1, into), item = column_copy(&rows, 2, into);
        out[count++] = (identify_key){.kind = (identify_key_kind)column_int(&rows, 0),
                                      .name = {name.data, name.size},
                                      .item = {item.data, item.size}};
    }
    query_end(&rows);
    return count;
}

static void put_evidence(buf *out, const identify_verdict *from) {
    for (size_t i = 0; i < from->evidence_count; i++) {
        const identify_evidence *each = &from->evidence[i];
        buf_printf(out, "%s: %.*s\n", each->kind, (int)each->text.size, each->text.data);
    }
}

/* Returns whether it is another than before. */
static bool put_bond(store *self, int64_t a, int64_t b, const identify_verdict *verdict) {
    query before = query_new(self, "SELECT strength FROM bonds WHERE a = ? AND b = ?");
    query_int(&before, a);
    query_int(&before, b);
    bool known = query_step(&before);
    int64_t was = known ? column_int(&before, 0) : 0;
    query_end(&before);
    if (!known && verdict->strength == 0) {
        return false;
    }
    buf evidence = {0};
    put_evidence(&evidence, verdict);
    query row = query_new(
        self, "INSERT INTO bonds (a, b, strength, decided, evidence) VALUES (?, ?, ?, 0, ?) "
              "ON CONFLICT (a, b) DO UPDATE SET strength = excluded.strength, "
              "evidence = excluded.evidence");
    query_int(&row, a);
    query_int(&row, b);
    query_int(&row, verdict->strength);
    query_str(&row, evidence.size > 0 ? buf_str(&evidence) : STR(""));
    query_run(&row);
    query_end(&row);
    buf_free(&evidence);
    return was != verdict->strength;
}

bool bond_judge(store *self, int64_t a, int64_t b) {
    arena *scratch = arena_new();
    str one = text_of(self, a, scratch), other = text_of(self, b, scratch);
    bool one_alone = identify_is_alone(one), alone = one_alone || identify_is_alone(other);
    identify_key *shared = arena_array(scratch, identify_key, SHARED_MAX);
    size_t count = !alone      ? 0
                   : one_alone ? shared_keys(self, a, b, scratch, shared)
                               : shared_keys(self, b, a, scratch, shared);
    identify_verdict verdict;
    identify_judge(one, other, shared, count, scratch, &verdict);
    bool changed = put_bond(self, a < b ? a : b, a < b ? b : a, &verdict);
    sql_run(self,
            verdict.strength > 0 ? "" : "DELETE FROM bonds WHERE strength = 0 AND decided = 0");
    arena_free(scratch);
    return changed;
}
