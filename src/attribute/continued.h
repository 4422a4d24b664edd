/* Quotations that nobody is named for, as the one who spoke before goes on. */
#ifndef ATTRIBUTE_CONTINUED_H
#define ATTRIBUTE_CONTINUED_H

#include "attribute/window_reader.h"

/* Adds the quotation to a relation's content, if it is all of its paragraph, and the paragraph
 * before it is, or ends with, what that relation quotes; or if it is the first thing quoted in its
 * paragraph after that relation, begins a sentence and ends the paragraph. The relations stand in
 * the order of their cues. */
void continue_quotation(const segmentation *text, const quotation *each, arena *into,
                        relation *items, size_t count);

#endif
