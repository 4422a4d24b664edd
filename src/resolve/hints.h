/* What hints at how likely it is that a speaker, or the sourcing, was found rightly.
 *
 * Each hint has a name, by which its two weights are found in data/resolve/confidence_weights.txt;
 * the probabilities are logistic regressions on them (Platt 1999), fitted by train/hints.py.
 */
#ifndef RESOLVE_HINTS_H
#define RESOLVE_HINTS_H

#include "hearsay.h"

#include <stddef.h>

typedef enum {
    HINT_ALWAYS,
    /* What the source calls the speaker; of several, each counts. */
    HINT_FULL_NAME,       /* a name of several words that the document does not surpass */
    HINT_SHORT_NAME,      /* one that is fuller elsewhere */
    HINT_SINGLE_NAME,     /* one word, and never more */
    HINT_PRONOUN,         /* of the third person */
    HINT_DESCRIPTION,     /* of one that nothing names */
    HINT_NAMED_ELSEWHERE, /* a description of one that has a name */
    HINT_FIRST_PERSON,
    HINT_AUTHOR,
    HINT_RELATIVE, /* who, which, that: by what it goes back to */
    HINT_NOBODY,   /* there is a source, and it is not known who that is */
    HINT_NO_SOURCE,
    HINT_LEFT_OUT, /* there is no source, but a subject that the verb has left out */
    HINT_SEVERAL,
    /* Of the antecedent of a pronoun. */
    HINT_ANTECEDENT_ODDS, /* logarithm of the odds that the ranking gives it */
    HINT_ANTECEDENT_FAR,  /* not in the sentence, nor in the one before */
    /* Of the one that it was taken for. */
    HINT_PERSON,
    HINT_BODY,
    HINT_OTHER_KIND, /* a place, a document, a thing, unknown */
    HINT_PLURAL,
    HINT_OFTEN,    /* logarithm of how often the text speaks of it */
    HINT_LONG,     /* logarithm of the words of the source */
    HINT_WITHIN,   /* the source stands in what another says */
    HINT_PRESUMED, /* somebody who is only described, and must have a name */
    /* Of the sourcing alone. */
    HINT_IS_NONE,
    HINT_IS_DOCUMENT,
    HINT_IS_OUTLET,
    HINT_IS_NAMED,
    HINT_IS_ROLE,
    HINT_IS_ANONYMOUS,
    HINT_IS_COLLECTIVE,
    HINT_IS_UNKNOWN,
    HINT_LISTED,       /* the lists know the source's head */
    HINT_SPEAKER_ODDS, /* logarithm of the odds that the speaker is right */
    HINT_COUNT
} hint;

typedef struct {
    float of[HINT_COUNT];
} hints;

typedef enum { CONFIDENCE_SPEAKER, CONFIDENCE_SOURCING, CONFIDENCE_COUNT } confidence_of;

typedef struct {
    float of[CONFIDENCE_COUNT][HINT_COUNT];
} confidence_weights;

/* As they are built in. A hint that the file does not name weighs nothing. */
void confidence_weights_read(confidence_weights *out);

/* Between 0 and 1. */
float confidence_by_hints(const confidence_weights *weights, confidence_of what, const hints *from);

/* The logarithm of the odds of a probability, bounded. */
float log_odds_of(float probability);

/* As the file of weights calls it. */
const char *hint_name(hint which);

#endif
