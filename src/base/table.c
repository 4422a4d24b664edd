#include "base/table.h"

#include <string.h>

/* Where the line that holds `pos` begins, and where it ends. */
static span line_at(str text, size_t pos) {
    span line = {pos, pos};
    while (line.begin > 0 && text.data[line.begin - 1] != '\n') {
        line.begin--;
    }
    while (line.end < text.size && text.data[line.end] != '\n') {
        line.end++;
    }
    return line;
}

bool table_find(str text, str word, str *value) {
    size_t low = 0;
    size_t high = text.size;
    if (word.size > 0 && word.data[0] == '#') {
        return false; /* any other word comes before, or after, all that the table tells of itself
                       */
    }
    while (low < high) {
        span line = line_at(text, low + (high - low) / 2);
        str entry = str_slice(text, line);
        const char *tab = entry.size > 0 ? memchr(entry.data, '\t', entry.size) : NULL;
        size_t key = tab != NULL ? (size_t)(tab - entry.data) : entry.size;
        int order = str_compare(word, (str){entry.data, key});
        if (order == 0) {
            if (value != NULL) {
                *value = str_slice(entry, (span){key + (tab != NULL), entry.size});
            }
            return true;
        }
        if (order < 0) {
            high = line.begin;
        } else {
            low = line.end + 1;
        }
    }
    return false;
}
