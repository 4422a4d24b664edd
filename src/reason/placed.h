/* What a page has, by where it stands in the text. */
#ifndef REASON_PLACED_H
#define REASON_PLACED_H

#include "reason/reason.h"

typedef struct {
    size_t begin; /* in the text */
    size_t item;  /* its place in the list of the document */
} placed;

/* In the order of the text, and of the list. */
typedef struct {
    const placed *items;
    size_t count;
} placed_list;

/* The statements that have a cue, by where this begins; in the arena. */
placed_list place_cues(const reason_document *of, arena *into);

/* The links, in the arena. */
placed_list place_links(const reason_document *of, arena *into);

/* Those that begin in a part of the text; they lie in the list that is given. */
placed_list placed_in(placed_list all, span part);

#endif
