/* Whom somebody's quoted words speak to: "you". */
#ifndef RESOLVE_ADDRESSEE_H
#define RESOLVE_ADDRESSEE_H

#include "resolve/sources.h"

/* The mention, outside of quotations, of the one who is spoken to in the words that the token
 * stands in, which the relation with `heads` reports; NO_ENTITY where none is near. It may be a
 * first person: the author's. */
size_t addressee_of(const source_reader *self, const relation *by, const source_heads *heads,
                    size_t at);

#endif
