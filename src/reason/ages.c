/* How old people are said to be: "Reto Amherd, 34," and "Reto Amherd, a 43-year-old climber". */
#include "reason/conflicts.h"
#include "reason/names.h"
#include "reason/reporting.h"

#include "base/ascii.h"

enum { AGE_MOST = 119, YEAR = 10000 /* as the number of a day counts */ };

typedef struct {
    str name;
    int years;
    span where;
} age;

typedef VEC(age) age_list;

/* 1 to 119; 0: the word is no such number. */
static int years_of(str word) {
    int years = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (!ascii_is_digit(word.data[i]) || i > 2) {
            return 0;
        }
        years = years * 10 + (word.data[i] - '0');
    }
    return years <= AGE_MOST ? years : 0;
}

static bool ends_at(str text, span part, size_t end, str words) {
    return end >= part.begin + words.size &&
           str_equal(str_slice(text, (span){end - words.size, end}), words);
}

/* The name that stands before `at`, but for what parts them: "NAME, " or "NAME, a ". */
static span name_over(str text, span part, size_t at) {
    static const str BETWEEN[] = {{", aged ", 7}, {", a ", 4}, {", an ", 5},
                                  {", the ", 6},  {", ", 2},   {" (", 2}};
    for (size_t i = 0; i < sizeof BETWEEN / sizeof *BETWEEN; i++) {
        if (ends_at(text, part, at, BETWEEN[i])) {
            return name_before(text, part, at - BETWEEN[i].size);
        }
    }
    return (span){at, at};
}

/* "43-year-old climber Reto Amherd": a word or two may stand before the name. */
static span name_behind(str text, span part, size_t at) {
    enum { WORDS = 3 };
    size_t pos = at;
    for (size_t i = 0; i < WORDS; i++) {
        str word = next_word(text, part, &pos);
        size_t begin = word.data != NULL ? (size_t)(word.data - text.data) : part.end;
        if (word.data == NULL || (begin > at && text.data[begin - 1] != ' ' && i > 0)) {
            break;
        }
        if (begins_with_capital(word)) {
            return name_after(text, part, begin);
        }
    }
    return (span){at, at};
}

/* The age whose number ends at `end`. */
static void take(str text, span part, span number, int years, age_list *out) {
    static const str OLD = {"-year-old", 9};
    str rest = str_slice(text, (span){number.end, part.end});
    bool told = str_starts(rest, OLD);
    char next = rest.size > 0 ? rest.data[0] : '.';
    span name = name_over(text, part, number.begin);
    span where = {number.begin, number.end + (told ? OLD.size : 0)};
    if (told && name.begin == name.end) {
        name = name_behind(text, part, where.end);
    } else if (!told && next != ',' && next != '.' && next != ')' && next != ';') {
        return;
    }
    if (count_words(text, name) > 1) {
        vec_push(out, (age){str_slice(text, name), years, where});
    }
}

static void find_ages(const paper *in, age_list *out) {
    str text = in->is->text;
    for (size_t i = 0; i < in->sentence_count; i++) {
        size_t pos = in->sentences[i].begin;
        for (str word = next_word(text, in->sentences[i], &pos); word.data != NULL;
             word = next_word(text, in->sentences[i], &pos)) {
            int years = years_of(word);
            if (years > 0) {
                take(text, in->sentences[i], (span){pos - word.size, pos}, years, out);
            }
        }
    }
}

/* How far two ages may be apart: a birthday, and the years between the documents. Where one is not
 * dated, a few years may lie between them. */
static int apart(const paper *a, const paper *b) {
    enum { YEARS_UNKNOWN = 5 };
    day_range one = a->published, other = b->published;
    bool known = day_is_known(one) && day_is_known(other);
    int years = known ? (one.first - other.first) / YEAR : YEARS_UNKNOWN;
    return 1 + (years < 0 ? -years : years);
}

void conflict_of_ages(conflict_search *self, const paper *a, const paper *b) {
    age_list one = {0}, other = {0};
    find_ages(a, &one);
    find_ages(b, &other);
    for (size_t i = 0; i < one.count; i++) {
        for (size_t k = 0; k < other.count; k++) {
            int difference = one.items[i].years - other.items[k].years;
            bool differ = difference > apart(a, b) || -difference > apart(a, b);
            if (differ && is_one_full_name(one.items[i].name, other.items[k].name)) {
                conflict_add(self, "number", conflict_sentence(self, a, one.items[i].where),
                             conflict_sentence(self, b, other.items[k].where),
                             shown(one.items[i].name));
            }
        }
    }
    vec_free(&one);
    vec_free(&other);
}
