/* Keys of rows, each of them once, in the order in which they came. Owns its memory; all zero is an
 * empty list. */
#ifndef STORE_KEYS_H
#define STORE_KEYS_H

#include "store/sql.h"

#include <stdbool.h>

typedef struct {
    int64_t *items; /* [count] */
    size_t count, capacity;
    size_t *slots;     /* [slot_count] 1 + places in `items`, by a hash of the key; 0: none */
    size_t slot_count; /* a power of two, or 0 while the list is short */
} key_list;

void key_list_free(key_list *self);

/* At the end, if it is not there. */
void key_list_add(key_list *self, int64_t key);

bool key_list_has(const key_list *self, int64_t key);

/* The first column of all rows of a query, which is then ready for other values. */
void key_list_add_rows(key_list *self, query *rows);

/* The same of a query whose one parameter is a key. */
void key_list_add_from(key_list *self, store *from, const char *sql, int64_t key);

#endif
