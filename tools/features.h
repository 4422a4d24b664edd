/* A document's pieces as hearsay-pieces writes them, for tools that read them again. */
#ifndef TOOLS_FEATURES_H
#define TOOLS_FEATURES_H

#include "base/memory.h"
#include "segment/segment.h"

#include <jansson.h>

/* Pieces without their positions; the caller frees them. */
static inline piece *read_pieces(const json_t *doc, size_t *count) {
    const json_t *ids = json_object_get(doc, "ids"), *quote = json_object_get(doc, "quote");
    const json_t *letters = json_object_get(doc, "case"), *start = json_object_get(doc, "start");
    *count = json_array_size(ids);
    piece *out = mem_alloc(mem_product(*count, sizeof *out));
    for (size_t i = 0; i < *count; i++) {
        out[i] = (piece){.id = (uint32_t)json_integer_value(json_array_get(ids, i)),
                         .quote = (uint8_t)json_integer_value(json_array_get(quote, i)),
                         .letter_case = (uint8_t)json_integer_value(json_array_get(letters, i)),
                         .start = (uint8_t)json_integer_value(json_array_get(start, i))};
    }
    return out;
}

#endif
