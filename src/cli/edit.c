#include "cli/edit.h"

#include "base/buf.h"
#include "cli/changed.h"
#include "cli/date.h"
#include "cli/storage.h"

#include <string.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2 }; /* exit statuses */

static hearsay_str given(const char *value) {
    return (hearsay_str){value, value != NULL ? strlen(value) : 0};
}

static hearsay_metadata values_of(const edit_options *options) {
    return (hearsay_metadata){.title = given(options->title),
                              .author = given(options->author),
                              .publisher = given(options->publisher),
                              .date = given(options->date),
                              .url = given(options->url),
                              .language = given(options->language)};
}

static bool has_values(const edit_options *options) {
    return options->title != NULL || options->author != NULL || options->publisher != NULL ||
           options->date != NULL || options->url != NULL || options->language != NULL;
}

/* What is wrong with how the command was called; NULL: nothing. */
static const char *wrong_use(const edit_options *options, size_t count) {
    return count != 1 ? "edit needs one document: its id, the beginning of that, or its URL"
           : !options->undo && !has_values(options)
               ? "edit needs what to correct, such as --date=2031-04-02, or --undo"
           : options->undo && has_values(options) ? "--undo stands alone"
                                                  : NULL;
}

static hearsay_status change(const edit_options *options, hearsay_store *store, const char *name,
                             hearsay_error *error) {
    hearsay_model *model;
    hearsay_status status = hearsay_model_open(options->model, &model, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_metadata values = values_of(options);
    status = options->undo ? hearsay_store_undo(store, model, name, error)
                           : hearsay_store_edit(store, model, name, &values, error);
    hearsay_model_close(model);
    return status;
}

static void warn_of_date(const edit_options *options, console *messages) {
    if (options->date != NULL && date_is_far(str_from(options->date))) {
        console_say(messages,
                    "warning: %s is far in the future; hearsay edit DOC --undo takes it back",
                    options->date);
    }
}

/* The id goes on meaning the document where its URL is corrected. */
static hearsay_status change_and_tell(const edit_options *options, hearsay_store *store,
                                      const char *name, console *messages, hearsay_error *error) {
    hearsay_document *before = NULL, *after = NULL;
    buf id = {0};
    hearsay_status status = hearsay_store_document(store, name, &before, error);
    if (status == HEARSAY_OK) {
        hearsay_metadata was = hearsay_document_metadata(before);
        buf_put(&id, (str){was.id.data, was.id.size});
        status = change(options, store, id.data, error);
        if (status == HEARSAY_OK && !options->quiet &&
            hearsay_store_document(store, id.data, &after, NULL) == HEARSAY_OK) {
            changed_metadata(messages, options->undo ? "taken back" : "corrected", &was, after);
            warn_of_date(options, messages);
        }
    }
    buf_free(&id);
    hearsay_document_free(before);
    hearsay_document_free(after);
    return status;
}

int edit_run(const void *options, char *const *documents, size_t count) {
    const edit_options *self = options;
    console *messages = console_new();
    const char *wrong = wrong_use(self, count);
    hearsay_error error;
    int status = FAILED;
    if (wrong != NULL) {
        console_say(messages, "%s (see hearsay edit --help)", wrong);
        console_free(messages);
        return status;
    }
    hearsay_store *store = storage_open(self->store, HEARSAY_STORE_WRITE, messages);
    if (store != NULL) {
        hearsay_status changed = change_and_tell(self, store, documents[0], messages, &error);
        status = changed == HEARSAY_OK ? DONE : changed == HEARSAY_MISSING ? NOTHING : FAILED;
        if (status != DONE) {
            console_say(messages, "%s", error.message);
        }
    }
    hearsay_store_close(store);
    console_free(messages);
    return status;
}
