#include "store/several.h"

#include <stdio.h>

enum { TOLD_MOST = 3 }; /* ids that a message has room for */

void several_add(buf *some, size_t place, str id) {
    if (place < TOLD_MOST) {
        buf_put(some, place > 0 ? STR(", ") : STR(""));
        buf_put(some, id);
    }
}

void several_refuse(store *self, const char *what, size_t count, str some) {
    const size_t more = count > TOLD_MOST ? count - TOLD_MOST : 0;
    char rest[40] = "";
    if (more > 0) {
        snprintf(rest, sizeof rest, " and %zu more", more);
    }
    sql_refuse(self, HEARSAY_MISSING, "%zu %s: %.*s%s", count, what, (int)some.size, some.data,
               rest);
    self->failure.position = count;
}
