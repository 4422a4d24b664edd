/* Names and acronyms that are explained in two ways.
 *
 * What is looked for: "Federal Security Service (FSB)" or "[FSB]", "the Federal Security Service,
 * or FSB", "FSB (Federal Security Service)", "FSB, short for Federal Security Service", and "the
 * FSB, the foreign intelligence service,". Whether an explanation is right is not asked. */
#include "reason/conflicts.h"
#include "reason/names.h"
#include "reason/reporting.h"

#include "base/ascii.h"
#include "base/letters.h"

enum { LETTERS_LEAST = 2, LETTERS_MOST = 6, WORDS_MOST = 10, MODIFIERS_LEAST = 2 };

typedef struct {
    str acronym;
    span meaning;
    bool expands; /* its words begin with the acronym's letters */
} gloss;

typedef VEC(gloss) gloss_list;

typedef VEC(span) word_spans;

/* --- finding ---------------------------------------------------------------------------------- */

static bool is_acronym(str word) {
    bool is = word.size >= LETTERS_LEAST && word.size <= LETTERS_MOST;
    for (size_t i = 0; is && i < word.size; i++) {
        is = ascii_is_upper(word.data[i]);
    }
    return is;
}

static bool is_small_word(str word) {
    return ascii_has_word(STR("of the and for in on to a an de du la le des"), word);
}

static void split(str text, span part, word_spans *out) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        vec_push(out, (span){pos - word.size, pos});
    }
}

/* Whether the last words of the list begin with the letters, in order; small words may stand
 * between, or lend a letter. `*begin` gets where the first of them stands. */
static bool is_expansion(str text, const word_spans *words, str letters, size_t *begin) {
    size_t at = words->count, left = letters.size;
    while (left > 0 && at > 0 && words->count - at < WORDS_MOST) {
        str word = str_slice(text, words->items[at - 1]);
        bool fits = ascii_lower(word.data[0]) == ascii_lower(letters.data[left - 1]);
        bool capital = ascii_is_upper(word.data[0]);
        if (fits && (capital || left < letters.size)) {
            left--;
        } else if (!is_small_word(word)) {
            return false;
        }
        at--;
    }
    bool capital = at < words->count && text.data[words->items[at].begin] >= 'A' &&
                   text.data[words->items[at].begin] <= 'Z';
    *begin = capital ? words->items[at].begin : 0;
    return left == 0 && capital;
}

/* The same for a name whose letters come from another language ("Federal Security Service", FSB):
 * the run of words with capitals at the end, if it has about as many, and begins alike. */
static bool is_name_of(str text, const word_spans *words, str letters, size_t *begin) {
    size_t capitals = 0;
    bool found = false;
    for (size_t at = words->count; at > 0 && capitals <= letters.size; at--) {
        str word = str_slice(text, words->items[at - 1]);
        if (!begins_with_capital(word) && !is_small_word(word)) {
            break;
        }
        capitals += begins_with_capital(word);
        if (word.data[0] == letters.data[0] && capitals > 1 && capitals + 1 >= letters.size) {
            *begin = words->items[at - 1].begin;
            found = true;
        }
    }
    return found;
}

/* A name that ends where `before` does, and its acronym. */
static void take_name_before(str text, span before, str acronym, gloss_list *out) {
    word_spans words = {0};
    size_t begin;
    split(text, before, &words);
    if (words.count > 1 && (is_expansion(text, &words, acronym, &begin) ||
                            is_name_of(text, &words, acronym, &begin))) {
        vec_push(out, (gloss){acronym, {begin, words.items[words.count - 1].end}, true});
    }
    vec_free(&words);
}

/* "(FSB)", "[FSB]", and "(FSB, the successor of the KGB)": the acronym; data NULL: none. */
static str acronym_in(str text, const word_spans *inside) {
    str first = inside->count > 0 ? str_slice(text, inside->items[0]) : STR("");
    bool alone =
        inside->count == 1 || (inside->count > 1 && (text.data[inside->items[0].end] == ',' ||
                                                     text.data[inside->items[0].end] == ';'));
    return alone && is_acronym(first) ? first : (str){NULL, 0};
}

/* What is put behind an acronym: its name, or what it is. */
static void take_meaning(str text, span meaning, str acronym, bool names_it, gloss_list *out) {
    word_spans words = {0};
    size_t begin = 0;
    split(text, meaning, &words);
    while (words.count > 0 && ascii_has_word(STR("the a an"), str_slice(text, words.items[0]))) {
        for (size_t i = 1; i < words.count; i++) {
            words.items[i - 1] = words.items[i];
        }
        words.count--;
    }
    if (words.count > 1 && words.count <= WORDS_MOST) {
        bool expands = is_expansion(text, &words, acronym, &begin) && begin == words.items[0].begin;
        span where = {words.items[0].begin, words.items[words.count - 1].end};
        if (expands || !names_it) {
            vec_push(out, (gloss){acronym, where, expands});
        }
    }
    vec_free(&words);
}

static void take_brackets(str text, span sentence, size_t open, gloss_list *out) {
    size_t close = open;
    const char mark = text.data[open] == '[' ? ']' : ')';
    while (close < sentence.end && text.data[close] != mark) {
        close++;
    }
    word_spans before = {0}, inside = {0};
    split(text, (span){sentence.begin, open}, &before);
    split(text, (span){open, close}, &inside);
    str in = acronym_in(text, &inside);
    str last = before.count > 0 ? str_slice(text, before.items[before.count - 1]) : STR("");
    if (in.data != NULL) {
        take_name_before(text, (span){sentence.begin, open}, in, out);
    } else if (inside.count > 1 && is_acronym(last)) {
        take_meaning(text, (span){open + 1, close}, last, true, out);
    }
    vec_free(&before);
    vec_free(&inside);
}

static size_t clause_end(str text, size_t at, size_t end) {
    while (at < end && text.data[at] != ',' && text.data[at] != '.' && text.data[at] != ';') {
        at++;
    }
    return at;
}

/* What follows an acronym, or goes before it. */
static void take_apposition(str text, span sentence, span acronym, gloss_list *out) {
    static const char *const BEHIND[] = {
        ", the ", ", a ", ", an ", ", short for ", ", which stands for ", ", or the "};
    str rest = str_slice(text, (span){acronym.end, sentence.end});
    str name = str_slice(text, acronym);
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++) {
        str mark = str_from(BEHIND[i]);
        if (str_starts(rest, mark)) {
            size_t begin = acronym.end + mark.size;
            take_meaning(text, (span){begin, clause_end(text, begin, sentence.end)}, name, false,
                         out);
            return;
        }
    }
    span before = {sentence.begin, acronym.begin};
    static const str OR = {", or ", 5};
    if (before.end - before.begin > OR.size &&
        str_equal(str_slice(text, (span){before.end - OR.size, before.end}), OR)) {
        take_name_before(text, (span){before.begin, before.end - OR.size}, name, out);
    }
}

static void find_glosses(const paper *in, gloss_list *out) {
    str text = in->is->text;
    for (size_t i = 0; i < in->sentence_count; i++) {
        span sentence = in->sentences[i];
        size_t pos = sentence.begin;
        for (str word = next_word(text, sentence, &pos); word.data != NULL;
             word = next_word(text, sentence, &pos)) {
            if (is_acronym(word)) {
                take_apposition(text, sentence, (span){pos - word.size, pos}, out);
            }
        }
        for (size_t at = sentence.begin; at < sentence.end; at++) {
            if (text.data[at] == '(' || text.data[at] == '[') {
                take_brackets(text, sentence, at, out);
            }
        }
    }
}

/* --- comparing -------------------------------------------------------------------------------- */

/* Whether each has a word that the other lacks. */
static bool differ(const gist *a, const gist *b) {
    float common = gist_common(a, b, true);
    return common < a->weight - 0.5F && common < b->weight - 0.5F;
}

/* Whether a word of the one is spelled out in the other: "UN" of "United Nations". */
static bool spells_out(str a, span x, str b, span y) {
    word_spans one = {0}, other = {0};
    size_t begin;
    bool found = false;
    split(a, x, &one);
    split(b, y, &other);
    for (size_t i = 0; i < one.count && !found; i++) {
        str word = str_slice(a, one.items[i]);
        word_spans start = {0};
        for (size_t k = 0; k < other.count && !found && is_acronym(word); k++) {
            vec_push(&start, other.items[k]);
            found = is_expansion(b, &start, word, &begin);
        }
        vec_free(&start);
    }
    vec_free(&one);
    vec_free(&other);
    return found;
}

/* "the foreign intelligence service" names another service than "Federal Security Service": it
 * ends in the same word, and none of those before it, two at least, is the same. */
static bool contradicts(const conflict_search *self, str a, span x, str b, span y) {
    word_spans one = {0}, other = {0};
    split(a, x, &one);
    split(b, y, &other);
    bool found = one.count > MODIFIERS_LEAST && other.count > MODIFIERS_LEAST;
    if (found) {
        span head = one.items[one.count - 1], rival = other.items[other.count - 1];
        gist rest = gist_of(self->in, a, (span){x.begin, head.begin}, self->into);
        gist other_rest = gist_of(self->in, b, (span){y.begin, rival.begin}, self->into);
        found = ascii_equal(str_slice(a, head), str_slice(b, rival)) &&
                gist_common(&rest, &other_rest, true) <= 0 && one.count <= MODIFIERS_LEAST + 2 &&
                other.count <= MODIFIERS_LEAST + 2;
    }
    vec_free(&one);
    vec_free(&other);
    return found;
}

static bool is_conflict(const conflict_search *self, str a, const gloss *x, str b, const gloss *y) {
    if (!str_equal(x->acronym, y->acronym)) {
        return false;
    }
    if (x->expands && y->expands) {
        gist one = gist_of(self->in, a, x->meaning, self->into);
        gist other = gist_of(self->in, b, y->meaning, self->into);
        return differ(&one, &other) && !spells_out(a, x->meaning, b, y->meaning) &&
               !spells_out(b, y->meaning, a, x->meaning);
    }
    return x->expands != y->expands && contradicts(self, a, x->meaning, b, y->meaning);
}

void conflict_of_glosses(conflict_search *self, const paper *a, const paper *b) {
    gloss_list one = {0}, other = {0};
    find_glosses(a, &one);
    find_glosses(b, &other);
    for (size_t i = 0; i < one.count; i++) {
        for (size_t k = a == b ? i + 1 : 0; k < other.count; k++) {
            if (is_conflict(self, a->is->text, &one.items[i], b->is->text, &other.items[k])) {
                conflict_add(self, "gloss", conflict_sentence(self, a, one.items[i].meaning),
                             conflict_sentence(self, b, other.items[k].meaning),
                             shown(one.items[i].acronym));
            }
        }
    }
    vec_free(&one);
    vec_free(&other);
}
