/* What is behind a linkable document. */
#ifndef LINK_LINKABLE_H
#define LINK_LINKABLE_H

#include "link/keys.h"
#include "link/passages.h"

struct linkable {
    arena *memory; /* of all of it */
    uint64_t hash;
    str text;
    excerpts parts;
    keyed_vec keys; /* of excerpts (link/keys.h), by key and then place */
    copied_text copied;
};

#endif
