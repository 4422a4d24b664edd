/* The language of a text and of its passages, by its script and by the frequencies of its
 * character n-grams (Cavnar & Trenkle 1994, as libexttextcat has it). */
#ifndef SEGMENT_LANGUAGE_H
#define SEGMENT_LANGUAGE_H

#include "segment/segment.h"

/* What one thread needs to tell languages. */
typedef struct language_guesser language_guesser;

/* Reads the n-gram profiles, which takes about 4 ms, from `folder`, or where libexttextcat-data
 * puts them if it is NULL; NULL where they are not there. */
language_guesser *language_guesser_new(const char *folder);

/* Whether they are there. */
bool language_profiles_are_there(const char *folder);

void language_guesser_free(language_guesser *self);

enum { LANGUAGE_SIZE = 4 }; /* bytes of an ISO 639-1 code, with its 0 and room for one more */

typedef struct {
    span span; /* whole paragraphs */
    char language[LANGUAGE_SIZE];
} foreign_passage;

typedef struct {
    char language[LANGUAGE_SIZE]; /* of most of the text; "" where there are too few words to tell,
                                     or none of a language */
    foreign_passage *passages;    /* runs of whole paragraphs, long, that are not in English */
    size_t passage_count;
} language_guess;

/* `self` may be NULL: languages in Latin script are then taken for English. The passages live in
 * the arena. A text that is wholly in another language has no passages; one that is so for the most
 * part has them all. Doubt counts as English: quotations, names and lists in an English text never
 * make a passage. */
void language_guess_text(language_guesser *self, const segmentation *text, arena *into,
                         language_guess *out);

#endif
