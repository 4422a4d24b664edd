/* Stage 4, attribute: scores -> spans -> relations.
 *
 * All spans are byte positions in the shown text; everything lives in the arena. */
#ifndef ATTRIBUTE_ATTRIBUTE_H
#define ATTRIBUTE_ATTRIBUTE_H

#include "base/arena.h"
#include "model/model.h"
#include "segment/segment.h"

typedef struct {
    span *items;
    size_t count;
} span_list;

/* An attribution relation. The cue and the content are never empty; the source may be. The spans of
 * a list ascend. */
typedef struct {
    span_list source, cue, content;
    quoted quoted;    /* how much of the content stands inside quotation marks */
    float confidence; /* 0 to 1 */
    const char *id;   /* the name that it was given; NULL: it has none yet */
    size_t parent; /* in its list, from 1, the relation in whose content this one lies; 0: none */
} relation;

typedef struct {
    relation *items; /* by the first position of their cue */
    size_t count;
} relation_list;

/* Is told after each window up to where the shown text is read; false to stop. */
typedef bool attribute_progress(void *context, size_t position);

typedef struct {
    const span *skipped; /* [skipped_count] not read; ascending, apart */
    size_t skipped_count;
    attribute_progress *progress; /* NULL: nobody is told */
    void *context;                /* of `progress` */
    int8_t *traits; /* [piece_count][PIECE_TRAITS] is filled, but for pieces that are not read;
                       NULL: not wanted */
} attribute_options;

/* Finds the relations of a text, and those in their contents. The outcome depends on the text, what
 * is skipped and the model alone. False where it was stopped; there is no outcome then. */
bool attribute(model_scratch *scratch, const segmentation *text, const attribute_options *options,
               arena *into, relation_list *out);

/* Only the traits of all pieces, where the relations are known already. */
void attribute_traits(model_scratch *scratch, const segmentation *text, int8_t *traits);

#endif
