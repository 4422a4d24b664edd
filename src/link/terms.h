/* The words of a passage as linking compares them: without capitals, accents, marks and endings.
 *
 * A word is a run of letters and digits, so "don't" is two and "6.1" is two: however an outlet sets
 * marks and spaces, the same words come out. */
#ifndef LINK_TERMS_H
#define LINK_TERMS_H

#include "base/arena.h"
#include "base/str.h"
#include "link/rarity.h"

#include <stdint.h>

enum {
    TERM_NUMBER = 1, /* begins with a digit, or is a number word: "twelve" */
    TERM_NAME = 2,   /* begins with a capital and is not the passage's first word */
    TERM_NEGATION = 4,
    TERM_HEDGE = 8,
    TERM_SAYING = 16 /* "said", "according" */
};

typedef struct {
    uint64_t word; /* hash of the normalized word */
    uint64_t stem; /* hash of the word without its ending: "bombs", "bombed" */
    span where;    /* bytes of the text it was read from */
    float weight;  /* its rarity (link/rarity.h) */
    unsigned is;   /* TERM_... ored */
} term;

typedef struct {
    const term *items;
    size_t count;
} terms;

/* Reads the words of `part` of `text`; the items are in the arena. */
terms terms_read(const rarity *with, str text, span part, arena *into);

/* The place of the first word that ends after byte `pos`. */
size_t terms_after(terms self, size_t pos);

/* Terms [first, last) of `self`. */
terms terms_slice(terms self, size_t first, size_t last);

/* A hash of the words in their order: equal where the normalized texts are. */
uint64_t terms_hash(terms self);

/* The sum of the weights. */
float terms_weight(terms self);

#endif
