/* Quotations that are signed: “We had no warning at all.” — Ada Moreno */
#ifndef ATTRIBUTE_SIGNED_H
#define ATTRIBUTE_SIGNED_H

#include "attribute/attribute.h"

/* Whether a quotation begins a sentence, and a dash and a name follow it on its line or the next,
 * with nothing but the name's own apposition ("Ada Moreno, mayor of Vale") up to the line's end.
 * If so, `*into` is the relation that this makes, with the dash as its cue; it lives in the arena.
 *
 * The encoder is of little help here: of its training articles hardly one signs quotations so. */
bool signed_quotation(const segmentation *text, const quotation *each, arena *into, relation *out);

#endif
