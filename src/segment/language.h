/* The language of a text and of its passages, by the frequencies of its character n-grams
 * (Cavnar & Trenkle 1994, as libexttextcat has it). */
#ifndef SEGMENT_LANGUAGE_H
#define SEGMENT_LANGUAGE_H

#include "segment/segment.h"

/* Scratch of one thread. */
typedef struct language_guesser language_guesser;

/* NULL where the n-gram profiles are not installed: every text is then taken for English. */
language_guesser *language_guesser_new(void);

void language_guesser_free(language_guesser *self);

typedef struct {
    span span; /* whole paragraphs */
    char language[4];
} foreign_passage;

typedef struct {
    char language[4]; /* ISO 639-1 of most of the text; "" where there are too few words to tell */
    foreign_passage *passages; /* runs of whole paragraphs, long enough to tell, that are not English */
    size_t passage_count;
} language_guess;

/* `self` may be NULL. The passages live in the arena. A text that is wholly in another language
 * has no passages. Doubt counts as English: quotations, names and lists in an English text never
 * make a passage. */
void language_guess_text(language_guesser *self, const segmentation *text, arena *into, language_guess *out);

#endif
