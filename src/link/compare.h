/* Two excerpts held against each other: what they share, as numbers for the judgement, and what
 * kind of variant one is of the other. */
#ifndef LINK_COMPARE_H
#define LINK_COMPARE_H

#include "link/align.h"
#include "link/excerpts.h"

/* The names of the numbers, in the order of data/link/weights.txt. */
#define COMPARED(X)                                                                                \
    X(one)           /* always 1 */                                                                \
    X(common_less)   /* weight of common stems / weight of the lighter excerpt */                  \
    X(common_more)   /* the same / weight of the heavier excerpt */                                \
    X(common)        /* ln(1 + weight of common stems) */                                          \
    X(aligned_less)  /* weight of aligned words / weight of the lighter excerpt */                 \
    X(density)       /* aligned words / words of the longer of both aligned passages */            \
    X(run)           /* ln(1 + words of the longest run without a change) */                       \
    X(run_weight)    /* ln(1 + its weight) */                                                      \
    X(run_less)      /* words of that run / words of the shorter excerpt */                        \
    X(identical)     /* all words are the same */                                                  \
    X(lighter)       /* ln(1 + weight of the lighter excerpt) */                                   \
    X(speaker_same)  /* 1 if both have a speaker and share a rare word of the name */              \
    X(speaker_other) /* 1 if both have a speaker and share no word */                              \
    X(numbers)       /* ln(1 + numbers in both) */                                                 \
    X(names)         /* ln(1 + names in both) */                                                   \
    X(story)         /* likeness of the documents */                                               \
    X(common_story)  /* common_less * story */                                                     \
    X(local)         /* ln(1 + weight of common stems, less where a document is full of them) */   \
    X(local_less)    /* the same weight / that of the lighter excerpt */                           \
    X(local_more)    /* the same / that of the heavier excerpt */                                  \
    X(speaker_local) /* local_less, where the speaker is the same */                               \
    X(said_both)     /* both are statements, not beliefs and the like */                           \
    X(nested)        /* 1 if either lies in what another reports */                                \
    X(sure)          /* the lesser of the confidences that they are statements */                  \
    X(longer)        /* ln(words of the longer excerpt) */                                         \
    X(speaker_rival) /* 1 if both speakers are named and the names differ */                       \
    X(rival_local)   /* local_less, where that is so */                                            \
    X(other_local)   /* local_less, where speaker_other is */                                      \
    X(numbers_rival) /* ln(1 + numbers that each has and the other lacks) */                       \
    X(words)         /* ln(1 + common words) */                                                    \
    X(speaker_story) /* story, where the speaker is the same */                                    \
    X(speaker_less)  /* weight of the speakers' common words / weight of the lighter name */       \
    X(speaker_more)  /* the same / weight of the heavier name */                                   \
    X(speaker_words) /* ln(1 + that weight) */                                                     \
    X(says_both)     /* both are quoted, or have a word of saying beside them */                   \
    X(says_one)      /* one alone is */                                                            \
    X(brief)         /* the shorter excerpt has three words at most */

enum {
#define X(name) COMPARED_##name,
    COMPARED(X)
#undef X
        COMPARED_COUNT
};

/* Which of both are quoted: each has weights of its own, as quotations are copied and what is told
 * is told anew. */
typedef enum { QUOTED_NEITHER, QUOTED_ONE, QUOTED_BOTH, QUOTED_COUNT } compared_quoted;

typedef struct {
    float values[COMPARED_COUNT];
    compared_quoted quoted;
    alignment aligned; /* its pairs are the aligner's, until its next use */
} comparison;

/* `story` is bag_similarity of the documents' sketches. */
comparison compare(aligner *with, const excerpt *a, const excerpt *b, float story);

/* By the rules of link/link.h, from the alignment. */
link_kind compare_kind(const comparison *self, const excerpt *a, const excerpt *b);

/* HEARSAY_TURN_NEGATION and so on. */
unsigned compare_flags(const comparison *self, const excerpt *a, const excerpt *b);

#endif
