/* The names of speakers, each once, and what was said under them. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/sql.h"

/* Puts the names of the document's speakers, and what they said, or takes them away: a name that
 * nobody has any more goes. Failures stick to the store. */
void names_put(store *self, int64_t document);
void names_drop(store *self, int64_t document);

#endif
