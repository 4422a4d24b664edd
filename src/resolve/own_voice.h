/* What a document asserts in its author's own voice. */
#ifndef RESOLVE_OWN_VOICE_H
#define RESOLVE_OWN_VOICE_H

#include "resolve/scene.h"

/* The sentences, or what is left of them, that nobody else is said to say: they have words, stand
 * in no content and no quotation, are more than the words that report one, and ask nothing. */
span_list own_voice(const scene *self);

#endif
