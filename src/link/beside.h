/* Whether a content is said: has a word of saying beside it, "she said", "according to the board".
 *
 * Of what is told some is said and some is done ("refused", "appointed", "discounted"). What is
 * said is told by others, too, and in its speaker's words. */
#ifndef LINK_BESIDE_H
#define LINK_BESIDE_H

#include "link/link.h"

/* For each span of each content, in the order in which they are given, whether a word of saying
 * stands just before or after it in its sentence. What lies in another content is told by the words
 * in that, not by those around it. In the arena; `words` are the document's, `sentence` the numbers
 * of their sentences. */
const bool *beside_said(terms words, const uint32_t *sentence, const link_document *of,
                        arena *into);

#endif
