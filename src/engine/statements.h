/* Relations in the shown text -> statements in the text. */
#ifndef ENGINE_STATEMENTS_H
#define ENGINE_STATEMENTS_H

#include "attribute/attribute.h"
#include "hearsay.h"
#include "read/read.h"

/* A statement for each relation, in order of the first position of any of its spans, with ids
 * (engine/identity.h). They live in the arena; of `relations` nothing is kept. */
hearsay_statement *statements_from(const relation_list *relations, const view *page,
                                   str document_id, arena *into);

#endif
