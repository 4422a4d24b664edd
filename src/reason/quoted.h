/* How much of each sentence stands between quotation marks. */
#ifndef REASON_QUOTED_H
#define REASON_QUOTED_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

typedef struct {
    bool begins; /* a quotation that began before goes on in it */
    bool mostly; /* more of it is quoted than not */
} quoting;

/* Of sentences in their order; in the arena. Marks are taken in pairs, whatever their form is, as
 * some texts close what '"' opens with '“'. A quotation ends with its paragraph, and one that runs
 * on over many sentences is taken for a stray mark. */
const quoting *find_quoted(str text, const span *sentences, size_t count, arena *into);

/* Whether a double quotation mark begins at `pos`. */
bool is_quotation_mark(str text, size_t pos);

#endif
