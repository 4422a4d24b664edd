#include "attribute/marks.h"

/* Whether no more than a full stop or the like stands between `at` and a closing mark. */
static bool ends_before_mark(const piece *pieces, size_t count, size_t at) {
    return at + 1 < count && pieces[at].quote == QUOTE_INSIDE &&
           pieces[at].letter_case == CASE_NONE && pieces[at + 1].quote == QUOTE_CLOSING;
}

void take_in_marks(const piece *pieces, size_t count, size_t *first, size_t *last) {
    long depth = 0; /* marks opened within the run and not closed there */
    bool unopened = false;
    for (size_t i = *first; i < *last; i++) {
        if (pieces[i].quote == QUOTE_OPENING) {
            depth++;
        } else if (pieces[i].quote == QUOTE_CLOSING) {
            unopened |= depth == 0;
            depth -= depth > 0;
        }
    }
    if (depth > 0 && ends_before_mark(pieces, count, *last)) {
        ++*last;
    }
    const bool before = *first > 0 && pieces[*first - 1].quote == QUOTE_OPENING;
    const bool after = *last < count && pieces[*last].quote == QUOTE_CLOSING;
    const bool both = before && after && depth == 0 && !unopened;
    /* a mark may be two pieces, as in ''…'' */
    while ((both || (before && unopened)) && *first > 0 &&
           pieces[*first - 1].quote == QUOTE_OPENING) {
        --*first;
    }
    while ((both || (after && depth > 0)) && *last < count &&
           pieces[*last].quote == QUOTE_CLOSING) {
        ++*last;
    }
}
