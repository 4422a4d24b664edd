#include "base/str.h"

#include <string.h>

str str_from(const char *terminated) {
    return (str){terminated, strlen(terminated)};
}

str str_slice(str text, span part) {
    size_t end = part.end < text.size ? part.end : text.size;
    size_t begin = part.begin < end ? part.begin : end;
    if (begin == end) {
        return (str){text.data, 0}; /* NULL + 0 is not defined in C */
    }
    return (str){text.data + begin, end - begin};
}

bool str_equal(str a, str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool str_starts(str text, str prefix) {
    return text.size >= prefix.size && str_equal((str){text.data, prefix.size}, prefix);
}

char *str_copy(arena *into, str text) {
    char *copy = arena_alloc(into, text.size + 1);
    if (text.size > 0) {
        memcpy(copy, text.data, text.size);
    }
    copy[text.size] = '\0';
    return copy;
}
