#include "store/names.h"

#include "store/ranges.h"

/* --- names ------------------------------------------------------------------------------------ */

naming naming_begin(store *of) {
    return (naming){of, query_new(of, "SELECT key FROM names WHERE name = ?"),
                    query_new(of, "INSERT INTO names (name) VALUES (?)"),
                    query_new(of, "INSERT INTO name_index (rowid, name) VALUES (?, ?)")};
}

void naming_end(naming *self) {
    query_end(&self->find);
    query_end(&self->make);
    query_end(&self->index);
}

int64_t naming_key(naming *self, str name) {
    query_str(&self->find, name);
    int64_t key = query_step(&self->find) ? column_int(&self->find, 0) : 0;
    query_run(&self->find);
    if (key == 0) {
        query_str(&self->make, name);
        query_run(&self->make);
        key = sqlite3_last_insert_rowid(self->of->connection);
        query_int(&self->index, key);
        query_str(&self->index, name);
        query_run(&self->index);
    }
    return key;
}

/* --- what is said under them ------------------------------------------------------------------ */

/* Columns of who says what, with who says it. */
#define SAYINGS(columns)                                                                           \
    "SELECT " columns " FROM statements JOIN documents ON documents.key = statements.document "    \
    "JOIN speakers ON speakers.key IN " SPEAKERS_OF_STATEMENT

/* The key of a row in `attributed`. */
#define PLACE "speakers.name, NOT newest, statements.day, statements.key"

#define ATTRIBUTE                                                                                  \
    "INSERT OR IGNORE INTO attributed (name, old, day, statement, speaker) " SAYINGS(              \
        PLACE ", speakers.key")

void names_put(store *self, int64_t document) {
    sql_run_with(self, ATTRIBUTE "WHERE " STATEMENTS_OF("?1"), document);
}

void names_put_all(store *self) {
    sql_run(self, ATTRIBUTE);
}

/* The rows of `attributed` that a document has. */
#define OF_DOCUMENT                                                                                \
    "(name, old, day, statement) IN (" SAYINGS(PLACE) "WHERE " STATEMENTS_OF("?1") ")"

void names_age(store *self, int64_t document) {
    sql_run_with(self, "UPDATE attributed SET old = 1 WHERE " OF_DOCUMENT, document);
}

void names_drop(store *self, int64_t document, key_list *names) {
    sql_run_with(self, "DELETE FROM attributed WHERE " OF_DOCUMENT, document);
    key_list_add_from(names, self, "SELECT name FROM speakers WHERE " SPEAKERS_OF("?1"), document);
}

#define IS_UNUSED "key = ? AND NOT EXISTS (SELECT 1 FROM speakers WHERE speakers.name = names.key)"

void names_tidy(store *self, const key_list *names) {
    query words = query_new(self, "INSERT INTO name_index (name_index, rowid, name) "
                                  "SELECT 'delete', key, name FROM names WHERE " IS_UNUSED);
    query name = query_new(self, "DELETE FROM names WHERE " IS_UNUSED);
    for (size_t i = 0; i < names->count; i++) {
        query *const both[] = {&words, &name};
        for (size_t k = 0; k < 2; k++) {
            query_int(both[k], names->items[i]);
            query_run(both[k]);
        }
    }
    query_end(&words);
    query_end(&name);
}
