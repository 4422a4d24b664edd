/* What paragraphs, lists and stops tell of the runs that the model marked. */
#ifndef ATTRIBUTE_LAYOUT_H
#define ATTRIBUTE_LAYOUT_H

#include "attribute/runs.h"

/* Takes the mark of an item off the runs that begin a paragraph with one. `first`: the piece of the
 * text that the runs are counted from. */
void shed_list_marks(const segmentation *text, runs *list, size_t first);

/* Takes off commas, colons, semicolons and full stops at the front of runs: they end what stands
 * before. A run of nothing else keeps its last. */
void shed_stops(const segmentation *text, runs *list, size_t first);

/* Of the contents of a cue, drops those that end before its paragraph and are not quoted, such as
 * the heading above it, unless there is nothing else. */
void drop_unquoted_before(const piece *pieces, run_of_pieces cue, runs *contents);

#endif
