/* Linking: which statements of different documents report the same words or thought, what happened
 * to them on the way, and which passages are copied.
 *
 * It is a join of pure functions. Each document offers excerpts, each excerpt keys (link/keys.h);
 * excerpts that share keys are compared pair by pair (link/compare.h). What is found of two
 * documents depends on them and on fixed tables alone; documents may come in any order.
 *
 * The caller owns the documents and all they point to, and keeps them while what was found is used.
 * Spans are bytes of a document's text. Nothing here fails. */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "base/arena.h"
#include "base/str.h"
#include "link/terms.h"

#include <stdbool.h>
#include <stdint.h>

/* Stored links bear this: with another version they are made anew. */
enum { LINK_VERSION = 1 };

/* How much of a statement's content stands in quotation marks. */
typedef enum { LINK_INDIRECT, LINK_MIXED, LINK_DIRECT } link_type;

typedef struct {
    str speaker; /* empty where nobody can be made out */
    link_type type;
    bool said;           /* its kind is a statement, no belief, perception or the like */
    bool nested;         /* lies in the content of another */
    float confidence;    /* that it is one at all, 0 to 1 */
    const span *content; /* in order of their place */
    size_t content_count;
} link_statement;

typedef struct {
    str id; /* what tells documents apart */
    str text;
    const link_statement *statements;
    size_t statement_count;
} link_document;

/* What the second variant is to the first, whichever way: "truncated" is one whose words begin or
 * end early in the other. */
typedef enum {
    LINK_IDENTICAL,
    LINK_TRUNCATED,
    LINK_ELIDED,    /* words left out within */
    LINK_EDITED,    /* words changed inside quotation marks */
    LINK_PARTIAL,   /* each has words before or after those that they share */
    LINK_PARAPHRASE /* at least one is told, not quoted, and the words are not the same */
} link_kind;

/* "identical" and so on. */
const char *link_kind_name(link_kind kind);

/* What may have turned the meaning, ored. */
enum {
    LINK_NEGATION = 1, /* one has a "not" that the other lacks */
    LINK_HEDGE = 2,    /* or a "may", "reportedly" */
    LINK_NUMBER = 4,   /* another number */
    LINK_SPEAKER = 8,  /* another speaker */
    LINK_MARKS = 16    /* one quotes what the other tells */
};

/* A passage, within one span of the content of one statement. */
typedef struct {
    size_t document, statement; /* their places in what was given */
    span where;
} link_end;

typedef struct {
    link_end a, b; /* a's document comes first by its id */
    link_kind kind;
    unsigned flags;   /* LINK_... ored */
    float confidence; /* the chance that they report the same, 0 to 1 */
} link_pair;

/* Documents that are the same but for their ids are linked as one, so that a thousand copies do not
 * make millions of pairs: `same_as` names for each document the one that stands for it, perhaps
 * itself. A pair of a document with itself holds between any two that it stands for. */
typedef struct {
    const link_pair *pairs; /* by their documents, in an order that hangs on their ids alone */
    size_t count;
    const size_t *same_as; /* [document] */
} links;

/* A passage of one document that is in another, too. */
typedef struct {
    size_t a, b; /* the documents */
    span in_a, in_b;
    size_t words;     /* of the passage that are the same in both */
    size_t told;      /* of these, those that neither has in quotation marks */
    size_t sentences; /* that are in both, about */
} link_passage;

typedef struct {
    const link_passage *items; /* as in links */
    size_t count;
    const size_t *same_as; /* as in links; what stands for another shares all with it */
} reprints;

/* Whether two documents that share so many sentences, and so many words outside of quotation marks,
 * are taken from each other or from a third: three sentences, as the labels of ECB+ have it, and
 * more than what both quote of the same speech. */
bool link_is_reprint(size_t sentences, size_t told);

/* The tables. May be shared by threads. */
typedef struct linker linker;

linker *linker_new(void);

/* NULL is allowed. */
void linker_free(linker *self);

/* All links between statements of different documents. What was found is in the arena. */
links link_statements(const linker *self, const link_document *documents, size_t count,
                      arena *into);

/* All copied passages between different documents, at any length from some eight words. */
reprints link_reprints(const linker *self, const link_document *documents, size_t count,
                       arena *into);

/* The words of a passage as they are compared, each with its weight, for stages that compare more
 * than statements; in the arena. */
terms link_terms(const linker *self, str text, span part, arena *into);

#endif
