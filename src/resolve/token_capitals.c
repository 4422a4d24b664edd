#include "resolve/token_capitals.h"

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

/* "Varnia's Department", "the workers' Union": an apostrophe that ends the word before it. */
static bool is_closing_apostrophe(const token *mark, const token *last, const token *next) {
    const bool apostrophe = mark->lower.data[0] == '\'' || str_starts(mark->lower, STR("\u2019"));
    return apostrophe && last->class != WORD_MARK && last->span.end == mark->span.begin &&
           next->span.begin > mark->span.end;
}

static bool opens(const token *before, const token *self, bool after_comma) {
    if (after_comma) {
        return false; /* "... now," Will said: the mark between closes */
    }
    return before == NULL || before->sentence != self->sentence ||
           (before->class == WORD_MARK && !token_is(before, ",") && !token_is(before, "(") &&
            !token_is(before, ")") && !token_is(before, "-"));
}

/* "Billy King", with nothing more behind it: a surname, whatever the word means elsewhere. */
static bool ends_full_name(const token_list *of, size_t i) {
    const token *self = &of->items[i];
    const token *after = i + 1 < of->count ? self + 1 : NULL;
    return i > 0 && self->capital && self->grammar == 0 && self->lower.size > 2 &&
           self[-1].sentence == self->sentence && self[-1].capital && self[-1].noun == 0 &&
           self[-1].grammar == 0 &&
           (list_find(LIST_OF_FIRST_NAMES, self[-1].lower, NULL) ||
            ((self->noun & LETTER('s')) != 0 && !self[-1].capitals)) &&
           !list_find(LIST_OF_WORD_CLASSES, self[-1].lower, NULL) &&
           !(after != NULL && after->sentence == self->sentence && after->capital);
}

/* Marks as a headline what is quoted in title case: “Mend Declares War on Herring”. */
static void note_quoted_headlines(token_list *of, size_t begin, size_t end) {
    for (size_t i = begin, last = begin; i < end; i = last) {
        const uint32_t here = of->items[i].quotation;
        last = i + 1;
        while (last < end && of->items[last].quotation == here) {
            last++;
        }
        const bool headline = here != 0 && is_headline(of->items + i, last - i);
        for (size_t k = i; k < last && headline; k++) {
            of->items[k].headline = true;
        }
    }
}

void note_capitals(token_list *of, lexicon *names, lexicon *surnames) {
    for (size_t begin = 0, end = 0; begin < of->count; begin = end) {
        end = tokens_sentence_end(of, begin);
        bool headline = is_headline(of->items + begin, end - begin);
        note_quoted_headlines(of, begin, end);
        for (size_t i = begin; i < end; i++) {
            token *self = &of->items[i];
            bool after_comma =
                i > begin + 1 && token_is(self - 2, ",") && self[-1].class == WORD_MARK;
            const bool owned = i > begin + 1 && is_closing_apostrophe(self - 1, self - 2, self);
            self->opening = !owned && opens(i > begin ? self - 1 : NULL, self, after_comma);
            self->headline |= headline;
            if (self->capital && !self->headline && !self->opening && self->grammar == 0) {
                *lexicon_put(names, self->lower) = 1;
                if (ends_full_name(of, i)) {
                    *lexicon_put(surnames, self->lower) = 1;
                }
            }
        }
    }
}
