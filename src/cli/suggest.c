#include "cli/suggest.h"

#include "base/size.h"

#include <string.h>

enum { LONGEST = 32 };

/* How many letters must be put in, left out, changed or swapped with their neighbour to make `b` of
 * `a` (optimal string alignment); LONGEST where one of them is too long for a name. */
static size_t distance(str a, str b) {
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    if (a.size > LONGEST || b.size > LONGEST) {
        return LONGEST;
    }
    for (size_t j = 0; j <= b.size; j++) {
        last[j] = j;
    }
    for (size_t i = 1; i <= a.size; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            size_t change = a.data[i - 1] != b.data[j - 1];
            now[j] = size_least(size_least(last[j] + 1, now[j - 1] + 1), last[j - 1] + change);
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                a.data[i - 2] == b.data[j - 1]) {
                now[j] = size_least(now[j], before[j - 2] + 1);
            }
        }
        size_t *freed = before;
        before = last;
        last = now;
        now = freed;
    }
    return last[b.size];
}

const char *suggest(str typed, const char *const *names, size_t count) {
    const char *best = NULL;
    size_t nearest = typed.size / 3 + 2; /* as many slips are too many */
    for (size_t i = 0; i < count; i++) {
        str name = str_from(names[i]);
        size_t slips = typed.size > 1 && str_starts(name, typed) ? 1 : distance(typed, name);
        if (slips < nearest && slips < name.size) {
            nearest = slips;
            best = names[i];
        }
    }
    return best;
}
