/* Speakers as cases tell them. */
#ifndef TEST_TOLD_H
#define TEST_TOLD_H

#include "base/str.h"
#include "hearsay.h"

enum { TOLD_PARTS = 64 };

/* A speaker as a line tells it, with what is named beside it. */
typedef struct {
    hearsay_speaker who;
    hearsay_str named[TOLD_PARTS];
    size_t named_count;
} told;

/* Reads "names; fullest first / roles / sex / named", of which all but the first may be left out,
 * of a person or, behind "body: " or "outlet: ", of one. Its id is made of the number. All in the
 * arena, or borrowed. */
told *told_speaker(str line, size_t number, arena *into);

#endif
