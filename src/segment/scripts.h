/* Scripts other than Latin, which tell a language by themselves, or nearly so. */
#ifndef SEGMENT_SCRIPTS_H
#define SEGMENT_SCRIPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t first, last;
    const char *language; /* the largest one that is written so, ISO 639-1 */
    unsigned weight;      /* Latin letters that say about as much as one letter */
    bool shared;          /* other languages with profiles are written so too */
} script;

/* NULL for a Latin letter, and where the script is not listed. */
const script *script_of(uint32_t letter);

/* All scripts; there are SCRIPT_COUNT, and script_of points into them. */
enum { SCRIPT_COUNT = 30 };
extern const script SCRIPTS[SCRIPT_COUNT];

#endif
