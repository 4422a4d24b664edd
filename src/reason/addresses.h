/* Addresses of pages. */
#ifndef REASON_ADDRESSES_H
#define REASON_ADDRESSES_H

#include "base/str.h"

/* Whether two addresses are of one page: scheme, "www." and what tracks a reader do not matter. */
bool is_same_page(str a, str b);

#endif
