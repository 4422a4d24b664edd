#include "cli/remove.h"

#include "base/vec.h"
#include "cli/changed.h"
#include "cli/storage.h"

#include <stdbool.h>

enum { DONE = 0, NOTHING = 1, FAILED = 2 }; /* exit statuses */

/* A document that is to be removed, and what is told when it is gone. */
typedef struct {
    buf id, line;
} named;

/* Each once. */
typedef VEC(named) named_list;

static bool has(const named_list *all, str id) {
    for (size_t i = 0; i < all->count; i++) {
        if (str_equal(buf_str(&all->items[i].id), id)) {
            return true;
        }
    }
    return false;
}

static void add(named_list *to, hearsay_document *document) {
    const hearsay_str id = hearsay_document_metadata(document).id;
    const str called = {id.data, id.size};
    if (!has(to, called)) {
        named each = {.line = changed_line("removed", document)};
        buf_put(&each.id, called);
        vec_push(to, each);
    }
}

/* One that cannot be read can be removed all the same. */
static named_list find_all(hearsay_store *store, char *const *names, size_t count) {
    named_list all = {0};
    for (size_t i = 0; i < count; i++) {
        hearsay_document *each;
        if (hearsay_store_document(store, names[i], &each, NULL) == HEARSAY_OK) {
            add(&all, each);
            hearsay_document_free(each);
        }
    }
    return all;
}

static void forget(named_list *all) {
    for (size_t i = 0; i < all->count; i++) {
        buf_free(&all->items[i].id);
        buf_free(&all->items[i].line);
    }
    vec_free(all);
}

static int take_out(const remove_options *options, hearsay_store *store, char *const *names,
                    size_t count, console *messages) {
    hearsay_error error;
    named_list all = find_all(store, names, count);
    hearsay_status status = hearsay_store_remove(store, (const char *const *)names, count, &error);
    for (size_t i = 0; i < all.count && status == HEARSAY_OK && !options->quiet; i++) {
        console_put(messages, buf_str(&all.items[i].line));
    }
    forget(&all);
    if (status != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
    }
    if (status == HEARSAY_MISSING && count > 1) {
        console_say(messages, "nothing is removed");
    }
    return status == HEARSAY_OK ? DONE : status == HEARSAY_MISSING ? NOTHING : FAILED;
}

int remove_run(const void *options, char *const *documents, size_t count) {
    const remove_options *self = options;
    console *messages = console_new();
    int status = FAILED;
    if (count == 0) {
        console_say(messages, "remove needs a document: its id, the beginning of that, or its URL "
                              "(see hearsay remove --help)");
        console_free(messages);
        return status;
    }
    hearsay_store *store = storage_open(self->store, HEARSAY_STORE_WRITE, messages);
    if (store != NULL) {
        status = take_out(self, store, documents, count, messages);
    }
    hearsay_store_close(store);
    console_free(messages);
    return status;
}
