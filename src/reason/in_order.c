#include "reason/in_order.h"

#include "base/ascii.h"
#include "base/size.h"
#include "reason/quoted.h"
#include "reason/reporting.h"

void word_row_add(word_row *self, str text, span part) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos);
         word.data != NULL && self->count < WORDS_IN_ORDER_MOST;
         word = next_word(text, part, &pos)) {
        self->items[self->count++] = word;
    }
}

void word_row_add_unquoted(word_row *self, str text, span part, bool quoted) {
    size_t begin = part.begin;
    for (size_t pos = part.begin; pos < part.end; pos++) {
        if (is_quotation_mark(text, pos)) {
            if (!quoted) {
                word_row_add(self, text, (span){begin, pos});
            }
            quoted = !quoted;
            begin = pos + 1;
        }
    }
    if (!quoted) {
        word_row_add(self, text, (span){begin, part.end});
    }
}

size_t words_in_order(const word_row *a, const word_row *b) {
    size_t best[WORDS_IN_ORDER_MOST + 1] = {0}; /* by how many words of `b` are looked at */
    for (size_t i = 0; i < a->count; i++) {
        size_t before = 0; /* best[k] as it was for the words of `a` before this one */
        for (size_t k = 0; k < b->count; k++) {
            size_t above = best[k + 1];
            best[k + 1] =
                ascii_equal(a->items[i], b->items[k]) ? before + 1 : size_greatest(above, best[k]);
            before = above;
        }
    }
    return best[b->count];
}
