#include "cli/storage.h"

#include <stdlib.h>

const char *storage_path(const char *named) {
    const char *variable = getenv("HEARSAY_STORE");
    return named != NULL                             ? named
           : variable != NULL && variable[0] != '\0' ? variable
                                                     : "hearsay.db";
}

hearsay_store *storage_open(const char *named, hearsay_store_mode mode, console *messages) {
    hearsay_store *opened;
    hearsay_error error;
    if (hearsay_store_open(storage_path(named), mode, &opened, &error) != HEARSAY_OK) {
        console_say(messages, "%s", error.message);
        return NULL;
    }
    return opened;
}
