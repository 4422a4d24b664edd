/* What governs a noun, as far as the words before it tell. */
#ifndef RESOLVE_GOVERNED_H
#define RESOLVE_GOVERNED_H

#include "resolve/scene.h"

/* Whether, going back from word `at` in its clause, an entry of the glossary's section [leads]
 * comes before one of its [blocks]. `*lead` (may be NULL) gets the word. */
bool is_governed(const scene *self, const glossary *by, size_t at, size_t *lead);

#endif
