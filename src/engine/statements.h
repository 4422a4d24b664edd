/* Relations in the shown text -> statements in the text. */
#ifndef ENGINE_STATEMENTS_H
#define ENGINE_STATEMENTS_H

#include "attribute/attribute.h"
#include "hearsay.h"
#include "read/read.h"
#include "resolve/resolve.h"

/* Puts relations in order of the first position of any of their spans, parents following. */
void relations_order(relation_list *relations);

/* A statement for each relation, in the order of relations_order, to which it puts them, with ids
 * (engine/identity.h) where they have none. What only resolving tells is unknown. They live in the
 * arena; of `relations` nothing is kept. */
hearsay_statement *statements_from(relation_list *relations, const view *page, str document_id,
                                   arena *into);

/* Fills in what was resolved of the relations that the statements were made from, but for
 * speaker_id (engine/speakers.h). Everything is copied. */
void statements_resolve(hearsay_statement *statements, size_t count, const resolution *found,
                        const view *page, arena *into);

/* Spans of the shown text as spans of the text; the list ascends. */
hearsay_spans statements_spans(span_list list, const view *page, arena *into);

/* A copy in the arena; data NULL stays so. */
hearsay_str statements_text(str text, arena *into);

#endif
