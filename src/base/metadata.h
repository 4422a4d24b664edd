/* What is known of a document besides its text, field by field. */
#ifndef BASE_METADATA_H
#define BASE_METADATA_H

#include "base/arena.h"
#include "base/str.h"
#include "hearsay.h"

#include <stddef.h>

typedef struct {
    const char *name; /* as in JSON, and of a column */
    size_t offset;    /* of a hearsay_str in hearsay_metadata */
} metadata_field;

/* The id is the first; the others are what a user may correct. */
static const metadata_field METADATA_FIELDS[] = {
    {"id", offsetof(hearsay_metadata, id)},
    {"title", offsetof(hearsay_metadata, title)},
    {"author", offsetof(hearsay_metadata, author)},
    {"publisher", offsetof(hearsay_metadata, publisher)},
    {"url", offsetof(hearsay_metadata, url)},
    {"date", offsetof(hearsay_metadata, date)},
    {"language", offsetof(hearsay_metadata, language)},
};

enum { METADATA_FIELD_COUNT = sizeof METADATA_FIELDS / sizeof *METADATA_FIELDS };

static inline hearsay_str *metadata_at(hearsay_metadata *self, const metadata_field *which) {
    return (hearsay_str *)((char *)self + which->offset);
}

static inline hearsay_str metadata_value(const hearsay_metadata *self,
                                         const metadata_field *which) {
    return *(const hearsay_str *)((const char *)self + which->offset);
}

/* A copy that metadata may keep; data NULL where there is nothing. */
static inline hearsay_str metadata_copy(arena *into, str text) {
    return text.size > 0 ? (hearsay_str){str_copy(into, text), text.size} : (hearsay_str){NULL, 0};
}

#endif
