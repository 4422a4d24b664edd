/* Which store a command works on. */
#ifndef CLI_STORAGE_H
#define CLI_STORAGE_H

#include "cli/console.h"
#include "hearsay.h"

/* The store's file: the one that --store names, else $HEARSAY_STORE, else hearsay.db in the present
 * folder. */
const char *storage_path(const char *named);

/* Opens it; says on the console why it cannot be, and gives NULL then. */
hearsay_store *storage_open(const char *named, hearsay_store_mode mode, console *messages);

#endif
