/* Pronouns -> the entities that they stand for, by a ranking of what was spoken of before. */
#ifndef RESOLVE_PRONOUNS_H
#define RESOLVE_PRONOUNS_H

#include "resolve/entities.h"

/* Who speaks where: one for each token that stands in a quotation or reported content, so that
 * "he" inside is not taken for its speaker. NO_ENTITY where nobody is known. */
typedef struct {
    size_t mention;   /* the antecedent; NO_ENTITY where there is none */
    float certainty;
} antecedent;

/* Sets the entity of every pronoun of the third person for which one is found; `out`, one for each
 * mention, says by which mention. */
void pronouns_resolve(const token_list *tokens, mention_list *mentions, const entity_list *entities,
                      arena *into, antecedent *out);

#endif
