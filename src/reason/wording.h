/* Whether a claim is told in nearly the same words, in the same order as another. */
#ifndef REASON_WORDING_H
#define REASON_WORDING_H

#include "reason/dossier.h"

/* Two reporters who write down one thing have its words in common, whether they make a clause of
 * them or not, and whether it is all that the one of them quotes or one sentence of ten. What is no
 * clause must be of one speaker: it takes the words with which it is told ("pleaded guilty to
 * [obstruction of justice]"). */
bool is_worded_like(const dossier *self, const claim *asked, const claim *other);

/* Whether a sentence of some words stands in both, word by word, and both are quoted, or nobody is
 * told to say the other one, whose marks may have been missed: what else each quotes does not
 * matter. */
bool shares_sentence(const dossier *self, const claim *a, const claim *b);

#endif
