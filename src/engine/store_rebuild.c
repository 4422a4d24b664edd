/* Whether a store is whole, and making anew what is derived. */
#include "base/vec.h"
#include "engine/stored.h"

#include <pthread.h>
#include <string.h>

hearsay_status hearsay_store_check(hearsay_store *self, hearsay_problem_fn *told, void *context,
                                   hearsay_error *error) {
    return store_check(self->inner, told, context, error);
}

/* One run. Documents are taken out by one thread while another puts what was found into the store:
 * the lock keeps them apart. */
typedef struct {
    store *inner;
    pthread_mutex_t lock; /* of what follows, and the store */
    str made_by;          /* what is not stale; data NULL: nothing */
    VEC(int64_t) keys;    /* of the documents that are being read, from `first` on */
    size_t first;
    int64_t last; /* the key that was taken last */
    size_t done, total;
    hearsay_rebuilt_fn *told;
    void *context;
    hearsay_error error; /* the failure that stopped it; code HEARSAY_OK: none */
    bool stopped;
} rebuilding;

static void tell(rebuilding *self) {
    self->done++;
    if (self->told != NULL && !self->told(self->context, self->done, self->total, NULL)) {
        self->stopped = true;
    }
}

/* Of what is lost; and of what is not made anew, though it should have been. */
static void tell_problem(void *context, const hearsay_problem *problem) {
    rebuilding *self = context;
    if (self->told != NULL && !self->told(self->context, self->done, self->total, problem)) {
        self->stopped = true;
    }
}

/* A document that is to be read, as if it never had been; but what was found in it is taken as it
 * is where its rows alone are missing. */
static hearsay_status get(rebuilding *self, hearsay_document **out, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    *out = NULL;
    if (self->made_by.data != NULL) {
        status = stored_get_found(self->inner, self->last, self->made_by, out, error);
    }
    return status == HEARSAY_OK && *out == NULL
               ? stored_get_unread(self->inner, self->last, out, error)
               : status;
}

/* The next one. What cannot be read is told at the end, with all that is lost. */
static hearsay_document *take(rebuilding *self) {
    hearsay_document *document;
    while (!self->stopped) {
        hearsay_error error;
        hearsay_status status =
            store_next_stale(self->inner, self->last, self->made_by, &self->last, &error);
        if (status == HEARSAY_OK) {
            status = get(self, &document, &error);
        }
        if (status == HEARSAY_OK) {
            vec_push(&self->keys, self->last);
            return document;
        }
        if (status == HEARSAY_STORE) {
            self->total--;
            continue;
        }
        self->error = status == HEARSAY_END ? self->error : error;
        return NULL;
    }
    return NULL;
}

static hearsay_document *next(void *context) {
    rebuilding *self = context;
    pthread_mutex_lock(&self->lock);
    hearsay_document *document = take(self);
    pthread_mutex_unlock(&self->lock);
    return document;
}

static bool put(rebuilding *self, hearsay_document *document) {
    buf json = {0}, structure = {0};
    const store_findings found = stored_findings(document, &json);
    int64_t key = self->keys.items[self->first++];
    hearsay_error error;
    store_document text = {.text = document->reading.view.text};
    if (document->reading.made) {
        text = stored_document(document, 0, &structure);
    }
    hearsay_status status =
        store_renew(self->inner, key, document->reading.made ? &text : NULL, &found, &error);
    buf_free(&structure);
    buf_free(&json);
    if (status != HEARSAY_OK &&
        status != HEARSAY_MISSING) { /* it may have been removed meanwhile */
        self->error = error;
        return false;
    }
    tell(self);
    return !self->stopped;
}

static bool done(void *context, hearsay_document *document) {
    rebuilding *self = context;
    pthread_mutex_lock(&self->lock);
    bool goes_on = put(self, document);
    pthread_mutex_unlock(&self->lock);
    hearsay_document_free(document);
    return goes_on;
}

static hearsay_status rebuild(rebuilding *self, const hearsay_model *with, unsigned threads,
                              hearsay_error *error) {
    hearsay_status status = store_mend(self->inner, tell_problem, self, error);
    if (status == HEARSAY_OK) {
        status = store_reindex(self->inner, self->made_by.data == NULL, error);
    }
    if (status == HEARSAY_OK) {
        status = store_count_stale(self->inner, self->made_by, &self->total, error);
    }
    if (status == HEARSAY_OK) {
        status = hearsay_run(with, threads, next, done, NULL, self, error);
    }
    if (status == HEARSAY_OK && self->error.code != HEARSAY_OK) {
        status = self->error.code;
        if (error != NULL) {
            *error = self->error;
        }
    }
    return status == HEARSAY_OK && !self->stopped
               ? store_check(self->inner, tell_problem, self, error)
               : status;
}

hearsay_status hearsay_store_rebuild(hearsay_store *self, const hearsay_model *with,
                                     unsigned threads, unsigned flags, hearsay_rebuilt_fn *told,
                                     void *context, hearsay_error *error) {
    if (with == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "hearsay_store_rebuild needs a model");
    }
    bool all = (flags & HEARSAY_REBUILD_ALL) != 0;
    rebuilding at_work = {.inner = self->inner,
                          .made_by = all ? (str){NULL, 0} : str_from(hearsay_maker(with)),
                          .told = told,
                          .context = context};
    pthread_mutex_init(&at_work.lock, NULL);
    hearsay_status status = rebuild(&at_work, with, threads, error);
    pthread_mutex_destroy(&at_work.lock);
    vec_free(&at_work.keys);
    return status;
}
