/* Numbers and dates in a sentence, with what they count. */
#ifndef REASON_QUANTITIES_H
#define REASON_QUANTITIES_H

#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>

typedef enum {
    QUANTITY_COUNT,
    QUANTITY_MONEY,
    QUANTITY_PERCENT,
    QUANTITY_DATE,
    /* "14 to 9", "3-2" */ QUANTITY_SCORE
} quantity_kind;

typedef struct {
    quantity_kind kind;
    double value; /* of a date: month * 100 + day; of a score: first * 1000 + second */
    span where;   /* with its unit */
    span number;
    str unit;   /* "people"; of a date empty */
    bool vague; /* "about", "at least", "up to" */
} quantity;

typedef VEC(quantity) quantity_list;

/* 1 to 12, of "June" or "Jun"; 0: it is no month. */
int month_number(str word);

/* Adds those of a part of the text. */
void quantities_in(str text, span part, quantity_list *out);

/* The same in an arena. */
typedef struct {
    const quantity *items; /* not NULL, even where there are none */
    size_t count;
} counted;

counted count_all(str text, span part, arena *into);

#endif
