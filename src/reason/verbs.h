/* Whether two verbs tell of the same. */
#ifndef REASON_VERBS_H
#define REASON_VERBS_H

#include "base/str.h"

#include <stdbool.h>

/* In any of their forms: "bought" and "acquires". By data/reason/verbs.txt, and by their letters.
 */
bool are_verbs_alike(str a, str b);

#endif
