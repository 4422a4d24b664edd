/* How BERT's tokenizer sees a character: in small letters, without accents (Devlin et al. 2019,
 * as PyPI's `tokenizers` has it: BertNormalizer and BertPreTokenizer).
 *
 * Compared character by character, what Unicode had by 2015 is classed alike, but for U+166D and
 * U+1734. Later ones are classed here as utf8proc knows them, but as unknown symbols there: 420
 * accents and 20 format characters of rare scripts, 120 marks of punctuation such as U+2E43 and
 * U+061D; and 55 letters are newer than utf8proc 2.8. No text in ../shared/data differs. */
#ifndef SEGMENT_NORMALIZE_H
#define SEGMENT_NORMALIZE_H

#include <stddef.h>
#include <stdint.h>

typedef enum {
    SEEN_LETTER, /* part of a word */
    SEEN_ALONE,  /* a word by itself: punctuation, Chinese characters */
    SEEN_SPACE,  /* between words */
    SEEN_NOTHING /* as if it were not there: control and format characters */
} seen;

enum { NORMALIZED_MAX = 4 }; /* no canonical decomposition is longer */

seen normalize_class(uint32_t cp);

/* A SEEN_LETTER or SEEN_ALONE as the characters that stand for it, 0 to NORMALIZED_MAX; returns
 * how many. Ask each for its class again: U+037E, a Greek question mark, is a semicolon. */
size_t normalize(uint32_t cp, uint32_t out[NORMALIZED_MAX]);

#endif
