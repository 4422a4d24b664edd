#include "read/front_matter.h"

#include "base/ascii.h"

#include <stdbool.h>

enum { SIZE_LIMIT = 1 << 16 }; /* bytes; front matter is seldom longer than a screen */

/* The line at `begin` without its line break; `*next` gets where the next one begins. */
static str line_at(str text, size_t begin, size_t *next) {
    size_t end = begin;
    while (end < text.size && text.data[end] != '\n') {
        end++;
    }
    *next = end < text.size ? end + 1 : end;
    end -= end > begin && text.data[end - 1] == '\r';
    return str_slice(text, (span){begin, end});
}

/* "key:", and a value if there is one. */
static bool is_key(str line) {
    size_t at = 0;
    while (at < line.size &&
           (ascii_is_alphanumeric(line.data[at]) || line.data[at] == '_' || line.data[at] == '-')) {
        at++;
    }
    const bool small = at > 0 && ascii_lower(line.data[0]) == line.data[0];
    const bool apart = at + 1 >= line.size || line.data[at + 1] == ' ';
    return small && ascii_is_letter(line.data[0]) && at < line.size && line.data[at] == ':' &&
           apart;
}

/* A remark, an item of a list, or what goes on with the value of a key. */
static bool goes_on(str line) {
    return line.size == 0 || str_starts(line, STR("#")) || str_starts(line, STR("- ")) ||
           ascii_is_space(line.data[0]);
}

size_t front_matter_end(str text) {
    size_t next;
    if (!str_equal(line_at(text, 0, &next), STR("---")) ||
        !is_key(line_at(text, next, &(size_t){0}))) {
        return 0;
    }
    while (next < text.size && next < SIZE_LIMIT) {
        const str line = line_at(text, next, &next);
        if (str_equal(line, STR("---")) || str_equal(line, STR("..."))) {
            return next;
        }
        if (!is_key(line) && !goes_on(line)) {
            return 0;
        }
    }
    return 0;
}
