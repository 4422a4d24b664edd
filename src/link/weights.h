/* The judgement: a logistic model over what link/compare.h measures, fitted by train/links.py. */
#ifndef LINK_WEIGHTS_H
#define LINK_WEIGHTS_H

#include "link/compare.h"

typedef struct {
    float of[QUOTED_COUNT][COMPARED_COUNT];
    float least;  /* a lower chance is no link */
    float beside; /* nor is one lower than this where either excerpt has a better partner there */
} weights;

/* Reads data/link/weights.txt, which is built in. */
void weights_read(weights *self);

/* The chance, 0 to 1, that the two excerpts report the same. */
float weights_judge(const weights *self, const comparison *of);

#endif
