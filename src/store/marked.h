/* What of a text is shown to whoever looked for words, and where these stand in it. */
#ifndef STORE_MARKED_H
#define STORE_MARKED_H

#include "store/query.h"
#include "store/sql.h"

/* Gives a hit the text, in the arena, with the places of the words that were asked for; `what` may
 * be NULL. Failures stick to the store. */
void marked_whole(store *self, const asked *what, str text, arena *into, hearsay_hit *out);

/* The same with a piece of the text, where most of the words stand, or its beginning. */
void marked_snippet(store *self, const asked *what, str text, arena *into, hearsay_hit *out);

#endif
