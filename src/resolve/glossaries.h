/* The glossaries of data/resolve, which are built in (cmake/lists.cmake). */
#ifndef RESOLVE_GLOSSARIES_H
#define RESOLVE_GLOSSARIES_H

#include "base/str.h"

extern const unsigned char LIST_KINDS[], LIST_POLARITY[], LIST_SOURCING[], LIST_ANONYMITY[],
    LIST_OCCASIONS[], LIST_CHANNELS[];
extern const size_t LIST_KINDS_SIZE, LIST_POLARITY_SIZE, LIST_SOURCING_SIZE, LIST_ANONYMITY_SIZE,
    LIST_OCCASIONS_SIZE, LIST_CHANNELS_SIZE;

/* The text of data/resolve/kinds.txt is GLOSSARY(KINDS). */
#define GLOSSARY(NAME) ((str){(const char *)LIST_##NAME, LIST_##NAME##_SIZE})

#endif
