/* The tables of data/identify/, and those of data/resolve/ that tell of names, too. */
#ifndef IDENTIFY_TABLES_H
#define IDENTIFY_TABLES_H

#include "base/str.h"

#include <stdbool.h>

typedef enum {
    TABLE_OF_GIVEN_SHARES,
    TABLE_OF_SURNAME_SHARES,
    TABLE_OF_SPELLINGS,
    TABLE_OF_TITLES,
    TABLE_OF_FAMILY_FIRST,
    TABLE_OF_KNOWN_BODIES,
    TABLE_OF_GENERIC_BODIES,
    TABLE_OF_EVERYWHERE,
    TABLE_OF_NICKNAMES,
    TABLE_OF_FIRST_NAMES,
    TABLE_OF_COUNTRIES,
    TABLE_OF_NEWS,
    TABLE_OF_OUTLETS
} table_name;

/* As table_find (base/table.h). */
bool table_has(table_name in, str word, str *value);

#endif
