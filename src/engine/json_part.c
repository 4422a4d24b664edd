#include "engine/json_part.h"

#include "base/vec.h"

#include <stdbool.h>
#include <string.h>

/* Behind the string that begins at `at`. */
static size_t after_string(str text, size_t at) {
    for (at++; at < text.size && text.data[at] != '"'; at++) {
        at += text.data[at] == '\\';
    }
    return at < text.size ? at + 1 : text.size;
}

/* Behind the value that begins at `at`: where, outside of strings and of all that it opens, a comma
 * stands or what holds it is closed. */
static size_t after_value(str text, size_t at) {
    for (size_t depth = 0; at < text.size;) {
        const char c = text.data[at];
        const bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
        if (depth == 0 && (closes || c == ',')) {
            break;
        }
        depth += opens;
        depth -= closes;
        at = c == '"' ? after_string(text, at) : at + 1;
    }
    return at;
}

/* The value of a key of the object. */
static str value_of(str object, str key) {
    for (size_t at = 1; at < object.size && object.data[at] == '"';) {
        const size_t named = after_string(object, at), begin = named + 1;
        const size_t end = begin < object.size ? after_value(object, begin) : object.size;
        if (begin < end && str_equal(str_slice(object, (span){at + 1, named - 1}), key)) {
            return str_slice(object, (span){begin, end});
        }
        at = end + 1;
    }
    return (str){NULL, 0};
}

json_parts json_items(str object, const char *key, arena *into) {
    const str list = value_of(object, str_from(key));
    VEC(str) items = {0};
    for (size_t at = 1; list.size > 2 && list.data[0] == '[' && at + 1 < list.size;) {
        const size_t end = after_value(list, at);
        vec_push(&items, str_slice(list, (span){at, end}));
        at = end + 1;
    }
    const json_parts out = {arena_copy(into, items.items, items.count * sizeof *items.items),
                            items.count};
    vec_free(&items);
    return out;
}
