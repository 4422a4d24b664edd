/* Spans as they lie in a store: "0-17 40-52". */
#ifndef STORE_SPANS_H
#define STORE_SPANS_H

#include "base/buf.h"
#include "hearsay.h"

#include <stdbool.h>

void spans_put(buf *out, hearsay_spans spans);

/* Takes the first span off `rest`; false where there is none left, or what stands there is none. */
bool spans_take(str *rest, span *out);

/* Puts the parts of `text` that `spans` names, with a space between; what lies outside of it is
 * left out. */
void spans_put_text(buf *out, str text, str spans);

#endif
