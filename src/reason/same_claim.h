/* Whether two claims say the same, as far as their words tell. */
#ifndef REASON_SAME_CLAIM_H
#define REASON_SAME_CLAIM_H

#include "reason/dossier.h"

/* Claims that are less alike are not the same, and do not answer each other. */
#define SAME_CLAIM_LIKENESS 0.6F

/* Whether one reports what the other says: by words alone, of claims that are whole clauses. */
bool is_reported_by(const claim *one, const claim *other);

/* The same, and of what is no clause, "the identity of the source", if both say alike what is with
 * it: that it was revealed. A question is what it asks alone. */
bool is_same_claim(const dossier *self, const claim *a, const claim *b);

/* Whether what is confirmed or denied is what the other one says. */
bool is_answered_by(const dossier *self, const claim *of, const claim *answer);

/* "A patch for the browser" is released every year: of what is no clause it must be known when both
 * were told, or of neither, unless one page has the other's text. */
bool are_dated_alike(const dossier *self, const claim *a, const claim *b);

/* "Was charged with murder" does not bear out "was found guilty of murder". */
bool are_of_two_stages(const dossier *self, const claim *a, const claim *b);

/* What somebody wants, fears or orders is not what somebody says is so. */
bool is_of_one_kind(const dossier *in, const claim *a, const claim *b);

/* Whether two claims of documents on different matters are alike in words that name nobody: two
 * judges give the same sentence. */
bool is_of_another_matter(const dossier *in, const claim *a, const claim *b);

/* Whether one is of days long after the other, in other words: then it is of something else. */
bool is_of_another_time(const dossier *in, const claim *a, const claim *b);

#endif
