/* Names as they are compared, letter by letter. */
#ifndef IDENTIFY_LETTERS_H
#define IDENTIFY_LETTERS_H

#include "base/arena.h"
#include "base/str.h"

/* Small letters without accents, full stops and apostrophes; whatever else is no letter or digit is
 * a blank, hyphens are kept. In the arena. */
str letters_fold(str text, arena *into);

/* How a folded word is spelled at its simplest: what is often written in several ways when it comes
 * from another script is written in one ("Sergei", "Sergey", "Sergej"). In the arena. */
str letters_sound(str word, arena *into);

/* The words of a folded text, apart at blanks. */
typedef struct {
    str *items;
    size_t count;
} word_row;

word_row words_apart(str text, arena *into);

#endif
