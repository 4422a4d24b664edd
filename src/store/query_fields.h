/* The conditions that a query may have. */
#ifndef STORE_QUERY_FIELDS_H
#define STORE_QUERY_FIELDS_H

#include "store/query.h"

typedef enum {
    FIELD_WORDS, /* of a column */
    FIELD_MARK,  /* one of a list of words */
    FIELD_AFTER, /* from a day on */
    FIELD_BEFORE /* to the day before one */
} query_role;

struct query_field {
    const char *name;            /* without its colon */
    const char *column;          /* FIELD_WORDS: of the index */
    const char *(*name_of)(int); /* FIELD_MARK: its words; "unknown" after the last */
    query_role role;
    int first;         /* FIELD_MARK: the number of the first word */
    char letter;       /* FIELD_MARK: of the mark (store/search.sql) */
    bool of_documents; /* the index of documents has it too */
};

/* NULL where there is none of that name, whatever its capitals. */
const query_field *query_field_named(str name);

/* "speaker:, via: and kind:" */
void query_fields_put(buf *out);

#endif
