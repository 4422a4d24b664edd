/* What a document is found by: the few keys of it that are kept, by which it meets others.
 *
 * Two documents are held against each other if they share some. The keys of each excerpt
 * (link/keys.h), by which excerpts meet within two documents, are far too many to be kept of every
 * document; these are chosen so that few pairs of documents that have something in common are
 * missed. */
#ifndef LINK_INDEX_H
#define LINK_INDEX_H

#include "link/linkable.h"

/* From the excerpts and the words; each once, in order, in place of what is in `out`. */
void index_keys(const linkable *self, found_by_list *out);

#endif
