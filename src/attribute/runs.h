/* Runs of pieces, as the labels of a window mark them. */
#ifndef ATTRIBUTE_RUNS_H
#define ATTRIBUTE_RUNS_H

#include "base/vec.h"
#include "segment/segment.h"

/* Pieces [first, last), counted from the window's first. */
typedef struct {
    size_t first, last;
} run_of_pieces;

typedef VEC(run_of_pieces) runs;

/* Puts the runs that a path of labels marks with `begin` and goes on with `begin` + 1 into `out`,
 * in place of what was there. Runs are whole words; those that meet in a word are one. If `parted`,
 * what goes on past a paragraph's end is a run a paragraph, as the spans of an annotation are. */
void collect_runs(const uint8_t *path, const piece *pieces, size_t count, uint8_t begin,
                  bool parted, runs *out);

/* The pieces of the text that the span holds, counted from the text's first. */
run_of_pieces pieces_of(const segmentation *text, span where);

#endif
