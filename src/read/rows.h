/* Rows of comma-separated values (RFC 4180), and of what else is written in that way. */
#ifndef READ_ROWS_H
#define READ_ROWS_H

#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>

/* A field as it stands in its row. */
typedef struct {
    span span; /* in the row; within its quotation marks, if it has them */
    bool quoted;
    bool doubled; /* holds quotation marks, which are doubled */
} table_field;

typedef VEC(table_field) table_fields;

/* How far a row has been gone through, so that it can be found piece by piece. All zero is the
 * beginning of a row. */
typedef struct {
    char delimiter;
    size_t at;
    size_t begin;  /* of the field */
    size_t end;    /* of what is quoted in it, past the last mark */
    size_t breaks; /* lines that have ended within the row */
    bool quoted;   /* the field begins with a mark */
    bool within;   /* its quotation marks */
    bool doubled;
    table_fields fields;
} table_row;

/* Goes on through `bytes`, in which the row begins at 0 and of which more may be there now. Returns
 * true where the row ends, or where the bytes do and are `whole`; `at` is past its line break then.
 * A mark that is not closed leaves `within` true. */
bool row_go_on(table_row *self, str bytes, bool whole);

/* Begins another row; the fields' memory is kept. */
void row_begin(table_row *self);

/* The character of ",;\t" that parts most fields in the first row of `bytes`; 0 if none is there.
 */
char row_delimiter(str bytes);

#endif
