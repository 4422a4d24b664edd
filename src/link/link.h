/* Linking: which statements report the same words or thought, what happened to them on the way, and
 * which passages are copied.
 *
 * It is a join of pure functions. Each document is made linkable, by itself; it offers keys, and
 * documents that share keys are linked two by two. What is found of two documents depends on them
 * and on fixed tables alone. Who keeps the keys, and so finds which two share some, is told in
 * store/links.h.
 *
 * Spans are bytes of a document's text. Nothing here fails. */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "hearsay.h"
#include "link/terms.h"

#include <stdbool.h>
#include <stdint.h>

/* Stored links bear this: with another version they are made anew. */
enum { LINK_VERSION = 8 };

/* --- documents -------------------------------------------------------------------------------- */

/* How much of a statement's content stands in quotation marks. */
typedef enum { LINK_INDIRECT, LINK_MIXED, LINK_DIRECT } link_type;

typedef struct {
    uint32_t place; /* what the caller knows it by */
    str speaker;    /* empty where nobody can be made out */
    link_type type;
    bool said;           /* its kind is a statement, no belief, perception or the like */
    bool nested;         /* lies in the content of another */
    float confidence;    /* that it is one at all, 0 to 1 */
    const span *content; /* in order of their place */
    size_t content_count;
} link_statement;

typedef struct {
    str text;
    const link_statement *statements;
    size_t statement_count;
} link_document;

/* The tables. May be shared by threads. */
typedef struct linker linker;

linker *linker_new(void);

/* NULL is allowed. */
void linker_free(linker *self);

/* A document as others are held against it. */
typedef struct linkable linkable;

/* Copies what it needs. */
linkable *linkable_new(const linker *with, const link_document *document);

/* NULL is allowed. */
void linkable_free(linkable *self);

/* The same for documents that are the same to linking, whatever they are called. */
uint64_t linkable_hash(const linkable *self);

typedef VEC(uint32_t) found_by_list;

/* What the document is found by, each once, in order, in place of what is in `out`. It is worked
 * out each time: only one that is put or goes is asked for it. */
void linkable_keys(const linkable *self, found_by_list *out);

/* Two documents are held against each other if the keys that pair them are worth LINK_SURELY
 * together, or LINK_MEETING if the documents are alike. A run of eight words is worth all of it, a
 * pair of words one. */
enum { LINK_MEETING = 4, LINK_SURELY = 1 << 16 };
unsigned link_key_worth(uint32_t key);

/* What the document is about, as some sixty bytes, at the end of `out`. */
void linkable_about(const linkable *self, buf *out);

/* Whether two documents are alike, by what they are about: whether they may tell of the same. */
bool link_are_alike(str a, str b);

/* A key that many documents have would make as many pairs as their number squared. So beyond the
 * first LINK_FELLOWS that have it, in the order of the upper bytes of their hashes, all are paired
 * with these alone. */
enum { LINK_FELLOWS = 16 };

/* The document's text, which it has a copy of. */
str linkable_text(const linkable *self);

/* Bytes of memory that it takes, about. */
size_t linkable_size(const linkable *self);

/* How many words the content of a statement has, up to some hundreds. */
size_t linkable_words(const linkable *self, uint32_t statement);

/* --- two documents ---------------------------------------------------------------------------- */

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

typedef struct {
    uint32_t a, b;   /* the statements */
    span in_a, in_b; /* what of their contents goes together, within one span of each: all of it,
                        or of what both tell the sentences that do */
    link_kind kind;
    unsigned flags;   /* HEARSAY_TURN_... ored */
    float confidence; /* the chance that they report the same, 0 to 1 */
} link_pair;

/* A passage of one document that is in another, too. Where one has it twice, or it is in a longer
 * one, it is counted once: here with nothing. */
typedef struct {
    span in_a, in_b;
    uint32_t words;     /* of the passage that are the same in both */
    uint32_t told;      /* of these, those that neither has in quotation marks */
    uint32_t sentences; /* that are in both, about */
} link_passage;

typedef struct {
    const link_pair *pairs;
    size_t pair_count;
    const link_passage *passages; /* at any length from some eight words */
    size_t passage_count;
} link_shared;

/* What two documents have in common, over all of their passages. */
typedef struct {
    size_t sentences, words;
    size_t told;    /* of the words, those outside of quotation marks */
    size_t shorter; /* all words of the shorter document */
} link_copied;

/* Adds a passage; `shorter` is the caller's to set. */
void link_count_passage(link_copied *to, const link_passage *each);

/* Whether that makes them taken from each other or from a third: three sentences, as the labels of
 * ECB+ have it, not mostly what both quote of the same speech (two words in five), and not a
 * paragraph of background in two long reports (a word in eight of the shorter one). */
bool link_is_reprint(const link_copied *of);

/* Scratch memory for linking, for one thread. The linker must outlive it. */
typedef struct linking linking;

linking *linking_new(const linker *with);

/* NULL is allowed. */
void linking_free(linking *self);

/* What two documents share, in the arena; the same whichever way they are given. With `a` for both
 * what is twice in one document: pairs of statements that do not overlap, and no passages. */
link_shared link_two(linking *self, const linkable *a, const linkable *b, arena *into);

/* What a document shares with one that is the same (linkable_hash): each statement that is worth a
 * link with itself, and the whole text. */
link_shared link_copies(linking *self, const linkable *of, arena *into);

/* --- what happened on the way ----------------------------------------------------------------- */

typedef enum {
    LINK_SAME,    /* the same words in both */
    LINK_DROPPED, /* words of `a` that `b` lacks */
    LINK_ADDED,   /* words of `b` that `a` lacks */
    LINK_REPLACED /* words of `a` for which `b` has others */
} link_edit_kind;

typedef struct {
    link_edit_kind kind;
    span in_a, in_b; /* the words; empty on the side that has none */
    bool marked;     /* by … or [ ] on the side that dropped, added or replaced, or else silent */
} link_edit;

typedef struct {
    link_pair pair;         /* spans: from the first word of either to the last */
    const link_edit *edits; /* in their order in both; each word of both is in one of them */
    size_t edit_count;
} link_change;

/* How the content of one statement became that of another, in the arena: of contents that are
 * partly quoted what goes together best. Both documents have their statements. */
link_change link_compare(linking *self, const linkable *a, uint32_t in_a, const linkable *b,
                         uint32_t in_b, arena *into);

/* The words of a passage as they are compared, each with its weight, for stages that compare more
 * than statements; in the arena. */
terms link_terms(const linker *self, str text, span part, arena *into);

#endif
