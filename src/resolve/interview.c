#include "resolve/interview.h"

#include "base/ascii.h"

enum { ANSWERS_MIN = 2 };

static bool begins_paragraph(const token_list *tokens, size_t at) {
    return at == 0 || tokens->items[at].paragraph != tokens->items[at - 1].paragraph;
}

static bool begins_answer(const token_list *tokens, size_t at) {
    return at + 1 < tokens->count && tokens->items[at].capital &&
           token_is(&tokens->items[at], "a") && token_is(&tokens->items[at + 1], ":");
}

bool interview_is_label(const token_list *tokens, token_range source) {
    return source.end == source.begin + 1 && begins_paragraph(tokens, source.begin) &&
           begins_answer(tokens, source.begin);
}

/* "Q: Why", also "QWhy", where a page had the letter in a box of its own. */
static bool begins_question(const token_list *tokens, size_t at) {
    const str word = str_slice(tokens->shown, tokens->items[at].span);
    return word.data[0] == 'Q' && (word.size == 1 || ascii_is_upper(word.data[1]));
}

/* The person who is named most in the mentions before the token. */
static size_t foremost_before(const mention_list *mentions, const entity_list *entities, size_t at,
                              arena *into) {
    size_t *counts = arena_array(into, size_t, entities->count + 1);
    size_t best = NO_ENTITY;
    for (size_t i = 0; i < mentions->count && mentions->items[i].head < at; i++) {
        const size_t who = mentions->items[i].entity;
        if (who == NO_ENTITY || !entities->items[who].named || entities->items[who].plural ||
            entities->items[who].kind != NAMES_PERSON) {
            continue;
        }
        counts[who]++;
        best = best == NO_ENTITY || counts[who] > counts[best] ? who : best;
    }
    return best;
}

interview interview_find(const token_list *tokens, const mention_list *mentions,
                         const entity_list *entities, arena *into) {
    interview out = {NO_ENTITY, arena_array(into, bool, tokens->count + 1)};
    size_t first = tokens->count, count = 0;
    bool answer = false;
    for (size_t i = 0; i < tokens->count; i++) {
        if (begins_paragraph(tokens, i)) {
            const bool begins = begins_answer(tokens, i);
            answer = begins || (answer && !begins_question(tokens, i));
            first = begins && first == tokens->count ? i : first;
            count += begins;
        }
        out.answers[i] = answer;
    }
    if (count >= ANSWERS_MIN) {
        out.answerer = foremost_before(mentions, entities, first, into);
    }
    return out;
}
