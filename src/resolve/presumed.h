/* Sources of which nothing tells a name, and that a text yet takes for named. */
#ifndef RESOLVE_PRESUMED_H
#define RESOLVE_PRESUMED_H

#include "resolve/scene.h"

/* Whether the source of relation `i`, whose speaker has no name as far as was found, is most likely
 * a person or several who are named somewhere: "the senator" whom nothing introduces, "he", "both".
 * It is not said who. `source` is what the speaker is called by, there or elsewhere; `*where` gets
 * the words that tell. */
bool is_presumed_named(const scene *self, size_t i, word_range source, word_range *where);

#endif
