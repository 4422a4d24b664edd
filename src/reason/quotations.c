/* Whether two quotations are of one utterance. */
#include "reason/conflicts.h"

#include "base/ascii.h"
#include "base/size.h"
#include "reason/reporting.h"

/* They are if so much of the lighter one is in the other, and that is so heavy and so many words.
 */
#define SAME_LIGHTER 0.85F
#define SAME_WEIGHT 12.0F
enum { SAME_WORDS = 5 };

/* Or if less is, as words were changed on the way, and three in four words of the shorter one stand
 * in the other in the same order: those of which every text is full count here, too. */
#define CHANGED_LIGHTER 0.6F
#define IN_ORDER 0.75F
enum { WORDS_MOST = 256 };

/* --- words in their order --------------------------------------------------------------------- */

typedef struct {
    str items[WORDS_MOST];
    size_t count;
} word_row;

static void read_words(const dossier *self, const claim *of, word_row *out) {
    str text = self->papers[of->document].is->text;
    const hearsay_spans content = statement_of(self, of)->content;
    out->count = 0;
    for (size_t i = 0; i < content.count; i++) {
        span part = {content.items[i].begin, content.items[i].end};
        size_t pos = part.begin;
        for (str word = next_word(text, part, &pos); word.data != NULL && out->count < WORDS_MOST;
             word = next_word(text, part, &pos)) {
            out->items[out->count++] = word;
        }
    }
}

/* How many words both have in the same order. */
static size_t in_order(const word_row *a, const word_row *b) {
    size_t best[WORDS_MOST + 1] = {0}; /* by how many words of `b` are looked at */
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

static bool are_in_order(const dossier *self, const claim *a, const claim *b) {
    word_row one, other;
    read_words(self, a, &one);
    read_words(self, b, &other);
    size_t shorter = size_least(one.count, other.count);
    return (float)in_order(&one, &other) >= IN_ORDER * (float)shorter;
}

/* --- quotations ------------------------------------------------------------------------------- */

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
