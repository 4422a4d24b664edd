/* Why a name is held back, as the text says, wherever it says so. */
#ifndef RESOLVE_ANONYMITY_H
#define RESOLVE_ANONYMITY_H

#include "resolve/scene.h"

/* Gives the reasons in the text to the statements of those who they are said of; sourcing is known.
 * Who asks not to be named is anonymous, whatever the words for him. */
void find_anonymity(scene *self);

#endif
