/* Reading what was found. */
#include "store/fields.h"
#include "store/marked.h"
#include "store/several.h"

/* --- statements ------------------------------------------------------------------------------- */

static void read_statement(store *self, int64_t key, arena *into, hearsay_hit *out) {
    query row = query_new(
        self, "SELECT type, kind, polarity, sourcing, occasion, id, date, facts.speaker, facts.via "
              "FROM statements JOIN statement_facts AS facts USING (key) WHERE key = ?");
    query_int(&row, key);
    if (query_step(&row)) {
        out->type = (hearsay_type)column_int(&row, 0);
        out->kind = (hearsay_kind)column_int(&row, 1);
        out->polarity = (hearsay_polarity)column_int(&row, 2);
        out->sourcing = (hearsay_sourcing)column_int(&row, 3);
        out->occasion = (hearsay_occasion)column_int(&row, 4);
        out->statement = column_copy(&row, 5, into);
        out->date = column_copy(&row, 6, into);
        out->speaker = column_copy(&row, 7, into);
        out->via = column_copy(&row, 8, into);
    }
    query_end(&row);
}

/* --- texts ------------------------------------------------------------------------------------ */

static const char STATEMENT[] = "SELECT content FROM statement_contents WHERE key = ?";
static const char DOCUMENT[] = "SELECT text FROM document_texts WHERE key = ?";

/* Of a document what stands around the words that were asked for, if any were. */
static void read_text(store *self, const store_hits *of, const store_hit *which, arena *into,
                      hearsay_hit *out) {
    const bool whole = which->statement != 0;
    if (!whole && of->asked == NULL) {
        return;
    }
    query row = query_new(self, whole ? STATEMENT : DOCUMENT);
    query_int(&row, whole ? which->statement : which->document);
    if (query_step(&row)) {
        str text = column_str(&row, 0);
        (whole ? marked_whole : marked_snippet)(self, of->asked, text, into, out);
    }
    query_end(&row);
}

static void read_document(store *self, int64_t key, arena *into, hearsay_hit *out) {
    query row = query_new(
        self, "SELECT title, author, publisher, url, date, documents.language, id, origin, "
              "statements_end - statements_begin "
              "FROM documents LEFT JOIN findings ON document = documents.key WHERE key = ?");
    query_int(&row, key);
    if (query_step(&row)) {
        for (int i = 0; i < STORE_FIELD_COUNT; i++) {
            *store_field_of(&out->document, (size_t)i) = column_copy(&row, i, into);
        }
        out->document.id = column_copy(&row, 6, into);
        out->origin = column_repaired(&row, 7, into);
        out->statements = (size_t)column_int(&row, 8);
    }
    query_end(&row);
}

hearsay_status store_hit_read(store *self, const store_hits *of, const store_hit *which,
                              arena *into, hearsay_hit *out, hearsay_error *error) {
    *out = (hearsay_hit){.group = which->group};
    read_document(self, which->document, into, out);
    if (which->statement != 0) {
        read_statement(self, which->statement, into, out);
    }
    read_text(self, of, which, into, out);
    return sql_status(self, error);
}

/* --- by their ids ----------------------------------------------------------------------------- */

hearsay_status store_find_statement(store *self, str id, int64_t *document, size_t *place,
                                    hearsay_error *error) {
    size_t count = 0;
    buf after = {0}, some = {0}; /* all that begins with the id comes before `after` */
    buf_put(&after, id);
    buf_put(&after, STR("\xF4\x8F\xBF\xBF"));
    query rows =
        query_new(self, "SELECT document, place, statements.id = ?1 AS whole, statements.id "
                        "FROM statements JOIN documents ON documents.key = document "
                        "WHERE substr(statements.id, 1, 8) >= substr(?1, 1, 8) "
                        "AND substr(statements.id, 1, 8) <= substr(?2, 1, 8) "
                        "AND statements.id >= ?1 AND statements.id < ?2 "
                        "AND (newest OR statements.id = ?1) "
                        "ORDER BY whole DESC, newest DESC, document DESC");
    query_str(&rows, id);
    query_str(&rows, buf_str(&after));
    for (bool whole = false; id.size > 0 && !whole && query_step(&rows); count++) {
        if (count == 0) {
            *document = column_int(&rows, 0);
            *place = (size_t)column_int(&rows, 1);
            whole = column_int(&rows, 2) != 0;
        }
        several_add(&some, count, column_str(&rows, 3));
    }
    query_end(&rows);
    if (count == 0) {
        sql_refuse(self, HEARSAY_MISSING, "no statement has an id that begins with %.*s",
                   (int)id.size, id.data);
    } else if (count > 1) {
        several_refuse(self, "statements have an id that begins so", count, buf_str(&some));
    }
    buf_free(&after);
    buf_free(&some);
    return sql_status(self, error);
}
