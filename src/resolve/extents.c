#include "resolve/extents.h"

enum { LONGEST = 24 }; /* words of a description */

static bool joins(const token *self) {
    return token_is_one_of(self, "of for by from with on about between against within at in to");
}

token_range without_article(const token_list *tokens, token_range part) {
    while (part.begin + 1 < part.end) {
        const token *first = &tokens->items[part.begin];
        const bool all_the = token_is(first, "all") && token_is(first + 1, "the");
        if (!all_the && !token_is(first, "the") && !token_is(first, "a") &&
            !token_is(first, "an")) {
            break;
        }
        part.begin++;
    }
    return part;
}

/* The end of the noun phrase that begins at `at`; `at` where none does. */
static size_t phrase_end(const token_list *tokens, size_t at, size_t limit) {
    while (at < limit) {
        const token *self = &tokens->items[at];
        bool inside = token_is_nominal(self) || self->class == WORD_DETERMINER ||
                      self->class == WORD_POSSESSIVE ||
                      (self->class == WORD_PRONOUN && (self->grammar & LETTER('v')) != 0);
        if (!inside) {
            break;
        }
        at++;
    }
    return at;
}

static size_t sentence_limit(const token_list *tokens, size_t at, size_t most) {
    size_t limit = at;
    while (limit < tokens->count && limit < at + most &&
           tokens->items[limit].sentence == tokens->items[at].sentence) {
        limit++;
    }
    return limit;
}

/* "a statement announcing the pick", "a video uncovered by Fox News". */
static bool is_participle(const token_list *tokens, const mention *of, size_t at) {
    const token *self = &tokens->items[at];
    const bool outlet = (tokens->items[of->head].noun & LETTER('n')) != 0; /* claims it itself */
    if (of->kind != NAMES_DOCUMENT || outlet || self->class != WORD_VERB || self->cue ||
        self->lower.size < 5) {
        return false;
    }
    const char *end = self->lower.data + self->lower.size;
    bool by = at + 1 < tokens->count && token_is(self + 1, "by");
    return (end[-3] == 'i' && end[-2] == 'n' && end[-1] == 'g') ||
           (end[-2] == 'e' && end[-1] == 'd' && by);
}

token_range description_extent(const token_list *tokens, const mention *of) {
    token_range out = of->name;
    size_t limit = sentence_limit(tokens, out.begin, LONGEST);
    for (;;) {
        size_t at = out.end;
        if (at >= limit || !(joins(&tokens->items[at]) || is_participle(tokens, of, at))) {
            break;
        }
        /* What happens in a place, or at a time, is not said of the noun. */
        bool loose = token_is(&tokens->items[at], "in") || token_is(&tokens->items[at], "on") ||
                     token_is(&tokens->items[at], "to") || token_is(&tokens->items[at], "at");
        if (token_is(&tokens->items[at], "about") && of->kind != NAMES_DOCUMENT) {
            break; /* "told police about it" */
        }
        size_t from = at + 1 < limit && token_is(&tokens->items[at + 1], "by") ? at + 2 : at + 1;
        size_t end = phrase_end(tokens, from, limit);
        if (end == from || (loose && of->kind != NAMES_PERSON && of->kind != NAMES_DOCUMENT)) {
            break;
        }
        if ((tokens->items[end - 1].noun & LETTER('y')) != 0 ||
            tokens->items[end - 1].class == WORD_POSSESSIVE ||
            tokens->items[end - 1].class == WORD_DETERMINER) { /* what it belongs to is cut off */
            break;
        }
        out.end = end;
    }
    return without_article(tokens, out);
}

/* Whether a relative clause at `at` tells how the source wants to be known, not who it is. */
static bool tells_of_anonymity(const token_list *tokens, size_t at, size_t end) {
    if (tokens->items[at].class != WORD_RELATIVE) {
        return false;
    }
    for (size_t i = at; i < end; i++) {
        if (token_is_one_of(&tokens->items[i],
                            "condition anonymity anonymous authorized authorised named identified "
                            "declined spoke asked")) {
            return true;
        }
    }
    return false;
}

/* Whether a comma stands in a row of names behind a preposition: "from Norway, Sweden and Denmark".
 */
static bool is_in_row(const token_list *tokens, size_t comma, size_t end) {
    bool and = false;
    for (size_t i = comma + 1; i < end; i++) {
        const token *self = &tokens->items[i];
        if (self->class != WORD_NAME && !token_is(self, ",") && !token_is(self, "and") &&
            !token_is(self, "the")) {
            return false;
        }
        and |= token_is(self, "and");
    }
    return and&&tokens->items[comma - 1].class == WORD_NAME;
}

/* The 's of "Reed's", the "who" of "someone who", but not of "each of whom". */
static bool hangs_on(const token_list *tokens, size_t at) {
    const token *last = &tokens->items[at];
    return last->class == WORD_POSSESSIVE ||
           (last->class == WORD_RELATIVE && last[-1].class != WORD_PREPOSITION);
}

token_range source_extent(const token_list *tokens, token_range source) {
    while (source.begin + 1 < source.end && tokens->items[source.begin].class == WORD_PREPOSITION &&
           !token_is_one_of(&tokens->items[source.begin + 1], "least most")) {
        source.begin++; /* "by several people", but not "at least four" */
    }
    token_range out = source;
    for (size_t i = source.begin; i < source.end; i++) {
        const token *self = &tokens->items[i];
        /* not the marks of "401(k)", "middle- and low-income" */
        const bool apart = i > source.begin && self->span.begin > self[-1].span.end;
        bool comma =
            self->class == WORD_MARK && (token_is(self, ",") || self->lower.size > 1 ||
                                         (apart && (token_is(self, "(") || token_is(self, "-"))));
        bool row = comma && i > source.begin && is_in_row(tokens, i, source.end);
        if (row) {
            break; /* it goes to the end */
        }
        if (i > source.begin && (comma || tells_of_anonymity(tokens, i, source.end))) {
            out.end = i;
            break;
        }
    }
    while (out.end > out.begin + 1 && hangs_on(tokens, out.end - 1)) {
        out.end--;
    }
    return without_article(tokens, out);
}
