#include "resolve/names.h"

enum { LONGEST_RUN = 16 }; /* words; what is longer is no name, and is cut */

static bool has(const token *self, char letter) {
    return (self->noun & LETTER(letter)) != 0;
}

static bool is_particle(const token *self) {
    return token_is_one_of(self, "de del della di da dos du van von der den bin al el la le ben");
}

static bool is_common_noun(const token *self) {
    str letters = {0};
    return list_find(LIST_OF_WORD_CLASSES, self->lower, &letters) && letters.size > 0 &&
           letters.data[0] == 'N';
}

/* "Association of", "Center for", "Democracy for": the name of a body goes on past the preposition.
 * Titles of office do too: "Secretary of State". */
static bool goes_on_past(const token *head, const token *preposition) {
    bool of = token_is(preposition, "of");
    bool body = has(head, 'o') || has(head, 'l') || token_is(head, "act") ||
                token_is(head, "voice") || token_is(head, "bank");
    bool cause = token_is(preposition, "for") && head->capital && !head->opening &&
                 !head->headline && (head->noun & (LETTER('t') | LETTER('p'))) == 0 &&
                 is_common_noun(head);
    const bool members = token_tells_members(head) && !head->opening && !head->headline;
    bool office =
        token_is(head, "secretary") || token_is(head, "director") || token_is(head, "speaker");
    return (body && (of || token_is(preposition, "for") || token_is(preposition, "on"))) ||
           (office && of) || (members && (of || token_is(preposition, "for"))) || cause;
}

/* "the Securities and Exchange Commission": one word before "and", a body's name behind. */
static bool is_double_name(const token_list *tokens, size_t begin, size_t at, size_t end) {
    const token *items = tokens->items;
    bool article = begin > 0 && token_is(&items[begin - 1], "the");
    size_t last = at + 1;
    while (last + 1 < end && items[last + 1].class == WORD_NAME) {
        last++;
    }
    return article && at == begin + 1 && items[begin].noun == 0 && !items[begin].capitals &&
           last > at + 1 && last < end && has(&items[last], 'o') &&
           !list_find(LIST_OF_COUNTRIES, items[begin].lower, NULL);
}

/* Past 'Marcia "Cia" Price', 'John (Jack) Holt': to the surname behind a nickname. */
static size_t past_nickname(const token_list *tokens, size_t at, size_t end) {
    const token *mark = &tokens->items[at];
    const bool marks = at + 3 < end && mark->class == WORD_MARK && mark[1].class == WORD_NAME &&
                       mark[2].class == WORD_MARK && mark[3].class == WORD_NAME;
    const bool in_quotes = marks && mark[0].quotation != 0 &&
                           mark[1].quotation == mark[0].quotation &&
                           mark[3].quotation != mark[0].quotation;
    const bool bracketed = marks && token_is(mark, "(") && token_is(mark + 2, ")") &&
                           first_name_gender(mark[1].lower) != 0;
    const bool person = at > 0 && first_name_gender(mark[-1].lower) != 0;
    return person && (in_quotes || bracketed) ? at + 3 : at;
}

/* Where the run goes on after `at`, which is no name; `at` itself where it does not. */
static size_t past_joint(const token_list *tokens, size_t begin, size_t at, size_t end,
                         bool of_body) {
    const token *items = tokens->items;
    size_t next = at + 1;
    bool body = items[at].class == WORD_PREPOSITION && goes_on_past(&items[at - 1], &items[at]) &&
                next < end && !has(&items[next], 'y');
    bool and = of_body && token_is(&items[at], "and") &&
               (next >= end || (first_name_gender(items[next].lower) == 0 &&
                                !(has(&items[next], 't') && has(&items[begin], 't'))));
    bool ampersand = token_is(&items[at], "&") ||
                     (token_is(&items[at], "/") && items[at - 1].span.end == items[at].span.begin);
    and |= token_is(&items[at], "and") && is_double_name(tokens, begin, at, end);
    if (body && next < end && token_is(&items[next], "the")) {
        next++;
    }
    const bool suffix = at > begin + 1 && token_is(&items[at], ",") && next < end &&
                        has(&items[next], 'k'); /* "Max Roth, Jr." */
    bool joined = body || and || ampersand || suffix || (at > begin && is_particle(&items[at]));
    while (joined && next < end && is_particle(&items[next])) {
        next++;
    }
    return joined && next < end && items[next].class == WORD_NAME ? next : at;
}

/* "Opal Works Tuesday said": a day is no part of a name, but of few. */
static bool is_day_behind_name(const token *self) {
    return token_is_one_of(self, "monday tuesday wednesday thursday friday saturday sunday") &&
           !token_is_one_of(self - 1, "black good super ash palm easter bloody cyber holy fat");
}

size_t name_run_end(const token_list *tokens, size_t begin, size_t end) {
    size_t at = begin;
    bool of_body = false;
    if (end > begin + LONGEST_RUN) {
        end = begin + LONGEST_RUN;
    }
    while (at < end) {
        const token *self = &tokens->items[at];
        bool white_house = at + 1 < end && token_is(self, "white") && token_is(self + 1, "house");
        if (at > begin && (is_day_behind_name(self) || white_house)) {
            break;
        }
        if (self->class != WORD_NAME) {
            size_t next = at > begin ? past_joint(tokens, begin, at, end, of_body) : at;
            next = next == at && at == begin + 1 ? past_nickname(tokens, at, end) : next;
            if (next == at) {
                break;
            }
            of_body |= self->class == WORD_PREPOSITION && !token_tells_members(self - 1);
            at = next;
        }
        at++;
    }
    return at;
}
