#include "store/names.h"

/* The rows of `attributed` that a document makes. */
#define ATTRIBUTED                                                                                 \
    "SELECT names.key, statements.day, statements.key FROM speakers "                              \
    "JOIN names ON names.name = speakers.name JOIN said_by ON said_by.speaker = speakers.key "     \
    "JOIN statements ON statements.key = said_by.statement WHERE speakers.document = ?"

static void run(store *self, const char *sql, int64_t document) {
    query each = query_new(self, sql);
    query_int(&each, document);
    query_run(&each);
    query_end(&each);
}

void names_put(store *self, int64_t document) {
    query unknown = query_new(self, "SELECT DISTINCT name FROM speakers WHERE document = ? AND "
                                    "name NOT IN (SELECT name FROM names)");
    query name = query_new(self, "INSERT INTO names (name) VALUES (?)");
    query words = query_new(self, "INSERT INTO name_index (rowid, name) VALUES (?, ?)");
    query_int(&unknown, document);
    while (query_step(&unknown)) {
        query_str(&name, column_str(&unknown, 0));
        query_run(&name);
        query_int(&words, sqlite3_last_insert_rowid(self->connection));
        query_str(&words, column_str(&unknown, 0));
        query_run(&words);
    }
    query_end(&unknown);
    query_end(&name);
    query_end(&words);
    run(self, "INSERT OR IGNORE INTO attributed (name, day, statement) " ATTRIBUTED, document);
}

void names_drop(store *self, int64_t document) {
    run(self, "DELETE FROM attributed WHERE (name, day, statement) IN (" ATTRIBUTED ")", document);
    query unused =
        query_new(self, "SELECT DISTINCT names.key, names.name FROM speakers "
                        "JOIN names ON names.name = speakers.name WHERE document = ? AND "
                        "NOT EXISTS (SELECT 1 FROM attributed WHERE name = names.key)");
    query words =
        query_new(self, "INSERT INTO name_index (name_index, rowid, name) VALUES ('delete', ?, ?)");
    query name = query_new(self, "DELETE FROM names WHERE key = ?");
    query_int(&unused, document);
    while (query_step(&unused)) {
        int64_t key = column_int(&unused, 0);
        query_int(&words, key);
        query_str(&words, column_str(&unused, 1));
        query_run(&words);
        query_int(&name, key);
        query_run(&name);
    }
    query_end(&unused);
    query_end(&words);
    query_end(&name);
}
