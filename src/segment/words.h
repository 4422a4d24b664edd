/* The word lists of data/abbreviations.txt. */
#ifndef SEGMENT_WORDS_H
#define SEGMENT_WORDS_H

#include "base/lexicon.h"
#include "base/str.h"

/* What a word may be; a word may be several. */
enum {
    WORD_ABBREVIATION = 1, /* is written with a full stop */
    WORD_LEADS_ON = 2,     /* an abbreviation that no sentence ends with: "Mr." */
    WORD_STARTER = 4,      /* after an abbreviation, in capitals, it begins a sentence: "The" */
    WORD_ELIDED = 8        /* an apostrophe before it stands for letters: 'em, 'til */
};

/* Reads the lists; `lists` is borrowed. */
lexicon words_read(str lists);

/* What the part of the text is, in small letters: WORD_... ored, 0 where it is in no list. */
uint32_t words_find(const lexicon *self, str word);

/* The letters, digits and _ that stand at `pos`, up to `end`: a word. Stops after WORD_LONGEST
 * bytes, past which no list has a word, so that asking costs little at any place. */
str word_at(str text, size_t pos, size_t end);

enum { WORD_LONGEST = 24 };

#endif
