/* Stage 8, reason: documents about the same -> where their statements come from, who bears them
 * out, and who contradicts them.
 *
 * Pure functions over documents and their statements. What is found depends on the documents that
 * are given and on fixed tables alone, so whoever gathers them (src/engine/) answers for what was
 * not looked at. Nothing is weighed: a finding is a list of places in texts.
 *
 * The caller owns the documents and all that they point to, and keeps them while what was found is
 * used. Findings are in the arena; their spans are bytes of a document's text, and `characters` and
 * `words` are left to whoever has the views of these texts. Nothing here fails. */
#ifndef REASON_REASON_H
#define REASON_REASON_H

#include "base/arena.h"
#include "base/str.h"
#include "hearsay.h"
#include "link/link.h"

#include <stdbool.h>
#include <stdint.h>

/* What two documents have in common, word by word. */
typedef struct {
    size_t words, told; /* told: of these words those outside of quotation marks */
    bool reprint;       /* so much that one is taken from the other, or both from a third */
} reason_copy;

/* A document as dossiers have it. */
typedef struct paper paper;

/* A document with what was found in it, but for what is not shown (HEARSAY_MIN_CONFIDENCE). */
typedef struct {
    hearsay_metadata about;
    size_t version; /* from 1 */
    str text;
    const hearsay_statement *statements;
    size_t statement_count;
    const hearsay_str *persons; /* [statement_count] the id of the speaker across documents; data
                                   NULL where that is not known */
    const hearsay_speaker_type *types; /* [statement_count] what the speaker is */
    const hearsay_link *links;
    size_t link_count;
    size_t fold;               /* a number, the same for documents with the same text */
    const reason_copy *copies; /* by the folds of the others; NULL: nothing is known of that */
    size_t original;           /* the place of the document that it is likely a reprint of, or of
                                  itself; none where that is not known */
    const paper *paper;        /* what reason_paper made of it: every dossier wants it */
} reason_document;

#define REASON_ALL ((size_t)-1)

/* The documents that were gathered on a matter, read for comparing. */
typedef struct dossier dossier;

/* Reads a document for any number of dossiers, in the arena. */
const paper *reason_paper(const linker *with, const reason_document *of, arena *into);

/* Lives in the arena. */
const dossier *dossier_new(const linker *with, const reason_document *documents, size_t count,
                           arena *into);

/* The words by which documents on the same matter are looked for, the most telling first: those of
 * one statement, or of the whole (REASON_ALL). As they stand in the text; in the arena. */
size_t reason_topic(const linker *with, const reason_document *of, size_t statement, size_t most,
                    arena *into, str **words);

typedef struct {
    hearsay_finding *items;
    size_t count;
} finding_list;

/* The chain of a statement: `document` and `statement` are places in the lists. */
hearsay_finding reason_chain(const dossier *self, size_t document, size_t statement, arena *into);

/* The outlets that the chain of a statement credits, or those of all statements of a document
 * (REASON_ALL), and of which no page with its words is among the documents: each name once, at most
 * so many. In the arena. */
size_t reason_outlets_without_page(const dossier *self, size_t document, size_t statement,
                                   size_t most, arena *into, hearsay_str **names);

/* Whether two names are of one outlet. */
bool reason_is_one_outlet(hearsay_str a, hearsay_str b);

/* Who else reports what it says, who confirms, denies, or does not comment. */
hearsay_finding reason_corroboration(const dossier *self, size_t document, size_t statement,
                                     arena *into);

/* What was told of other dossiers of one store, so that it is not told again: eight bytes for each
 * finding or document. */
typedef struct told_before told_before;

told_before *told_before_new(void);

/* NULL is allowed. */
void told_before_free(told_before *self);

/* Keeps a number that is made of what is told; false where it was there. NULL keeps nothing. */
bool told_first(told_before *self, uint64_t number);

/* Where others contradict a document, or one statement of it (REASON_ALL: any), each conflict once;
 * with `told`, which may be NULL, only what is new. */
finding_list reason_conflicts(const dossier *self, size_t document, size_t statement,
                              told_before *told, arena *into);

/* The places of the documents on the same events as one, which is the first of them. In the arena.
 */
size_t reason_same_events(const dossier *self, size_t document, arena *into, size_t **members);

/* A story of documents: these, who is quoted in which, and who in one outlet only; nothing where
 * there is one document alone. With `told`, which may be NULL, only a story of documents that are
 * in none that was told. */
finding_list reason_story(const dossier *self, const size_t *members, size_t count,
                          told_before *told, arena *into);

/* Whether the document with that id is in a story that was told. */
bool reason_is_told(const told_before *told, hearsay_str id);

/* What a document rests on. */
finding_list reason_audit(const dossier *self, size_t document, arena *into);

/* Statements in the order in which they were made, each with what is new beside the one before. */
typedef struct {
    size_t document, statement;
} reason_place;

finding_list reason_timeline(const dossier *self, const reason_place *places, size_t count,
                             arena *into);

#endif
