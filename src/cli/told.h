/* What was resolved of a statement, as words: who is behind it, how sourced, what kind of thing, at
 * what occasion, through whom, when. */
#ifndef CLI_TOLD_H
#define CLI_TOLD_H

#include "base/buf.h"
#include "base/str.h"
#include "hearsay.h"

/* Puts what is worth telling, apart by `separator`:
 *
 *     Ada Moreno · named · interview · via NBC News · 2031-04-02
 *
 * The speaker's name is left out where it is the source as it stands, and what most statements are
 * (a statement, asserted) is not said. Puts nothing where nothing was resolved. The text may hold
 * any character (cli/safe.h). */
void told_put(buf *out, hearsay_document *document, const hearsay_statement *said, str separator);

#endif
