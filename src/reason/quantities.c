#include "reason/quantities.h"

#include "base/ascii.h"
#include "reason/reporting.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 32, VAGUE_WORDS = 2 };

/* --- words ------------------------------------------------------------------------------------ */

typedef struct {
    str text;
    span where;
} token;

typedef VEC(token) token_list;

static bool is_digits(str word) {
    return word.size > 0 && ascii_is_digit(word.data[0]);
}

/* "1,200" and "3.5" are one word here. */
static void split(str text, span part, token_list *out) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        span where = {pos - word.size, pos};
        while (is_digits(word) && pos + 1 < part.end &&
               (text.data[pos] == ',' || text.data[pos] == '.') &&
               ascii_is_digit(text.data[pos + 1])) {
            pos++;
            next_word(text, part, &pos);
            where.end = pos;
        }
        vec_push(out, (token){str_slice(text, where), where});
    }
}

static double number_word(str word) {
    static const struct {
        const char *word;
        double value;
    } WORDS[] = {{"two", 2},       {"three", 3},     {"four", 4},     {"five", 5},
                 {"six", 6},       {"seven", 7},     {"eight", 8},    {"nine", 9},
                 {"ten", 10},      {"eleven", 11},   {"twelve", 12},  {"thirteen", 13},
                 {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16}, {"seventeen", 17},
                 {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
                 {"forty", 40},    {"fifty", 50},    {"sixty", 60},   {"seventy", 70},
                 {"eighty", 80},   {"ninety", 90}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (ascii_equal(word, str_from(WORDS[i].word))) {
            return WORDS[i].value;
        }
    }
    return NAN;
}

/* "1,200" is a number, "3rd" and "F16" are none. */
static double number_of(str word) {
    if (!is_digits(word)) {
        return number_word(word);
    }
    double value = 0, scale = 0;
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        if (ascii_is_digit(c)) {
            value = scale > 0 ? value + (c - '0') * scale : value * 10 + (c - '0');
            scale = scale > 0 ? scale / 10 : scale;
        } else if (c == '.') {
            scale = 0.1;
        } else if (c != ',') {
            return NAN;
        }
    }
    return value;
}

static double factor_of(str word) {
    return ascii_equal(word, STR("thousand"))  ? 1e3
           : ascii_equal(word, STR("million")) ? 1e6
           : ascii_equal(word, STR("billion")) ? 1e9
                                               : 1;
}

int month_number(str word) {
    static const char *const MONTHS[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    bool capital = word.size > 2 && word.data[0] >= 'A' && word.data[0] <= 'Z';
    for (int i = 0; i < 12 && capital && word_does(word, MONTH); i++) {
        if (ascii_equal((str){word.data, 3}, str_from(MONTHS[i]))) {
            return i + 1;
        }
    }
    return 0;
}

/* --- quantities ------------------------------------------------------------------------------- */

static str word_at(const token_list *words, size_t i) {
    return i < words->count ? words->items[i].text : (str){NULL, 0};
}

static double number_of_word(const token_list *words, size_t i) {
    return i < words->count ? number_of(words->items[i].text) : NAN;
}

/* "30 to 50", "two or three": either end of it. */
static bool is_of_range(const token_list *words, size_t i) {
    bool first = ascii_has_word(STR("to or and"), word_at(words, i + 1)) &&
                 !isnan(number_of_word(words, i + 2));
    bool last = i >= 2 && ascii_has_word(STR("to or and"), words->items[i - 1].text) &&
                !isnan(number_of_word(words, i - 2));
    return first || last;
}

static bool is_vague(const token_list *words, size_t i) {
    for (size_t back = 1; back <= VAGUE_WORDS && back <= i; back++) {
        if (word_does(words->items[i - back].text, VAGUE)) {
            return true;
        }
    }
    return is_of_range(words, i);
}

/* "on June 3"; a date that stands alone is that of a dateline. */
static bool is_after_preposition(const token_list *words, size_t i) {
    return i > 0 && ascii_has_word(STR("on by until from for since of to before after"),
                                   words->items[i - 1].text);
}

/* "June 3" or "3 June". */
static bool take_date(const token_list *words, size_t i, quantity *out) {
    bool month_first = month_number(word_at(words, i)) > 0;
    int month = month_number(word_at(words, month_first ? i : i + 1));
    str day_word = word_at(words, month_first ? i + 1 : i);
    double day = is_digits(day_word) ? number_of(day_word) : NAN;
    if (month == 0 || isnan(day) || day < 1 || day > 31) {
        return false;
    }
    *out = (quantity){.kind = QUANTITY_DATE,
                      .value = month * 100 + day,
                      .vague = !is_after_preposition(words, i),
                      .where = {words->items[i].where.begin, words->items[i + 1].where.end}};
    out->number = out->where;
    return true;
}

/* "14 to 9", "3-2": how a vote or a game ended, the greater number first, as a range has the lesser
 * one. "From 14 to 9" is a change. */
static bool take_score(str text, const token_list *words, size_t i, quantity *out) {
    enum { MOST = 1000 };
    bool dash = i + 1 < words->count && text.data[words->items[i].where.end] == '-' &&
                words->items[i + 1].where.begin == words->items[i].where.end + 1;
    bool to = ascii_equal(word_at(words, i + 1), STR("to"));
    size_t second = i + (dash ? 1 : 2);
    double first = number_of_word(words, i), other = number_of_word(words, second);
    bool from = i > 0 && ascii_equal(words->items[i - 1].text, STR("from"));
    if (!(dash || to) || from || isnan(first) || isnan(other) || first <= other || first >= MOST ||
        (dash && !is_digits(word_at(words, second)))) {
        return false;
    }
    span where = {words->items[i].where.begin, words->items[second].where.end};
    *out = (quantity){QUANTITY_SCORE, first * MOST + other, where, where, STR(""), false};
    return true;
}

static bool is_currency(str text, size_t at) {
    static const char *const SIGNS[] = {"$", "£", "€"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        size_t size = strlen(SIGNS[i]);
        if (at >= size && memcmp(text.data + at - size, SIGNS[i], size) == 0) {
            return true;
        }
    }
    return false;
}

/* "1" of "7. 1" and "000" of "120, 000", as some texts have it. */
static bool is_rest_of_number(str text, const token_list *words, size_t i) {
    if (i == 0 || !is_digits(words->items[i - 1].text)) {
        return false;
    }
    size_t from = words->items[i - 1].where.end, to = words->items[i].where.begin;
    enum { THOUSANDS = 3 };
    bool comma = text.data[from] == ',' && words->items[i].text.size == THOUSANDS;
    return to - from <= 2 && (text.data[from] == '.' || comma);
}

static double ones_of(str word) {
    double value = ascii_equal(word, STR("one")) ? 1 : number_word(word);
    return value < 10 ? value : NAN;
}

/* Whether tens, in letters, have ones behind a hyphen. */
static bool has_ones(str text, const token_list *words, size_t i) {
    double tens = number_word(words->items[i].text);
    return i + 1 < words->count && tens >= 20 && text.data[words->items[i].where.end] == '-' &&
           words->items[i + 1].where.begin == words->items[i].where.end + 1 &&
           !isnan(ones_of(words->items[i + 1].text));
}

/* The number at word `i`, how many words it has, and what it counts. */
static size_t take_number(str text, const token_list *words, size_t i, quantity *out) {
    double value = number_of(words->items[i].text);
    if (isnan(value)) {
        return 0;
    }
    if (is_rest_of_number(text, words, i)) {
        return 0;
    }
    size_t used = 1;
    if (has_ones(text, words, i)) { /* "sixty-five" */
        value += ones_of(word_at(words, i + 1));
        used++;
    }
    double factor = factor_of(word_at(words, i + used));
    used += factor > 1;
    str unit = word_at(words, i + used);
    span where = {words->items[i].where.begin, words->items[i + used - 1].where.end};
    *out = (quantity){QUANTITY_COUNT, value * factor, where, where, unit, is_vague(words, i)};
    bool sign = where.end < text.size && text.data[where.end] == '%';
    size_t cent =
        ascii_equal(unit, STR("percent")) ? 1
        : ascii_equal(unit, STR("per")) && ascii_equal(word_at(words, i + used + 1), STR("cent"))
            ? 2
            : 0;
    if (is_currency(text, where.begin)) {
        out->kind = QUANTITY_MONEY;
    } else if (sign || cent > 0) {
        out->kind = QUANTITY_PERCENT;
        out->where.end = sign ? where.end + 1 : words->items[i + used + cent - 1].where.end;
    } else if (unit.data != NULL) {
        out->where.end = words->items[i + used].where.end;
    }
    return used;
}

void quantities_in(str text, span part, quantity_list *out) {
    token_list words = {0};
    quantity found;
    split(text, part, &words);
    for (size_t i = 0; i < words.count;) {
        if (take_date(&words, i, &found)) {
            vec_push(out, found);
            i += 2;
            continue;
        }
        if (take_score(text, &words, i, &found)) {
            vec_push(out, found);
            i += ascii_equal(word_at(&words, i + 1), STR("to")) ? 3 : 2;
            continue;
        }
        size_t used = take_number(text, &words, i, &found);
        if (used > 0) {
            vec_push(out, found);
        }
        i += used > 0 ? used : 1;
    }
    vec_free(&words);
}

counted count_all(str text, span part, arena *into) {
    quantity_list all = {0};
    quantities_in(text, part, &all);
    const counted out = {arena_copy(into, all.items, all.count * sizeof *all.items), all.count};
    vec_free(&all);
    return out;
}
