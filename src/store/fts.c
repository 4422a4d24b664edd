#include "store/fts.h"

#include <stddef.h>

/* It is given through a pointer that a query binds. */
fts5_api *fts_api_of(sqlite3 *connection) {
    fts5_api *api = NULL;
    sqlite3_stmt *ask;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &ask, NULL) != SQLITE_OK) {
        return NULL;
    }
    sqlite3_bind_pointer(ask, 1, (void *)&api, "fts5_api_ptr", NULL);
    sqlite3_step(ask);
    sqlite3_finalize(ask);
    return api;
}
