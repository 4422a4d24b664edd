#include "link/edits.h"

#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"

typedef VEC(edit) edit_vec;

/* Whether an omission or an insertion is marked in the text. */
static bool has_mark(str text, span part) {
    size_t dots = 0;
    for (size_t pos = part.begin; pos < part.end;) {
        const uint32_t cp = utf8_next(text, &pos);
        dots = cp == '.' ? dots + 1 : is_space(cp) ? dots : 0;
        if (dots == 3 || is_one_of(cp, "…[]")) {
            return true;
        }
    }
    return false;
}

/* The text from the word before `words` to the word after them, where marks would stand; at either
 * end of the excerpt up to the next few bytes of the line that are no word. */
static span with_margins(const excerpt *of, word_span words, str text) {
    const terms all = of->words;
    span out = {0, text.size};
    if (words.begin > 0) {
        out.begin = all.items[words.begin - 1].where.end;
    } else {
        out.begin = all.items[0].where.begin;
        while (out.begin > 0 &&
               !is_alphanumeric(character_before(text, (span){0, text.size}, out.begin)) &&
               text.data[out.begin - 1] != '\n') {
            out.begin = character_back(text, out.begin);
        }
    }
    if (words.end < all.count) {
        out.end = all.items[words.end].where.begin;
    } else {
        out.end = all.items[all.count - 1].where.end;
        for (size_t next = out.end; next < text.size && text.data[next] != '\n'; out.end = next) {
            if (is_alphanumeric(utf8_next(text, &next))) {
                break;
            }
        }
    }
    return out;
}

typedef struct {
    const excerpt *a, *b;
    str text_a, text_b;
    edit_vec found;
} scripting;

/* Adds what lies between two pairs of the same word; the ends of both passages count as such. */
static void put_change(scripting *self, word_span a, word_span b) {
    const bool none_a = a.begin == a.end;
    const bool none_b = b.begin == b.end;
    if (none_a && none_b) {
        return;
    }
    const bool marked =
        has_mark(self->text_b, with_margins(self->b, b, self->text_b)) ||
        (none_b ? false : has_mark(self->text_a, with_margins(self->a, a, self->text_a)));
    const link_edit_kind kind = none_b ? LINK_DROPPED : none_a ? LINK_ADDED : LINK_REPLACED;
    vec_push(&self->found, (edit){kind, a, b, marked});
}

/* Adds a pair of the same word to the run of such pairs before it, or begins one. */
static void put_same(scripting *self, const word_pair *pair, bool on) {
    if (on) {
        edit *last = &self->found.items[self->found.count - 1];
        last->a.end++;
        last->b.end++;
        return;
    }
    const word_span a = {pair->a, pair->a + 1};
    const word_span b = {pair->b, pair->b + 1};
    vec_push(&self->found, (edit){LINK_SAME, a, b, false});
}

edits edits_of(const alignment *of, const excerpt *a, str text_a, const excerpt *b, str text_b,
               arena *into) {
    scripting all = {a, b, text_a, text_b, {0}};
    size_t at_a = 0;
    size_t at_b = 0;
    for (size_t i = 0; i < of->count; i++) {
        const word_pair *pair = &of->pairs[i];
        if (pair->same != PAIR_WORD) {
            continue;
        }
        const bool on = all.found.count > 0 && at_a == pair->a && at_b == pair->b;
        put_change(&all, (word_span){at_a, pair->a}, (word_span){at_b, pair->b});
        put_same(&all, pair, on);
        at_a = pair->a + 1;
        at_b = pair->b + 1;
    }
    put_change(&all, (word_span){at_a, a->words.count}, (word_span){at_b, b->words.count});
    const edits out = {arena_copy(into, all.found.items, all.found.count * sizeof(edit)),
                       all.found.count};
    vec_free(&all.found);
    return out;
}
