/* Borrowed text and places in it.
 *
 * A str owns nothing: it is a view of bytes that live elsewhere, and is valid as long as they are.
 * It is not 0-terminated, and may hold any byte. Owned bytes are a buf (base/buf.h) or a char *
 * in an arena. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *data; /* may be NULL where size is 0 */
    size_t size;      /* bytes */
} str;

/* Half-open byte positions in a text that the context names. */
typedef struct {
    size_t begin, end;
} span;

/* A str of a literal: STR("said"). */
#define STR(literal) ((str){"" literal, sizeof(literal) - 1})

/* A view of a 0-terminated string. */
str str_from(const char *terminated);

/* The part of `text` that `part` names; a span that reaches past the end is cut there. */
str str_slice(str text, span part);

/* The same bytes. */
bool str_equal(str a, str b);

/* Below, at or above 0 as `a` comes before, with or after `b` in the order of their bytes. */
int str_compare(str a, str b);

/* The same for qsort over strs. */
int str_order(const void *left, const void *right);

/* Whether `text` begins with `prefix`. */
bool str_starts(str text, str prefix);

/* What follows the last slash of a path. */
str str_file_name(str path);

/* A 0-terminated copy in the arena. */
char *str_copy(arena *into, str text);

#endif
