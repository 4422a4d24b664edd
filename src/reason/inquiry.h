/* Who else says what a claim says, while that is being found. */
#ifndef REASON_INQUIRY_H
#define REASON_INQUIRY_H

#include "reason/answers.h"
#include "reason/evidence.h"
#include "reason/folds.h"

typedef struct {
    const dossier *in;
    const claim *of;    /* what is told: see teller_of */
    const claim *asked; /* what of that is asked about */
    arena *into;
    evidence_list evidence;
    const claim **reports; /* [report_count] those that report or confirm it, by documents */
    size_t report_count, report_most;
    fold *folds;    /* [documents] of those that are among these */
    bool *carried;  /* [documents] whether a document reports, confirms or denies it */
    bool *rivalled; /* [documents] whether it gives the quotation to somebody else */
} inquiry;

/* What a claim does with the one that is asked about. */
answer inquiry_answer(const inquiry *self, const claim *each);

/* Adds a line, unless the document's list has the same source with the same role. */
void inquiry_tell(inquiry *self, hearsay_evidence made);

/* A line for a claim, with what stands beside it. */
hearsay_evidence inquiry_evidence(const inquiry *self, const claim *of, const char *role);

/* Adds who in a document did not comment, or denied what was said last. */
void inquiry_add_brief(inquiry *self, size_t document);

/* Folds the documents that report it, and returns how many are left. */
size_t inquiry_fold(inquiry *self);

/* What a folded document reports is told by the one that stands for it; but whoever asks about a
 * statement has to find it. Adds a line for each of those. */
void inquiry_drop_folded(inquiry *self);

/* Adds places of documents that tell nothing of it, by the rules of what is the same, and may all
 * the same: the likeliest first, one of a document. They are no voices. To be asked last. */
void inquiry_add_similar(inquiry *self);

#endif
