/* Reading what was found. */
#include "store/fields.h"
#include "store/ids.h"
#include "store/marked.h"
#include "store/several.h"

#include <stdint.h>

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
        out->statement = column_id(&row, 5, into);
        out->date = column_copy(&row, 6, into);
        out->speaker = column_copy(&row, 7, into);
        out->via = column_copy(&row, 8, into);
    }
    query_end(&row);
}

/* --- documents ---------------------------------------------------------------------------------
 */

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

hearsay_status store_hit_read(store *self, const store_hit *which, arena *into, hearsay_hit *out,
                              hearsay_error *error) {
    *out = (hearsay_hit){.group = which->group};
    read_document(self, which->document, into, out);
    if (which->statement != 0) {
        read_statement(self, which->statement, into, out);
    }
    return sql_status(self, error);
}

hearsay_status store_place_of(store *self, int64_t statement, size_t *place, hearsay_error *error) {
    query row = query_new(self, "SELECT place FROM statements WHERE key = ?");
    query_int(&row, statement);
    *place = query_step(&row) ? (size_t)column_int(&row, 0) : SIZE_MAX;
    query_end(&row);
    return sql_status(self, error);
}

hearsay_status store_hit_mark(store *self, const store_hits *of, str text, arena *into,
                              hearsay_hit *out, hearsay_error *error) {
    if (out->statement.data != NULL) {
        marked_whole(self, of->asked, text, into, out);
    } else {
        marked_snippet(self, of->asked, text, into, out);
    }
    return sql_status(self, error);
}

/* --- by their ids ----------------------------------------------------------------------------- */

typedef struct {
    size_t count;
    bool whole; /* it is the whole id of the first */
    int64_t document;
    size_t place;
    buf some; /* of their ids */
} meant;

static void read_meant(query *rows, arena *into, meant *out) {
    while (!out->whole && query_step(rows)) {
        if (out->count == 0) {
            out->document = column_int(rows, 0);
            out->place = (size_t)column_int(rows, 1);
            out->whole = column_int(rows, 2) != 0;
        }
        const hearsay_str id = column_id(rows, 3, into);
        several_add(&out->some, out->count++, (str){id.data, id.size});
    }
}

/* Those whose ids begin so, with digits that are packed or as they are. */
static meant find_meant(store *self, str beginning, arena *into) {
    meant out = {.count = 0};
    for (int packed = 1; packed >= 0; packed--) {
        query rows =
            query_new(self, "SELECT document, place, statements.id = ?3 AS whole, statements.id "
                            "FROM statements JOIN documents ON documents.key = document "
                            "WHERE substr(statements.id, 1, 4) BETWEEN substr(?1, 1, 4) AND "
                            "substr(?2, 1, 4) AND statements.id BETWEEN ?1 AND ?2 "
                            "AND (newest OR statements.id = ?3) "
                            "ORDER BY whole DESC, newest DESC, document DESC");
        bool possible = true;
        if (packed) {
            possible = query_ids_packed(&rows, beginning);
        } else {
            query_ids_plain(&rows, beginning);
        }
        if (possible) {
            query_id(&rows, beginning);
            read_meant(&rows, into, &out);
        }
        query_end(&rows);
    }
    return out;
}

hearsay_status store_find_statement(store *self, str id, int64_t *document, size_t *place,
                                    hearsay_error *error) {
    arena *memory = arena_new();
    meant found = id.size > 0 ? find_meant(self, id, memory) : (meant){.count = 0};
    *document = found.document;
    *place = found.place;
    if (found.count == 0) {
        sql_refuse(self, HEARSAY_MISSING, "no statement has an id that begins with %.*s",
                   (int)id.size, id.data);
    } else if (found.count > 1) {
        several_refuse(self, "statements have an id that begins so", found.count,
                       buf_str(&found.some));
    }
    buf_free(&found.some);
    arena_free(memory);
    return sql_status(self, error);
}

hearsay_status store_statement_place(store *self, int64_t statement, int64_t *document,
                                     hearsay_str *id, arena *into, hearsay_error *error) {
    query row = query_new(self, "SELECT document, id FROM statements WHERE key = ?");
    query_int(&row, statement);
    bool found = query_step(&row);
    *document = found ? column_int(&row, 0) : 0;
    *id = found ? column_id(&row, 1, into) : (hearsay_str){NULL, 0};
    query_end(&row);
    return sql_status(self, error);
}
