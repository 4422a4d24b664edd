#include "read/link.h"

#include "base/ascii.h"

#include <string.h>

enum {
    PARENTHESES_MAX = 32, /* nested in a destination; md4c's bound, too */
    LABEL_MAX = 999,      /* bytes (CommonMark: characters) */
    SCHEME_MAX = 32
};

static size_t skip_space(str text, size_t at, size_t end) {
    while (at < end && ascii_is_space(text.data[at])) {
        at++;
    }
    return at;
}

/* Past what is written at `at`, which may be an escape. */
static size_t past(str text, size_t at, size_t end) {
    return text.data[at] == '\\' && at + 1 < end && ascii_is_punctuation(text.data[at + 1])
               ? at + 2
               : at + 1;
}

/* Past the first unescaped `closer` at or after `at`; 0 where there is none. */
static size_t past_closer(str text, size_t at, size_t end, char closer) {
    while (at < end && text.data[at] != closer) {
        at = past(text, at, end);
    }
    return at < end ? at + 1 : 0;
}

/* Where the destination that begins at `at` ends; `at` where there is none. */
static size_t destination_end(str text, size_t at, size_t end) {
    if (at < end && text.data[at] == '<') {
        size_t closed = past_closer(text, at, end, '>');
        return closed > 0 ? closed : at;
    }
    size_t depth = 0;
    size_t i = at;
    while (i < end && !ascii_is_space(text.data[i])) {
        if (text.data[i] == '(' && ++depth > PARENTHESES_MAX) {
            return at;
        }
        if (text.data[i] == ')' && depth-- == 0) {
            break;
        }
        i = past(text, i, end);
    }
    return i;
}

/* Past the title that begins at `at`; `at` where there is none. */
static size_t title_end(str text, size_t at, size_t end) {
    if (at == end || strchr("\"'(", text.data[at]) == NULL || text.data[at] == '\0') {
        return at;
    }
    char closer = text.data[at] == '(' ? ')' : text.data[at];
    size_t closed = past_closer(text, at + 1, end, closer);
    return closed > 0 ? closed : at;
}

/* Past the `)` of a link whose `(` is at `at`; 0 where it is none. */
static size_t inline_end(str text, size_t at, size_t end) {
    size_t i = destination_end(text, skip_space(text, at + 1, end), end);
    i = title_end(text, skip_space(text, i, end), end);
    i = skip_space(text, i, end);
    return i < end && text.data[i] == ')' ? i + 1 : 0;
}

size_t link_tail_end(str text, size_t at, size_t end) {
    size_t next = at + 1;
    size_t found = 0;
    if (next < end && text.data[next] == '(') {
        found = inline_end(text, next, end);
    } else if (next < end && text.data[next] == '[') {
        found = past_closer(text, next + 1, end, ']');
    }
    return found > 0 ? found : next;
}

/* --- what a destination looks like ------------------------------------------------------------ */

static size_t scheme_size(str target) {
    size_t i = 0;
    while (i < target.size && i <= SCHEME_MAX &&
           (ascii_is_alphanumeric(target.data[i]) || memchr("+-.", target.data[i], 3) != NULL)) {
        i++;
    }
    return i > 0 && i < target.size && i <= SCHEME_MAX && target.data[i] == ':' ? i : 0;
}

/* http://..., mailto:... */
static bool has_scheme(str target) {
    static const str WITHOUT_SLASHES[] = {{"mailto", 6},      {"tel", 3},  {"sms", 3},
                                          {"javascript", 10}, {"data", 4}, {"news", 4},
                                          {"whatsapp", 8},    {"about", 5}};
    size_t size = scheme_size(target);
    if (size == 0) {
        return false;
    }
    if (str_starts(str_slice(target, (span){size, target.size}), STR("://"))) {
        return true;
    }
    for (size_t i = 0; i < sizeof WITHOUT_SLASHES / sizeof *WITHOUT_SLASHES; i++) {
        if (ascii_equal(WITHOUT_SLASHES[i], (str){target.data, size})) {
            return true;
        }
    }
    return false;
}

/* example.com, a.html?id=3: a full stop with a letter or digit before it and two after it, of
 * which the first is a letter ("a.m.", "U.S." and "4.50" are no names). */
static bool has_name(str target) {
    for (size_t i = 1; i + 2 < target.size; i++) {
        const char *c = target.data + i;
        if (c[0] == '.' && ascii_is_alphanumeric(c[-1]) && ascii_is_letter(c[1]) &&
            ascii_is_alphanumeric(c[2])) {
            return true;
        }
    }
    return false;
}

static bool is_address(str target) {
    return target.size > 0 &&
           (memchr("#/.?<", target.data[0], 5) != NULL || str_starts(target, STR("www.")) ||
            has_scheme(target) || has_name(target));
}

bool link_is_target(str target) {
    if (target.size == 0 || is_address(target)) {
        return true;
    }
    bool slash = false;
    bool letter = false;
    for (size_t i = 0; i < target.size; i++) {
        slash = slash || target.data[i] == '/';
        letter = letter || ascii_is_letter(target.data[i]);
    }
    return slash && letter; /* a path: wiki/Moscow, but not 5/10 */
}

/* --- definitions ------------------------------------------------------------------------------ */

/* Past the `:` of `[label]:`; 0 where there is none. */
static size_t past_colon(str text, size_t at, size_t end) {
    if (at >= end || text.data[at] != '[') {
        return 0;
    }
    size_t limit = end - at > LABEL_MAX ? at + LABEL_MAX : end;
    size_t i = at + 1;
    while (i < limit && text.data[i] != ']' && text.data[i] != '[') {
        i = past(text, i, limit);
    }
    return i + 1 < end && text.data[i] == ']' && text.data[i + 1] == ':' ? i + 2 : 0;
}

bool link_defines(str text, size_t at, size_t end) {
    return past_colon(text, at, end) > 0;
}

size_t link_definition_end(str text, size_t at, size_t end) {
    size_t colon = past_colon(text, at, end);
    if (colon == 0) {
        return at;
    }
    size_t line = colon;
    while (line < end && text.data[line] != '\n' && text.data[line] != '\r') {
        line++;
    }
    size_t begin = skip_space(text, colon, line);
    size_t stop = destination_end(text, begin, line);
    if (!is_address(str_slice(text, (span){begin, stop}))) {
        return at;
    }
    size_t last = skip_space(text, title_end(text, skip_space(text, stop, line), line), line);
    return last == line ? line : at;
}
