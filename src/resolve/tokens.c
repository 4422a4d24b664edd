#include "resolve/tokens.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/lexicon.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

typedef VEC(token) token_vec;

bool token_is(const token *self, const char *lower) {
    return str_equal(self->lower, str_from(lower));
}

bool token_is_office(const token *self) {
    return (self->noun & LETTER('t')) != 0 && (self->noun & LETTER('p')) != 0;
}

bool token_is_nominal(const token *self) {
    switch (self->class) {
    case WORD_NOUN:
    case WORD_NAME:
    case WORD_ADJECTIVE:
    case WORD_NUMBER:
        return true;
    default:
        return false;
    }
}

size_t tokens_after(const token_list *self, size_t pos) {
    size_t low = 0;
    size_t high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->items[middle].span.end > pos) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/* --- cutting --------------------------------------------------------------------------------- */

static str small_letters(arena *into, str text) {
    char *small = arena_alloc(into, text.size + 1);
    for (size_t i = 0; i < text.size; i++) {
        small[i] = ascii_lower(text.data[i]);
    }
    small[text.size] = '\0';
    return (str){small, text.size};
}

static bool is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2019;
}

/* Whether what stands at `pos` joins the letters before and after it into one word. */
static bool joins(str text, span all, size_t begin, size_t pos) {
    uint32_t cp = character_after(text, all, pos);
    size_t next = pos;
    (void)utf8_next(text, &next);
    uint32_t after = character_after(text, all, next);
    if (cp == '-' || cp == '.' || cp == '_') {
        return is_alphanumeric(after);
    }
    if (cp == ',') {
        return is_digit(after) && is_digit(character_before(text, all, pos));
    }
    if (cp >= 0x80 && cp < 0x300 && !is_space(cp) && !is_one_of(cp, "\u00AB\u00BB")) {
        return pos > begin && is_letter(after); /* letters that a wrong encoding has broken */
    }
    /* O'Brien, but not it's: after the apostrophe of a name stands a capital. */
    return is_apostrophe(cp) && is_upper(after) && pos - begin <= 2;
}

/* The end of the word that begins at `pos`: letters and digits, and what joins them. */
static size_t word_end(str text, span all, size_t pos) {
    size_t begin = pos;
    while (pos < all.end) {
        uint32_t cp = character_after(text, all, pos);
        bool inside = is_alphanumeric(cp) || (pos > begin && skip_marks(text, pos) > pos);
        if (!inside && !(pos > begin && joins(text, all, begin, pos))) {
            break;
        }
        (void)utf8_next(text, &pos);
    }
    return pos;
}

static bool is_short_form(str lower) {
    static const char *const ENDS[] = {"s", "re", "ve", "ll", "d", "m", "t"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        if (str_equal(lower, str_from(ENDS[i]))) {
            return true;
        }
    }
    return false;
}

/* A full stop belongs to an initial and to an abbreviated title: J., Sen., U.S. */
static bool keeps_stop(str text, span all, span word, str lower) {
    if (character_after(text, all, word.end) != '.') {
        return false;
    }
    bool initial =
        utf8_count(str_slice(text, word)) == 1 && is_upper(character_after(text, all, word.begin));
    const char *dot = memchr(text.data + word.begin, '.', word.end - word.begin);
    bool dotted = dot != NULL && dot <= text.data + word.begin + 2;       /* but not "hill.org." */
    bool title = (list_letters(LIST_OF_NOUNS, lower) & LETTER('b')) != 0; /* "Sen.", not "judge." */
    return initial || dotted || title;
}

/* Past the 't of "didn't", which is one word. */
static size_t past_negation(str text, str lower, span all, span word) {
    uint32_t cp = character_after(text, all, word.end);
    bool n = lower.data[word.end - 1] == 'n' && word.end - word.begin > 1;
    size_t t = word.end + (cp == '\'' ? 1 : 3);
    bool ends = n && is_apostrophe(cp) && t < all.end && lower.data[t] == 't' &&
                !is_alphanumeric(character_after(text, all, t + 1));
    return ends ? t + 1 : word.end;
}

/* Past "[W]e", a word whose first letter a quotation has changed; else past the bracket. */
static size_t past_bracketed(str text, span all, size_t pos) {
    size_t close = pos + 2;
    bool one = close < all.end && ascii_is_letter(text.data[pos + 1]) && text.data[close] == ']';
    size_t end = one ? word_end(text, all, close + 1) : close;
    bool word = one && (end > close + 1 || ascii_lower(text.data[pos + 1]) == 'i');
    return word ? end : pos + 1;
}

/* The token at `pos`, which is no white space. */
static span token_at(str text, str lower, span all, size_t pos) {
    uint32_t cp = character_after(text, all, pos);
    size_t next = pos;
    (void)utf8_next(text, &next);
    if (is_apostrophe(cp)) {
        size_t end = word_end(text, all, next);
        if (end > next && is_short_form(str_slice(lower, (span){next, end}))) {
            return (span){pos, end};
        }
        return (span){pos, next};
    }
    if (cp == '[') {
        return (span){pos, past_bracketed(text, all, pos)};
    }
    if (!is_alphanumeric(cp)) {
        return (span){pos, next};
    }
    span word = {pos, word_end(text, all, pos)};
    word.end = past_negation(text, lower, all, word);
    if (keeps_stop(text, all, word, str_slice(lower, word))) {
        word.end++;
    }
    return word;
}

/* An initial or a title at its end shows that a sentence is none: "Rep. G.K. / Butterfield". */
static bool goes_on(const token_vec *before, size_t paragraph_begin) {
    if (before->count == 0) {
        return false;
    }
    const token *last = &before->items[before->count - 1];
    str word = last->lower;
    if (last->span.begin < paragraph_begin || word.size < 2 || word.data[word.size - 1] != '.') {
        return false;
    }
    bool initials = word.size == 2 || (word.size == 4 && word.data[1] == '.');
    return initials ||
           (list_letters(LIST_OF_NOUNS, (str){word.data, word.size - 1}) & LETTER('b')) != 0;
}

static void cut(const segmentation *text, str lower, token_vec *out) {
    uint32_t paragraph = 0;
    uint32_t sentence = 0;
    for (size_t s = 0; s < text->sentence_count; s++) {
        span all = text->sentences[s];
        while (paragraph + 1 < text->paragraph_count &&
               text->paragraphs[paragraph].end <= all.begin) {
            paragraph++;
        }
        sentence += s > 0 && !goes_on(out, text->paragraphs[paragraph].begin);
        for (size_t pos = skip_space(text->shown, all.begin, all.end); pos < all.end;) {
            span part = token_at(text->shown, lower, all, pos);
            bool mark = !is_alphanumeric(character_after(text->shown, all, pos)) &&
                        !(text->shown.data[pos] == '[' && part.end > pos + 1);
            token found = {.span = part,
                           .lower = str_slice(lower, part),
                           .class = mark ? WORD_MARK : WORD_NOUN,
                           .sentence = sentence,
                           .paragraph = paragraph};
            vec_push(out, found);
            pos = skip_space(text->shown, part.end, all.end);
        }
    }
}

/* --- what each is ---------------------------------------------------------------------------- */

static void note_quotations(const segmentation *text, token_list *of) {
    size_t next = 0;
    uint32_t current = 0;
    for (size_t i = 0; i < of->count; i++) {
        size_t at = of->items[i].span.begin;
        if (current > 0 && at >= text->quotations[current - 1].span.end) {
            current = 0;
        }
        while (next < text->quotation_count && text->quotations[next].span.begin <= at) {
            if (current == 0 && at < text->quotations[next].span.end) {
                current = (uint32_t)next + 1;
            }
            next++;
        }
        of->items[i].quotation = current;
    }
}

bool token_is_site(str lower) {
    static const char *const ENDS[] = {".com", ".org", ".net", ".fr", ".de"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        str end = str_from(ENDS[i]);
        if (lower.size > end.size &&
            str_equal(str_slice(lower, (span){lower.size - end.size, lower.size}), end)) {
            return true;
        }
    }
    return false;
}

static void note_letters(str text, token *self) {
    size_t letters = 0;
    size_t capitals = 0;
    bool article = str_starts(self->lower, STR("al-")) || str_starts(self->lower, STR("el-"));
    size_t first = self->span.begin + (article ? 3 : 0); /* "al-Hamad" */
    for (size_t pos = self->span.begin; pos < self->span.end;) {
        size_t at = pos;
        uint32_t cp = utf8_next(text, &pos);
        letters += is_letter(cp);
        capitals += is_upper(cp);
        /* A letter that has no small form stands for a capital: names in other scripts. */
        self->capital |= at == first && is_letter(cp) && !is_lower(cp);
    }
    self->capitals = letters > 1 && capitals == letters;
    self->capital |= token_is_site(self->lower);
}

/* The singular of a plural, in `into` if it differs; the word itself where it has no plural's form.
 */
static str singular(arena *into, str lower) {
    char *made = str_copy(into, lower);
    size_t n = lower.size;
    if (n > 3 && memcmp(made + n - 3, "ies", 3) == 0) {
        made[n - 3] = 'y';
        return (str){made, n - 2};
    }
    if (n >= 3 && memcmp(made + n - 3, "men", 3) == 0) {
        made[n - 2] = 'a';
        return (str){made, n};
    }
    bool ends = n > 2 && made[n - 1] == 's' && made[n - 2] != 's';
    return ends ? (str){made, n - 1} : lower;
}

static uint64_t noun_of_plural(arena *into, str lower) {
    str one = singular(into, lower);
    uint64_t found = list_letters(LIST_OF_NOUNS, one);
    if (found == 0 && one.size > 3 && one.size < lower.size && one.data[one.size - 1] == 'e') {
        found = list_letters(LIST_OF_NOUNS, (str){one.data, one.size - 1}); /* coaches */
    }
    return str_equal(one, lower) ? 0 : found;
}

static str without_stop(str lower) {
    return lower.size > 1 && lower.data[lower.size - 1] == '.' ? (str){lower.data, lower.size - 1}
                                                               : lower;
}

static bool ends_in(str word, const char *end) {
    str tail = str_from(end);
    return word.size > tail.size + 1 &&
           str_equal(str_slice(word, (span){word.size - tail.size, word.size}), tail);
}

/* What a prefix makes of a person is one still: "ex-minister", "co-author". */
static uint64_t noun_of_person(str lower) {
    size_t hyphen = lower.size;
    while (hyphen > 0 && lower.data[hyphen - 1] != '-') {
        hyphen--;
    }
    uint64_t found =
        hyphen > 0 ? list_letters(LIST_OF_NOUNS, str_slice(lower, (span){hyphen, lower.size})) : 0;
    return (found & LETTER('p')) != 0 ? found : 0;
}

static void ask_lists(arena *into, token *self) {
    str lower = without_stop(self->lower);
    bool negated = ends_in(self->lower, "n't") || ends_in(self->lower, "n\u2019t");
    self->grammar = negated ? LETTER('X') : list_letters(LIST_OF_GRAMMAR, self->lower);
    self->noun = list_letters(LIST_OF_NOUNS, lower);
    uint64_t of_plural = noun_of_plural(into, lower);
    bool people = !self->capital && (of_plural & LETTER('p')) != 0; /* sons, but "Reed & Sons" */
    if (self->noun == 0 || people) {
        self->noun = of_plural;
        self->plural = self->noun != 0;
    }
    self->noun = self->noun != 0 ? self->noun : noun_of_person(lower);
    self->plural |= str_equal(lower, STR("people")) || str_equal(lower, STR("police")) ||
                    str_equal(lower, STR("media"));
}

/* Initials that are small words, too: "US" is not "us", where not everything around it has
 * capitals. */
static bool is_initials(const token_list *of, size_t at) {
    static const char *const WORDS[] = {"us", "it", "who"};
    enum { AROUND = 4 };
    const token *self = &of->items[at];
    bool listed = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        listed |= token_is(self, WORDS[i]);
    }
    size_t shouted = 0;
    size_t others = 0;
    for (size_t i = at > AROUND ? at - AROUND : 0; listed && i < of->count && i <= at + AROUND;
         i++) {
        bool word = i != at && of->items[i].class != WORD_MARK && of->items[i].lower.size > 1;
        shouted += word && of->items[i].capitals;
        others += word && !of->items[i].capitals;
    }
    return listed && self->capitals && others > shouted;
}

static const struct {
    char letter;
    word_class class;
} OF_GRAMMAR[] = {{'O', WORD_PRONOUN},     {'D', WORD_DETERMINER},   {'X', WORD_AUXILIARY},
                  {'W', WORD_RELATIVE},    {'S', WORD_SUBORDINATOR}, {'P', WORD_PREPOSITION},
                  {'C', WORD_CONJUNCTION}, {'V', WORD_VERB},         {'R', WORD_ADVERB},
                  {'U', WORD_NUMBER}};

static word_class by_ending(const token *self) {
    static const struct {
        const char *end;
        word_class class;
    } ENDINGS[] = {{"ly", WORD_ADVERB},      {"ed", WORD_VERB},        {"ing", WORD_VERB},
                   {"al", WORD_ADJECTIVE},   {"ive", WORD_ADJECTIVE},  {"ous", WORD_ADJECTIVE},
                   {"ful", WORD_ADJECTIVE},  {"ic", WORD_ADJECTIVE},   {"ish", WORD_ADJECTIVE},
                   {"able", WORD_ADJECTIVE}, {"ible", WORD_ADJECTIVE}, {"less", WORD_ADJECTIVE}};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS && self->noun == 0; i++) {
        if (ends_in(self->lower, ENDINGS[i].end)) {
            return ENDINGS[i].class;
        }
    }
    return WORD_NOUN;
}

static word_class of_letter(char letter) {
    return letter == 'V'   ? WORD_VERB
           : letter == 'A' ? WORD_ADJECTIVE
           : letter == 'R' ? WORD_ADVERB
                           : WORD_NOUN;
}

static bool begins_phrase(const token *before) {
    return before->class == WORD_DETERMINER || before->class == WORD_ADJECTIVE ||
           before->class == WORD_POSSESSIVE || before->class == WORD_NUMBER ||
           (before->class == WORD_PRONOUN && (before->grammar & LETTER('v')) != 0);
}

static bool may_be_subject(const token *before) {
    return before->class == WORD_NAME || before->class == WORD_RELATIVE ||
           (before->class == WORD_PRONOUN && (before->grammar & LETTER('s')) != 0) ||
           (before->class == WORD_NOUN && before->plural);
}

static bool is_surely_verb(const token *self) {
    str letters = {0};
    return (self->grammar & LETTER('X')) != 0 ||
           (list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) &&
            str_equal(letters, STR("V")) && !ends_in(self->lower, "ing") &&
            !ends_in(self->lower, "ed"));
}

/* What follows a verb rather than a noun. */
static bool begins_object(const token *after) {
    return after != NULL && (token_is(after, "to") || token_is(after, "that") ||
                             (after->grammar & (LETTER('D') | LETTER('O'))) != 0);
}

/* Whether an adjective before it may belong to it. */
static bool may_be_noun_of(const token *after) {
    return after != NULL && after->class != WORD_MARK && after->grammar == 0 &&
           !is_surely_verb(after);
}

/* The class of a word in small letters, by the list and by what stands beside it. */
static word_class open_class(const token *self, const token *before, const token *after) {
    str letters = {0};
    word_class usual = by_ending(self);
    bool known = list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) && letters.size > 0;
    if (known) {
        usual = of_letter(letters.data[0]);
    }
    if (usual == WORD_ADJECTIVE && self->noun != 0 && !may_be_noun_of(after)) {
        usual = WORD_NOUN; /* "the official said" */
    }
    if (before == NULL) {
        return usual;
    }
    uint64_t may_be = known ? list_letters(LIST_OF_WORD_CLASSES, self->lower) : 0;
    bool verb_form =
        (may_be & LETTER('v')) != 0 ||
        (!known && self->noun == 0 && ends_in(self->lower, "s") && !ends_in(self->lower, "ss"));
    bool bare = !ends_in(self->lower, "s") && !ends_in(self->lower, "ed");
    bool noun_place = begins_phrase(before) || (bare && before->class == WORD_NAME);
    bool may_be_noun =
        (may_be & LETTER('n')) != 0 || self->noun != 0 ||
        (begins_phrase(before) && !ends_in(self->lower, "ed") && !ends_in(self->lower, "ing"));
    if (usual == WORD_VERB && may_be_noun && noun_place) {
        return WORD_NOUN;
    }
    if (before->class == WORD_NAME && after != NULL && is_surely_verb(after)) {
        return usual == WORD_VERB ? WORD_NOUN : usual; /* "DNC rules permit" */
    }
    bool verb_place = (may_be_subject(before) && !(bare && before->class == WORD_NAME)) ||
                      (before->class == WORD_NOUN && begins_object(after)) ||
                      token_is(before, "to") ||
                      (before->class == WORD_NOUN && (before->noun & LETTER('p')) != 0 &&
                       !before->plural && ends_in(self->lower, "s"));
    if (usual == WORD_VERB && self->noun != 0 && self->plural && !verb_place) {
        return WORD_NOUN; /* "records show" */
    }
    return usual != WORD_VERB && verb_form && verb_place ? WORD_VERB : usual;
}

static word_class grammar_class(const token *self) {
    for (size_t i = 0; i < sizeof OF_GRAMMAR / sizeof *OF_GRAMMAR; i++) {
        if ((self->grammar & LETTER(OF_GRAMMAR[i].letter)) != 0) {
            return OF_GRAMMAR[i].class;
        }
    }
    return WORD_MARK;
}

/* "Wines believes": a plural has no such verb, so it is a name. */
static bool disagrees(const token *self, const token *after) {
    str letters = {0};
    return after != NULL && ends_in(self->lower, "s") && ends_in(after->lower, "s") &&
           !ends_in(after->lower, "ss") &&
           list_find(LIST_OF_WORD_CLASSES, after->lower, &letters) && letters.data[0] == 'V';
}

/* "Fleming said", "Young wrote": nothing but a name can be the subject without an article. */
static bool is_sole_subject(const token *self, const token *after) {
    static const char *const VERBS[] = {"said", "told", "wrote", "added", "tweeted", "argued"};
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS && after != NULL; i++) {
        if (token_is(after, VERBS[i])) {
            return !self->plural && self->noun == 0;
        }
    }
    return false;
}

/* "Mourners": more of those whom the list of people has. */
static bool are_people(str lower) {
    return ends_in(lower, "s") &&
           list_find(LIST_OF_PEOPLE, (str){lower.data, lower.size - 1}, NULL);
}

/* "Dubbed the king of rope", "Stranded in Vale". */
static bool begins_phrase_behind(const token *after) {
    return after != NULL && !after->capital && (after->grammar & (LETTER('D') | LETTER('P'))) != 0;
}

/* Whether a capital at the beginning of a sentence is all that makes the word look like a name. */
static bool is_common(const token *self, const token *after) {
    str letters = {0};
    if (is_sole_subject(self, after)) {
        return false;
    }
    if (!list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) || letters.size == 0) {
        return (ends_in(self->lower, "ly") || ends_in(self->lower, "ing") || self->plural ||
                (ends_in(self->lower, "ed") && begins_phrase_behind(after)) ||
                (self->noun & LETTER('d')) != 0 || are_people(self->lower)) &&
               !(after != NULL && after->capital);
    }
    bool goes_on = after != NULL && after->capital && !self->headline;
    if (disagrees(self, after)) {
        return false;
    }
    if (after != NULL && after->capital && after->grammar == 0 &&
        list_find(LIST_OF_FIRST_NAMES, self->lower, NULL)) {
        return false; /* Mark, Rob, Grant */
    }
    if ((self->noun & LETTER('t')) != 0 && after != NULL && token_is(after, "of")) {
        return false; /* Secretary of State */
    }
    return !goes_on || letters.data[0] == 'V' || letters.data[0] == 'R';
}

static bool is_digits(const token *self) {
    return self->lower.size > 0 && ascii_is_digit(self->lower.data[0]);
}

static bool is_possessive(const token *self, const token *before, const token *after) {
    if (before == NULL || before->span.end != self->span.begin || before->class == WORD_MARK) {
        return false;
    }
    bool s = self->lower.size > 1 && self->lower.data[self->lower.size - 1] == 's';
    if (!s) {
        return self->lower.size <= 3 && ends_in(before->lower, "s") && after != NULL &&
               after->span.begin > self->span.end; /* officials' */
    }
    bool is = before->class == WORD_PRONOUN || before->class == WORD_RELATIVE ||
              before->class == WORD_ADVERB || before->class == WORD_SUBORDINATOR ||
              before->class == WORD_DETERMINER;
    return !is;
}

/* An apostrophe, alone or with what follows it. */
static word_class apostrophe_class(const token *self, const token *before, const token *after) {
    if (is_possessive(self, before, after)) {
        return WORD_POSSESSIVE;
    }
    return ends_in(self->lower, "s") || utf8_count(self->lower) > 1 ? WORD_AUXILIARY : WORD_MARK;
}

/* Small words that are names where a capital is not due: Will, Ms. May. */
static bool may_be_name(word_class small) {
    return small == WORD_AUXILIARY || small == WORD_VERB || small == WORD_ADVERB ||
           small == WORD_NUMBER;
}

static word_class class_of(const token *self, const token *before, const token *after) {
    uint64_t small = self->grammar;
    if (self->class == WORD_MARK) {
        if (token_is(self, "&")) {
            return WORD_CONJUNCTION;
        }
        bool apostrophe = self->lower.data[0] == '\'' || str_starts(self->lower, STR("\u2019"));
        return apostrophe ? apostrophe_class(self, before, after) : WORD_MARK;
    }
    if (is_digits(self)) {
        return WORD_NUMBER;
    }
    bool due = self->opening || self->headline;
    word_class of_list = small != 0 ? grammar_class(self) : WORD_MARK;
    if (of_list != WORD_MARK && !(self->capital && !due && may_be_name(of_list))) {
        return of_list;
    }
    if (!self->capital || (due && is_common(self, self->opening ? after : NULL))) {
        return open_class(self, before, after);
    }
    return WORD_NAME;
}

/* Nearly every word has a capital. */
static bool is_headline(const token *items, size_t count) {
    size_t words = 0;
    size_t capitals = 0;
    for (size_t i = 0; i < count; i++) {
        /* Articles and prepositions are small in headlines, too. */
        bool large =
            items[i].grammar == 0 ||
            (items[i].grammar & (LETTER('V') | LETTER('X') | LETTER('O') | LETTER('R'))) != 0;
        bool counts = large && items[i].class != WORD_MARK && items[i].lower.size > 2;
        words += counts;
        capitals += counts && items[i].capital;
    }
    return words >= 4 && 10 * capitals >= 9 * words;
}

/* `her` before a noun is a possessive, else an object. */
static void settle_her(token_list *of) {
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        if (token_is(self, "her")) {
            bool before_noun =
                i + 1 < of->count && (token_is_nominal(&of->items[i + 1]) ||
                                      (of->items[i + 1].class == WORD_VERB && i + 2 < of->count &&
                                       of->items[i + 2].class == WORD_NOUN));
            self->grammar &= ~(before_noun ? LETTER('o') : LETTER('v'));
        }
    }
}

static bool opens(const token *before, const token *self, bool after_comma) {
    if (after_comma) {
        return false; /* "... now," Will said: the mark between closes */
    }
    return before == NULL || before->sentence != self->sentence ||
           (before->class == WORD_MARK && !token_is(before, ",") && !token_is(before, "(") &&
            !token_is(before, ")") && !token_is(before, "-"));
}

size_t tokens_sentence_end(const token_list *self, size_t begin) {
    size_t end = begin;
    while (end < self->count && self->items[end].sentence == self->items[begin].sentence) {
        end++;
    }
    return end;
}

/* "Billy King", with nothing more behind it: a surname, whatever the word means elsewhere. */
static bool ends_full_name(const token_list *of, size_t i) {
    const token *self = &of->items[i];
    const token *after = i + 1 < of->count ? self + 1 : NULL;
    return i > 0 && self->capital && self->grammar == 0 && self->lower.size > 2 &&
           self[-1].sentence == self->sentence && self[-1].capital && self[-1].noun == 0 &&
           list_find(LIST_OF_FIRST_NAMES, self[-1].lower, NULL) &&
           !list_find(LIST_OF_WORD_CLASSES, self[-1].lower, NULL) &&
           !(after != NULL && after->sentence == self->sentence && after->capital);
}

/* Where capitals are due, and the words that have one elsewhere; `surnames` gets those that end
 * somebody's full name. */
static void note_capitals(token_list *of, lexicon *names, lexicon *surnames) {
    for (size_t begin = 0, end = 0; begin < of->count; begin = end) {
        end = tokens_sentence_end(of, begin);
        bool headline = is_headline(of->items + begin, end - begin);
        for (size_t i = begin; i < end; i++) {
            token *self = &of->items[i];
            bool after_comma =
                i > begin + 1 && token_is(self - 2, ",") && self[-1].class == WORD_MARK;
            self->opening = opens(i > begin ? self - 1 : NULL, self, after_comma);
            self->headline = headline;
            if (self->capital && !headline && !self->opening && self->grammar == 0) {
                *lexicon_put(names, self->lower) = 1;
                if (ends_full_name(of, i)) {
                    *lexicon_put(surnames, self->lower) = 1;
                }
            }
        }
    }
}

static void note_classes(token_list *of) {
    lexicon names = {0}, surnames = {0};
    note_capitals(of, &names, &surnames);
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        const token *before = i > 0 && self[-1].sentence == self->sentence ? self - 1 : NULL;
        const token *after =
            i + 1 < of->count && self[1].sentence == self->sentence ? self + 1 : NULL;
        bool name =
            self->capital && self->grammar == 0 && lexicon_find(&names, self->lower) != NULL;
        self->class = name ? WORD_NAME : class_of(self, before, after);
        self->surname = name && lexicon_find(&surnames, self->lower) != NULL;
    }
    lexicon_free(&names);
    lexicon_free(&surnames);
}

/* Nouns that mean people and are too many for the list of nouns. With a capital most of them are
 * also somebody's name: "Baker". */
static void note_people(token_list *of, arena *into) {
    for (size_t i = 0; i < of->count; i++) {
        token *self = &of->items[i];
        if (self->class != WORD_NOUN || self->noun != 0) {
            continue;
        }
        str one = singular(into, self->lower);
        bool plural = !list_find(LIST_OF_PEOPLE, self->lower, NULL);
        if (!plural || list_find(LIST_OF_PEOPLE, one, NULL)) {
            self->noun = LETTER('p');
            self->plural = plural;
        }
    }
}

void tokens_find(const segmentation *text, arena *into, token_list *out) {
    str lower = small_letters(into, text->shown);
    token_vec found = {0};
    cut(text, lower, &found);
    *out = (token_list){text->shown, NULL, found.count};
    if (found.count > 0) {
        out->items = arena_copy(into, found.items, found.count * sizeof *found.items);
    }
    vec_free(&found);
    note_quotations(text, out);
    for (size_t i = 0; i < out->count; i++) {
        note_letters(text->shown, &out->items[i]);
        ask_lists(into, &out->items[i]);
    }
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].grammar = is_initials(out, i) ? 0 : out->items[i].grammar;
    }
    note_classes(out);
    note_people(out, into);
    settle_her(out);
}
