/* The mentions that a source names: its heads, in order. */
#ifndef RESOLVE_SOURCES_H
#define RESOLVE_SOURCES_H

#include "attribute/attribute.h"
#include "resolve/entities.h"

enum { HEADS_MAX = 12 }; /* named together in one source; more are left out */

typedef struct {
    size_t items[HEADS_MAX]; /* mentions */
    size_t count;
} source_heads;

/* Where heads are looked for; all borrowed. */
typedef struct {
    const token_list *tokens;
    mention_list *mentions;
    const entity_list *entities;
} source_reader;

/* "Jon Tester and David Vitter" has two heads, "the CIA director, John Brennan" and "a spokesman
 * for Mr. Trump" one; that of "who" is what it goes back to. */
source_heads source_heads_find(const source_reader *self, span_list source);

/* "no one", "nobody": a source without a head. */
bool source_is_nobody(const source_reader *self, token_range in);

/* The tokens that begin in the span. */
token_range source_tokens(const source_reader *self, span part);

/* The first mention whose name ends after the token; the count of mentions if there is none. */
size_t mention_after(const source_reader *self, size_t at);

#endif
