/* What happened to a report on its way, word by word: the edit script of two aligned passages. */
#ifndef LINK_EDITS_H
#define LINK_EDITS_H

#include "link/compare.h"
#include "link/link.h"

typedef struct {
    link_edit_kind kind;
    word_span a, b; /* the words; empty on the side that has none */
    bool marked;    /* by … or [ ] on the side that dropped, added or replaced, or else silent */
} edit;

typedef struct {
    const edit *items; /* in their order in both; each word of both is in one of them */
    size_t count;
} edits;

/* The script that makes the words of `a` those of `b`; `text_a` and `text_b` are what the excerpts
 * were read from. The items are in the arena. */
edits edits_of(const alignment *of, const excerpt *a, str text_a, const excerpt *b, str text_b,
               arena *into);

#endif
