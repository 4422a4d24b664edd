/* What of a document is compared: the spans of its statements' contents, and of contents that are
 * partly quoted each quotation besides. */
#ifndef LINK_EXCERPTS_H
#define LINK_EXCERPTS_H

#include "link/bag.h"
#include "link/link.h"

/* A longer span is cut into excerpts of so many words, which bounds what comparing two takes. */
enum { EXCERPT_WORDS = 400, SKETCH_WORDS = 64 };

typedef struct {
    uint32_t statement; /* its place */
    terms words;        /* one at least */
    bag stems;
    terms speaker;
    bag speaker_stems;
    bool quoted; /* wholly */
    bool said, nested;
    bool says; /* quoted, or with a word of saying beside it (link/beside.h) */
    float confidence;
} excerpt;

typedef struct {
    const excerpt *items; /* by their places in the text */
    size_t count;
    const excerpt *wholes; /* [whole_count] the contents that are of several spans, each as one, by
                              their statements: what is shown of them, not what they meet by */
    size_t whole_count;
    bag about; /* the whole document's sketch */
} excerpts;

/* All in the arena; `words` are those of the document's text, `sentence` the numbers of their
 * sentences. */
excerpts excerpts_of(const rarity *with, const link_document *document, terms words,
                     const uint32_t *sentence, arena *into);

/* The part of the text that words [begin, end) of an excerpt cover. */
span excerpt_span(const excerpt *self, size_t begin, size_t end);

#endif
