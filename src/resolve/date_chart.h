/* Where the patterns of the grammar match: for each token, the longest of each symbol.
 *
 * The chart is filled from the last token to the first, so a symbol inside a pattern has been found
 * already, and each token costs the same however patterns nest. All lives in the arena. */
#ifndef RESOLVE_DATE_CHART_H
#define RESOLVE_DATE_CHART_H

#include "base/arena.h"
#include "resolve/date_grammar.h"
#include "resolve/date_tokens.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Symbols inside symbols, at most: meaning is read by recursion. */
enum { DATE_DEPTH_MAX = 5 };

typedef struct date_match date_match;

/* What stands at one place of a pattern. */
typedef struct {
    uint8_t kind;             /* choice_kind */
    uint16_t which;           /* class, literal or symbol */
    const date_token *token;  /* the first */
    const date_match *inside; /* of a symbol, else NULL */
} date_slot;

struct date_match {
    uint8_t form;
    uint8_t depth;
    uint8_t slot_count;
    uint32_t begin, end; /* tokens */
    uint32_t inner;      /* where an expression begins: after what it does not contain */
    const date_slot *slots;
};

typedef struct {
    const date_token *tokens;
    size_t token_count, symbol_count;
    const date_match **
        *longest; /* by token, NULL where nothing begins; then by symbol: NULL: none */
} date_chart;

/* The symbols that are found at a token, as bits. */
uint32_t date_chart_symbols(const date_chart *self, size_t token);

/* Whether the rule's first element can stand at the token; `symbols` are those found there. */
static inline bool date_rule_may_begin(const date_rule *rule, const date_token *token,
                                       uint32_t symbols) {
    uint64_t literal = rule->first_literals[token->literal / 64] >> token->literal % 64 & 1U;
    return (rule->first_classes & token->classes) != 0 || literal != 0 ||
           (rule->first_symbols & symbols) != 0;
}

date_chart date_chart_of(const date_grammar *grammar, date_tokens tokens, arena *into);

/* A chart of so many tokens in which nothing begins. Of few tokens something does: only these have
 * a row. */
const date_match ***date_chart_rows(size_t token_count, arena *into);

/* Where the longest match of a symbol that begins at the token is kept. */
const date_match **date_chart_place(date_chart *self, size_t token, size_t symbol, arena *into);

/* The longest match of one symbol that begins at the token, or NULL. */
static inline const date_match *date_chart_at(const date_chart *self, size_t token, size_t symbol) {
    return token < self->token_count && self->longest[token] != NULL ? self->longest[token][symbol]
                                                                     : NULL;
}

/* Puts a match of the rule into `*made`, which begins at the token, with its slots in `slots`
 * (ELEMENTS_MAX of them); false if there is none. */
bool date_rule_match(const date_chart *chart, const date_rule *rule, size_t token, date_slot *slots,
                     date_match *made);

/* The nth slot of a class or of any symbol, from 0; NULL if there is none. */
const date_token *date_match_token(const date_match *self, date_class class, size_t nth);
const date_match *date_match_inside(const date_match *self, size_t nth);

#endif
