/* Outlets of those who talk with each other: who asks speaks where he is answered. */
#ifndef RESOLVE_VIA_CONVERSATION_H
#define RESOLVE_VIA_CONVERSATION_H

#include "resolve/scene.h"

/* Who asks in an interview speaks where he is answered. */
void via_share_interview(scene *self, size_t i);

/* One conversation that is written down turn by turn goes on to its end, whoever speaks. */
void via_share_turns(scene *self);

#endif
