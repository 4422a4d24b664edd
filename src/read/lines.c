#include "read/lines.h"

#include <string.h>

/* Sees to it that a whole line is ahead, or the last one, and gives its size. A line that is too
 * large is not kept: `whole` is what is left of it. */
static hearsay_status find_line(lines *self, size_t *size, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    for (;;) {
        str ahead = stream_ahead(self->from);
        size_t rest = ahead.size - self->searched;
        const char *stop = rest > 0 ? memchr(ahead.data + self->searched, '\n', rest) : NULL;
        self->searched = ahead.size;
        if (stop != NULL || status == HEARSAY_END) {
            *size = stop != NULL ? (size_t)(stop - ahead.data) : ahead.size;
            self->whole = stop != NULL ? *size + 1 : *size;
            self->large = self->large || *size > self->limit;
            return self->large || self->whole > 0 ? HEARSAY_OK : HEARSAY_END;
        }
        if (status != HEARSAY_OK) {
            return status;
        }
        if (self->large || ahead.size > self->limit) {
            self->large = true;
            stream_take(self->from, ahead.size);
            self->searched = 0;
        }
        status = stream_fill(self->from, error);
    }
}

void lines_pass(lines *self) {
    stream_take(self->from, self->whole);
    self->whole = self->searched = 0;
}

hearsay_status lines_next(lines *self, str *line, hearsay_error *error) {
    lines_pass(self);
    self->large = false;
    size_t size = 0;
    hearsay_status status = find_line(self, &size, error);
    if (status == HEARSAY_OK) {
        self->number++;
        *line = str_slice(stream_ahead(self->from), (span){0, size});
    }
    return status;
}
