#include "cli/remove.h"

#include "cli/storage.h"

enum { DONE = 0, FAILED = 2 }; /* exit statuses */

int remove_run(const void *options, char *const *documents, size_t count) {
    const remove_options *self = options;
    console *messages = console_new();
    hearsay_error error;
    int status = FAILED;
    if (count == 0) {
        console_say(messages, "remove needs a document: its id, the beginning of that, or its URL "
                              "(see hearsay remove --help)");
        console_free(messages);
        return status;
    }
    hearsay_store *store = storage_open(self->store, HEARSAY_STORE_WRITE, messages);
    if (store != NULL) {
        const char *const *names = (const char *const *)documents;
        status = hearsay_store_remove(store, names, count, &error) == HEARSAY_OK ? DONE : FAILED;
        if (status == FAILED) {
            console_say(messages, "%s", error.message);
        }
    }
    hearsay_store_close(store);
    console_free(messages);
    return status;
}
