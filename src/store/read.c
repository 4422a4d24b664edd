/* What lies in a store. */
#include "base/buf.h"
#include "store/fields.h"
#include "store/pack.h"
#include "store/several.h"

#include <string.h>

/* --- names and versions ----------------------------------------------------------------------- */

/* What a name may mean. */
typedef struct {
    size_t count;
    buf some; /* the ids of the first, apart by commas */
} meant;

/* What a query finds for `name`: keys with ids, of which the first key is wanted. */
static meant find_named(store *self, const char *sql, str name, str last, int64_t *key) {
    query named = query_new(self, sql);
    query_str(&named, name);
    query_str(&named, last);
    meant out = {.count = 0};
    for (; query_step(&named); out.count++) {
        *key = out.count == 0 ? column_int(&named, 0) : *key;
        several_add(&out.some, out.count, column_str(&named, 1));
    }
    query_end(&named);
    return out;
}

hearsay_status store_find(store *self, str name, int64_t *key, hearsay_error *error) {
    static const struct {
        const char *sql, *several;
    } WAYS[] = {
        {"SELECT key, id FROM documents WHERE id = ?1 AND ?2 IS NOT NULL ORDER BY newest DESC, "
         "key DESC LIMIT 1",
         ""},
        {"SELECT key, id FROM documents WHERE url = ?1 AND ?2 IS NOT NULL AND newest",
         "documents have this URL"},
        {"SELECT key, id FROM documents WHERE url = ?1 AND ?2 IS NOT NULL ORDER BY key DESC "
         "LIMIT 1",
         ""},
        {"SELECT key, id FROM documents WHERE id >= ?1 AND id < ?2 AND newest",
         "documents have an id that begins so"},
    };
    buf after = {0}; /* all that begins with the name comes before */
    buf_put(&after, name);
    buf_put(&after, STR("\xF4\x8F\xBF\xBF"));
    meant found = {.count = 0};
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS && found.count == 0 && name.size > 0; i++) {
        found = find_named(self, WAYS[i].sql, name, buf_str(&after), key);
        if (found.count > 1) {
            several_refuse(self, WAYS[i].several, found.count, buf_str(&found.some));
        }
        buf_free(&found.some);
    }
    buf_free(&after);
    if (found.count == 0) {
        sql_refuse(self, HEARSAY_MISSING, "no document is called %.*s", (int)name.size, name.data);
    }
    return sql_status(self, error);
}

hearsay_status store_next(store *self, int64_t after, bool all_versions, int64_t *key,
                          hearsay_error *error) {
    query next = query_new(self, "SELECT key FROM documents WHERE key > ? AND (newest OR ?) "
                                 "ORDER BY key LIMIT 1");
    query_int(&next, after);
    query_int(&next, all_versions);
    bool found = query_step(&next);
    *key = found ? column_int(&next, 0) : 0;
    query_end(&next);
    hearsay_status status = sql_status(self, error);
    return status == HEARSAY_OK && !found ? HEARSAY_END : status;
}

hearsay_status store_version(store *self, int64_t key, size_t *version, hearsay_error *error) {
    query row = query_new(self, "SELECT version FROM documents WHERE key = ?");
    query_int(&row, key);
    *version = query_step(&row) ? (size_t)column_int(&row, 0) : 0;
    query_end(&row);
    return sql_status(self, error);
}

hearsay_status store_count_newest(store *self, size_t *count, hearsay_error *error) {
    query row = query_new(self, "SELECT count(*) FROM documents WHERE newest");
    *count = query_step(&row) ? (size_t)column_int(&row, 0) : 0;
    query_end(&row);
    return sql_status(self, error);
}

/* --- records ---------------------------------------------------------------------------------- */

/* The unpacked text in the arena. */
static str take_unpacked(store *self, bool done, buf *text, arena *into) {
    str out = {NULL, 0};
    if (done) {
        out = (str){str_copy(into, buf_str(text)), text->size};
    } else {
        sql_refuse(self, HEARSAY_STORE, "a packed text is damaged; hearsay check tells which");
    }
    buf_free(text);
    return out;
}

static str column_unpacked(const query *row, int column, arena *into) {
    str packed = column_str(row, column);
    buf text = {0};
    return packed.data != NULL ? take_unpacked(row->of, unpack(packed, STR(""), &text), &text, into)
                               : packed;
}

/* Nothing where it is NULL and, with `damaged`, where it is that. */
static str column_remains(const query *row, int column, arena *into, bool *damaged) {
    str out = {NULL, 0};
    buf text = {0};
    const str packed = column_str(row, column);
    *damaged = packed.data != NULL && !unpack(packed, STR(""), &text);
    if (packed.data != NULL && !*damaged) {
        out = (str){str_copy(into, buf_str(&text)), text.size};
    }
    buf_free(&text);
    return out;
}

static str column_found(const query *row, int column, str of, arena *into) {
    buf found = {0};
    return take_unpacked(row->of, unpack_found(column_str(row, column), of, &found), &found, into);
}

static str column_own(const query *row, int column, arena *into) {
    hearsay_str copy = column_copy(row, column, into);
    return (str){copy.data, copy.size};
}

static void take_hash(const query *row, int column, unsigned char out[STORE_HASH_SIZE]) {
    str hash = column_str(row, column);
    memset(out, 0, STORE_HASH_SIZE);
    memcpy(out, hash.data, hash.size < STORE_HASH_SIZE ? hash.size : STORE_HASH_SIZE);
}

static bool get_document(store *self, int64_t key, arena *into, store_record *out) {
    query row = query_new(
        self,
        "SELECT title, author, publisher, url, date, language, id, origin, added, sha256, work, "
        "version, newest, markup, text, structure, original "
        "FROM documents JOIN texts ON document = key WHERE key = ?");
    query_int(&row, key);
    bool found = query_step(&row);
    if (found) {
        store_document *document = &out->document;
        for (int i = 0; i < STORE_FIELD_COUNT; i++) {
            *store_field_of(&document->metadata, (size_t)i) = column_copy(&row, i, into);
        }
        document->metadata.id = column_copy(&row, 6, into);
        document->origin = column_own(&row, 7, into);
        document->added = column_int(&row, 8);
        take_hash(&row, 9, document->sha256);
        out->work = column_int(&row, 10);
        out->version = column_int(&row, 11);
        out->newest = column_int(&row, 12) != 0;
        document->markup = column_int(&row, 13) != 0;
        document->text = column_remains(&row, 14, into, &out->text_is_damaged);
        document->structure = column_remains(&row, 15, into, &out->structure_is_damaged);
        document->original = column_remains(&row, 16, into, &out->original_is_damaged);
    }
    query_end(&row);
    return found;
}

hearsay_status store_get_findings(store *self, int64_t key, arena *into, store_findings *out,
                                  hearsay_error *error) {
    *out = (store_findings){.words = 0};
    query row = query_new(
        self,
        "SELECT name, language, words, text, found FROM findings JOIN makers ON makers.key = maker "
        "JOIN texts USING (document) WHERE document = ? AND found IS NOT NULL");
    query_int(&row, key);
    if (query_step(&row)) {
        out->made_by = column_own(&row, 0, into);
        out->language = column_own(&row, 1, into);
        out->words = (size_t)column_int(&row, 2);
        str text = column_unpacked(&row, 3, into);
        out->found = column_found(&row, 4, text, into);
    }
    query_end(&row);
    return sql_status(self, error);
}

hearsay_status store_get_found(store *self, int64_t key, arena *into, store_found *out,
                               hearsay_error *error) {
    query row = query_new(self, "SELECT text, found, language, markup FROM texts JOIN findings "
                                "USING (document) WHERE document = ?");
    buf found = {0};
    bool damaged;
    *out = (store_found){.markup = false};
    query_int(&row, key);
    if (query_step(&row)) {
        out->text = column_remains(&row, 0, into, &damaged);
        out->language = column_own(&row, 2, into);
        out->markup = column_int(&row, 3) != 0;
        if (!damaged && unpack_found(column_str(&row, 1), out->text, &found)) {
            out->found = buf_keep(&found, into);
        }
    }
    query_end(&row);
    buf_free(&found);
    return sql_status(self, error);
}

hearsay_status store_get_remains(store *self, int64_t key, arena *into, store_record *out,
                                 hearsay_error *error) {
    *out = (store_record){.key = key};
    if (!get_document(self, key, into, out)) {
        sql_refuse(self, HEARSAY_MISSING, "no document has the key %lld", (long long)key);
    }
    return sql_status(self, error);
}

hearsay_status store_get(store *self, int64_t key, arena *into, store_record *out,
                         hearsay_error *error) {
    hearsay_status status = store_get_remains(self, key, into, out, error);
    if (status == HEARSAY_OK && out->text_is_damaged) {
        sql_refuse(self, HEARSAY_STORE, "the text of %s is damaged",
                   out->document.metadata.id.data);
        status = sql_status(self, error);
    }
    return status;
}
