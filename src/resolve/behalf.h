/* For whom somebody speaks who says "we". */
#ifndef RESOLVE_BEHALF_H
#define RESOLVE_BEHALF_H

#include "resolve/entities.h"

/* For each entity the body or country whose office the text gives it: in a title ("Clinton campaign
 * spokesman"), or beside the name ("chief executive of Wells Fargo"). A president or secretary of
 * no other country is that of the United States, if the text speaks of these. An entity, NO_ENTITY
 * where the text gives none. Linear; in the arena. */
size_t *behalves_find(const token_list *tokens, const mention_list *mentions,
                      const entity_list *entities, arena *into);

#endif
