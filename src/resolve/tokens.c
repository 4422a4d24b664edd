#include "resolve/token_classes.h"
#include "resolve/token_words.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

typedef VEC(token) token_vec;

bool token_is(const token *self, const char *lower) {
    return str_equal(self->lower, str_from(lower));
}

bool token_is_one_of(const token *self, const char *words) {
    return ascii_has_word(str_from(words), self->lower);
}

bool token_is_office(const token *self) {
    return (self->noun & LETTER('t')) != 0 && (self->noun & LETTER('p')) != 0;
}

bool token_is_place(const token *self) {
    return (self->noun & LETTER('l')) != 0 || list_find(LIST_OF_COUNTRIES, self->lower, NULL);
}

bool token_is_quantity(const token *self) {
    return token_is(self, "several") || token_is(self, "many") || token_is(self, "some") ||
           token_is(self, "most") || token_is(self, "few");
}

static bool is_forename(const token *self) {
    return self->capital && self->grammar == 0 && list_find(LIST_OF_FIRST_NAMES, self->lower, NULL);
}

bool token_begins_couple(const token_list *self, size_t at) {
    const token *first = &self->items[at];
    if (at + 3 >= self->count || first[3].sentence != first->sentence) {
        return false;
    }
    return is_forename(first) && token_is(first + 1, "and") && is_forename(first + 2) &&
           first[3].capital && first[3].grammar == 0;
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

size_t tokens_sentence_end(const token_list *self, size_t begin) {
    size_t end = begin;
    while (end < self->count && self->items[end].sentence == self->items[begin].sentence) {
        end++;
    }
    return end;
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

/* Past the s of "Holt ' s", as texts have it whose words were cut apart; `pos` where none is. */
static size_t past_lone_s(str text, span all, size_t pos) {
    const size_t s = skip_space(text, pos, all.end);
    const bool lone = s > pos && s < all.end && text.data[s] == 's' &&
                      !is_alphanumeric(character_after(text, all, s + 1));
    return lone ? s + 1 : pos;
}

/* Whether ". 2" follows at `pos`. */
static bool is_numbered(str text, span all, size_t pos) {
    return pos + 2 < all.end && text.data[pos] == '.' && text.data[pos + 1] == ' ' &&
           is_digit(character_after(text, all, pos + 2));
}

/* The token at `pos`, which is no white space. */
static span token_at(str text, str lower, span all, size_t pos) {
    uint32_t cp = character_after(text, all, pos);
    size_t next = pos;
    (void)utf8_next(text, &next);
    if (is_apostrophe(cp)) {
        size_t end = past_lone_s(text, all, next);
        end = end > next ? end : word_end(text, all, next);
        const size_t letters = skip_space(text, next, all.end);
        if (end > letters && is_short_form(str_slice(lower, (span){letters, end}))) {
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
    if (str_equal(str_slice(lower, word), STR("no")) && is_numbered(text, all, word.end)) {
        return (span){pos, word_end(text, all, word.end + 2)}; /* "the No. 2 official" */
    }
    if (keeps_stop(text, all, word, str_slice(lower, word))) {
        word.end++;
    }
    return word;
}

/* The word behind a hyphen with a space on each side of it that begins at `pos`; empty where there
 * is none. */
static span past_lone_hyphen(str text, span all, size_t pos) {
    const bool lone = pos + 3 < all.end && memcmp(text.data + pos, " - ", 3) == 0 &&
                      is_alphanumeric(character_after(text, all, pos + 3));
    return lone ? (span){pos + 3, word_end(text, all, pos + 3)} : (span){pos, pos};
}

/* Whether a text has a space on each side of its hyphens, as "Hewlett - Packard" and "ten - year"
 * stand in one whose words were cut apart: some such, and none within a word. */
static bool hyphens_stand_apart(str text) {
    enum { SOME = 3 };
    const span all = {0, text.size};
    size_t apart = 0;
    for (size_t i = 1; i + 1 < text.size; i++) {
        if (text.data[i] != '-') {
            continue;
        }
        if (ascii_is_letter(text.data[i - 1]) && ascii_is_letter(text.data[i + 1])) {
            return false;
        }
        const span behind = past_lone_hyphen(text, all, i - 1);
        apart += i > 1 && ascii_is_letter(text.data[i - 2]) && behind.end > behind.begin;
    }
    return apart >= SOME;
}

/* A word that stands beside a dash, and in no word with a hyphen: "she", "and". */
static bool is_function_word(str lower) {
    return (list_letters(LIST_OF_GRAMMAR, lower) &
            (LETTER('D') | LETTER('P') | LETTER('C') | LETTER('S') | LETTER('W') | LETTER('X') |
             LETTER('O'))) != 0;
}

/* The word with those that lone hyphens join to it. */
static span with_hyphens(str text, str lower, span all, span word) {
    span last = word;
    for (;;) {
        const span next = past_lone_hyphen(text, all, last.end);
        if (next.end == next.begin || is_function_word(str_slice(lower, last)) ||
            is_function_word(str_slice(lower, next))) {
            return word;
        }
        word.end = next.end;
        last = next;
    }
}

/* "hewlett-packard" of "hewlett - packard". */
static str without_spaces(str lower, arena *into) {
    char *kept = arena_zalloc(into, lower.size);
    size_t size = 0;
    for (size_t i = 0; i < lower.size; i++) {
        kept[size] = lower.data[i];
        size += lower.data[i] != ' ';
    }
    return (str){kept, size};
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

static void cut(const segmentation *text, str lower, arena *into, token_vec *out) {
    const bool apart = hyphens_stand_apart(text->shown);
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
            const span joined = apart && !mark ? with_hyphens(text->shown, lower, all, part) : part;
            const bool longer = joined.end > part.end;
            part = joined;
            const str small = str_slice(lower, part);
            token found = {.span = part,
                           .lower = longer ? without_spaces(small, into) : small,
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

void tokens_find(const segmentation *text, arena *into, token_list *out) {
    str lower = small_letters(into, text->shown);
    token_vec found = {0};
    cut(text, lower, into, &found);
    *out = (token_list){text->shown, lower, NULL, found.count};
    if (found.count > 0) {
        out->items = arena_copy(into, found.items, found.count * sizeof *found.items);
    }
    vec_free(&found);
    note_quotations(text, out);
    note_words(out, into);
    note_classes(out);
    note_people(out, into);
    settle_her(out);
}
