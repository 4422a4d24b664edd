/* Words that two passages have in the same order. */
#ifndef REASON_IN_ORDER_H
#define REASON_IN_ORDER_H

#include "base/str.h"

enum { WORDS_IN_ORDER_MOST = 256 };

/* What is behind the last of these is not looked at. */
typedef struct {
    str items[WORDS_IN_ORDER_MOST];
    size_t count;
} word_row;

/* Adds the words of a part, those of which every text is full, too. */
void word_row_add(word_row *self, str text, span part);

/* The same without what stands in quotation marks; `quoted`: one is open where the part begins. */
void word_row_add_unquoted(word_row *self, str text, span part, bool quoted);

/* How many they have, at most. */
size_t words_in_order(const word_row *a, const word_row *b);

#endif
