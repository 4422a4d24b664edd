/* Adding documents. */
#include "base/buf.h"
#include "store/derived.h"
#include "store/edits.h"
#include "store/fields.h"
#include "store/hash.h"
#include "store/links.h"
#include "store/names.h"
#include "store/pack.h"
#include "store/sql.h"
#include "store/words.h"

/* --- what is known already -------------------------------------------------------------------- */

/* The work that has the bytes which a text was made of, and a text as long; 0: none. Its id may be
 * that of another text, which an older reader made of them. */
static int64_t find_by_bytes(store *self, const store_document *document) {
    query same =
        query_new(self, "SELECT work FROM documents JOIN texts ON document = documents.key "
                        "WHERE substr(sha256, 1, 8) = substr(?2, 1, 8) AND sha256 = ?2 "
                        "AND size = ?1 AND original IS NOT NULL LIMIT 1");
    query_int(&same, (int64_t)document->text.size);
    query_blob(&same, (str){(const char *)document->sha256, STORE_HASH_SIZE});
    int64_t work = query_step(&same) ? column_int(&same, 0) : 0;
    query_end(&same);
    return work;
}

/* The work that a document is a version of; 0: a new one. An id says it for sure; a URL is also
 * known by the one that a user has corrected. */
static int64_t find_work(store *self, const store_document *document) {
    const hearsay_metadata *metadata = &document->metadata;
    query works = query_new(
        self, "SELECT work FROM documents WHERE id = ?1 "
              "UNION ALL SELECT work FROM documents WHERE url = ?2 "
              "UNION ALL SELECT work FROM edits JOIN documents ON documents.key = document "
              "WHERE field = 'url' AND replaced = ?2 LIMIT 1");
    query_str(&works, (str){metadata->id.data, metadata->id.size});
    query_str(&works, (str){metadata->url.data, metadata->url.size});
    int64_t work = query_step(&works) ? column_int(&works, 0) : 0;
    query_end(&works);
    bool by_bytes = work == 0 && document->made && metadata->url.size == 0;
    return by_bytes ? find_by_bytes(self, document) : work;
}

static bool has_version(store *self, int64_t work, str fingerprint) {
    query same = query_new(self, "SELECT 1 FROM documents WHERE work = ? AND fingerprint = ?");
    query_int(&same, work);
    query_blob(&same, fingerprint);
    bool found = query_step(&same);
    query_end(&same);
    return found;
}

/* What a document is to the store. */
typedef struct {
    unsigned char fingerprint[STORE_HASH_SIZE];
    int64_t work; /* 0: a new one */
    hearsay_added outcome;
} standing;

static standing find_standing(store *self, const store_document *document) {
    standing found = {.work = find_work(self, document), .outcome = HEARSAY_ADDED_NEW};
    hash_content(document->text, &document->metadata, found.fingerprint);
    if (found.work != 0) {
        str fingerprint = {(const char *)found.fingerprint, STORE_HASH_SIZE};
        found.outcome = has_version(self, found.work, fingerprint) ? HEARSAY_ADDED_KNOWN
                                                                   : HEARSAY_ADDED_VERSION;
    }
    return found;
}

/* What was corrected of the newest version of a work: a row a field, the last value of each. */
#define CORRECTIONS                                                                                \
    "SELECT field, value, made, max(edits.key) FROM edits "                                        \
    "JOIN documents ON documents.key = document WHERE work = ? AND newest GROUP BY field ORDER "   \
    "BY 4"

static void take_corrections(store *self, int64_t work, arena *into, hearsay_metadata *out) {
    query edits = query_new(self, CORRECTIONS);
    query_int(&edits, work);
    while (query_step(&edits)) {
        store_field_set(out, column_str(&edits, 0), column_copy(&edits, 1, into));
    }
    query_end(&edits);
}

hearsay_status store_would_add(store *self, const store_document *document, arena *into,
                               hearsay_added *outcome, hearsay_metadata *corrected,
                               hearsay_error *error) {
    standing at = find_standing(self, document);
    *outcome = at.outcome;
    *corrected = (hearsay_metadata){.id = {NULL, 0}};
    if (at.outcome == HEARSAY_ADDED_VERSION) {
        take_corrections(self, at.work, into, corrected);
    }
    return sql_status(self, error);
}

/* --- rows ------------------------------------------------------------------------------------- */

static int64_t put_document(store *self, const store_document *from, const standing *at) {
    query row = query_new(
        self,
        "INSERT INTO documents (title, author, publisher, url, date, language, id, day, origin, "
        "added, sha256, fingerprint, work, version, newest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?13, "
        "1 + (SELECT coalesce(max(version), 0) FROM documents WHERE work = ?13), 1)");
    for (size_t i = 0; i < STORE_FIELD_COUNT; i++) {
        hearsay_str value = store_field_value(&from->metadata, i);
        query_str(&row, (str){value.data, value.size});
    }
    query_str(&row, (str){from->metadata.id.data, from->metadata.id.size});
    query_str(&row, edit_day((str){from->metadata.date.data, from->metadata.date.size}));
    query_str(&row, from->origin);
    query_int(&row, from->added);
    query_blob(&row, (str){(const char *)from->sha256, STORE_HASH_SIZE});
    query_blob(&row, (str){(const char *)at->fingerprint, STORE_HASH_SIZE});
    query_int(&row, at->work);
    query_run(&row);
    query_end(&row);
    return sqlite3_last_insert_rowid(self->connection);
}

/* What a user corrected holds for a new version, too. */
static void carry_edits(store *self, int64_t key, int64_t work) {
    int64_t change = edit_begin(self);
    query edits = query_new(self, CORRECTIONS);
    query_int(&edits, work);
    while (query_step(&edits)) {
        edit_put(self, key, change, column_str(&edits, 0), column_str(&edits, 1),
                 column_int(&edits, 2));
    }
    query_end(&edits);
}

/* A first version is its own work; a later one takes the place of the newest. */
static void put_in_chain(store *self, int64_t key, int64_t work) {
    if (work == 0) {
        sql_run_with(self, "UPDATE documents SET work = key WHERE key = ?", key);
        return;
    }
    query before =
        query_new(self, "SELECT key FROM documents WHERE work = ? AND newest AND key != ?");
    query_int(&before, work);
    query_int(&before, key);
    int64_t older = query_step(&before) ? column_int(&before, 0) : 0;
    query_end(&before);
    if (older != 0) {
        words_drop_stored(self, older);
        links_drop(self, older);
        names_age(self, older);
        sql_run_with(self, "UPDATE documents SET newest = 0 WHERE key = ?", older);
        words_put_stored(self, older);
    }
}

/* At once with what was found: a row that grows leaves half of its page empty. */
static void put_text(store *self, int64_t key, const store_document *from, str found) {
    buf packed[4] = {{0}};
    str text = from->text.data != NULL ? from->text : STR("");
    query row =
        query_new(self, "INSERT INTO texts (document, size, markup, text, structure, found, "
                        "original) VALUES (?, ?, ?, ?, ?, ?, ?)");
    query_int(&row, key);
    query_int(&row, (int64_t)text.size);
    query_int(&row, from->markup);
    query_packed(&row, text, &packed[0]);
    query_packed(&row, from->structure, &packed[1]);
    pack_found(found, text, &packed[2]);
    query_blob(&row, buf_str(&packed[2]));
    query_packed(&row, from->original, &packed[3]);
    query_run(&row);
    query_end(&row);
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        buf_free(&packed[i]);
    }
}

/* Whether another document has the same text now. The same text is packed into the same bytes. */
static bool has_twin(store *self, int64_t key) {
    query twin =
        query_new(self, "SELECT 1 FROM texts AS one JOIN texts AS two "
                        "ON two.size = one.size AND two.text = one.text "
                        "JOIN documents ON documents.key = two.document "
                        "WHERE one.document = ?1 AND two.document != ?1 AND newest LIMIT 1");
    query_int(&twin, key);
    bool found = query_step(&twin);
    query_end(&twin);
    return found;
}

/* --- adding ----------------------------------------------------------------------------------- */

hearsay_status store_add(store *self, const store_document *document,
                         const store_findings *findings, bool linked, hearsay_added *outcome,
                         hearsay_error *error) {
    hearsay_status status = store_begin_repeatable(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    standing at = find_standing(self, document);
    *outcome = at.outcome;
    if (at.outcome != HEARSAY_ADDED_KNOWN) {
        int64_t key = put_document(self, document, &at);
        put_text(self, key, document, findings->found);
        if (at.outcome == HEARSAY_ADDED_NEW && has_twin(self, key)) {
            *outcome = HEARSAY_ADDED_COPY;
        }
        derived_put(self, key, document->text, findings);
        if (at.work != 0) {
            carry_edits(self, key, at.work);
        }
        put_in_chain(self, key, at.work);
        if (linked) {
            links_put(self, key);
        }
    }
    return store_commit(self, error);
}
