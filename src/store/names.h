/* The names of speakers, each once, and what was said under them. */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "store/keys.h"

/* The queries that names are put with. */
typedef struct {
    store *of;
    query find, make, index;
} naming;

naming naming_begin(store *of);
void naming_end(naming *self);

/* The key of a name, which is made if it is new. */
int64_t naming_key(naming *self, str name);

/* Puts what the document's speakers said under their names, or takes it away; that gives the names,
 * too. Failures stick to the store. */
void names_put(store *self, int64_t document);
void names_drop(store *self, int64_t document, key_list *names);

/* The document is not the newest version any more. */
void names_age(store *self, int64_t document);

/* Puts what all documents' speakers said; nothing is there yet. */
void names_put_all(store *self);

/* Takes away those of the names that no speaker has any more. */
void names_tidy(store *self, const key_list *names);

#endif
