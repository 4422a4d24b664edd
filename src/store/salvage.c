#include "store/salvage.h"

#include "base/vec.h"
#include "store/edits.h"
#include "store/hash.h"
#include "store/pack.h"
#include "store/pages.h"

#include <string.h>

/* --- whether ---------------------------------------------------------------------------------- */

/* The first line of SQLite's words that tells something. */
static str first_line(str words) {
    static const str HEAD = {"***", 3};
    for (size_t begin = 0; begin < words.size;) {
        str rest = str_slice(words, (span){begin, words.size});
        const char *end = memchr(rest.data, '\n', rest.size);
        size_t size = end != NULL ? (size_t)(end - rest.data) : rest.size;
        if (size > 0 && !str_starts(rest, HEAD)) {
            return str_slice(rest, (span){0, size});
        }
        begin += size + 1;
    }
    return words;
}

/* What a store has: its tables, views and indexes, and their columns. */
#define PARTS                                                                                      \
    "SELECT name AS part FROM sqlite_schema UNION ALL SELECT sqlite_schema.name || '.' || "        \
    "columns.name FROM sqlite_schema JOIN pragma_table_info(sqlite_schema.name) AS columns "       \
    "WHERE type = 'table'"

/* Whether all that a new store has is there: a name that was altered makes no page unsound. */
static bool has_all_parts(store *self) {
    store *fresh;
    if (store_open(":memory:", HEARSAY_STORE_CREATE, &fresh, NULL) != HEARSAY_OK) {
        return true;
    }
    query wanted = query_new(fresh, PARTS);
    query found = query_new(self, "SELECT count(*) FROM (" PARTS ") WHERE part = ?");
    bool all = true;
    while (all && query_step(&wanted)) {
        query_str(&found, column_str(&wanted, 0));
        all = query_step(&found) && column_int(&found, 0) > 0;
        query_run(&found);
    }
    query_end(&wanted);
    query_end(&found);
    store_close(fresh);
    return all;
}

bool salvage_is_needed(store *self, buf *why) {
    const int64_t is = pages_file_size(self), told = pages_told_size(self);
    if (self->is_broken) {
        if (is < told) {
            buf_printf(why, "it ends after %lld of %lld bytes", (long long)is, (long long)told);
        } else {
            buf_put(why, STR("its list of tables cannot be read"));
        }
        return true;
    }
    query rows = query_new(self, "PRAGMA integrity_check(20)");
    const bool read = query_step(&rows);
    const str words = read ? column_str(&rows, 0) : STR("a page cannot be read");
    bool sound = read && str_equal(words, STR("ok"));
    if (sound && !has_all_parts(self)) {
        sound = false;
        buf_put(why, STR("its list of tables is not that of a store"));
    } else if (!sound) {
        buf_put(why, STR("SQLite: "));
        buf_put(why, first_line(words));
    }
    query_end(&rows);
    if (self->failure.code == HEARSAY_STORE) {
        self->failure.code = HEARSAY_OK; /* what damage is, is told */
    }
    return !sound && self->failure.code == HEARSAY_OK;
}

/* --- what is told ----------------------------------------------------------------------------- */

typedef struct {
    store *from, *into;
    hearsay_problem_fn *told;
    void *context;
} rescue;

static void tell(const rescue *self, str document, const char *what) {
    const hearsay_problem problem = {HEARSAY_PROBLEM_LOST,
                                     {document.size > 0 ? document.data : NULL, document.size},
                                     {what, strlen(what)}};
    self->told(self->context, &problem);
}

/* Tells of each document that a query gives the id of. */
static void tell_all(const rescue *self, const char *ids, const char *what) {
    query rows = query_new(self->into, ids);
    while (query_step(&rows)) {
        tell(self, column_str(&rows, 0), what);
    }
    query_end(&rows);
}

/* --- rows ------------------------------------------------------------------------------------- */

static void bind(query *into, const page_value *value) {
    if (value->type == 'i') {
        query_int(into, value->number);
    } else if (value->type == 't') {
        query_str(into, value->bytes);
    } else if (value->type == 'b') {
        query_blob(into, value->bytes); /* empty where it is lost: no packed text is that */
    } else {
        query_str(into, (str){NULL, 0});
    }
}

static bool is_complete(const page_row *row) {
    for (size_t i = 0; i < row->count; i++) {
        if (row->values[i].is_lost) {
            return false;
        }
    }
    return true;
}

/* The first column is the key, which is NULL in the row itself. */
static void put_row(rescue *self, const char *sql, const page_row *row) {
    query made = query_new(self->into, sql);
    query_int(&made, row->key);
    for (size_t i = 1; i < row->count; i++) {
        bind(&made, &row->values[i]);
    }
    query_run(&made);
    query_end(&made);
}

static void put_document(void *context, const page_row *row) {
    if (is_complete(row)) {
        put_row(context,
                "INSERT OR IGNORE INTO documents (key, id, work, version, newest, title, author, "
                "publisher, url, date, language, day, origin, added, sha256, fingerprint) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row);
    }
}

static void put_text(void *context, const page_row *row) {
    put_row(context,
            "INSERT OR IGNORE INTO texts (document, size, markup, text, structure, found, "
            "original) VALUES (?, ?, ?, ?, ?, ?, ?)",
            row);
}

static void put_edit(void *context, const page_row *row) {
    if (is_complete(row)) {
        put_row(context,
                "INSERT OR IGNORE INTO edits (key, document, change, field, value, replaced, made) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                row);
    }
}

static void put_decision(void *context, const page_row *row) {
    if (is_complete(row)) {
        put_row(context,
                "INSERT OR IGNORE INTO decisions (key, verb, speaker, other, made) "
                "SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?2 IN ('join', 'part')",
                row);
    }
}

/* Of what is derived the language of a text alone, which the text does not tell without the model:
 * a row that nobody made, and that is made anew. */
static void put_language(void *context, const page_row *row) {
    rescue *self = context;
    query made = query_new(self->into, "INSERT OR IGNORE INTO findings (document, maker, language, "
                                       "words, statements_begin, statements_end, speakers_begin, "
                                       "speakers_end) VALUES (?, 0, ?, 0, 0, 0, 0, 0)");
    query_int(&made, row->key);
    bind(&made, &row->values[2]);
    query_run(&made);
    query_end(&made);
}

/* The permanent tables of schema.sql, and `findings`. */
static const page_shape SHAPES[] = {{"ntiiiTTTTTTTTibb", put_document},
                                    {"niibBBB", put_text},
                                    {"niitTTi", put_edit},
                                    {"nttti", put_decision},
                                    {"niTiiiiiI", put_language}};

static void put_rows(rescue *self) {
    static const size_t SIZES[] = {0, 8192}; /* of a page: as the header says, and the usual one */
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++) {
        pages_each_row(self->from, SIZES[i], SHAPES, sizeof SHAPES / sizeof *SHAPES, self);
        if (sql_number(self->into, "SELECT count(*) FROM texts") > 0) {
            return;
        }
    }
}

/* --- what does not fit together --------------------------------------------------------------- */

/* The ids that the index of them has, in a table of its own, as far as it can be read. */
static void take_names(rescue *self) {
    sql_run(self->into, "CREATE TEMP TABLE called (key INTEGER PRIMARY KEY, id TEXT NOT NULL)");
    query names = query_new(self->from, "SELECT key, id FROM documents INDEXED BY documents_id "
                                        "WHERE id >= '' ORDER BY id");
    query put = query_new(self->into, "INSERT OR IGNORE INTO called VALUES (?, ?)");
    while (query_step(&names)) {
        query_int(&put, column_int(&names, 0));
        query_str(&put, column_str(&names, 1));
        query_run(&put);
    }
    query_end(&names);
    query_end(&put);
    self->from->failure.code = HEARSAY_OK;
}

/* A text whose document is not told any more is kept under its name, or one that is made of it. */
static void put_nameless(rescue *self, int64_t key, str text, str name) {
    unsigned char hash[STORE_HASH_SIZE], fingerprint[STORE_HASH_SIZE];
    const hearsay_metadata unknown = {.id = {NULL, 0}};
    buf made = {0};
    store_hash(text, hash);
    hash_content(text, &unknown, fingerprint);
    if (name.size > 0) {
        buf_put(&made, name);
    }
    for (size_t i = 0; name.size == 0 && i < 16; i++) {
        buf_printf(&made, "%02x", hash[i]);
    }
    query row = query_new(self->into, "INSERT INTO documents (key, id, work, version, newest, "
                                      "added, sha256, fingerprint) VALUES (?1, ?2, ?1, 1, 1, 0, "
                                      "?3, ?4)");
    query_int(&row, key);
    query_str(&row, buf_str(&made));
    query_blob(&row, (str){(const char *)hash, sizeof hash});
    query_blob(&row, (str){(const char *)fingerprint, sizeof fingerprint});
    query_run(&row);
    query_end(&row);
    tell(self, buf_str(&made),
         "its title, author, date and what else is known of it are lost; its text is kept");
    buf_free(&made);
}

static void put_all_nameless(rescue *self) {
    query rows = query_new(self->into, "SELECT document, text, id FROM texts LEFT JOIN called "
                                       "ON called.key = document "
                                       "WHERE document NOT IN (SELECT key FROM documents)");
    buf text = {0};
    VEC(int64_t) lost = {0};
    while (query_step(&rows)) {
        buf_clear(&text);
        const int64_t key = column_int(&rows, 0);
        if (unpack(column_str(&rows, 1), STR(""), &text)) {
            put_nameless(self, key, buf_str(&text), column_str(&rows, 2));
        } else {
            vec_push(&lost, key);
        }
    }
    query_end(&rows);
    for (size_t i = 0; i < lost.count; i++) {
        sql_run_with(self->into, "DELETE FROM texts WHERE document = ?", lost.items[i]);
    }
    vec_free(&lost);
    buf_free(&text);
}

/* What follows from the rest is worked out anew: which version is the newest, and each day. */
static void mend_documents(rescue *self) {
    sql_run(self->into, "UPDATE documents SET newest = key = (SELECT max(key) FROM documents AS "
                        "version WHERE version.work = documents.work)");
    query rows = query_new(self->into, "SELECT key, date FROM documents");
    query set = query_new(self->into, "UPDATE documents SET day = ? WHERE key = ?");
    while (query_step(&rows)) {
        const str date = column_str(&rows, 1);
        query_str(&set, date.data != NULL ? edit_day(date) : date);
        query_int(&set, column_int(&rows, 0));
        query_run(&set);
    }
    query_end(&rows);
    query_end(&set);
}

static void mend_rows(rescue *self) {
    take_names(self);
    put_all_nameless(self);
    sql_run(self->into, "INSERT INTO texts (document, size, markup, text) SELECT key, 0, 0, x'' "
                        "FROM documents WHERE key NOT IN (SELECT document FROM texts)");
    tell_all(self,
             "SELECT id FROM called WHERE key NOT IN (SELECT key FROM documents) ORDER BY key",
             "nothing is left of it");
    tell_all(self,
             "SELECT called.id FROM called JOIN documents USING (key) "
             "WHERE called.id != documents.id ORDER BY key",
             "its id is another one in the index of ids; one of the two has been altered");
    tell_all(self, "SELECT id FROM texts JOIN documents ON key = document WHERE original = x''",
             "its original bytes are lost");
    sql_run(self->into, "UPDATE texts SET original = NULL WHERE original = x''");
    sql_run(self->into, "DELETE FROM edits WHERE document NOT IN (SELECT key FROM documents);"
                        "DELETE FROM findings WHERE document NOT IN (SELECT key FROM documents)");
    mend_documents(self);
}

hearsay_status salvage(store *self, const char *path, hearsay_problem_fn *told, void *context,
                       store **out, hearsay_error *error) {
    rescue all = {.from = self, .told = told, .context = context};
    hearsay_status status = store_open(path, HEARSAY_STORE_CREATE, &all.into, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    sql_run(all.into, "PRAGMA foreign_keys = OFF; BEGIN;"
                      "INSERT INTO makers (key, name) VALUES (0, '')");
    put_rows(&all);
    mend_rows(&all);
    sql_run(all.into, "COMMIT; PRAGMA foreign_keys = ON");
    status = sql_status(all.into, error);
    if (status != HEARSAY_OK) {
        store_close(all.into);
        return status;
    }
    *out = all.into;
    return HEARSAY_OK;
}
