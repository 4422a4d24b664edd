/* Passing over bytes. */
#ifndef READ_SPACE_H
#define READ_SPACE_H

#include "base/str.h"

#include <string.h>

/* Past those of `space` that stand at `at`. */
static inline size_t past_space(str text, size_t at, const char *space) {
    while (at < text.size && text.data[at] != '\0' && strchr(space, text.data[at]) != NULL) {
        at++;
    }
    return at;
}

#endif
