/* The metadata of a document that a user may correct. */
#ifndef STORE_FIELDS_H
#define STORE_FIELDS_H

#include "base/metadata.h"

/* All but the id. Their order is that of the columns in queries that read them all. */
#define STORE_FIELDS (METADATA_FIELDS + 1)

enum { STORE_FIELD_COUNT = METADATA_FIELD_COUNT - 1 };

static inline hearsay_str *store_field_of(hearsay_metadata *metadata, size_t which) {
    return metadata_at(metadata, &STORE_FIELDS[which]);
}

static inline hearsay_str store_field_value(const hearsay_metadata *metadata, size_t which) {
    return metadata_value(metadata, &STORE_FIELDS[which]);
}

/* Sets the field of that name; nothing happens where there is none. */
static inline void store_field_set(hearsay_metadata *metadata, str name, hearsay_str value) {
    for (size_t i = 0; i < STORE_FIELD_COUNT; i++) {
        if (str_equal(name, str_from(STORE_FIELDS[i].name))) {
            *store_field_of(metadata, i) = value;
        }
    }
}

#endif
