#include "resolve/outlet_names.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "resolve/lists.h"

/* --- comparing -------------------------------------------------------------------------------- */

/* Takes the next word (of letters and digits) of a name that is none of the empty ones. */
static str next_word(str *rest) {
    for (;;) {
        size_t begin = 0;
        while (begin < rest->size && !ascii_is_alphanumeric(rest->data[begin])) {
            begin++;
        }
        size_t end = begin;
        while (end < rest->size && ascii_is_alphanumeric(rest->data[end])) {
            end++;
        }
        str found = str_slice(*rest, (span){begin, end});
        *rest = str_slice(*rest, (span){end, rest->size});
        if (found.size == 0 ||
            (!ascii_equal(found, STR("the")) && !ascii_equal(found, STR("news")))) {
            return found;
        }
    }
}

static bool begins_with(str text, str start) {
    return text.size >= start.size && ascii_equal((str){text.data, start.size}, start);
}

/* Each word of the one begins with the word of the other at its place. */
static bool is_shortened(str whole, str brief) {
    str w = next_word(&whole), b = next_word(&brief);
    if (b.size == 0 || w.size == 0) {
        return false;
    }
    while (b.size > 0 && w.size > 0 && begins_with(w, b)) {
        w = next_word(&whole);
        b = next_word(&brief);
    }
    return b.size == 0 && w.size == 0;
}

/* The one is the first letters of the other's words. */
static bool is_initials(str whole, str brief) {
    str letters = next_word(&brief);
    size_t i = 0;
    for (str w = next_word(&whole); w.size > 0; w = next_word(&whole), i++) {
        if (i >= letters.size || ascii_lower(letters.data[i]) != ascii_lower(w.data[0])) {
            return false;
        }
    }
    return i > 1 && i == letters.size && next_word(&brief).size == 0;
}

bool is_same_outlet(str a, str b) {
    return is_shortened(a, b) || is_shortened(b, a) || is_initials(a, b) || is_initials(b, a);
}

bool is_called_by_last_word(str whole, str name) {
    str last = next_word(&whole), first = next_word(&name);
    for (str w = next_word(&whole); w.size > 0; w = next_word(&whole)) {
        last = w;
    }
    return first.size > 0 && next_word(&name).size == 0 && ascii_equal(first, last);
}

/* --- knowing ---------------------------------------------------------------------------------- */

bool is_outlet_name(str name) {
    buf small = {0};
    str rest = ascii_trim(name);
    if (rest.size > 4 && ascii_equal((str){rest.data, 4}, STR("the "))) {
        rest = str_slice(rest, (span){4, rest.size});
    }
    for (size_t i = 0; i < rest.size; i++) {
        buf_putc(&small, ascii_lower(rest.data[i]));
    }
    bool one = true;
    for (size_t i = 0; i < small.size; i++) {
        one = one && small.data[i] != ' ';
    }
    bool known = small.size > 0 && (list_find(LIST_OF_NEWS, buf_str(&small), NULL) ||
                                    (!one && list_find(LIST_OF_OUTLETS, buf_str(&small), NULL)));
    buf_free(&small);
    return known;
}
