/* What somebody may have meant to type. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "base/str.h"

#include <stddef.h>

/* The name of those given that is most like `typed`: one that begins with it, or is few slips of
 * the finger away; NULL where none is. */
const char *suggest(str typed, const char *const *names, size_t count);

#endif
