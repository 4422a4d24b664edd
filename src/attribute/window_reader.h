/* Reading one window after the other: from the model's scores to relations. */
#ifndef ATTRIBUTE_WINDOW_READER_H
#define ATTRIBUTE_WINDOW_READER_H

#include "attribute/attribute.h"
#include "attribute/drafts.h"
#include "attribute/runs.h"
#include "base/vec.h"

typedef VEC(relation) relations;

/* What is at work while one text is read. */
typedef struct {
    model_scratch *model;
    const segmentation *text;
    arena *into;
    model_piece *window;        /* [model_scratch_window] what the model reads */
    uint8_t *back;              /* [model_scratch_window][ROLE_LABELS] */
    uint8_t *path;              /* [model_scratch_window] */
    runs cues, source, content; /* of the window at hand */
    drafts drafts;              /* likewise */
    bool reported;              /* contents are read, as texts of their own */
    bool *of_cue;               /* [piece_count] whether it is in a cue that was found */
    relations found;            /* so far; what they point to lives in the arena */
} window_reader;

window_reader window_reader_begin(model_scratch *scratch, const segmentation *text, arena *into);
void window_reader_end(window_reader *self);

/* Adds the relations of the window of `count` pieces that begins at piece `first`, but for those
 * whose cue was found before. */
void read_window(window_reader *self, size_t first, size_t count);

#endif
