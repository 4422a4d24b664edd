/* Documents as they are compared: in claims, each with the weight of its words. */
#ifndef REASON_DOSSIER_H
#define REASON_DOSSIER_H

#include "reason/dates.h"
#include "reason/placed.h"
#include "reason/quantities.h"
#include "reason/quoted.h"
#include "reason/reason.h"

/* The stems of a passage, each once, in their order. */
typedef struct {
    uint64_t stem;
    float weight;
    bool number, name;
} gist_word;

typedef struct {
    const gist_word *items;
    size_t count;
    float weight; /* of all */
} gist;

#define NO_STATEMENT ((size_t)-1)

/* What was found out about a claim by itself (facts.h). */
typedef struct claim_facts claim_facts;

/* Something that a document says: by somebody's mouth, or in its author's own voice. */
typedef struct {
    size_t document;
    size_t statement; /* its place, or NO_STATEMENT */
    span where; /* a sentence; of a statement, from the first byte of its content to the last */
    gist words;
    bool full;          /* has a subject and a verb: see clause_is_full */
    bool question;      /* is asked, or ends in a question mark */
    bool quoted;        /* of what is unclaimed: that it stands in quotation marks */
    claim_facts *facts; /* every claim of a paper has them */
} claim;

struct paper {
    const reason_document *is;
    const span *sentences; /* in order */
    const quoting *quoted; /* [sentence_count] */
    size_t sentence_count;
    const claim *claims; /* the statements, in their order, and then the own voice */
    size_t claim_count;
    const claim *unclaimed; /* sentences that are neither: quoted with nobody who is found to say
                               it, or no clause, as headlines are not */
    size_t unclaimed_count;
    day_range published; /* else what day stands at the text's head or foot */
    size_t words;
    gist whole; /* of the text */
    placed_list cues, links;
    counted *counts; /* in the whole text; its items are NULL until they are asked for */
    arena *memory;   /* where it lives, and what is found out about its claims */
};

/* What a page credits as a whole: see credit_lines. */
typedef struct page_credits page_credits;

/* Who of a page did not comment, or denied what was said last: see inquiry_add_brief. */
typedef struct brief_answers brief_answers;

struct dossier {
    const linker *with;
    const paper *papers;
    size_t count;
    arena *memory;
    const page_credits **credited; /* [count] NULL: that has not been asked for yet */
    const brief_answers **briefs;  /* [count] likewise */
};

/* The gist of a part of a text, in the arena. */
gist gist_of(const dossier *self, str text, span part, arena *into);

/* A name, and no number, that few documents have. */
bool is_rare_name(const gist_word *word);

/* Two gists, gone through together from {a, b} on. */
typedef struct {
    const gist *a, *b;
    size_t at, other_at;
    const gist_word *x, *y; /* of one stem; NULL where that gist lacks it */
} gist_walk;

/* Goes to the next stem that either has; false after the last. */
bool gist_step(gist_walk *self);

/* The weight of the stems that both have. Numbers count if `numbers`. */
float gist_common(const gist *a, const gist *b, bool numbers);

/* The weight of what both have that is no name, and how much that is of the one that has less of
 * such words: an act that many documents name is no claim. */
float gist_common_besides_names(const gist *a, const gist *b, float *of_lighter);

/* How many stems both have. */
size_t gist_shared(const gist *a, const gist *b);

/* Whether each has a rare name that the other lacks: then they are of different things. */
bool names_differ(const gist *a, const gist *b);

/* Whether both have a name that few documents have. */
bool share_name(const gist *a, const gist *b);

/* How much of the rare names of the one that has fewer is in the other, 0 to 1. */
float names_in_common(const gist *a, const gist *b);

/* How much of what the one document is about that has less to say is in the other, 0 to 1. */
float matter_in_common(const dossier *self, size_t a, size_t b);

/* Whether that is so much that they are likely on one matter. */
bool are_on_one_matter(const dossier *self, size_t a, size_t b);

/* How much of the lighter one is in the other, 0 to 1; 0 where they have less in common than makes
 * it likely that they are about the same. */
float claim_likeness(const claim *a, const claim *b);

/* The claim of a statement. */
static inline const claim *claim_of(const dossier *self, size_t document, size_t statement) {
    return &self->papers[document].claims[statement];
}

static inline const hearsay_statement *statement_of(const dossier *self, const claim *of) {
    return of->statement == NO_STATEMENT
               ? NULL
               : &self->papers[of->document].is->statements[of->statement];
}

/* How many sentences there are before the one in which a place of the text lies. */
size_t sentence_place(const paper *self, size_t at);

/* All places that lie in the sentence at a place of the list: it reaches back to the end of the one
 * before. */
span sentence_reach(const paper *self, size_t place);

/* The sentence in which a place of the text lies, or the place itself where there is none. */
span sentence_at(const paper *self, size_t at);

/* From the first byte of the spans to the last. */
span hull(hearsay_spans spans);

static inline str plain(hearsay_str text) {
    return (str){text.data, text.size};
}

static inline hearsay_str shown(str text) {
    return (hearsay_str){text.data, text.size};
}

#endif
