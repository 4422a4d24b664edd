/* People by their names. */
#ifndef STORE_PERSONS_H
#define STORE_PERSONS_H

#include "store/keys.h"

/* Adds the keys of the persons that a name means: the id of a speaker, a name that a document has,
 * what a person is called or, where all that finds nobody, another spelling of a name. */
void persons_find(store *self, str name, arena *scratch, key_list *out);

#endif
