/* What is behind a linker: fixed tables. */
#ifndef LINK_LINKER_H
#define LINK_LINKER_H

#include "link/link.h"
#include "link/rarity.h"
#include "link/weights.h"

struct linker {
    rarity words;
    weights judgement;
};

#endif
