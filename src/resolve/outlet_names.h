/* The names of outlets by themselves, wherever they stand. */
#ifndef RESOLVE_OUTLET_NAMES_H
#define RESOLVE_OUTLET_NAMES_H

#include "base/str.h"

#include <stdbool.h>

/* Whether two names may be of one outlet: "nyt" and "The New York Times", "wash-post" and "The
 * Washington Post". */
bool is_same_outlet(str a, str b);

/* Whether the name is the last word of the whole one: "the Post" of "wash-post". */
bool is_called_by_last_word(str whole, str name);

/* Whether it is one of those that data/resolve/ lists; a single word only where it is well known.
 */
bool is_outlet_name(str name);

#endif
