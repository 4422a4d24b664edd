#include "reason/outlets.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "reason/names.h"
#include "reason/reporting.h"
#include "resolve/resolve.h"

enum { WORDS_MOST = 6 };

/* --- comparing -------------------------------------------------------------------------------- */

/* Letters and digits alone, small; without what stands behind the first full stop of a site's name.
 */
static void squeeze(str name, buf *out) {
    buf_put(out, STR(""));
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == '.' && i + 1 < name.size && ascii_is_letter(name.data[i + 1])) {
            break;
        }
        if (ascii_is_alphanumeric(name.data[i]) || (unsigned char)name.data[i] >= 0x80) {
            buf_putc(out, ascii_lower(name.data[i]));
        }
    }
}

static str without_article(str name) {
    bool has = name.size > 4 && ascii_equal((str){name.data, 4}, STR("the "));
    return has ? str_slice(name, (span){4, name.size}) : name;
}

static bool is_squeezed(str a, str b) {
    buf one = {0}, other = {0};
    squeeze(without_article(a), &one);
    squeeze(without_article(b), &other);
    bool same = one.size > 3 && str_equal(buf_str(&one), buf_str(&other));
    buf_free(&one);
    buf_free(&other);
    return same;
}

static bool is_idle(str word) {
    return ascii_has_word(STR("the of online news com website"), word);
}

/* Whether every word of the one is in the other, but for those that tell nothing. */
static bool has_words(str in, str of) {
    size_t pos = 0, count = 0;
    span whole = {0, of.size};
    for (str word = next_word(of, whole, &pos); word.data != NULL;
         word = next_word(of, whole, &pos)) {
        if (is_idle(word)) {
            continue;
        }
        size_t at = 0;
        bool found = false;
        for (str each = next_word(in, (span){0, in.size}, &at); each.data != NULL && !found;
             each = next_word(in, (span){0, in.size}, &at)) {
            found = ascii_equal(each, word);
        }
        if (!found) {
            return false;
        }
        count++;
    }
    return count > 0;
}

bool is_one_outlet(str a, str b) {
    if (a.size == 0 || b.size == 0) {
        return false;
    }
    return is_same_outlet(a, b) || is_squeezed(a, b) || (has_words(a, b) && has_words(b, a));
}

/* --- knowing ---------------------------------------------------------------------------------- */

/* "MyFoxHouston. com", as some texts have it, is one, too. */
static bool is_site(str name) {
    static const str SPACED = {". com", 5};
    if (name.size > SPACED.size &&
        str_equal(str_slice(name, (span){name.size - SPACED.size, name.size}), SPACED)) {
        name.size -= SPACED.size;
        return count_words(name, (span){0, name.size}) == 1;
    }
    bool dot = false, space = false;
    for (size_t i = 1; i + 2 < name.size; i++) {
        dot = dot || (name.data[i] == '.' && ascii_is_alphanumeric(name.data[i - 1]) &&
                      ascii_is_letter(name.data[i + 1]));
        space = space || name.data[i] == ' ';
    }
    return dot && !space;
}

/* Its first words are an outlet's that is well known: "BBC Scotland". */
static bool begins_with_listed(str name) {
    size_t pos = 0;
    str first = next_word(name, (span){0, name.size}, &pos);
    bool acronym = first.size > 2;
    for (size_t i = 0; i < first.size; i++) {
        acronym = acronym && ascii_is_upper(first.data[i]);
    }
    return acronym && is_outlet_name(first);
}

/* "Dockside Radio", "the Gazette of Northport": of two words at least, one of which outlets have in
 * their names. */
static bool is_formed(str name) {
    size_t pos = 0, count = 0;
    bool has = false;
    span whole = {0, name.size};
    for (str word = next_word(name, whole, &pos); word.data != NULL;
         word = next_word(name, whole, &pos)) {
        bool capital =
            ascii_lower(word.data[0]) != word.data[0] || (unsigned char)word.data[0] > 0x7F;
        if (!capital && !is_idle(word) && !ascii_is_digit(word.data[0])) {
            return false;
        }
        has = has || (capital && word_does(word, OUTLET_NAME));
        count += capital && !is_idle(word);
    }
    return has && count > 1 && count <= WORDS_MOST;
}

/* "10News", "9NEWS": a channel that has its number in its name. */
static bool is_numbered(str name) {
    size_t digits = 0;
    while (digits < name.size && ascii_is_digit(name.data[digits])) {
        digits++;
    }
    return digits > 0 && digits < 3 &&
           ascii_has_word(STR("news tv"), str_slice(name, (span){digits, name.size}));
}

/* "10News in San Diego": the name. */
static str without_place(str name) {
    static const str IN = {" in ", 4};
    for (size_t i = 1; i + IN.size < name.size; i++) {
        if (str_equal(str_slice(name, (span){i, i + IN.size}), IN)) {
            return str_slice(name, (span){0, i});
        }
    }
    return name;
}

bool is_outlets_name(const dossier *self, str name) {
    name = ascii_trim(name);
    if (name.size == 0) {
        return false;
    }
    for (size_t i = 0; i < self->count; i++) {
        if (is_one_outlet(name, plain(self->papers[i].is->about.publisher))) {
            return true;
        }
    }
    return is_outlet_name(name) || is_numbered(without_place(name)) || begins_with_listed(name) ||
           is_formed(name) || is_site(name);
}

/* --- in a text -------------------------------------------------------------------------------- */

static bool is_capital(str word) {
    return word.size > 0 && (ascii_is_upper(word.data[0]) || (unsigned char)word.data[0] == 0xC3);
}

size_t name_end(str text, span part, size_t begin) {
    size_t pos = begin, end = begin;
    for (size_t i = 0; i < WORDS_MOST; i++) {
        str word = next_word(text, part, &pos);
        if (word.data == NULL) {
            break;
        }
        size_t at = (size_t)(word.data - text.data);
        str between = str_slice(text, (span){end, at});
        bool next_to = at == end + 1;
        bool joined = i == 0 || str_equal(between, STR(" ")) || str_equal(between, STR("-")) ||
                      str_equal(between, STR(".")) || str_equal(between, STR(" & "));
        bool site = i > 0 && next_to && text.data[end] == '.' && word.size > 1;
        size_t next = pos; /* "told Le Parisien Wednesday", but "the Northport Sunday Herald" */
        bool day =
            ascii_has_word(STR("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"), word) &&
            !is_capital(next_word(text, part, &next));
        if (i > 0 && joined && str_equal(word, STR("of"))) { /* "Gazette of Northport" */
            next = pos;
            if (!is_capital(next_word(text, part, &next))) {
                break;
            }
            pos = end = next;
            continue;
        }
        if (!joined || (i > 0 && day) || !(is_capital(word) || site)) {
            break;
        }
        end = pos;
    }
    return end;
}
