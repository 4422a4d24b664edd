/* Relations in the making: those of one window, as runs of its pieces. */
#ifndef ATTRIBUTE_DRAFTS_H
#define ATTRIBUTE_DRAFTS_H

#include "attribute/runs.h"

typedef struct {
    run_of_pieces run;
    float certainty;
} part;

typedef struct {
    part cue, source; /* without a source, its run is empty */
    size_t first_part, part_count;
} draft;

typedef struct {
    VEC(draft) items;
    VEC(part) parts; /* of the contents: those of a draft stand together, in order */
} drafts;

void drafts_clear(drafts *self);
void drafts_free(drafts *self);

/* Whether some of the run is in a content. */
bool drafts_meet(const drafts *self, run_of_pieces run);

/* Whether most of the run is in the content of the draft that was made last. */
bool drafts_last_holds_most(const drafts *self, run_of_pieces run);

/* Where contents have several parts, drops those that the model half believes in, but for the
 * surest of each. */
void drop_doubtful_parts(drafts *self);

/* A part of a content that two relations claim, neither of which reports the other, stays with the
 * nearer cue ('"A," she said, and he replied: "B."'). No relation loses its only part. */
void share_out_parts(drafts *self);

#endif
