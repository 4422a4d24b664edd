/* A text cut into the tokens that the grammar of dates knows: words with their classes, numbers in
 * digits or in words, marks. */
#ifndef RESOLVE_DATE_TOKENS_H
#define RESOLVE_DATE_TOKENS_H

#include "base/arena.h"
#include "base/str.h"
#include "resolve/date_grammar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    span span;        /* without the full stop of an abbreviation */
    uint32_t classes; /* bits, 1 << CLASS_...; 0 for most words */
    int value;        /* of the class, or the number */
    uint16_t literal; /* LITERAL_NONE where no rule names it */
    uint8_t digits;   /* of a number in digits; 0 of one in words, and of words */
    bool is_word;
    bool capital;     /* it begins with a capital */
    bool glued;       /* no space before it */
    bool doubtful;    /* as often no date */
    bool begins_name; /* a name of several words may begin with it */
    bool starts;      /* a paragraph starts with it: no pattern reaches over */
} date_token;

typedef struct {
    date_token *items;
    size_t count;
} date_tokens;

/* Tokens that lie in the arena. `text` is well-formed UTF-8. */
date_tokens date_tokens_of(const date_grammar *grammar, str text, arena *into);

static inline bool date_token_is(const date_token *token, date_class class) {
    return (token->classes >> class & 1U) != 0;
}

#endif
