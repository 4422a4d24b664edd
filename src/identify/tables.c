#include "identify/tables.h"

#include "base/table.h"

#include <stddef.h>

/* Made of data/ by cmake/lists.cmake. */
#define TABLE(name)                                                                                \
    extern const unsigned char LIST_##name[];                                                      \
    extern const size_t LIST_##name##_SIZE;
TABLE(GIVEN_SHARES)
TABLE(SURNAME_SHARES)
TABLE(SPELLINGS)
TABLE(TITLES)
TABLE(FAMILY_FIRST)
TABLE(KNOWN_BODIES)
TABLE(GENERIC_BODIES)
TABLE(EVERYWHERE)
TABLE(NICKNAMES)
TABLE(FIRST_NAMES)
TABLE(COUNTRIES)
TABLE(NEWS)
TABLE(OUTLETS)

#define ENTRY(name) [TABLE_OF_##name] = {LIST_##name, &LIST_##name##_SIZE}

static const struct {
    const unsigned char *data;
    const size_t *size;
} TABLES[] = {
    ENTRY(GIVEN_SHARES), ENTRY(SURNAME_SHARES), ENTRY(SPELLINGS),      ENTRY(TITLES),
    ENTRY(FAMILY_FIRST), ENTRY(KNOWN_BODIES),   ENTRY(GENERIC_BODIES), ENTRY(EVERYWHERE),
    ENTRY(NICKNAMES),    ENTRY(FIRST_NAMES),    ENTRY(COUNTRIES),      ENTRY(NEWS),
    ENTRY(OUTLETS),
};

bool table_has(table_name in, str word, str *value) {
    return table_find((str){(const char *)TABLES[in].data, *TABLES[in].size}, word, value);
}
