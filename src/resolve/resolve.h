/* Stage 5, resolve: relations -> statements: who is behind each, how the document identifies them,
 * where it was said and when.
 *
 * A resolver is immutable and shared by threads. What `resolve` gives lives in the arena, or is
 * borrowed from the shown text; all spans are byte positions there. */
#ifndef RESOLVE_RESOLVE_H
#define RESOLVE_RESOLVE_H

#include "attribute/attribute.h"
#include "hearsay.h"
#include "resolve/facts.h"
#include "resolve/outlet_names.h"
#include "resolve/speakers.h"
#include "resolve/steps.h"
#include "segment/segment.h"

/* What is known of a relation besides its spans. What cannot be known has data NULL, or the value
 * UNKNOWN. */
typedef struct {
    speaker who;
    hearsay_kind kind;
    hearsay_polarity polarity;
    hearsay_sourcing sourcing;
    float sourcing_certainty; /* 0 to 1 */
    hearsay_occasion occasion;
    name_list via;            /* outlets and platforms, by name */
    str date;                 /* ISO 8601, as precise as the text */
    span_list anonymity;      /* the reasons given for holding a name back */
    size_t anonymous_sources; /* how many are claimed; 0 where the text does not tell */
    step_list why; /* how sourcing, occasion and date were arrived at; `who` has its own */
} resolved;

/* What a reader should know about parts of the text. */
typedef struct {
    const char *kind; /* "contradicting-dates", "weekday" */
    span_list where;
    str note;
} remark;

typedef struct {
    resolved *items; /* one for each relation, in its order */
    cast speakers;
    span_list own_voice; /* what the document asserts and attributes to nobody */
    remark *remarks;
    size_t remark_count;
} resolution;

typedef struct resolver resolver;

/* Reads the word lists that are built in (data/words). */
resolver *resolver_new(void);

/* NULL is allowed. */
void resolver_free(resolver *self);

/* `relations` are in the order of the text, parents by their place; `traits`, which may be NULL,
 * are the encoder's of all pieces (attribute/attribute.h). */
void resolve(const resolver *self, const segmentation *text, const relation_list *relations,
             const int8_t *traits, const document_facts *facts, arena *into, resolution *out);

/* Whether it is such a day, month, year or range as a statement's `date` may be. */
bool is_date_of_statement(str written);

#endif
