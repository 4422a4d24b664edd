/* Contents that begin with a quotation and stop in its midst. */
#ifndef ATTRIBUTE_UNFINISHED_H
#define ATTRIBUTE_UNFINISHED_H

#include "attribute/window_reader.h"

/* A part of a content that begins with an opening double mark and stops before the closing one goes
 * on to it, unless its own cue stands there, or another relation has some of the rest and is not
 * within the quotation itself. Windows may be cut within a quotation, and the model's eye does not
 * reach beyond them. */
void finish_quotations(const segmentation *text, relations *found);

#endif
