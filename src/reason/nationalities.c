/* Of what country something is said to be: "the Marlin Grace, a British trawler" and "the Marlin
 * Grace, a Danish trawler". */
#include "reason/conflicts.h"
#include "reason/names.h"
#include "reason/reporting.h"

#include "base/ascii.h"
#include "base/table.h"

extern const unsigned char LIST_COUNTRIES[];
extern const size_t LIST_COUNTRIES_SIZE;

typedef struct {
    str name, country, thing; /* "Marlin Grace", "Denmark", "trawler" */
    span where;
} nationality;

typedef VEC(nationality) nationality_list;

/* The country whose people are called so; data NULL: none. */
static str country_of(str word) {
    enum { WORD_MAX = 24 };
    char small[WORD_MAX];
    str list = {(const char *)LIST_COUNTRIES, LIST_COUNTRIES_SIZE}, country;
    if (!begins_with_capital(word) || word.size > WORD_MAX) {
        return (str){NULL, 0};
    }
    for (size_t i = 0; i < word.size; i++) {
        small[i] = ascii_lower(word.data[i]);
    }
    bool known = table_find(list, (str){small, word.size}, &country);
    return known && country.size > 0 ? country : (str){NULL, 0};
}

/* What follows ", a " after a name: a word for a people, and the thing. */
static void take(str text, span part, span name, size_t begin, nationality_list *out) {
    size_t pos = begin;
    str people = next_word(text, part, &pos), country = country_of(people);
    str thing = next_word(text, part, &pos);
    bool side_by_side = thing.data != NULL && thing.data == people.data + people.size + 1;
    if (country.data != NULL && side_by_side && !begins_with_capital(thing)) {
        vec_push(out, (nationality){str_slice(text, name), country, thing, {begin, pos}});
    }
}

static void find_nationalities(const paper *in, nationality_list *out) {
    static const str BETWEEN[] = {{", a ", 4}, {", an ", 5}, {", the ", 6}};
    str text = in->is->text;
    for (size_t i = 0; i < in->sentence_count; i++) {
        span part = in->sentences[i];
        for (size_t at = part.begin; at < part.end; at++) {
            str rest = str_slice(text, (span){at, part.end});
            for (size_t k = 0; k < sizeof BETWEEN / sizeof *BETWEEN; k++) {
                span name =
                    str_starts(rest, BETWEEN[k]) ? name_before(text, part, at) : (span){at, at};
                if (count_words(text, name) > 1) {
                    take(text, part, name, at + BETWEEN[k].size, out);
                }
            }
        }
    }
}

static bool is_contradiction(const nationality *a, const nationality *b) {
    return ascii_equal(a->thing, b->thing) && !str_equal(a->country, b->country) &&
           str_equal(a->name, b->name);
}

void conflict_of_nationalities(conflict_search *self, const paper *a, const paper *b) {
    nationality_list one = {0}, other = {0};
    find_nationalities(a, &one);
    find_nationalities(b, &other);
    for (size_t i = 0; i < one.count; i++) {
        for (size_t k = 0; k < other.count; k++) {
            if (is_contradiction(&one.items[i], &other.items[k])) {
                conflict_add(self, "gloss", conflict_sentence(self, a, one.items[i].where),
                             conflict_sentence(self, b, other.items[k].where),
                             shown(one.items[i].name));
            }
        }
    }
    vec_free(&one);
    vec_free(&other);
}
