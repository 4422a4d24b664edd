/* Many documents on several threads. */
#include "base/error.h"
#include "engine/ordered.h"
#include "hearsay.h"

#include <stddef.h>
#include <unistd.h>

typedef struct {
    const hearsay_model *model;
    hearsay_source_fn *source;
    hearsay_sink_fn *sink;
    hearsay_progress_fn *progress;
    void *context;
} documents;

static void *next(void *context) {
    documents *self = context;
    return self->source(self->context);
}

static void *begin(void *context) {
    hearsay_reader *reader;
    documents *self = context;
    hearsay_reader_new(self->model, &reader, NULL); /* fails without a model only */
    hearsay_reader_watch(reader, self->progress, self->context);
    return reader;
}

static bool read_document(void *reader, void *item) {
    hearsay_document *document = item;
    return hearsay_document_made_by(document).data != NULL || hearsay_attribute(reader, document);
}

static void end(void *reader) {
    hearsay_reader_free(reader);
}

static bool done(void *context, void *document) {
    documents *self = context;
    return self->sink(self->context, document);
}

static void drop(void *document) {
    hearsay_document_free(document);
}

static unsigned processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? (unsigned)count : 1;
}

hearsay_status hearsay_run(const hearsay_model *model, unsigned threads, hearsay_source_fn *source,
                           hearsay_sink_fn *sink, hearsay_progress_fn *progress, void *context,
                           hearsay_error *error) {
    if (model == NULL || source == NULL || sink == NULL) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "hearsay_run needs a model, a source and a sink");
    }
    documents self = {model, source, sink, progress, context};
    ordered_work work = {next, begin, read_document, end, done, drop, &self};
    ordered_run(&work, threads > 0 ? threads : processors());
    return HEARSAY_OK;
}
