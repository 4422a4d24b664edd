/* Whether there is somebody's utterance at all. */
#ifndef REASON_UTTERED_H
#define REASON_UTTERED_H

#include "reason/dossier.h"

/* Whether somebody is said to have uttered it. What the text tells that somebody thinks, wants,
 * fears or sees is nobody's utterance, unless it tells so in words of speech: "threatened". */
bool is_uttered(const paper *in, const hearsay_statement *of);

/* Whether it is said that somebody did not say it: "declined to confirm". */
bool is_left_unsaid(const paper *in, const hearsay_statement *of);

/* "Page, said to be the first": others say it of whoever stands there as its source. */
bool is_said_of_source(const paper *in, const hearsay_statement *of);

#endif
