#include "read/headers.h"

#include "base/ascii.h"

#include <stdint.h>
#include <string.h>

enum { CHUNK_DIGITS_MAX = 8 };

/* The line at `at`, which moves past it, without its break. */
static str line_at(str text, size_t *at) {
    const char *stop = memchr(text.data + *at, '\n', text.size - *at);
    size_t end = stop != NULL ? (size_t)(stop - text.data) : text.size;
    str line = str_slice(text, (span){*at, end});
    *at = stop != NULL ? end + 1 : end;
    line.size -= line.size > 0 && line.data[line.size - 1] == '\r';
    return line;
}

str header_value(str headers, const char *name) {
    const str wanted = str_from(name);
    for (size_t at = 0; at < headers.size;) {
        str line = line_at(headers, &at);
        if (line.size > wanted.size && line.data[wanted.size] == ':' &&
            ascii_starts(line, wanted)) {
            str value = ascii_trim(str_slice(line, (span){wanted.size + 1, line.size}));
            return value.size > 0 ? value : (str){NULL, 0};
        }
    }
    return (str){NULL, 0};
}

str header_parameter(str value, const char *name) {
    const str wanted = str_from(name);
    for (size_t at = 0; at < value.size; at++) {
        if (value.data[at] != ';') {
            continue;
        }
        const char *stop = memchr(value.data + at + 1, ';', value.size - at - 1);
        size_t end = stop != NULL ? (size_t)(stop - value.data) : value.size;
        str part = ascii_trim(str_slice(value, (span){at + 1, end}));
        const char *equals = part.size > 0 ? memchr(part.data, '=', part.size) : NULL;
        size_t key = equals != NULL ? (size_t)(equals - part.data) : 0;
        if (key > 0 && ascii_equal(ascii_trim(str_slice(part, (span){0, key})), wanted)) {
            str found = ascii_trim(str_slice(part, (span){key + 1, part.size}));
            bool quoted = found.size >= 2 && strchr("\"'", found.data[0]) != NULL &&
                          found.data[found.size - 1] == found.data[0];
            return quoted ? str_slice(found, (span){1, found.size - 1}) : found;
        }
    }
    return (str){NULL, 0};
}

/* "HTTP/1.1 200 OK" */
static unsigned status_of(str line) {
    unsigned status = 0;
    size_t at = 0;
    while (at < line.size && line.data[at] != ' ') {
        at++;
    }
    for (at++; at < line.size && ascii_is_digit(line.data[at]) && status < 1000; at++) {
        status = status * 10 + (unsigned)(line.data[at] - '0');
    }
    return status;
}

bool http_read(str bytes, http_response *out) {
    if (!str_starts(bytes, STR("HTTP/"))) {
        return false;
    }
    size_t at = 0;
    str first = line_at(bytes, &at);
    const unsigned status = status_of(first);
    const size_t headers = at;
    size_t end = at;
    while (at < bytes.size) {
        end = at;
        if (line_at(bytes, &at).size == 0) {
            break;
        }
        end = at;
    }
    *out = (http_response){.status = status,
                           .headers = str_slice(bytes, (span){headers, end}),
                           .body = str_slice(bytes, (span){at, bytes.size})};
    return true;
}

/* The size that a chunk's first line tells; false where it is none. */
static bool chunk_size(str line, size_t *size) {
    size_t digits = 0;
    *size = 0;
    for (; digits < line.size; digits++) {
        char c = ascii_lower(line.data[digits]);
        int value = ascii_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0) {
            break;
        }
        *size = *size << 4 | (size_t)value;
    }
    return digits > 0 && digits <= CHUNK_DIGITS_MAX &&
           (digits == line.size || strchr("; \t", line.data[digits]) != NULL);
}

bool http_join_chunks(str body, buf *into) {
    size_t at = 0;
    size_t size;
    bool any = false;
    while (at < body.size && chunk_size(line_at(body, &at), &size)) {
        buf_put(into, str_slice(body, (span){at, at + size < body.size ? at + size : body.size}));
        any = true;
        at = size < body.size - at ? at + size : body.size;
        if (size == 0) {
            break;
        }
        if (at < body.size) {
            line_at(body, &at); /* the break after the chunk */
        }
    }
    return any;
}
