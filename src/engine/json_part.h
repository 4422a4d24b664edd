/* One part of JSON that this program wrote, without reading the rest of it. */
#ifndef ENGINE_JSON_PART_H
#define ENGINE_JSON_PART_H

#include "base/str.h"

/* The item with a place, from 0, of the list that an object has under a key of its own; data NULL
 * where there is none. The object is as engine/json.c writes it, without a space between values. */
str json_part(str object, const char *key, size_t place);

#endif
