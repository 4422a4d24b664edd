/* The word lists of data/resolve/ that are tables (base/table.h). */
#ifndef RESOLVE_LISTS_H
#define RESOLVE_LISTS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    LIST_OF_GRAMMAR, /* the small words: letters, as its file says */
    LIST_OF_NOUNS,   /* what nouns name: letters */
    LIST_OF_PEOPLE,  /* more nouns that mean a person */
    LIST_OF_WORD_CLASSES,
    LIST_OF_FIRST_NAMES,
    LIST_OF_NICKNAMES,
    LIST_OF_SURNAMES, /* that are no common words */
    LIST_OF_COUNTRIES,
    LIST_OF_OUTLETS,
    LIST_OF_NEWS,
    LIST_OF_WEIGHTS,     /* of pronouns.c; sorted by name of feature */
    LIST_OF_CONFIDENCE,  /* of hints.c, likewise */
    LIST_OF_DATE_WEIGHTS /* of statement_date.c, likewise */
} list_name;

/* Whether the list has the word, which is in small letters. `*value`, which may be NULL, is what is
 * said of it, perhaps nothing; it lives as long as the program. */
bool list_find(list_name in, str word, str *value);

/* Letters and the digits up to 4 as a set: LETTER('a') and so on. */
#define LETTER(c) (UINT64_C(1) << ((c) <= '9' ? (c) - '0' + 59 : (c) % 64))

/* What is said of the word as a set of letters; 0 where the list lacks it. */
uint64_t list_letters(list_name in, str word);

/* A decimal number such as -0.25, whatever the locale; what follows it is left. */
float list_number(str value);

#endif
