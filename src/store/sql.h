/* SQLite as the files of this folder use it.
 *
 * Failures stick: after one, every query does nothing and gives no rows, until sql_status takes it
 * up. So a function runs its queries one after the other, and asks at the end.
 *
 *     query names = query_new(self, "SELECT name FROM via WHERE statement = ?");
 *     query_int(&names, key);
 *     while (query_step(&names)) {
 *         use(column_str(&names, 0));
 *     }
 *     query_end(&names);
 *     return sql_status(self, error); */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "base/buf.h"
#include "store/store.h"

#include <sqlite3.h>

/* Queries that have ended are kept to be used again: to make one takes longer than most take. */
enum { STORE_READY = 64 };

struct store {
    sqlite3 *connection;
    sqlite3_stmt *ready[STORE_READY]; /* the first `ready_count`, the last used first */
    int ready_count;
    char *path;                  /* for messages */
    int depth;                   /* of store_begin without its store_commit */
    bool is_broken;              /* its list of tables, or the file's end, is not what it should be:
                                    it can be read as far as that goes, and not written to */
    hearsay_error failure;       /* code HEARSAY_OK: none */
    struct linking_store *links; /* store/links.h; NULL until something is linked */
    struct waiting *waiting;     /* store/waiting.h; NULL until something is linked, and where it
                                    has to be read anew */
    struct tokenizer *tokenizer; /* store/tokens.h; NULL until something is shown */
};

typedef struct {
    store *of;
    sqlite3_stmt *handle; /* NULL after a failure */
    int bound;            /* how many parameters are */
} query;

query query_new(store *of, const char *sql);

/* Each gives the next parameter its value. A str must live until the query is run. */
void query_int(query *self, int64_t value);
void query_str(query *self, str text); /* data NULL is NULL */
void query_blob(query *self, str bytes);

/* A packed text (store/pack.h); `packed` gets it, and must live until the query is run. */
void query_packed(query *self, str text, buf *packed);

/* Whether there is a row; a query without rows is run by it. */
bool query_step(query *self);

/* Runs it to its end, and makes it ready for other values. */
void query_run(query *self);

void query_end(query *self);

/* Lets go of all that was kept; before the connection is closed. */
void queries_forget(store *self);

/* The values of a row, good until the next step. */
int64_t column_int(const query *self, int column);
double column_real(const query *self, int column);
str column_str(const query *self, int column); /* data NULL where it is NULL; blobs, too */

/* A copy of it in the arena. */
hearsay_str column_copy(const query *self, int column, arena *into);

/* The same, well-formed where it is not: names of files may be any bytes. */
hearsay_str column_repaired(const query *self, int column, arena *into);

/* Runs statements that take and give nothing. */
void sql_run(store *self, const char *sql);

/* Runs a statement whose one parameter is a key. */
void sql_run_with(store *self, const char *sql, int64_t key);

/* The one number that a query gives; 0 where it has no row. */
int64_t sql_number(store *self, const char *sql);

/* The first failure since it was asked last, which is over then. */
hearsay_status sql_status(store *self, hearsay_error *error);

/* What a result code of SQLite means for people. */
hearsay_status sql_failed(const store *self, int result, hearsay_error *error);

/* Makes a failure of what the tables hold. */
__attribute__((format(printf, 3, 4))) void sql_refuse(store *self, hearsay_status code,
                                                      const char *format, ...);

#endif
