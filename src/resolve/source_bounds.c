/* What of a name belongs to a source, and which name a source that begins or ends within a word or
 * a longer name means. */
#include "resolve/source_parts.h"

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

bool joins_heads(const token *self) {
    return token_is(self, "and") || token_is(self, "or") || token_is(self, "nor") ||
           token_is(self, "&");
}

/* "middle- and low-income": the hyphen at the token hangs on the word before it. */
static bool is_half_word(const source_reader *self, size_t at, token_range in) {
    return at > in.begin && at < in.end && token_is(word_at(self, at), "-") &&
           word_at(self, at - 1)->span.end == word_at(self, at)->span.begin;
}

size_t past_adjective(const source_reader *self, size_t index, token_range in) {
    const mention *m = &self->mentions->items[index];
    const size_t next = index + 1;
    str letters = {0};
    bool adjective = m->form == MENTION_DESCRIPTION && m->name.end == m->name.begin + 1 &&
                     list_find(LIST_OF_WORD_CLASSES, word_at(self, m->head)->lower, &letters) &&
                     letters.size > 0 && letters.data[0] == 'A';
    const bool half = is_half_word(self, m->phrase.end, in);
    const size_t joint = m->phrase.end + half;
    if (!(adjective || half) || joint >= in.end || next >= self->mentions->count) {
        return index;
    }
    const mention *noun = &self->mentions->items[next];
    const bool comma = token_is(word_at(self, joint), ",") && noun->phrase.end == in.end;
    if (!comma && !joins_heads(word_at(self, joint))) {
        return index;
    }
    const bool fits = noun->form == MENTION_DESCRIPTION || (half && noun->form == MENTION_NAME);
    return fits && noun->phrase.begin == joint + 1 ? next : index;
}

size_t past_place(const source_reader *self, size_t index, token_range in) {
    const mention *place = &self->mentions->items[index];
    size_t at = place->phrase.end;
    if (place->form != MENTION_NAME || at + 3 >= in.end ||
        word_at(self, at + 1)->class != WORD_NAME || !token_is_place(word_at(self, place->head))) {
        return index;
    }
    const bool bracket = token_is(word_at(self, at), "(");
    const bool comma = token_is(word_at(self, at), ",");
    at += 2;
    at += token_is(word_at(self, at), ".");
    if (at >= in.end || !((bracket && token_is(word_at(self, at), ")")) ||
                          (comma && token_is(word_at(self, at), ",")))) {
        return index;
    }
    const size_t next = head_from(self, index + 1, (token_range){at + 1, in.end});
    const bool one = next < self->mentions->count &&
                     self->mentions->items[next].phrase.begin == at + 1 &&
                     self->mentions->items[next].kind == NAMES_PERSON;
    return one ? next : index;
}

size_t past_title_of_work(const source_reader *self, size_t index, token_range in) {
    const mention *title = &self->mentions->items[index];
    const size_t mark = title->phrase.end;
    if (word_at(self, title->head)->quotation == 0 || mark + 1 >= in.end ||
        word_at(self, mark)->class != WORD_MARK || word_at(self, mark + 1)->quotation != 0) {
        return index;
    }
    const size_t next = head_from(self, index + 1, (token_range){mark + 1, in.end});
    const bool said_of =
        next < self->mentions->count && self->mentions->items[next].phrase.begin == mark + 1;
    return said_of ? next : index;
}

enum { BEARER_AWAY = 1000 }; /* mentions */

static bool bears(const source_reader *self, size_t index, str surname) {
    const mention *each = &self->mentions->items[index];
    return each->form == MENTION_NAME && each->entity != NO_ENTITY &&
           str_equal(word_at(self, each->name.end - 1)->lower, surname);
}

/* The mention nearest to the token whose name ends in this word, rather before it than behind; the
 * count of mentions where none does. */
static size_t bearer_near(const source_reader *self, size_t at, str surname) {
    const size_t here = mention_after(self, at);
    for (size_t away = 0; away < BEARER_AWAY; away++) {
        const size_t sides[] = {here - away - 1, here + away}; /* below 0 it is huge */
        for (size_t side = 0; side < 2; side++) {
            if (sides[side] < self->mentions->count && bears(self, sides[side], surname)) {
                return sides[side];
            }
        }
    }
    return self->mentions->count;
}

size_t past_cut(const source_reader *self, size_t index, token_range in) {
    const mention *name = &self->mentions->items[index];
    if (name->form != MENTION_NAME || name->name.end <= in.end || in.end <= name->name.begin) {
        return index;
    }
    const size_t other = bearer_near(self, in.begin, word_at(self, in.end - 1)->lower);
    return other < self->mentions->count ? other : index;
}

size_t named_in_part(const source_reader *self, span source, token_range in) {
    const size_t none = self->mentions->count;
    if (in.end != in.begin + 1 || word_at(self, in.begin)->span.end <= source.end ||
        word_at(self, in.begin)->span.begin != source.begin) {
        return none;
    }
    const str part = {word_at(self, in.begin)->lower.data, source.end - source.begin};
    return bearer_near(self, in.begin, part);
}
