/* A map from strings to numbers, for lists that are filled once and then only asked.
 *
 * It borrows its strings. Open addressing with XXH3, at most half full; once filled it may be
 * shared by threads. */
#ifndef BASE_LEXICON_H
#define BASE_LEXICON_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    str key;
    uint32_t value;
    bool used;
} lexicon_entry;

/* All zero is an empty lexicon. */
typedef struct {
    lexicon_entry *entries; /* [capacity], a power of two or 0 */
    size_t count, capacity;
} lexicon;

/* A place for the value of `key`, 0 if it is new; good until the next call. */
uint32_t *lexicon_put(lexicon *self, str key);

/* NULL where there is none. */
const uint32_t *lexicon_find(const lexicon *self, str key);

void lexicon_free(lexicon *self);

#endif
