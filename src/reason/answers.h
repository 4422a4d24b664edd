/* How somebody answers a claim: by confirming, denying, or not commenting. */
#ifndef REASON_ANSWERS_H
#define REASON_ANSWERS_H

#include "reason/evidence.h"

typedef enum { ANSWER_NONE, ANSWER_REPORTS, ANSWER_CONFIRMS, ANSWER_DENIES } answer;

/* What a statement does with what it reports: by its cue ("denied"), and by what its content says
 * of a report ("called it false"). ANSWER_REPORTS where it just tells it. */
answer answer_by_cue(const dossier *self, const claim *of);

/* Whether there is a negation in what is said. */
bool has_negation(const dossier *self, const claim *of);

/* Whether one has a negation that the other lacks. */
bool is_turned(const dossier *self, const claim *a, const claim *b);

/* A sentence in which somebody is said not to have commented, or to have denied "it". */
typedef struct {
    span where;                  /* of the sentence */
    span phrase;                 /* "declined to comment" */
    span who;                    /* the words that name who; empty where that cannot be told */
    const hearsay_statement *is; /* that has these words; NULL: none was found */
} brief_answer;

/* The next one of a paper, from sentence `*at` on, which is then behind it; false after the last.
 */
bool next_no_comment(const paper *in, size_t *at, brief_answer *out);
bool next_bare_denial(const paper *in, size_t *at, brief_answer *out);

#endif
