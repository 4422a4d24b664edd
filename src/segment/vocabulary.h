/* The vocabulary of word pieces. */
#ifndef SEGMENT_VOCABULARY_H
#define SEGMENT_VOCABULARY_H

#include "base/lexicon.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    lexicon first;    /* pieces that begin a word */
    lexicon further;  /* pieces within a word, without their "##" */
    size_t longest;   /* bytes of the longest piece */
    uint32_t unknown; /* the id of "[UNK]", 0 where there is none */
} wordpieces;

/* One piece a line, its id the line's number from 0; of equal lines the last counts. `lines` is
 * borrowed. */
wordpieces vocabulary_read(str lines);

void vocabulary_free(wordpieces *self);

#endif
