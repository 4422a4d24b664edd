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

int str_compare(str a, str b) {
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size > 0 ? memcmp(a.data, b.data, size) : 0;
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

int str_order(const void *left, const void *right) {
    return str_compare(*(const str *)left, *(const str *)right);
}

bool str_starts(str text, str prefix) {
    return text.size >= prefix.size && str_equal((str){text.data, prefix.size}, prefix);
}

str str_file_name(str path) {
    size_t begin = path.size;
    while (begin > 0 && path.data[begin - 1] != '/') {
        begin--;
    }
    return str_slice(path, (span){begin, path.size});
}

char *str_copy(arena *into, str text) {
    char *copy = arena_alloc(into, text.size + 1);
    if (text.size > 0) {
        memcpy(copy, text.data, text.size);
    }
    copy[text.size] = '\0';
    return copy;
}
