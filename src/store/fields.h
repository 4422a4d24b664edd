/* The metadata of a document that a user may correct, as columns and as members of a struct. */
#ifndef STORE_FIELDS_H
#define STORE_FIELDS_H

#include "hearsay.h"

#include <stddef.h>

typedef struct {
    const char *name; /* of the column in `documents` */
    size_t offset;    /* of a hearsay_str in hearsay_metadata */
} store_field;

/* Their order is that of the columns in queries that read them all. */
static const store_field STORE_FIELDS[] = {
    {"title", offsetof(hearsay_metadata, title)},
    {"author", offsetof(hearsay_metadata, author)},
    {"publisher", offsetof(hearsay_metadata, publisher)},
    {"url", offsetof(hearsay_metadata, url)},
    {"date", offsetof(hearsay_metadata, date)},
    {"language", offsetof(hearsay_metadata, language)},
};

enum { STORE_FIELD_COUNT = sizeof STORE_FIELDS / sizeof *STORE_FIELDS };

static inline hearsay_str *store_field_of(hearsay_metadata *metadata, size_t which) {
    return (hearsay_str *)((char *)metadata + STORE_FIELDS[which].offset);
}

static inline hearsay_str store_field_value(const hearsay_metadata *metadata, size_t which) {
    return *(const hearsay_str *)((const char *)metadata + STORE_FIELDS[which].offset);
}

#endif
