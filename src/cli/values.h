/* What people write after a flag, as values. All return false, and leave `*value`, where the text
 * is anything else. */
#ifndef CLI_VALUES_H
#define CLI_VALUES_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* A whole number up to `most`. */
bool value_count(str text, size_t most, size_t *value);

/* A number from 0 to 1: "0.75", ".5", "1". */
bool value_share(str text, double *value);

/* Bytes, at least one: "16M", "1.5G", "64k", "16MB", "16MiB", "1048576"; K, M and G are powers of
 * 1024. */
bool value_size(str text, size_t *value);

/* Which of the words in `choices`, "auto|always|never", counted from 0. */
bool value_choice(str text, const char *choices, int *value);

/* Puts these words, with `between` between them. */
void choices_put(buf *out, const char *choices, str between);

#endif
