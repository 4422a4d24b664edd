/* The words of a text, which every rule of this stage reads. */
#ifndef RESOLVE_WORDS_H
#define RESOLVE_WORDS_H

#include "attribute/attribute.h"
#include "base/arena.h"
#include "base/str.h"
#include "segment/segment.h"

/* A run of letters and digits, with the hyphens, apostrophes and full stops within it ("e-mail",
 * "don't", "U.S"). */
typedef struct {
    span where;      /* in the shown text; of "Clinton's" without the 's */
    str lower;       /* in lower case, with straight apostrophes; in the arena */
    size_t sentence; /* the place of its sentence */
    bool capital;    /* begins with a capital letter */
    bool possessive; /* an 's follows */
    bool quoted;     /* stands between double quotation marks */
    char before;     /* of what stands between it and the word before, the last of . ! ? , ; : ( ) -
                        or ' for a quotation mark; 0 where there is only space, or
                        the stop of an abbreviation ("Jan. 29") */
} word;

typedef struct {
    const segmentation *text;
    word *items;
    size_t count;
} word_list;

/* Words [first, last) of a word_list. */
typedef struct {
    size_t first, last;
} word_range;

void words_make(const segmentation *text, arena *into, word_list *out);

/* The words that end after the span begins and begin before it ends. */
word_range words_in(const word_list *self, span part);

/* The words of the sentence that word `at` stands in. */
word_range words_of_sentence(const word_list *self, size_t at);

/* Whether word `at`, where there is one, is `lower`. */
bool word_is(const word_list *self, size_t at, const char *lower);

/* Whether it is one of an array of words: static const char *const LIST[] = {...}. */
#define WORD_IS_ONE_OF(self, at, list)                                                             \
    word_is_one_of((self), (at), (list), sizeof(list) / sizeof *(list))
bool word_is_one_of(const word_list *self, size_t at, const char *const *list, size_t count);

/* Whether the text's words from `at` on are these: "in a statement". */
bool words_are(const word_list *self, size_t at, const char *lower);

#endif
