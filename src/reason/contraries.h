/* Words that are each other's contrary: "rose" and "fell". */
#ifndef REASON_CONTRARIES_H
#define REASON_CONTRARIES_H

#include "reason/dossier.h"

/* Whether one claim has a word whose contrary stands in its place in the other: neither has both.
 */
bool are_contrary(const dossier *self, const claim *a, const claim *b);

#endif
