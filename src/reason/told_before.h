/* Which findings were told already, by numbers that are made of what they say. */
#ifndef REASON_TOLD_BEFORE_H
#define REASON_TOLD_BEFORE_H

#include "reason/reason.h"

/* Whether it is there. */
bool told_has(const told_before *self, uint64_t number);

#endif
