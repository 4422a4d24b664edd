/* Paragraphs: what blank lines part; in a text without any, what line breaks part, unless they only
 * keep its lines short. The items of a list are paragraphs, too. */
#include "base/letters.h"
#include "base/vec.h"
#include "segment/lists.h"
#include "segment/steps.h"

#include <string.h>

/* What parts the paragraphs of a text, apart from lists. */
typedef enum { BLANK_LINES, INDENTED_LINES, LINES } parting;

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

/* Whether an empty line follows a line break somewhere. */
static bool has_blank_line(str text, span all) {
    for (size_t pos = all.begin; (pos = next_break(text, pos, all.end)) < all.end;) {
        pos = skip_blanks(text, pos + 1, all.end);
        if (pos < all.end && text.data[pos] == '\n') {
            return true;
        }
    }
    return false;
}

/* Whether most lines but the first begin with a small letter, as those of a text that was cut at
 * a width do, and paragraphs do not. */
static bool is_cut_at_width(str text, span all) {
    size_t lines = 0;
    size_t small = 0;
    for (size_t pos = all.begin; (pos = next_break(text, pos, all.end)) < all.end; lines++) {
        pos = skip_blanks(text, pos + 1, all.end);
        small += is_lower(character_after(text, all, pos));
    }
    return small * 2 > lines;
}

static parting find_parting(str text, span all) {
    return has_blank_line(text, all)    ? BLANK_LINES
           : is_cut_at_width(text, all) ? INDENTED_LINES
                                        : LINES;
}

/* How far the line that `pos` stands in, at its end or before, is indented. */
static size_t indentation(str text, size_t pos) {
    while (pos > 0 && text.data[pos - 1] != '\n') {
        pos--;
    }
    return skip_blanks(text, pos, text.size) - pos;
}

/* Where the paragraph that begins at `begin` ends: at a line break, or with the text. */
static size_t paragraph_end(str text, parting by, size_t begin, size_t end) {
    size_t pos = begin;
    size_t indented = by == INDENTED_LINES ? indentation(text, begin) : 0;
    while ((pos = next_break(text, pos, end)) < end) {
        size_t after = skip_blanks(text, pos + 1, end);
        size_t before = indented;
        indented = after - pos - 1;
        if (by == LINES || (after < end && text.data[after] == '\n') ||
            (by == INDENTED_LINES && indented > before) ||
            begins_list_item(text, (span){begin, pos}, after, end)) {
            break;
        }
        pos = after;
    }
    return pos;
}

void find_paragraphs(arena *into, segmentation *out) {
    str text = out->shown;
    span all = trim(text, (span){0, text.size});
    parting by = find_parting(text, all);
    VEC(span) found = {0};
    for (size_t pos = all.begin; pos < all.end;) {
        size_t end = paragraph_end(text, by, pos, all.end);
        vec_push(&found, trim(text, (span){pos, end}));
        pos = skip_space(text, end, all.end);
    }
    out->paragraphs = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->paragraph_count = found.count;
    out->line_by_line = by == LINES;
    vec_free(&found);
}
