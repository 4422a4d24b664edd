/* Whether two quotations are of one utterance. */
#include "reason/conflicts.h"

#include "base/size.h"
#include "reason/in_order.h"

/* They are if so much of the lighter one is in the other, and that is so heavy and so many words.
 */
#define SAME_LIGHTER 0.85F
#define SAME_WEIGHT 12.0F
enum { SAME_WORDS = 5 };

/* Or if less is, as words were changed on the way, and three in four words of the shorter one stand
 * in the other in the same order: those of which every text is full count here, too. */
#define CHANGED_LIGHTER 0.6F
#define IN_ORDER 0.75F

static bool are_in_order(const dossier *self, const claim *a, const claim *b) {
    const reason_document *one = self->papers[a->document].is,
                          *other = self->papers[b->document].is;
    word_row here = {.count = 0}, there = {.count = 0};
    const hearsay_spans spans = statement_of(self, a)->content,
                        twins = statement_of(self, b)->content;
    for (size_t i = 0; i < spans.count; i++) {
        word_row_add(&here, one->text, (span){spans.items[i].begin, spans.items[i].end});
    }
    for (size_t i = 0; i < twins.count; i++) {
        word_row_add(&there, other->text, (span){twins.items[i].begin, twins.items[i].end});
    }
    size_t shorter = size_least(here.count, there.count);
    return (float)words_in_order(&here, &there) >= IN_ORDER * (float)shorter;
}

bool is_one_quotation(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    if (x == NULL || y == NULL || x->type == HEARSAY_INDIRECT || y->type == HEARSAY_INDIRECT) {
        return false;
    }
    overlap shared = overlap_of(a, b, true);
    return shared.common >= SAME_WEIGHT && shared.words >= SAME_WORDS &&
           (shared.of_lighter >= SAME_LIGHTER ||
            (shared.of_lighter >= CHANGED_LIGHTER && are_in_order(self, a, b)));
}
