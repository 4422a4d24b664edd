/* The text as a reader sees it. */
#ifndef ENGINE_SHOWN_H
#define ENGINE_SHOWN_H

#include "base/str.h"
#include "read/read.h"

#include <stddef.h>

/* The words: runs of letters and digits, with the marks that combine with them. */
size_t shown_words(str shown);

#endif
