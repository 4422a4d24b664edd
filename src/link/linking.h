/* Two documents held against each other. */
#ifndef LINK_LINKING_H
#define LINK_LINKING_H

#include "base/vec.h"
#include "link/linkable.h"
#include "link/linker.h"

struct linking {
    const linker *with;
    aligner scratch;
};

/* Excerpts of two documents, by their places. */
typedef struct {
    uint32_t a, b;
} excerpt_pair;

typedef VEC(excerpt_pair) excerpt_pair_vec;

/* Puts the pairs of excerpts into `out` that share a key and are worth a comparison, in order, each
 * once; of one document those that do not overlap. */
void pairs_find(const linkable *a, const linkable *b, excerpt_pair_vec *out);

/* The links among these, in the arena. `story` is how alike the documents are. */
size_t pairs_judge(linking *self, const linkable *a, const linkable *b, const excerpt_pair_vec *of,
                   arena *into, const link_pair **out);

/* What of two excerpts goes together: all of a quotation, as it is given as one; of two that are
 * told the sentences that the alignment touches, as they may be several statements. */
void pairs_spans(const linkable *a, const linkable *b, excerpt_pair of, const comparison *found,
                 span *in_a, span *in_b);

/* How alike two documents are: what they are about. */
float pairs_story(const linkable *a, const linkable *b);

#endif
