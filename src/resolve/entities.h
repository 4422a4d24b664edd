/* Who and what the names and descriptions of a text stand for: mentions -> entities.
 *
 * Sieves in the order of how sure they are (Raghunathan et al. 2010, Lee et al. 2013): full names,
 * short forms and acronyms, single words, appositions and titles, descriptions by their nouns.
 * Names anywhere in the text count, before or after. Pronouns come later (pronouns.h). */
#ifndef RESOLVE_ENTITIES_H
#define RESOLVE_ENTITIES_H

#include "resolve/mentions.h"

typedef struct entity {
    named_kind kind;
    uint8_t gender; /* what it may be, by all that is said of it */
    bool plural;
    bool named;
    size_t full;  /* the mention with its fullest name, or else description */
    size_t first; /* its first mention */
    size_t count; /* of its mentions, without pronouns */
} entity;

typedef struct {
    entity *items;
    size_t count;
} entity_list;

/* Sets the entity of every name and description; that of pronouns stays NO_ENTITY. Linear but for
 * hashing: how many alternatives are looked at is bounded. */
void entities_find(const token_list *tokens, mention_list *mentions, arena *into, entity_list *out);

#endif
