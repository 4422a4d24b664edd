/* Opening a store: whose it is, and its tables. */
#include "base/buf.h"
#include "store/days.h"
#include "store/ids.h"
#include "store/links.h"
#include "store/names.h"
#include "store/pack.h"
#include "store/pages.h"
#include "store/rank.h"
#include "store/tokens.h"
#include "store/waiting.h"
#include "store/words.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    APPLICATION = 0x48534159, /* "HSAY": PRAGMA application_id */
    SCHEMA = 8,               /* the newest that is known: PRAGMA user_version */
    OLDEST = 3,               /* that of the first release */
    PATIENCE = 60 * 1000      /* milliseconds that other writers are waited for */
};

/* Made from schema.sql, linked.sql and search.sql. */
extern const unsigned char STORE_SCHEMA[];
extern const size_t STORE_SCHEMA_SIZE;
extern const unsigned char STORE_LINKED[];
extern const size_t STORE_LINKED_SIZE;
extern const unsigned char STORE_SEARCH[];
extern const size_t STORE_SEARCH_SIZE;

/* --- the file --------------------------------------------------------------------------------- */

/* SQLite gives the log and the index of it the mode of the file. One that is there is not opened:
 * to close it again would let go of all locks that this process has on it. An empty one is nobody's
 * store yet, and made as private as a new one, if it is ours. */
static hearsay_status make_file(const char *path, hearsay_error *error) {
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) {
        close(file);
        return HEARSAY_OK;
    }
    if (errno != EEXIST) {
        return error_set(error, HEARSAY_IO, 0, "%s: cannot be made: %s", path, strerror(errno));
    }
    struct stat about;
    if (stat(path, &about) == 0 && S_ISREG(about.st_mode) && about.st_size == 0) {
        chmod(path, 0600);
    }
    return HEARSAY_OK;
}

static hearsay_status find_file(const char *path, hearsay_error *error) {
    struct stat about;
    if (stat(path, &about) != 0) {
        return error_set(error, HEARSAY_IO, 0, "%s: there is no such store; hearsay add makes one",
                         path);
    }
    if (!S_ISREG(about.st_mode)) {
        return error_set(error, HEARSAY_STORE, 0, "%s: not a store of hearsay", path);
    }
    return HEARSAY_OK;
}

/* --- its tables ------------------------------------------------------------------------------- */

/* Of a text and what was found in it two fill a page of the usual 4,096 bytes half, and four one of
 * these well. */
static const char PAGES[] = "PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE";

static void run_file(store *self, const unsigned char *data, size_t size) {
    buf sql = {0};
    buf_put(&sql, (str){(const char *)data, size});
    sql_run(self, sql.data);
    buf_free(&sql);
}

static void set_version(store *self) {
    buf sql = {0};
    buf_printf(&sql, "PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION, SCHEMA);
    sql_run(self, sql.data);
    buf_free(&sql);
}

static void make_tables(store *self) {
    run_file(self, STORE_SCHEMA, STORE_SCHEMA_SIZE);
    run_file(self, STORE_LINKED, STORE_LINKED_SIZE);
    run_file(self, STORE_SEARCH, STORE_SEARCH_SIZE);
    set_version(self);
}

/* --- from older schemas ----------------------------------------------------------------------- */

/* Schema 4 was about links. */
static void leave_3(store *self) {
    (void)self;
}

/* In schema 5 pages are looked up by their bytes. */
static void leave_4(store *self) {
    sql_run(self, "CREATE INDEX documents_bytes ON documents (substr(sha256, 1, 8))");
}

/* So was 6. */
static void leave_5(store *self) {
    (void)self;
}

/* In schema 7 ids of statements take half the room. */
static void leave_6(store *self) {
    ids_pack_all(self);
}

/* In schema 8 folds tell what they are about. All links that are there belong to an older
 * LINK_VERSION, and their tables are of several shapes. */
static void leave_7(store *self) {
    sql_run(self, "DROP TABLE shared; DROP TABLE postings; DROP TABLE IF EXISTS waiting;"
                  "UPDATE findings SET fold = NULL WHERE fold IS NOT NULL;"
                  "DROP TABLE folds; DROP TABLE linked_by");
    run_file(self, STORE_LINKED, STORE_LINKED_SIZE);
}

/* Number i leads from schema OLDEST + i to the next. Migration is one transaction. */
static void (*const MIGRATIONS[SCHEMA - OLDEST])(store *) = {leave_3, leave_4, leave_5, leave_6,
                                                             leave_7};

/* Whatever an older search.sql made. */
static const char LEAVE_SEARCH[] =
    "DROP TABLE document_index; DROP TABLE statement_index; DROP TABLE name_index;"
    "DROP VIEW statement_contents; DROP VIEW document_texts;"
    "DROP VIEW statement_facts; DROP VIEW document_facts; DROP TABLE attributed;"
    "DROP INDEX IF EXISTS texts_size;"
    "DROP INDEX IF EXISTS speakers_name; DROP INDEX IF EXISTS speakers_person";

/* `from`: OLDEST at least. */
static void migrate(store *self, int64_t from) {
    for (size_t i = (size_t)(from - OLDEST); i < SCHEMA - OLDEST; i++) {
        MIGRATIONS[i](self);
    }
    sql_run(self, LEAVE_SEARCH);
    run_file(self, STORE_SEARCH, STORE_SEARCH_SIZE);
    names_put_all(self);
    words_put_all(self);
    set_version(self);
}

/* Whether the file is a store; an empty one is to become one. */
static bool check_owner(store *self, hearsay_store_mode mode, int64_t *version) {
    int64_t application = sql_number(self, "PRAGMA application_id");
    *version = sql_number(self, "PRAGMA user_version");
    bool empty = application == 0 && *version == 0 &&
                 sql_number(self, "SELECT count(*) FROM sqlite_schema") == 0;
    if (self->failure.code != HEARSAY_OK) {
        return false;
    }
    if (application != APPLICATION && !(empty && mode == HEARSAY_STORE_CREATE)) {
        sql_refuse(self, HEARSAY_STORE, "not a store of hearsay");
    } else if (*version > SCHEMA) {
        sql_refuse(self, HEARSAY_STORE,
                   "made by a newer hearsay (schema %d; this one, %s, knows up to %d)",
                   (int)*version, hearsay_version(), SCHEMA);
    } else if (!empty && *version < OLDEST) {
        sql_refuse(self, HEARSAY_STORE,
                   "made by a hearsay from before its first release; add the documents to a new "
                   "store");
    }
    return self->failure.code == HEARSAY_OK;
}

/* Another process may be doing the same: whoever comes second finds it done. */
static void bring_up_to_date(store *self, hearsay_store_mode mode) {
    int64_t version;
    if (!check_owner(self, mode, &version) || version == SCHEMA) {
        return;
    }
    if (mode == HEARSAY_STORE_READ || mode == HEARSAY_STORE_CHECK) {
        sql_refuse(self, HEARSAY_STORE,
                   "made by an older hearsay; hearsay rebuild brings it up to "
                   "date");
        return;
    }
    if (version == 0) {
        sql_run(self, PAGES);
    }
    sql_run(self, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
    if (check_owner(self, mode, &version)) {
        if (version == 0) {
            make_tables(self);
        } else {
            migrate(self, version);
        }
    }
    sql_run(self, "COMMIT");
}

/* --- opening ---------------------------------------------------------------------------------- */

/* Why these, docs/store.md tells. */
static void set_up(store *self) {
    sqlite3_busy_timeout(self->connection, PATIENCE);
    sqlite3_extended_result_codes(self->connection, 1);
    pack_register(self->connection);
    days_register(self->connection);
    rank_register(self->connection);
    tokens_register(self->connection);
    sql_run(self, "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
                  "PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
                  "PRAGMA cache_size = -32768");
}

/* Opens as far as it goes what SQLite takes for damaged as a whole: where the file ends too early,
 * or what its tables are cannot be read. Where even its first bytes are not a database's they are
 * mended, if the file may be written to and is ours. */
static void open_broken(store *self, hearsay_store_mode mode) {
    const int result = sqlite3_errcode(self->connection);
    if (result != SQLITE_CORRUPT && result != SQLITE_NOTADB && result != SQLITE_ERROR) {
        return;
    }
    if ((mode == HEARSAY_STORE_WRITE || mode == HEARSAY_STORE_CHECK) && result == SQLITE_NOTADB &&
        !pages_mend_header(self)) {
        return;
    }
    hearsay_error why;
    sql_status(self, &why);
    sql_run(self, "PRAGMA writable_schema = ON");
    int64_t version;
    self->is_broken = check_owner(self, HEARSAY_STORE_READ, &version) && version == SCHEMA;
    if (!self->is_broken) {
        self->failure = why;
    }
}

/* Opens a file by its name, or what is written as a URI. */
static hearsay_status open_named(const char *path, const char *name, int flags,
                                 hearsay_store_mode mode, store **out, hearsay_error *error) {
    store *self = mem_alloc(sizeof *self);
    *self = (store){.path = mem_alloc(strlen(path) + 1)};
    strcpy(self->path, path); // NOLINT: just as large
    int result = sqlite3_open_v2(name, &self->connection, flags | SQLITE_OPEN_NOMUTEX, NULL);
    hearsay_status status = HEARSAY_OK;
    if (result == SQLITE_OK) {
        set_up(self);
        bring_up_to_date(self, mode);
        if (self->failure.code == HEARSAY_STORE) {
            open_broken(self, mode);
        }
        status = sql_status(self, error);
    } else {
        status = sql_failed(self, result, error);
    }
    if (status != HEARSAY_OK) {
        store_close(self);
        return status;
    }
    *out = self;
    return HEARSAY_OK;
}

/* Whether a store has a log that holds something. */
static bool has_log(const char *path) {
    buf name = {0};
    struct stat about;
    buf_printf(&name, "%s-wal", path);
    bool found = stat(name.data, &about) == 0 && about.st_size > 0;
    buf_free(&name);
    return found;
}

/* Where nothing may be written SQLite cannot make the index of the log, and reads only what is
 * promised not to change. It is told so where there is no log, so that nobody is writing. */
static hearsay_status open_unchanging(const char *path, store **out, hearsay_error *error) {
    if (has_log(path)) {
        return error_set(error, HEARSAY_IO, 0,
                         "%s: what was written last is still in %s-wal, which cannot be read where "
                         "nothing may be written; copy both files to another folder",
                         path, path);
    }
    buf uri = {0};
    buf_put(&uri, path[0] == '/' ? STR("file://") : STR("file:"));
    for (const char *at = path; *at != '\0'; at++) {
        bool special = *at == '?' || *at == '#' || *at == '%';
        buf_printf(&uri, special ? "%%%02X" : "%c", (unsigned char)*at);
    }
    buf_put(&uri, STR("?immutable=1"));
    hearsay_status status = open_named(path, uri.data, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                                       HEARSAY_STORE_READ, out, error);
    buf_free(&uri);
    return status;
}

static hearsay_status open_once(const char *path, hearsay_store_mode mode, store **out,
                                hearsay_error *error) {
    bool reading = mode == HEARSAY_STORE_READ;
    int flags = reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    hearsay_status status = open_named(path, path, flags, mode, out, error);
    return status == HEARSAY_IO && reading && access(path, R_OK) == 0
               ? open_unchanging(path, out, error)
               : status;
}

/* While another process makes the file, recovers it after a crash or closes it as the last one,
 * SQLite does not wait as it does for a writer. */
hearsay_status store_open(const char *path, hearsay_store_mode mode, store **out,
                          hearsay_error *error) {
    enum { PAUSE = 20, TRIES = PATIENCE / PAUSE };
    if (strcmp(path, ":memory:") == 0) {
        return open_named(path, path, SQLITE_OPEN_READWRITE, mode, out, error);
    }
    hearsay_status status = mode == HEARSAY_STORE_CREATE ? make_file(path, error) : HEARSAY_OK;
    if (status == HEARSAY_OK) {
        status = find_file(path, error);
    }
    if (status != HEARSAY_OK) {
        return status;
    }
    status = open_once(path, mode, out, error);
    for (int i = 0; i < TRIES && status == HEARSAY_BUSY; i++) {
        sqlite3_sleep(PAUSE);
        status = open_once(path, mode, out, error);
    }
    return status;
}

void store_close(store *self) {
    if (self == NULL) {
        return;
    }
    links_close(self);
    waiting_forget(self);
    tokens_forget(self);
    queries_forget(self);
    sqlite3_close(self->connection);
    mem_free(self->path);
    mem_free(self);
}

/* --- transactions ----------------------------------------------------------------------------- */

static hearsay_status begin(store *self, const char *how, hearsay_error *error) {
    if (self->is_broken) {
        sql_failed(self, SQLITE_CORRUPT, &self->failure);
    }
    if (self->depth == 0) {
        sql_run(self, how);
        sql_run(self, "BEGIN IMMEDIATE");
    }
    hearsay_status status = sql_status(self, error);
    self->depth += status == HEARSAY_OK;
    return status;
}

hearsay_status store_begin(store *self, hearsay_error *error) {
    return begin(self, "PRAGMA synchronous = FULL", error);
}

hearsay_status store_begin_repeatable(store *self, hearsay_error *error) {
    return begin(self, "PRAGMA synchronous = NORMAL", error);
}

hearsay_status store_settle(store *self, hearsay_error *error) {
    sql_run(self, "PRAGMA wal_checkpoint(PASSIVE)");
    return sql_status(self, error);
}

hearsay_status store_commit(store *self, hearsay_error *error) {
    if (self->depth == 1) {
        sql_run(self, "COMMIT");
    }
    hearsay_status status = sql_status(self, error);
    if (status != HEARSAY_OK) {
        store_rollback(self);
    } else {
        self->depth--;
    }
    return status;
}

void store_rollback(store *self) {
    if (self->depth > 0 && !sqlite3_get_autocommit(self->connection)) {
        sqlite3_exec(self->connection, "ROLLBACK", NULL, NULL, NULL);
    }
    self->depth = 0;
    waiting_forget(self);
}
