/* Relations that a document was given instead of having them found. */
#ifndef ENGINE_GIVEN_H
#define ENGINE_GIVEN_H

#include "attribute/attribute.h"
#include "engine/document.h"
#include "segment/segment.h"

/* A copy of the list, in the arena, with what the text tells of each relation. */
void given_relations(const relation_list *given, const segmentation *text, arena *into,
                     relation_list *out);

/* Gives the document the relations of its own statements, so that hearsay_attribute works out anew
 * what follows from them, and nothing else. Nothing where it was not read for statements. */
void given_own(hearsay_document *document);

#endif
