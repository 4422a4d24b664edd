/* The stems of a passage or a document without their order, each with its weight. */
#ifndef LINK_BAG_H
#define LINK_BAG_H

#include "link/terms.h"

typedef struct {
    uint64_t stem;
    float weight;   /* of one */
    float local;    /* the same, less if its document has the stem often */
    uint32_t count; /* how often it is there */
    unsigned is;    /* TERM_... of any */
} bag_item;

/* `items` are in order of their stems. */
typedef struct {
    bag_item *items;
    size_t count;
    float weight; /* of all, each as often as it is there */
    float local;  /* of all, each once */
} bag;

/* The items are in the arena. */
bag bag_of(terms words, arena *into);

/* Sets what is local: `whole` is the bag of the whole document. A word that a document is full of
 * tells little of which of its statements is meant. */
void bag_localize(bag *self, bag whole);

/* The `most` heaviest items, each counted once, by weight and how often they are there: what a
 * document is about. */
bag bag_sketch(bag self, size_t most, arena *into);

/* Puts the `most` heaviest items into `out`, the heaviest first, equal ones by their stems; returns
 * how many there are. */
size_t bag_heaviest(bag self, size_t most, bag_item *out);

/* What two bags have in common. */
typedef struct {
    float weight, local;
    size_t words, names, numbers;
} common;

common bag_common(bag a, bag b);

/* 2 * common weight / the sum of both, 0 for two empty ones. */
float bag_similarity(bag a, bag b);

#endif
