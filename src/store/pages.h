/* The rows of a file whose trees are damaged, out of its pages one by one.
 *
 * A table's rows lie whole in the leaves of its tree; which page belongs to which table, only the
 * tree tells, and where that cannot be followed SQLite reads nothing below. Here all pages are
 * looked at, and a row is known by the types of its columns: so damage costs what lies in the
 * damaged page, and no more. What is in the log is not seen: it has to be emptied into the file
 * first. https://www.sqlite.org/fileformat2.html tells what a page is. */
#ifndef STORE_PAGES_H
#define STORE_PAGES_H

#include "store/sql.h"

enum { PAGE_COLUMNS_MAX = 20 };

/* A column of a row, borrowed from the row. */
typedef struct {
    char type; /* 'n' NULL, 'i' integer, 't' text, 'b' blob; 'f' a float, whose value is not read */
    bool is_lost;   /* it lies, or a part of it, where nothing can be read: `bytes` is empty */
    int64_t number; /* of an integer */
    str bytes;      /* of a text or blob */
} page_value;

typedef struct {
    int64_t key;
    page_value values[PAGE_COLUMNS_MAX];
    size_t count;
} page_row;

/* Rows that are looked for: a letter for each column, as in page_value.type; a capital where it may
 * be NULL, too. */
typedef struct {
    const char *types;
    void (*told)(void *context, const page_row *row);
} page_shape;

/* Tells of all rows that have one of the shapes, in the order of the file. `size` is that of a
 * page: 0 where the file's header is to be believed. */
void pages_each_row(store *self, size_t size, const page_shape *shapes, size_t count,
                    void *context);

/* How many bytes the file has, and how many its header says. */
int64_t pages_file_size(store *self);
int64_t pages_told_size(store *self);

/* Writes all of it, as it is, to another file, which is open. */
bool pages_copy(store *self, int file);

/* Writes what the header of every store begins with, where the file is one of ours by the rest of
 * it: without these bytes SQLite takes it for something else. Returns whether anything was wrong.
 */
bool pages_mend_header(store *self);

#endif
