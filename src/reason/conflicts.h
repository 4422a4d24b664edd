/* Where two documents, or two people in one, cannot both be right. */
#ifndef REASON_CONFLICTS_H
#define REASON_CONFLICTS_H

#include "reason/evidence.h"

typedef struct {
    const dossier *in;
    arena *into;
    told_before *told;
    finding_vec found;
} conflict_search;

/* Adds a conflict with its two sides, unless there is one of the same kind whose sides have the
 * same words, or one was told before in the same sentences. `about` may be NULL. */
void conflict_add(conflict_search *self, const char *kind, hearsay_evidence a, hearsay_evidence b,
                  hearsay_str about);

/* Whether no conflict was told before in which one of the documents has its value, and another one
 * the other: of three papers with the one and two with the other no more than one pair is told.
 * `kind` tells values of one measure from those of another. */
bool conflict_is_first(const conflict_search *self, const claim *a, double x, const claim *b,
                       double y, double kind);

/* One side: a claim, with who says it, and as its note the words at a place in it, which differ. */
hearsay_evidence conflict_side(const conflict_search *self, const claim *of, span where);

/* The same of the sentence around a place, whoever says it. */
hearsay_evidence conflict_sentence(const conflict_search *self, const paper *in, span where);

/* Each looks at two claims: the first three of different documents. */
void conflict_of_quotations(conflict_search *self, const claim *a, const claim *b);
void conflict_of_numbers(conflict_search *self, const claim *a, const claim *b);
void conflict_of_denials(conflict_search *self, const claim *a, const claim *b);

/* How a claim stands to what it tells: claims of one stance do not deny each other, and one of
 * stance 0 denies nothing and is not denied. */
unsigned stance_of(const dossier *self, const claim *of);

enum { STANCES = 8 };

/* Names and acronyms that one paper explains otherwise than the other. */
void conflict_of_glosses(conflict_search *self, const paper *a, const paper *b);

/* Ages of people, and countries of people and things, likewise. */
void conflict_of_ages(conflict_search *self, const paper *a, const paper *b);
void conflict_of_nationalities(conflict_search *self, const paper *a, const paper *b);

/* Whether two claims count several things, and each of them otherwise: then they are of two
 * occasions. */
bool counts_differ(const dossier *self, const claim *a, const claim *b);

/* Whether both have, by what is known, one speaker; and whether they have plainly different ones.
 * Neither may be so. */
bool is_one_speaker(const dossier *self, const claim *a, const claim *b);
bool is_other_speaker(const dossier *self, const claim *a, const claim *b);

/* The same with less certainty: the sources are not pronouns, and have no word in common. */
bool is_told_by_another(const dossier *self, const claim *a, const claim *b);

/* Whether both are quoted, and so alike that they are one utterance's. */
bool is_one_quotation(const dossier *self, const claim *a, const claim *b);

/* The share of the lighter and of the heavier one that both have; numbers count if `numbers`. */
typedef struct {
    float common, of_lighter, of_heavier;
    size_t words; /* that both have */
} overlap;

overlap overlap_of(const claim *a, const claim *b, bool numbers);

#endif
