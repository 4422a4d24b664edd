#include "resolve/functions.h"

enum { LONGEST_ASIDE = 30 }; /* words */

bool is_saying(const token *self) {
    return self->class == WORD_VERB && (self->grammar & LETTER('V')) != 0;
}

static bool is_verb(const token *self) {
    return self->class == WORD_VERB || self->class == WORD_AUXILIARY;
}

/* The end of an aside that a comma, bracket or dash at `at` opens; `at` where none is closed. */
static size_t aside_end(const token_list *tokens, size_t at) {
    const token *opening = &tokens->items[at];
    bool bracket = token_is(opening, "(");
    if (!bracket && !token_is(opening, ",")) {
        return at;
    }
    for (size_t i = at + 1; i < tokens->count && i < at + LONGEST_ASIDE; i++) {
        const token *self = &tokens->items[i];
        if (self->sentence != opening->sentence) {
            break;
        }
        if (token_is(self, bracket ? ")" : ",") && (bracket || i > at + 1)) {
            return i + 1;
        }
    }
    return at;
}

size_t past_asides(const token_list *tokens, size_t at) {
    for (int asides = 0; at < tokens->count && asides < 3;) {
        if (tokens->items[at].class == WORD_ADVERB) {
            at++;
            continue;
        }
        size_t end = aside_end(tokens, at);
        if (end == at) {
            break;
        }
        at = end;
        asides++;
    }
    return at;
}

static bool stands_in(const token_list *tokens, size_t at, uint32_t sentence) {
    return at < tokens->count && tokens->items[at].sentence == sentence;
}

/* "Amadou Sall, 13, of Vale sold": past where somebody is from, behind an aside. */
static size_t past_home(const token_list *tokens, size_t at) {
    if (at >= tokens->count || !token_is(&tokens->items[at], "of")) {
        return at;
    }
    size_t end = at + 1;
    while (end < tokens->count && tokens->items[end].class == WORD_NAME) {
        end++;
    }
    return end > at + 1 ? past_asides(tokens, end) : at;
}

/* Whether what follows the phrase is its verb. */
static bool has_verb_behind(const token_list *tokens, token_range phrase) {
    uint32_t sentence = tokens->items[phrase.begin].sentence;
    size_t at = past_asides(tokens, phrase.end);
    if (stands_in(tokens, at, sentence) && tokens->items[at].class == WORD_RELATIVE &&
        at == phrase.end) {
        return true; /* "those who": whatever follows, the phrase leads its clause */
    }
    at = at > phrase.end ? past_home(tokens, at) : at;
    return stands_in(tokens, at, sentence) && is_verb(&tokens->items[at]);
}

/* "... ," said Ms. Ortova: the subject stands behind its verb. */
static bool is_inverted(const token_list *tokens, size_t verb) {
    if (!is_saying(&tokens->items[verb]) || verb == 0) {
        return false;
    }
    const token *before = &tokens->items[verb - 1];
    return before->class == WORD_MARK && before->sentence + 1 >= tokens->items[verb].sentence;
}

mention_function phrase_function(const token_list *tokens, token_range phrase) {
    uint32_t sentence = tokens->items[phrase.begin].sentence;
    size_t at = phrase.begin;
    while (at > 0 && tokens->items[at - 1].sentence == sentence &&
           tokens->items[at - 1].class == WORD_ADVERB) {
        at--;
    }
    const token *before =
        at > 0 && tokens->items[at - 1].sentence == sentence ? &tokens->items[at - 1] : NULL;
    const token *first = &tokens->items[phrase.begin];
    if (first->class == WORD_PRONOUN && phrase.end == phrase.begin + 1) {
        bool subject = (first->grammar & LETTER('s')) != 0;
        bool both = (first->grammar & LETTER('o')) != 0;
        if (subject && !both) {
            return FUNCTION_SUBJECT;
        }
        if (!subject) {
            return before != NULL && before->class == WORD_PREPOSITION ? FUNCTION_OBLIQUE
                                                                       : FUNCTION_OBJECT;
        }
    }
    if (before != NULL && before->class == WORD_PREPOSITION) {
        return FUNCTION_OBLIQUE;
    }
    if (before != NULL && is_verb(before)) {
        return is_inverted(tokens, at - 1) ? FUNCTION_SUBJECT : FUNCTION_OBJECT;
    }
    return has_verb_behind(tokens, phrase) ? FUNCTION_SUBJECT : FUNCTION_OTHER;
}
