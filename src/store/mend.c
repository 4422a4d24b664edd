/* Making a damaged file sound again. */
#include "base/buf.h"
#include "store/links.h"
#include "store/pages.h"
#include "store/salvage.h"
#include "store/waiting.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* One mending. */
typedef struct {
    store *of;
    hearsay_problem_fn *told;
    void *context;
    size_t lost;
} mending;

static void count(void *context, const hearsay_problem *problem) {
    mending *self = context;
    self->lost++;
    self->told(self->context, problem);
}

/* --- the file as it was ----------------------------------------------------------------------- */

/* A new file beside the store, for its owner alone. */
static int make_beside(const store *self, buf *name) {
    enum { TRIES = 100 };
    for (int i = 1; i <= TRIES; i++) {
        buf_clear(name);
        buf_printf(name, i == 1 ? "%s.damaged" : "%s.damaged-%d", self->path, i);
        const int file = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    return -1;
}

static void keep_copy(mending *self) {
    buf name = {0}, what = {0};
    const int file = make_beside(self->of, &name);
    const bool kept = file >= 0 && pages_copy(self->of, file);
    if (file >= 0) {
        close(file);
    }
    if (!kept) {
        sql_refuse(self->of, HEARSAY_IO, "%s cannot be written, to keep the damaged file there: %s",
                   name.data, strerror(errno));
    }
    buf_printf(&what,
               "the damaged file is kept as %s, which hearsay remove does not look into; delete it "
               "when nothing more is wanted of it",
               name.data);
    const hearsay_problem problem = {HEARSAY_PROBLEM_COPIED, {NULL, 0}, {what.data, what.size}};
    if (kept) {
        self->told(self->context, &problem);
    }
    buf_free(&what);
    buf_free(&name);
}

/* --- in its place ----------------------------------------------------------------------------- */

/* Nobody else has it open from here on, and its log is empty. A file whose pages cannot be trusted
 * may fail at anything but this. */
static void take_alone(store *self) {
    query taken = query_new(self, "PRAGMA locking_mode = EXCLUSIVE");
    query_run(&taken);
    query_end(&taken);
    sql_run(self, "BEGIN IMMEDIATE; COMMIT");
    query log = query_new(self, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = query_step(&log) && column_int(&log, 0) != 0;
    query_end(&log);
    if (busy || self->failure.code == HEARSAY_BUSY) {
        self->failure.code = HEARSAY_OK;
        sql_refuse(self, HEARSAY_BUSY,
                   "another program has it open; a damaged store is mended when that has ended");
    }
}

static void let_go(store *self) {
    sqlite3_exec(self->connection, "PRAGMA locking_mode = NORMAL; PRAGMA user_version", NULL, NULL,
                 NULL);
}

static void forget(store *self) {
    links_close(self);
    self->links = NULL;
    waiting_forget(self);
    queries_forget(self);
}

static void put_in_place(store *self, store *made) {
    forget(self);
    sqlite3_backup *all = sqlite3_backup_init(self->connection, "main", made->connection, "main");
    int result = all != NULL ? sqlite3_backup_step(all, -1) : sqlite3_errcode(self->connection);
    if (all != NULL) {
        const int done = sqlite3_backup_finish(all);
        result = result == SQLITE_DONE ? done : result;
    }
    if (result != SQLITE_OK) {
        sql_failed(self, result, &self->failure);
        return;
    }
    self->is_broken = false;
    sql_run(self, "PRAGMA writable_schema = RESET");
}

static void remove_made(const char *path) {
    static const char *const PARTS[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        buf name = {0};
        buf_printf(&name, "%s%s", path, PARTS[i]);
        unlink(name.data);
        buf_free(&name);
    }
}

/* The new store is a file, as it may be larger than memory, and there no longer than this takes. */
static void replace(mending *self) {
    store *made;
    buf path = {0};
    hearsay_error why;
    buf_printf(&path, "%s.mending", self->of->path);
    remove_made(path.data);
    if (salvage(self->of, path.data, count, self, &made, &why) != HEARSAY_OK) {
        self->of->failure = why;
    } else {
        if (self->lost > 0 || sql_number(made, "SELECT count(*) FROM texts WHERE text = x''") > 0) {
            keep_copy(self);
        }
        if (self->of->failure.code == HEARSAY_OK) {
            put_in_place(self->of, made);
        }
        store_close(made);
    }
    remove_made(path.data);
    buf_free(&path);
}

hearsay_status store_mend(store *self, hearsay_problem_fn *told, void *context,
                          hearsay_error *error) {
    mending at_work = {.of = self, .told = told, .context = context};
    buf why = {0};
    if (salvage_is_needed(self, &why)) {
        take_alone(self);
        if (self->failure.code == HEARSAY_OK) {
            replace(&at_work);
        }
        let_go(self);
    }
    buf_free(&why);
    return sql_status(self, error);
}
