/* Paragraphs: what blank lines part; in a text without any, what line breaks part. */
#include "base/letters.h"
#include "base/vec.h"
#include "segment/steps.h"

#include <string.h>

/* The first line break at or after `pos`, or the end. */
static size_t next_break(str text, size_t pos, size_t end) {
    const char *found = pos < end ? memchr(text.data + pos, '\n', end - pos) : NULL;
    return found != NULL ? (size_t)(found - text.data) : end;
}

/* Past the spaces of a line that looks empty, to its end or to the first thing that is seen. */
static size_t skip_blanks(str text, size_t pos, size_t end) {
    static const char NO_BREAK_SPACE[] = "\xC2\xA0";
    while (pos < end) {
        char c = text.data[pos];
        if (c == ' ' || c == '\t' || c == '\r') {
            pos++;
        } else if (end - pos >= 2 && memcmp(text.data + pos, NO_BREAK_SPACE, 2) == 0) {
            pos += 2;
        } else {
            break;
        }
    }
    return pos;
}

/* The next line break that an empty line follows, or the end. */
static size_t next_blank_line(str text, size_t pos, size_t end) {
    while ((pos = next_break(text, pos, end)) < end) {
        size_t after = skip_blanks(text, pos + 1, end);
        if (after < end && text.data[after] == '\n') {
            return pos;
        }
        pos = after;
    }
    return end;
}

void find_paragraphs(arena *into, segmentation *out) {
    str text = out->shown;
    span all = trim(text, (span){0, text.size});
    bool blank_lines = next_blank_line(text, all.begin, all.end) < all.end;
    VEC(span) found = {0};
    for (size_t pos = all.begin; pos < all.end;) {
        size_t end =
            blank_lines ? next_blank_line(text, pos, all.end) : next_break(text, pos, all.end);
        vec_push(&found, trim(text, (span){pos, end}));
        pos = skip_space(text, end, all.end);
    }
    out->paragraphs = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->paragraph_count = found.count;
    vec_free(&found);
}
