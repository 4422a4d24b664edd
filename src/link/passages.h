/* The passages that two documents share, found from fingerprints that both have and extended by
 * alignment as far as the words go together. */
#ifndef LINK_PASSAGES_H
#define LINK_PASSAGES_H

#include "base/vec.h"
#include "link/align.h"
#include "link/prints.h"

/* The words of a document as copying is sought in them. */
typedef struct {
    terms words;
    const uint32_t *sentence; /* [word] the number of its sentence */
    const bool *quoted;       /* [word] stands in quotation marks */
    prints marks;
} copied_text;

/* All in the arena; `words` are those of the text. */
copied_text copied_text_of(terms words, str text, arena *into);

typedef struct {
    word_span a, b;
    size_t words;     /* the same in both */
    size_t told;      /* of these, those outside of quotation marks in both */
    size_t sentences; /* of `a` that are in the passage but for a word here and there */
    bool counts;      /* most of it is in no longer passage of these documents */
} passage;

typedef VEC(passage) passage_vec;

/* Puts the passages that `a` and `b` share at the end of `out`, in their order in `a`. */
void passages_find(aligner *with, const copied_text *a, const copied_text *b, passage_vec *out);

#endif
