#include "read/html_tokenizer.h"

#include "base/ascii.h"

#include <string.h>

size_t html_find_char(str text, size_t from, char c) {
    const char *found = from < text.size ? memchr(text.data + from, c, text.size - from) : NULL;
    return found != NULL ? (size_t)(found - text.data) : text.size;
}

size_t html_name_end(str text, size_t at) {
    while (at < text.size && !ascii_is_space(text.data[at]) && text.data[at] != '/' &&
           text.data[at] != '>') {
        at++;
    }
    return at;
}

/* --- attributes ------------------------------------------------------------------------------- */

static size_t skip_blank(str text, size_t at) {
    while (at < text.size && (ascii_is_space(text.data[at]) || text.data[at] == '/')) {
        at++;
    }
    return at;
}

static size_t skip_white(str text, size_t at) {
    while (at < text.size && ascii_is_space(text.data[at])) {
        at++;
    }
    return at;
}

/* What stands behind the `=` before `at`; `*end` gets the place behind it and its marks. */
static span value_at(str text, size_t at, size_t *end) {
    const size_t begin = skip_white(text, at);
    const char quote = begin < text.size ? text.data[begin] : '\0';
    if (quote == '"' || quote == '\'') {
        const size_t close = html_find_char(text, begin + 1, quote);
        *end = close < text.size ? close + 1 : close;
        return (span){begin + 1, close};
    }
    *end = begin;
    while (*end < text.size && !ascii_is_space(text.data[*end]) && text.data[*end] != '>') {
        ++*end;
    }
    return (span){begin, *end};
}

bool html_next_attribute(str text, size_t *at, html_attribute_token *out) {
    const size_t begin = skip_blank(text, *at);
    *at = begin;
    if (begin >= text.size || text.data[begin] == '>') {
        return false;
    }
    size_t end = begin + 1; /* an `=` may begin a name */
    while (end < text.size && !ascii_is_space(text.data[end]) && text.data[end] != '/' &&
           text.data[end] != '>' && text.data[end] != '=') {
        end++;
    }
    *out = (html_attribute_token){{begin, end}, {end, end}};
    *at = end;
    const size_t equals = skip_white(text, end);
    if (equals < text.size && text.data[equals] == '=') {
        out->value = value_at(text, equals + 1, at);
    }
    return true;
}

/* --- ends ------------------------------------------------------------------------------------- */

size_t html_tag_end(str text, size_t at) {
    const size_t close = html_find_char(text, at, '>');
    return close < text.size ? close + 1 : close;
}

size_t html_find_end_tag(str text, size_t from, str name) {
    for (size_t at = html_find_char(text, from, '<'); at < text.size;
         at = html_find_char(text, at + 1, '<')) {
        const size_t end = at + 2 + name.size;
        if (end < text.size && text.data[at + 1] == '/' &&
            ascii_equal((str){text.data + at + 2, name.size}, name) &&
            !ascii_is_alphanumeric(text.data[end])) {
            return at;
        }
    }
    return text.size;
}

size_t html_reference_end(str text, size_t at) {
    size_t end = at + 1;
    end += end < text.size && text.data[end] == '#';
    const size_t name = end;
    while (end < text.size && ascii_is_alphanumeric(text.data[end])) {
        end++;
    }
    if (end == name) {
        return at;
    }
    return end < text.size && text.data[end] == ';' ? end + 1 : end;
}

size_t html_comment_end(str text, size_t begin) {
    size_t at = begin + 4; /* <!-- */
    if (at < text.size && text.data[at] == '>') {
        return at + 1;
    }
    for (at = html_find_char(text, at, '>'); at < text.size;
         at = html_find_char(text, at + 1, '>')) {
        if (memcmp(text.data + at - 2, "--", 2) == 0) {
            return at + 1;
        }
    }
    return text.size;
}
