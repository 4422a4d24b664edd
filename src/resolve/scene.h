/* What the rules of this stage look at and fill in: a document with all its relations. */
#ifndef RESOLVE_SCENE_H
#define RESOLVE_SCENE_H

#include "resolve/dates.h"
#include "resolve/glossary.h"
#include "resolve/resolve.h"
#include "resolve/words.h"

struct scene;
struct possible_date;

/* The word lists, one for each file of data/resolve that is read here. */
struct resolver {
    glossary *kinds, *polarity, *sourcing, *anonymity, *occasions, *channels;
    date_finder *dates;
    /* For training: is told each date that may be that of relation `i`; NULL: nobody is. */
    void (*report)(void *to, const struct scene *about, const dates *all, size_t i,
                   const struct possible_date *of, bool farther);
    void *report_to;
};

/* The words around a content that tell of its being said: those of the sentences that its cue and
 * source stand in, without what is reported there by this relation or another. They ascend. */
typedef struct {
    size_t *items; /* [count] words */
    size_t count;
    size_t anchor;          /* the cue's first word, or the one before it, where it has none */
    word_range cue, source; /* empty where there is none */
} frame;

typedef struct scene {
    const resolver *lists;
    const word_list *words;
    const segmentation *text;
    const relation_list *relations;
    const int8_t *traits; /* as in resolve.h */
    const document_facts *facts;
    const confidence_weights *confidence;
    date_value written; /* the document's own date */
    frame *frames;      /* [relations->count] */
    size_t *inside;  /* [words->count] from 1, the relation with the shortest content that holds the
                        word; 0: none does */
    bool *told_here; /* [relations->count] was told to the document's own outlet or author */
    arena *into;
    resolved *out; /* [relations->count] */
} scene;

/* Fills in `inside` and `frames`; `told_here` is all false. */
void scene_frame(scene *self);

/* How far apart two words are. */
size_t words_between(size_t a, size_t b);

/* The text of words [first, last). */
str scene_text(const scene *self, word_range part);
span scene_span(const scene *self, word_range part);

/* Adds a step to what relation `i` tells of itself. */
void scene_tell(scene *self, size_t i, const char *name, word_range part, str note);

#endif
