#include "identify/person_name.h"

#include "base/buf.h"
#include "identify/tables.h"

#include <string.h>

bool is_initial(str word) {
    return word.size == 1;
}

static bool is_in(str word, const char *list) {
    size_t at = 0;
    for (const char *found = strchr(list, ' '); found != NULL; found = strchr(list + at, ' ')) {
        if (str_equal(word, (str){list + at, (size_t)(found - list) - at})) {
            return true;
        }
        at = (size_t)(found - list) + 1;
    }
    return false;
}

static bool is_suffix(str word) {
    return is_in(word, "jr sr ii iii iv junior senior ");
}

static bool is_degree(str word) {
    return is_in(word, "phd md esq obe cbe mbe mp kc qc jd dds ");
}

/* What begins a surname of several words. */
static bool is_particle(str word) {
    return is_in(word, "de del della di da dos du la le van von der den ter ten bin ibn ben al el "
                       "ul abu st ");
}

static bool is_first_name(str word) {
    return table_has(TABLE_OF_FIRST_NAMES, word, NULL);
}

/* --- reading ---------------------------------------------------------------------------------- */

static str joined(const str *words, size_t count, const char *between, arena *into) {
    buf made = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&made, i > 0 ? str_from(between) : STR(""));
        buf_put(&made, words[i]);
    }
    return buf_keep(&made, into);
}

static bool is_title(str word) {
    return table_has(TABLE_OF_TITLES, word, NULL);
}

/* Past the last title that two words follow, whatever stands before it ("Genesee County
 * Undersheriff James Gage"), or the last title at all of those that stand first; of titles that are
 * first names too, those with two words behind. */
static size_t titles_before(const word_row *words) {
    size_t out = 0;
    for (size_t i = 0; i + 2 < words->count; i++) {
        bool name = is_first_name(words->items[i]) && i > out;
        out = is_title(words->items[i]) && !name ? i + 1 : out;
    }
    while (out < words->count && is_title(words->items[out]) &&
           (out + 1 == words->count || !is_first_name(words->items[out]))) {
        out++;
    }
    return out;
}

static str standard_suffix(str word) {
    return str_equal(word, STR("junior"))   ? STR("jr")
           : str_equal(word, STR("senior")) ? STR("sr")
                                            : word;
}

/* Xi Jinping, Orban Viktor: the surname stands first. */
static bool family_comes_first(const str *words, size_t count) {
    if (count < 2 || count > 3) {
        return false;
    }
    str first = words[0], second = words[1], last = words[count - 1];
    bool eastern = table_has(TABLE_OF_FAMILY_FIRST, first, NULL);
    if (eastern) {
        bool hyphen = memchr(second.data, '-', second.size) != NULL;
        bool western = is_first_name(second) && !hyphen && second.size > 3;
        bool also_given = count == 2 && !hyphen && table_has(TABLE_OF_GIVEN_SHARES, first, NULL);
        return !is_initial(second) && !western && !also_given &&
               (count == 3 || !table_has(TABLE_OF_FAMILY_FIRST, last, NULL));
    }
    return count == 2 && !is_initial(first) && !is_first_name(first) && is_first_name(last) &&
           !table_has(TABLE_OF_FAMILY_FIRST, last, NULL) &&
           !table_has(TABLE_OF_SURNAME_SHARES, last, NULL);
}

static str without_hyphens(str word, arena *into) {
    buf made = {0};
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] != '-' && word.data[i] != ' ') {
            buf_putc(&made, word.data[i]);
        }
    }
    return buf_keep(&made, into);
}

static person_name read_words(str *words, size_t count, arena *into) {
    person_name out = {0};
    while (count > 1 && (is_suffix(words[count - 1]) || is_degree(words[count - 1]))) {
        out.suffix = is_suffix(words[count - 1]) ? standard_suffix(words[count - 1]) : out.suffix;
        count--;
    }
    if (count <= 1) {
        out.surname = count == 1 ? words[0] : (str){0};
        return out;
    }
    if (family_comes_first(words, count)) {
        out.surname = words[0];
        out.given = without_hyphens(joined(words + 1, count - 1, "", into), into);
        return out;
    }
    size_t family = count - 1;
    for (size_t i = 1; i < family; i++) {
        family = is_particle(words[i]) ? i : family;
    }
    bool eastern = table_has(TABLE_OF_FAMILY_FIRST, words[count - 1], NULL);
    out.given = eastern ? without_hyphens(words[0], into) : words[0];
    out.middle = joined(words + 1, family - 1, " ", into);
    out.surname = joined(words + family, count - family, " ", into);
    return out;
}

/* What stands behind a comma, but for a generation, is no part of a name ("Ann Lee, M.D."). */
static str before_comma(str text, arena *into) {
    const char *comma = text.size > 0 ? memchr(text.data, ',', text.size) : NULL;
    if (comma == NULL) {
        return text;
    }
    size_t at = (size_t)(comma - text.data);
    str rest = str_slice(text, (span){at + 1, text.size});
    word_row behind = words_apart(letters_fold(rest, into), into);
    bool generation = behind.count > 0 && is_suffix(behind.items[0]);
    return generation ? text : str_slice(text, (span){0, at});
}

/* "J.K." are two initials; "Adam (Pacman) Jones" has a name that is none. */
static str apart(str text, arena *into) {
    buf made = {0};
    bool inside = false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        inside = (inside || c == '(') && c != ')';
        if (!inside && c != ')') {
            buf_putc(&made, c);
            bool initial = c == '.' && i > 0 && (i < 2 || strchr(" .", text.data[i - 2]) != NULL);
            if (initial) {
                buf_putc(&made, ' ');
            }
        }
    }
    return buf_keep(&made, into);
}

person_name person_name_read(str text, arena *into) {
    word_row words = words_apart(letters_fold(apart(before_comma(text, into), into), into), into);
    size_t begin = titles_before(&words);
    return read_words(words.items + begin, words.count - begin, into);
}

str person_name_line(const person_name *self, arena *into) {
    str parts[] = {self->given, self->middle, self->surname, self->suffix};
    return joined(parts, sizeof parts / sizeof *parts, "|", into);
}

person_name person_name_from(str line) {
    str parts[4] = {{0}};
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        const char *bar = at < line.size ? memchr(line.data + at, '|', line.size - at) : NULL;
        size_t end = bar != NULL ? (size_t)(bar - line.data) : line.size;
        parts[i] = at <= end ? str_slice(line, (span){at, end}) : (str){0};
        at = end + 1;
    }
    return (person_name){parts[0], parts[1], parts[2], parts[3]};
}

/* --- likeness --------------------------------------------------------------------------------- */

static bool stands_for(str nickname, str full) {
    str list;
    if (!table_has(TABLE_OF_NICKNAMES, nickname, &list)) {
        return false;
    }
    for (size_t at = 0; at < list.size;) {
        const char *blank = memchr(list.data + at, ' ', list.size - at);
        size_t end = blank != NULL ? (size_t)(blank - list.data) : list.size;
        if (str_equal(str_slice(list, (span){at, end}), full)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

static bool stand_for_one(str a, str b) {
    str list;
    if (!table_has(TABLE_OF_NICKNAMES, a, &list)) {
        return false;
    }
    for (size_t at = 0; at < list.size;) {
        const char *blank = memchr(list.data + at, ' ', list.size - at);
        size_t end = blank != NULL ? (size_t)(blank - list.data) : list.size;
        if (stands_for(b, str_slice(list, (span){at, end}))) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

given_likeness given_compare(str a, str b, arena *scratch) {
    if (str_equal(a, b)) {
        return is_initial(a) ? GIVEN_INITIAL : GIVEN_SAME;
    }
    if (is_initial(a) || is_initial(b)) {
        bool same = a.size > 0 && b.size > 0 && a.data[0] == b.data[0];
        return same ? GIVEN_INITIAL : GIVEN_DIFFERENT;
    }
    if (str_equal(letters_sound(without_hyphens(a, scratch), scratch),
                  letters_sound(without_hyphens(b, scratch), scratch))) {
        return GIVEN_SPELLING;
    }
    bool nickname = stands_for(a, b) || stands_for(b, a) || stand_for_one(a, b);
    return nickname ? GIVEN_NICKNAME : GIVEN_DIFFERENT;
}

static bool is_article(str word) {
    return str_equal(word, STR("al")) || str_equal(word, STR("el"));
}

str surname_key(str surname, arena *into) {
    buf made = {0};
    str rest = surname;
    for (size_t at = 0; at < rest.size;) {
        size_t end = at;
        while (end < rest.size && rest.data[end] != ' ' && rest.data[end] != '-') {
            end++;
        }
        str word = str_slice(rest, (span){at, end});
        if (!is_article(word) || end >= rest.size) {
            buf_put(&made, letters_sound(word, into));
        }
        at = end + 1;
    }
    return buf_keep(&made, into);
}

static bool is_part(str whole, str part, arena *scratch) {
    for (size_t at = 0; at < whole.size;) {
        const char *hyphen = memchr(whole.data + at, '-', whole.size - at);
        size_t end = hyphen != NULL ? (size_t)(hyphen - whole.data) : whole.size;
        str word = str_slice(whole, (span){at, end});
        bool all = word.size == whole.size;
        if (!all && word.size > 2 &&
            str_equal(surname_key(word, scratch), surname_key(part, scratch))) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

surname_likeness surname_compare(str a, str b, arena *scratch) {
    if (str_equal(a, b)) {
        return SURNAME_SAME;
    }
    if (str_equal(surname_key(a, scratch), surname_key(b, scratch))) {
        return SURNAME_SPELLING;
    }
    return is_part(a, b, scratch) || is_part(b, a, scratch) ? SURNAME_PART : SURNAME_DIFFERENT;
}

/* --- rarity ----------------------------------------------------------------------------------- */

static double share(table_name in, str word, double otherwise) {
    str value;
    if (!table_has(in, word, &value)) {
        return otherwise;
    }
    double number = 0;
    for (size_t i = 0; i < value.size; i++) {
        number = 10 * number + (value.data[i] - '0');
    }
    return number / 1e5;
}

double person_name_bearers(const person_name *self, arena *scratch) {
    enum { PEOPLE = 250000000, INITIALS = 15 };
    str spelled = letters_sound(self->given, scratch);
    double given = share(TABLE_OF_GIVEN_SHARES, self->given, 3e-5);
    given += str_equal(spelled, self->given) ? 0 : share(TABLE_OF_GIVEN_SHARES, spelled, 0);
    str full;
    if (table_has(TABLE_OF_NICKNAMES, self->given, &full)) { /* "matt": as common as "matthew" */
        word_row names = words_apart(full, scratch);
        for (size_t i = 0; i < names.count; i++) {
            double of = share(TABLE_OF_GIVEN_SHARES, names.items[i], 0);
            given = of > given ? of : given;
        }
    }
    double out = PEOPLE * given * share(TABLE_OF_SURNAME_SHARES, self->surname, 2e-5);
    bool rarer = self->middle.size > 1;
    return self->middle.size == 0 ? out : out / (rarer ? 10 * INITIALS : INITIALS);
}
