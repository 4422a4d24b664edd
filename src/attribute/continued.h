/* Quotations that nobody is named for, as the one who spoke before goes on. */
#ifndef ATTRIBUTE_CONTINUED_H
#define ATTRIBUTE_CONTINUED_H

#include "attribute/window_reader.h"

/* Whether the quotation is all of its paragraph, and the paragraph before it is, or ends with, what
 * a relation quotes. If so the quotation is added to that relation's content. The relations stand
 * in the order of their cues. */
bool continue_quotation(const segmentation *text, const quotation *each, arena *into,
                        relation *items, size_t count);

#endif
