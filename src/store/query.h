/* What people ask for, as they write it:
 *
 *     oil price              both words, in any form (prices) and any order
 *     "oil price"            just so, one after the other
 *     -gas                   but not this
 *     oil OR gas             one of them; OR binds the terms beside it closer than a space
 *     nego*                  words that begin so
 *     speaker:moreno         conditions; see FIELDS in query.c. Values of several words are quoted:
 *     occasion:"press conference"
 *
 * Words, conditions and exclusions are combined at will. Anything else is a mistake that is told:
 * nothing that was typed is passed over. */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct query_field query_field;

/* One word, phrase or condition. */
typedef struct {
    const query_field *field; /* NULL: words of the text */
    str text;                 /* without its field and quotation marks */
    bool excluded;            /* -term */
    bool prefix;              /* term* */
    bool alternative;         /* OR stands before it */
    int value;                /* the number of a word that is listed, or a day (store/days.h) */
    span place;               /* in the query, in bytes */
    const str *stems;         /* [stem_count] of a prefix: the words of the index that begin so */
    size_t stem_count;        /* 0: they are not known, or too many */
} query_term;

typedef struct asked {
    query_term *terms; /* [count] in the arena */
    size_t count;
} asked;

/* Reads a query, which must live as long as what is read. HEARSAY_INVALID with a message that says
 * what is wrong, and where: `position` is the character of the query, from 1. */
hearsay_status query_read(str written, arena *into, asked *out, hearsay_error *error);

/* Which index is asked. */
typedef enum { IN_STATEMENTS, IN_DOCUMENTS } query_target;

/* Puts the same as an expression of FTS5, to be bound to MATCH. Every word that was typed stands in
 * it in quotation marks, and so is only looked for. False where what is asked for is never found in
 * that index: documents have no speaker. */
bool query_put_match(const asked *self, query_target target, bool all_versions, buf *out);

/* Whether there are wanted words, beside conditions: what is marked in what was found. */
bool query_has_words(const asked *self);

/* Whether what ranks the rows is one word or phrase, whose rarity tells nothing of their order.
 * Where a beginning was looked up, after that. */
bool query_is_one_phrase(const asked *self);

#endif
