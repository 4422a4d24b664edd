/* Whether a store is as it was written. */
#include "store/edits.h"
#include "store/hash.h"
#include "store/ranges.h"
#include "store/salvage.h"
#include "store/words.h"

#include <string.h>

/* One check. */
typedef struct {
    store *of;
    hearsay_problem_fn *told;
    void *context;
} checking;

static void tell(const checking *self, hearsay_problem_kind kind, hearsay_str document, str what) {
    const hearsay_problem problem = {kind, document, {what.data, what.size}};
    self->told(self->context, &problem);
}

static const hearsay_str WHOLE_STORE = {NULL, 0};

/* --- the file --------------------------------------------------------------------------------- */

/* What is damaged stops one part of the check, which tells so; the others go on. */
static bool is_broken(const checking *self) {
    bool broken = self->of->failure.code == HEARSAY_STORE;
    if (broken) {
        self->of->failure.code = HEARSAY_OK;
    }
    return broken;
}

/* Rows that belong to nothing, as only another program can have left them. */
static void check_references(const checking *self) {
    query rows =
        query_new(self->of, "SELECT 'a row of ' || \"table\" || ' belongs to no ' || parent, "
                            "\"table\" IN ('texts', 'edits') "
                            "FROM pragma_foreign_key_check LIMIT 20");
    while (query_step(&rows)) {
        tell(self, column_int(&rows, 1) != 0 ? HEARSAY_PROBLEM_LOST : HEARSAY_PROBLEM_DERIVED,
             WHOLE_STORE, column_str(&rows, 0));
    }
    query_end(&rows);
    if (sql_number(self->of, "SELECT (SELECT count(*) FROM statements) > (SELECT coalesce(sum("
                             "statements_end - statements_begin), 0) FROM findings)") != 0) {
        tell(self, HEARSAY_PROBLEM_DERIVED, WHOLE_STORE,
             STR("there are statements that belong to no document"));
    }
    if (is_broken(self)) {
        tell(self, HEARSAY_PROBLEM_DERIVED, WHOLE_STORE,
             STR("what belongs to what cannot be read to its end"));
    }
}

/* --- documents -------------------------------------------------------------------------------- */

static bool is_as_it_came(store *self, int64_t key, arena *memory, const store_record *record) {
    hearsay_metadata metadata = record->document.metadata;
    unsigned char now[STORE_HASH_SIZE];
    edit_take_back(self, key, memory, &metadata);
    hash_content(record->document.text, &metadata, now);
    query then = query_new(self, "SELECT fingerprint FROM documents WHERE key = ?");
    query_int(&then, key);
    bool same =
        query_step(&then) && str_equal(column_str(&then, 0), (str){(const char *)now, sizeof now});
    query_end(&then);
    return same;
}

static bool has_its_original(const store_document *document) {
    unsigned char now[STORE_HASH_SIZE];
    if (document->original.data == NULL) {
        return true; /* it was left out, or is the text */
    }
    store_hash(document->original, now);
    return memcmp(now, document->sha256, sizeof now) == 0;
}

/* A page is read from its bytes, with what a server had said of them. */
static bool can_be_read_anew(const store_document *document) {
    return document->original.data != NULL && document->structure.data != NULL &&
           has_its_original(document);
}

/* What a page has besides its text. */
static void check_rest(const checking *self, hearsay_str id, const store_record *record) {
    if (record->original_is_damaged || !has_its_original(&record->document)) {
        tell(self, HEARSAY_PROBLEM_LOST, id, STR("its original bytes are damaged"));
    }
    if (record->structure_is_damaged && record->document.original.data != NULL) {
        tell(self, HEARSAY_PROBLEM_DERIVED, id,
             STR("its blocks and links are damaged; its original bytes are whole"));
    } else if (record->structure_is_damaged) {
        tell(self, HEARSAY_PROBLEM_LOST, id, STR("its blocks and links are damaged"));
    }
}

static void check_record(const checking *self, int64_t key, arena *memory,
                         const store_record *record) {
    hearsay_str id = record->document.metadata.id;
    if (record->text_is_damaged && can_be_read_anew(&record->document)) {
        tell(self, HEARSAY_PROBLEM_DERIVED, id,
             STR("its text is damaged; its original bytes are whole"));
    } else if (record->text_is_damaged) {
        tell(self, HEARSAY_PROBLEM_LOST, id, STR("its text is damaged"));
    } else if (!is_as_it_came(self->of, key, memory, record)) {
        tell(self, HEARSAY_PROBLEM_LOST, id, STR("its text or metadata has been altered"));
    }
    check_rest(self, id, record);
}

static void check_document(const checking *self, int64_t key, hearsay_str id) {
    arena *memory = arena_new();
    store_record record;
    hearsay_error why;
    if (store_get_remains(self->of, key, memory, &record, &why) != HEARSAY_OK) {
        tell(self, HEARSAY_PROBLEM_LOST, id, str_from(why.message));
    } else {
        check_record(self, key, memory, &record);
    }
    arena_free(memory);
}

/* In the order in which they were added, by the table itself: an index may be damaged alone. */
static void check_documents(const checking *self) {
    buf last = {0}, what = {0};
    query rows = query_new(self->of, "SELECT key, id FROM documents NOT INDEXED ORDER BY key");
    while (query_step(&rows)) {
        str id = column_str(&rows, 1);
        buf_clear(&last);
        buf_put(&last, id);
        check_document(self, column_int(&rows, 0), (hearsay_str){id.data, id.size});
    }
    query_end(&rows);
    if (is_broken(self)) {
        buf_put(&what, STR("the list of documents breaks off"));
        buf_put(&what, last.size > 0 ? STR(" after ") : STR(" at its beginning"));
        buf_put(&what, (str){last.data, last.size});
        buf_put(&what, STR("; what was added later cannot be told, and may be lost"));
        tell(self, HEARSAY_PROBLEM_LOST, WHOLE_STORE, buf_str(&what));
    }
    buf_free(&last);
    buf_free(&what);
}

/* --- what is derived -------------------------------------------------------------------------- */

/* Documents for which this holds have findings that are not there, or not whole; of one whose text
 * is damaged they cannot be told to be whole. */
#define NOT_WHOLE                                                                                  \
    "(findings.document IS NULL OR found IS NULL OR NOT whole(found, text) OR "                    \
    "statements_end - statements_begin != (SELECT count(*) FROM statements "                       \
    "WHERE statements.document = documents.key AND " STATEMENTS_OF("documents.key") "))"

static void check_derived(const checking *self) {
    query rows = query_new(self->of, "SELECT id FROM documents JOIN texts "
                                     "ON texts.document = documents.key LEFT JOIN findings "
                                     "ON findings.document = documents.key "
                                     "WHERE unpacked(text) IS NOT NULL AND " NOT_WHOLE);
    while (query_step(&rows)) {
        str id = column_str(&rows, 0);
        tell(self, HEARSAY_PROBLEM_DERIVED, (hearsay_str){id.data, id.size},
             STR("its statements are not whole"));
    }
    query_end(&rows);
    if (is_broken(self)) {
        tell(self, HEARSAY_PROBLEM_DERIVED, WHOLE_STORE,
             STR("statements or speakers cannot be read"));
    }
}

/* What FTS5 keeps of how much an index holds: begins with the number of rows. */
#define ROWS_OF(index) "SELECT block FROM " index "_data WHERE id = 1"

/* A number as SQLite's files have it: seven bits a byte, the high ones first. */
static int64_t varint(str bytes) {
    int64_t number = 0;
    for (size_t i = 0; i < bytes.size && i < 8; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        number = number << 7 | (byte & 0x7F);
        if (byte < 0x80) {
            break;
        }
    }
    return number;
}

static bool has_all(store *self, const char *sql) {
    query counts = query_new(self, sql);
    bool all = query_step(&counts) && column_int(&counts, 0) == varint(column_str(&counts, 1));
    query_end(&counts);
    return all;
}

/* Whether the full-text indexes are whole, and of the rows that there are. FTS5 checks by being
 * written to. */
static bool is_indexed(store *self) {
    static const char CHECK[] =
        "INSERT INTO document_index (document_index) VALUES ('integrity-check');"
        "INSERT INTO statement_index (statement_index) VALUES ('integrity-check');"
        "INSERT INTO name_index (name_index) VALUES ('integrity-check')";
    return sqlite3_exec(self->connection, CHECK, NULL, NULL, NULL) == SQLITE_OK &&
           has_all(self, "SELECT count(*), (" ROWS_OF("document_index") ") FROM documents") &&
           has_all(self, "SELECT count(*), (" ROWS_OF("statement_index") ") FROM statements") &&
           has_all(self, "SELECT count(*), (" ROWS_OF("name_index") ") FROM names");
}

/* Of a file that is damaged in itself everything that is derived is made anew by making the file
 * anew; so what is looked for is what of the documents would come out of that. */
static hearsay_status check_remains(const checking *self, str why, hearsay_error *error) {
    store *made;
    buf what = {0};
    buf_put(&what, STR("the file itself, which is damaged ("));
    buf_put(&what, why);
    buf_put(&what, STR("), of the documents in it that can be read"));
    tell(self, HEARSAY_PROBLEM_DERIVED, WHOLE_STORE, buf_str(&what));
    buf_free(&what);
    hearsay_status status = salvage(self->of, ":memory:", self->told, self->context, &made, error);
    if (status == HEARSAY_OK) {
        const checking remains = {made, self->told, self->context};
        check_documents(&remains);
        if (sql_number(made, "SELECT count(*) FROM documents") == 0) {
            tell(self, HEARSAY_PROBLEM_LOST, WHOLE_STORE, STR("no document can be read"));
        }
        status = sql_status(made, error);
        store_close(made);
    }
    return status;
}

hearsay_status store_check(store *self, hearsay_problem_fn *told, void *context,
                           hearsay_error *error) {
    const checking at_work = {self, told, context};
    buf why = {0};
    if (salvage_is_needed(self, &why)) {
        hearsay_status status = check_remains(&at_work, buf_str(&why), error);
        buf_free(&why);
        return status;
    }
    check_references(&at_work);
    check_documents(&at_work);
    check_derived(&at_work);
    bool writable = sqlite3_db_readonly(self->connection, "main") == 0;
    if (self->failure.code == HEARSAY_OK && writable && !is_indexed(self)) {
        tell(&at_work, HEARSAY_PROBLEM_DERIVED, WHOLE_STORE,
             STR("the full-text index is not whole"));
    }
    return sql_status(self, error);
}

/* --- making anew ------------------------------------------------------------------------------ */

#define STALE                                                                                      \
    " FROM documents JOIN texts ON texts.document = documents.key LEFT JOIN findings ON "          \
    "findings.document = documents.key "                                                           \
    "LEFT JOIN makers ON makers.key = maker "                                                      \
    "WHERE documents.key > ? AND (coalesce(makers.name != ?, 1) OR unpacked(text) IS NULL "        \
    "OR (structure IS NOT NULL AND unpacked(structure) IS NULL) OR " NOT_WHOLE ")"

hearsay_status store_next_stale(store *self, int64_t after, str made_by, int64_t *key,
                                hearsay_error *error) {
    query next = query_new(self, "SELECT documents.key" STALE " ORDER BY documents.key LIMIT 1");
    query_int(&next, after);
    query_str(&next, made_by);
    bool found = query_step(&next);
    *key = found ? column_int(&next, 0) : 0;
    query_end(&next);
    hearsay_status status = sql_status(self, error);
    return status == HEARSAY_OK && !found ? HEARSAY_END : status;
}

hearsay_status store_count_stale(store *self, str made_by, size_t *count, hearsay_error *error) {
    query all = query_new(self, "SELECT count(*)" STALE);
    query_int(&all, 0);
    query_str(&all, made_by);
    *count = query_step(&all) ? (size_t)column_int(&all, 0) : 0;
    query_end(&all);
    return sql_status(self, error);
}

hearsay_status store_reindex(store *self, bool always, hearsay_error *error) {
    if (!always && is_indexed(self)) {
        return sql_status(self, error);
    }
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    words_put_all(self);
    return store_commit(self, error);
}
