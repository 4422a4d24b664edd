/* Tables for spreadsheets: rows of cells as RFC 4180 writes them, UTF-8.
 *
 * A cell does nothing but be read. Characters that act are shown (cli/safe.h), line breaks and tabs
 * are spaces, so a row is a line. A cell whose first character, after any white space, would make a
 * spreadsheet compute it (= + - @, in any of their widths) gets an apostrophe before it. Every cell
 * that is not a plain word stands in quotation marks, since some programs part cells at semicolons
 * as well.
 *
 *     csv table = {.out = out};
 *     csv_begin(&table);
 *     csv_text(&table, STR("He said, no"));
 *     csv_end_row(&table); */
#ifndef CLI_CSV_H
#define CLI_CSV_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

typedef struct {
    buf *out;
    bool within; /* a row has begun */
    buf safe;    /* scratch */
} csv;

/* Puts the byte order mark, by which Excel knows UTF-8. */
void csv_begin(csv *self);

/* A cell of well-formed text of any kind. */
void csv_text(csv *self, str text);

/* The same for bytes of any kind (file names). */
void csv_bytes(csv *self, str bytes);

/* A cell of our own making: a number, or words that need no protection but quotation marks. */
void csv_plain(csv *self, str text);

/* Ends the row with a line feed: every reader of tables takes it, and a carriage return would stick
 * to the last cell in line tools. */
void csv_end_row(csv *self);

/* Gives the scratch memory back. */
void csv_free(csv *self);

#endif
