#include "cli/remove.h"

#include "base/memory.h"
#include "cli/changed.h"
#include "cli/storage.h"

#include <stdbool.h>

enum { DONE = 0, FAILED = 2 }; /* exit statuses */

/* The documents that are to be removed, each once: to be told of when they are gone. */
typedef struct {
    hearsay_document **items; /* [count] */
    size_t count;
} named;

static bool has(const named *all, hearsay_str id) {
    for (size_t i = 0; i < all->count; i++) {
        hearsay_str each = hearsay_document_metadata(all->items[i]).id;
        if (str_equal((str){each.data, each.size}, (str){id.data, id.size})) {
            return true;
        }
    }
    return false;
}

/* One that cannot be read can be removed all the same. */
static named find_all(hearsay_store *store, char *const *names, size_t count) {
    named all = {mem_alloc(mem_product(count, sizeof *all.items)), 0};
    for (size_t i = 0; i < count; i++) {
        hearsay_document *each;
        if (hearsay_store_document(store, names[i], &each, NULL) != HEARSAY_OK) {
            continue;
        }
        if (has(&all, hearsay_document_metadata(each).id)) {
            hearsay_document_free(each);
        } else {
            all.items[all.count++] = each;
        }
    }
    return all;
}

static void forget(named *all) {
    for (size_t i = 0; i < all->count; i++) {
        hearsay_document_free(all->items[i]);
    }
    mem_free(all->items);
}

static int take_out(const remove_options *options, hearsay_store *store, char *const *names,
                    size_t count, console *messages) {
    hearsay_error error;
    named all = find_all(store, names, count);
    hearsay_status status = hearsay_store_remove(store, (const char *const *)names, count, &error);
    for (size_t i = 0; i < all.count && status == HEARSAY_OK && !options->quiet; i++) {
        changed_document(messages, "removed", all.items[i]);
    }
    forget(&all);
    if (status != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
    }
    if (status == HEARSAY_MISSING && count > 1) {
        console_say(messages, "nothing is removed");
    }
    return status == HEARSAY_OK ? DONE : FAILED;
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
