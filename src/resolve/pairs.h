/* Two who were named together, and whom the text then calls "both" or "the couple". */
#ifndef RESOLVE_PAIRS_H
#define RESOLVE_PAIRS_H

#include "resolve/sources.h"

/* Whether the words mean two: "both", "they both", "the two senators", "the couple". */
bool source_is_pair(const source_reader *self, token_range in);

/* The two that were named last before the token: joined by "and", or the only two of its sentence
 * and the one before. False where there are none. */
bool pair_before(const source_reader *self, size_t at, size_t entities[2]);

#endif
