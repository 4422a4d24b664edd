#include "store/sql.h"

#include "base/utf8.h"
#include "store/pack.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- failures --------------------------------------------------------------------------------- */

typedef struct {
    int result; /* of SQLite */
    hearsay_status code;
    const char *what; /* NULL: SQLite's own words */
} meaning;

static const meaning MEANINGS[] = {
    {SQLITE_FULL, HEARSAY_IO, "the disk is full; make room and run it again"},
    {SQLITE_BUSY, HEARSAY_BUSY, "another program has been writing to it for a minute; try again"},
    {SQLITE_LOCKED, HEARSAY_BUSY, "another part of this program is using it"},
    {SQLITE_READONLY, HEARSAY_IO, "it is read-only: the file, its folder or the disk"},
    {SQLITE_CANTOPEN, HEARSAY_IO, "it cannot be opened: is its folder there, and writable?"},
    {SQLITE_PERM, HEARSAY_IO, "no permission"},
    {SQLITE_AUTH, HEARSAY_IO, "no permission"},
    {SQLITE_CORRUPT, HEARSAY_STORE,
     "it is damaged; hearsay check tells what is lost, and hearsay "
     "rebuild mends the rest"},
    {SQLITE_NOTADB, HEARSAY_STORE, "not a store of hearsay"},
    {SQLITE_TOOBIG, HEARSAY_TOO_LARGE, "the document is too large for a store"},
    {SQLITE_IOERR_WRITE, HEARSAY_IO, "it cannot be written to; is there room on the disk?"},
    {SQLITE_IOERR, HEARSAY_IO, NULL},
};

/* An extended result says more than the primary one in its last byte. */
static const meaning *meaning_of(int result) {
    const int codes[] = {result, result & 0xFF};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        for (size_t j = 0; j < sizeof MEANINGS / sizeof *MEANINGS; j++) {
            if (MEANINGS[j].result == codes[i]) {
                return &MEANINGS[j];
            }
        }
    }
    static const meaning UNKNOWN = {SQLITE_ERROR, HEARSAY_STORE, NULL};
    return &UNKNOWN;
}

hearsay_status sql_failed(const store *self, int result, hearsay_error *error) {
    /* Where the list of tables is damaged SQLite finds none of a name. */
    const meaning *found =
        meaning_of(self->is_broken && result == SQLITE_ERROR ? SQLITE_CORRUPT : result);
    return error_set(error, found->code, 0, "%s: %s", self->path,
                     found->what != NULL ? found->what : sqlite3_errmsg(self->connection));
}

static void fail(store *self, int result) {
    if (self->failure.code == HEARSAY_OK) {
        sql_failed(self, result, &self->failure);
    }
}

void sql_refuse(store *self, hearsay_status code, const char *format, ...) {
    if (self->failure.code != HEARSAY_OK) {
        return;
    }
    char what[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    error_set(&self->failure, code, 0, "%s: %s", self->path, what);
}

hearsay_status sql_status(store *self, hearsay_error *error) {
    hearsay_status status = self->failure.code;
    if (status != HEARSAY_OK && error != NULL) {
        *error = self->failure;
    }
    self->failure.code = HEARSAY_OK;
    return status;
}

/* --- queries ---------------------------------------------------------------------------------- */

/* Takes one out that was kept; NULL where there is none. */
static sqlite3_stmt *take_ready(store *of, const char *sql) {
    for (int i = 0; i < of->ready_count; i++) {
        sqlite3_stmt *found = of->ready[i];
        if (strcmp(sqlite3_sql(found), sql) == 0) {
            of->ready_count--;
            memmove(&of->ready[i], &of->ready[i + 1],
                    (size_t)(of->ready_count - i) * sizeof(sqlite3_stmt *));
            return found;
        }
    }
    return NULL;
}

static void keep_ready(store *of, sqlite3_stmt *handle) {
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle);
    if (of->ready_count == STORE_READY) {
        sqlite3_finalize(of->ready[--of->ready_count]);
    }
    memmove(&of->ready[1], &of->ready[0], (size_t)of->ready_count * sizeof(sqlite3_stmt *));
    of->ready[0] = handle;
    of->ready_count++;
}

void queries_forget(store *self) {
    while (self->ready_count > 0) {
        sqlite3_finalize(self->ready[--self->ready_count]);
    }
}

query query_new(store *of, const char *sql) {
    query self = {of, take_ready(of, sql), 0};
    if (self.handle == NULL && of->failure.code == HEARSAY_OK) {
        int result = sqlite3_prepare_v2(of->connection, sql, -1, &self.handle, NULL);
        if (result != SQLITE_OK) {
            fail(of, result);
        }
    }
    return self;
}

void query_int(query *self, int64_t value) {
    sqlite3_bind_int64(self->handle, ++self->bound, value);
}

void query_str(query *self, str text) {
    self->bound++;
    if (text.data != NULL) {
        sqlite3_bind_text64(self->handle, self->bound, text.data, text.size, SQLITE_STATIC,
                            SQLITE_UTF8);
    } else {
        sqlite3_bind_null(self->handle, self->bound);
    }
}

void query_blob(query *self, str bytes) {
    self->bound++;
    if (bytes.data != NULL) {
        sqlite3_bind_blob64(self->handle, self->bound, bytes.data, bytes.size, SQLITE_STATIC);
    } else {
        sqlite3_bind_null(self->handle, self->bound);
    }
}

void query_packed(query *self, str text, buf *packed) {
    if (text.data != NULL) {
        pack(text, STR(""), packed);
        query_blob(self, buf_str(packed));
    } else {
        query_blob(self, (str){NULL, 0});
    }
}

bool query_step(query *self) {
    if (self->handle == NULL || self->of->failure.code != HEARSAY_OK) {
        return false;
    }
    int result = sqlite3_step(self->handle);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        fail(self->of, result);
    }
    return result == SQLITE_ROW;
}

void query_run(query *self) {
    while (query_step(self)) {
    }
    sqlite3_reset(self->handle);
    self->bound = 0;
}

void query_end(query *self) {
    if (self->handle != NULL) {
        keep_ready(self->of, self->handle);
    }
    self->handle = NULL;
}

int64_t column_int(const query *self, int column) {
    return sqlite3_column_int64(self->handle, column);
}

double column_real(const query *self, int column) {
    return sqlite3_column_double(self->handle, column);
}

str column_str(const query *self, int column) {
    if (sqlite3_column_type(self->handle, column) == SQLITE_NULL) {
        return (str){NULL, 0};
    }
    const char *data = sqlite3_column_blob(self->handle, column);
    size_t size = (size_t)sqlite3_column_bytes(self->handle, column);
    return (str){data != NULL ? data : "", size};
}

hearsay_str column_copy(const query *self, int column, arena *into) {
    str value = column_str(self, column);
    return (hearsay_str){value.data != NULL ? str_copy(into, value) : NULL, value.size};
}

hearsay_str column_repaired(const query *self, int column, arena *into) {
    hearsay_str copy = column_copy(self, column, into);
    str text = {copy.data, copy.size};
    if (copy.data != NULL) {
        utf8_repair(text, into, &text, NULL, NULL);
    }
    return (hearsay_str){text.data, text.size};
}

/* --- short ones ------------------------------------------------------------------------------- */

void sql_run(store *self, const char *sql) {
    if (self->failure.code == HEARSAY_OK) {
        int result = sqlite3_exec(self->connection, sql, NULL, NULL, NULL);
        if (result != SQLITE_OK) {
            fail(self, result);
        }
    }
}

void sql_run_with(store *self, const char *sql, int64_t key) {
    query rows = query_new(self, sql);
    query_int(&rows, key);
    query_run(&rows);
    query_end(&rows);
}

int64_t sql_number(store *self, const char *sql) {
    query asked = query_new(self, sql);
    int64_t number = query_step(&asked) ? column_int(&asked, 0) : 0;
    query_end(&asked);
    return number;
}
