/* Findings as they are put together. */
#ifndef REASON_EVIDENCE_H
#define REASON_EVIDENCE_H

#include "base/vec.h"
#include "reason/dossier.h"

typedef VEC(hearsay_evidence) evidence_list;

/* A place in a paper, with its publisher; spans that are empty are left out. */
hearsay_evidence evidence_at(const paper *in, const char *role, span where, arena *into);

/* The document itself: publisher, date, title, and that it leads to itself. */
hearsay_evidence evidence_of_paper(const paper *in, arena *into);

/* A statement: speaker, sourcing, date, and the spans of its content. */
hearsay_evidence evidence_of(const dossier *self, const char *role, const claim *of);

/* Moves what was put together to the arena. */
void evidence_keep(evidence_list *list, hearsay_finding *out, arena *into);

typedef VEC(hearsay_finding) finding_vec;

/* Moves them to the arena likewise. */
finding_list findings_keep(finding_vec *list, arena *into);

/* Words of our own as a hearsay_str. */
hearsay_str said(const char *words);

#endif
