/* Parts of JSON that this program wrote, without reading what they hold. */
#ifndef ENGINE_JSON_PART_H
#define ENGINE_JSON_PART_H

#include "base/arena.h"
#include "base/str.h"

typedef struct {
    str *items; /* [count] */
    size_t count;
} json_parts;

/* The items of the list that an object has under a key of its own, the array in the arena; none
 * where there is no list. The object is as engine/json.c writes it, without a space between values.
 */
json_parts json_items(str object, const char *key, arena *into);

#endif
