/* The words and rules of data/dates.txt, in the form in which they are looked up and matched.
 *
 * A grammar owns all it points to and is immutable once made. The file is built in, so a flaw in
 * it is a flaw of the program: it ends the process, and a test reads the file. */
#ifndef RESOLVE_DATE_GRAMMAR_H
#define RESOLVE_DATE_GRAMMAR_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Classes of tokens. The first are those of words, whose names the file has in brackets; what the
 * value of a word of each class means is said there. */
typedef enum {
    CLASS_MONTH,
    CLASS_WEEKDAY,
    CLASS_UNIT,
    CLASS_UNITS, /* more than one */
    CLASS_SEASON,
    CLASS_REL,
    CLASS_PART,
    CLASS_EDGE,
    CLASS_REST,
    CLASS_DAYWORD,
    CLASS_DAYPART,
    CLASS_NIGHT,
    CLASS_DECADE,
    CLASS_VAGUE,
    CLASS_HOLIDAY, /* value: index of its rule */
    CLASS_CARDINAL,
    CLASS_SCALE,
    CLASS_ORDINAL,
    CLASS_TO_DATE,
    CLASS_MEASURE,
    CLASS_WILL,
    CLASS_DID,
    CLASS_NAMED,
    CLASS_WORDS,             /* how many classes of words there are */
    CLASS_NUM = CLASS_WORDS, /* a number, in digits or in words */
    CLASS_MM,                /* 1 to 12, in at most two digits */
    CLASS_ORD,               /* 21st, third */
    CLASS_NTH,               /* the same in digits */
    CLASS_DAY,               /* a number or an ordinal, from 1 to 31 */
    CLASS_YEAR,              /* 1996 */
    CLASS_YY,                /* 96 */
    CLASS_COMPACT,           /* 20161007 */
    CLASS_COUNT
} date_class;

enum { LITERAL_NONE = 0 };

typedef struct {
    str text;         /* small letters; of a name of several words, a space between them */
    uint32_t classes; /* bits, 1 << CLASS_... */
    int value;        /* of its classes: of those that have one, a word is of one only */
    uint16_t literal; /* LITERAL_NONE: no rule names the word itself */
    bool doubtful;    /* as often no date */
    bool begins_name; /* a name of several words begins with it */
} date_word;

/* When a holiday is: month and day; or month, weekday, nth; or days from Easter. */
typedef struct {
    bool from_easter;
    int month, day, weekday, nth; /* day 0: by weekday */
    int offset;                   /* days */
    bool even_years;              /* only in these */
} holiday_rule;

typedef enum { CHOICE_CLASS, CHOICE_LITERAL, CHOICE_SYMBOL } choice_kind;

enum {
    ANY_VALUE = INT16_MIN,
    CHOICES_MAX = 12,
    ELEMENTS_MAX = 16,
    NAME_WORDS_MAX = 5,
    LITERALS_MAX = 128
};

/* One of several things that may stand at a place of a pattern. */
typedef struct {
    uint8_t kind;   /* choice_kind */
    bool glued;     /* no space before it */
    uint16_t which; /* date_class, literal or symbol */
    int16_t value;  /* of a class: the only value that will do, or ANY_VALUE */
} element_choice;

typedef struct {
    element_choice choices[CHOICES_MAX];
    uint8_t choice_count;
    bool outside; /* an expression does not contain it */
} date_element;

/* A pattern in which nothing may be missing: a line of the file becomes several. */
typedef struct {
    uint8_t symbol;
    uint8_t form; /* its number */
    uint8_t element_count;
    date_element *elements;
    /* What may stand first, as bits, so that most rules are passed over at once. */
    uint32_t first_classes;
    uint32_t first_symbols;
    uint64_t first_literals[LITERALS_MAX / 64];
} date_rule;

typedef struct {
    date_rule *rules;
    size_t count;
} date_rules;

typedef struct date_grammar date_grammar;

/* `number` gives the number of a form by its name, or -1. */
typedef int form_number(str name);

date_grammar *date_grammar_new(str file, form_number *number);

/* NULL is allowed. */
void date_grammar_free(date_grammar *self);

/* The word, in small letters; NULL where it is of no class and in no rule. */
const date_word *date_grammar_word(const date_grammar *self, str text);

const holiday_rule *date_grammar_holiday(const date_grammar *self, int index);

date_rules date_grammar_rules(const date_grammar *self);  /* of [RULES], in their order */
date_rules date_grammar_bounds(const date_grammar *self); /* of [BOUNDS] */

size_t date_grammar_symbol_count(const date_grammar *self);

/* The number of a symbol that the file defines. */
size_t date_grammar_symbol(const date_grammar *self, const char *name);

#endif
