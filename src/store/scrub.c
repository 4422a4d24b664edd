/* Leaving nothing in the file of what was removed.
 *
 * What SQLite frees is overwritten (secure_delete): cells, and whole pages. But where it lays a
 * page out anew, as rows move between pages, the room that it leaves between the page's table of
 * cells and the first of these keeps what lay there before. These gaps are filled with zeros here,
 * in the file itself, page by page, as VACUUM would write the whole store into memory. Nothing can
 * go wrong with the rest, whenever the process dies: what is written lies in gaps alone.
 * https://www.sqlite.org/fileformat2.html tells what a page is. */
#include "base/memory.h"
#include "store/sql.h"

#include <string.h>

enum {
    FILE_HEADER = 100, /* bytes before the header of the first page */
    LEAF_HEADER = 8,
    INTERIOR_HEADER = 12,
    /* From there on the number of a page that follows, with which a page of another kind begins,
     * could be taken for the kind of a page. */
    PAGES_MAX = 1 << 24
};

/* --- one page --------------------------------------------------------------------------------- */

static size_t number_at(const unsigned char *page, size_t at) {
    return (size_t)page[at] << 8 | page[at + 1];
}

/* Where nothing lies; empty where the page is none of a tree. */
static span gap_of(const unsigned char *page, size_t size, size_t header) {
    const unsigned kind = page[header];
    const bool leaf = kind == 10 || kind == 13;
    if (!leaf && kind != 2 && kind != 5) {
        return (span){0, 0};
    }
    const size_t cells = number_at(page, header + 3);
    const size_t content = number_at(page, header + 5);
    const size_t begin = header + (leaf ? LEAF_HEADER : INTERIOR_HEADER) + 2 * cells;
    const size_t end = content == 0 ? 65536 : content;
    return begin <= end && end <= size ? (span){begin, end} : (span){0, 0};
}

static bool is_zero(const unsigned char *page, span where) {
    for (size_t i = where.begin; i < where.end; i++) {
        if (page[i] != 0) {
            return false;
        }
    }
    return true;
}

/* --- the file --------------------------------------------------------------------------------- */

static sqlite3_file *file_of(store *self, int which) {
    sqlite3_file *file = NULL;
    sqlite3_file_control(self->connection, "main", which, &file);
    return file != NULL && file->pMethods != NULL ? file : NULL;
}

static int scrub_page(sqlite3_file *file, int64_t number, unsigned char *page,
                      const unsigned char *zeros, size_t size) {
    const int64_t at = (number - 1) * (int64_t)size;
    const int result = file->pMethods->xRead(file, page, (int)size, at);
    const span gap = gap_of(page, size, number == 1 ? FILE_HEADER : 0);
    if (result != SQLITE_OK || is_zero(page, gap)) {
        return result;
    }
    return file->pMethods->xWrite(file, zeros, (int)(gap.end - gap.begin), at + (int64_t)gap.begin);
}

/* While nobody else can write. */
static void scrub_pages(store *self) {
    sqlite3_file *file = file_of(self, SQLITE_FCNTL_FILE_POINTER);
    const int64_t count = sql_number(self, "PRAGMA page_count");
    const size_t size = (size_t)sql_number(self, "PRAGMA page_size");
    int result = file == NULL ? SQLITE_IOERR : SQLITE_OK;
    unsigned char *page = mem_alloc(size);
    unsigned char *zeros = memset(mem_alloc(size), 0, size);
    for (int64_t number = 1; number <= count && result == SQLITE_OK; number++) {
        result = scrub_page(file, number, page, zeros, size);
    }
    if (result == SQLITE_OK) {
        result = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    }
    if (result != SQLITE_OK && self->failure.code == HEARSAY_OK) {
        sql_failed(self, result, &self->failure);
    }
    mem_free(page);
    mem_free(zeros);
}

/* --- the whole -------------------------------------------------------------------------------- */

static void empty_log(store *self) {
    query empty = query_new(self, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = query_step(&empty) && column_int(&empty, 0) != 0;
    query_end(&empty);
    if (busy) {
        sql_refuse(self, HEARSAY_BUSY,
                   "another program reads it, so that its log still holds what was "
                   "removed; run hearsay remove again when that has ended");
    }
}

/* Begins a transaction with an empty log: then the file is all there is, and nobody writes to it,
 * neither what is new nor out of the log. */
static bool begin_alone(store *self) {
    enum { TRIES = 100 };
    for (int i = 0; i < TRIES && self->failure.code == HEARSAY_OK; i++) {
        empty_log(self);
        sql_run(self, "PRAGMA shrink_memory; BEGIN IMMEDIATE");
        sqlite3_file *log = file_of(self, SQLITE_FCNTL_JOURNAL_POINTER);
        sqlite3_int64 size = 0;
        if (self->failure.code == HEARSAY_OK &&
            (log == NULL || (log->pMethods->xFileSize(log, &size) == SQLITE_OK && size == 0))) {
            return true;
        }
        sqlite3_exec(self->connection, "ROLLBACK", NULL, NULL, NULL); /* somebody came before */
    }
    sql_refuse(self, HEARSAY_BUSY, "others write to it all the time; run hearsay remove again");
    return false;
}

/* Something is written last, so that others forget the pages that they have in memory. */
static void scrub_gaps(store *self) {
    if (!begin_alone(self)) {
        return;
    }
    scrub_pages(self);
    buf touch = {0};
    buf_printf(&touch, "PRAGMA user_version = %d; COMMIT",
               (int)sql_number(self, "PRAGMA user_version"));
    sql_run(self, touch.data);
    buf_free(&touch);
    if (self->failure.code != HEARSAY_OK) {
        sqlite3_exec(self->connection, "ROLLBACK", NULL, NULL, NULL);
    }
    empty_log(self);
}

/* The full-text indexes keep the words of what they forgot until they are merged into one piece. */
hearsay_status store_scrub(store *self, hearsay_error *error) {
    sql_run(self, "INSERT INTO document_index (document_index) VALUES ('optimize');"
                  "INSERT INTO statement_index (statement_index) VALUES ('optimize');"
                  "INSERT INTO name_index (name_index) VALUES ('optimize')");
    if (sql_number(self, "PRAGMA auto_vacuum") == 0 &&
        sql_number(self, "PRAGMA page_count") < PAGES_MAX) {
        scrub_gaps(self);
    } else {
        sql_run(self, "VACUUM"); /* another SQLite's habits; or more than 128 GB */
        empty_log(self);
    }
    return sql_status(self, error);
}
