/* The documents of a store that reasoning looks at together. */
#ifndef ENGINE_GATHER_H
#define ENGINE_GATHER_H

#include "base/lexicon.h"
#include "engine/neighbours.h"

typedef struct {
    store *from;
    arena *memory;
    const linker *with;
    int64_t *keys; /* [count], as are the next two; in the arena, with room for so many */
    hearsay_document **documents;
    reason_document *read;
    lexicon *statements; /* [count] of each the places of its statements by their ids; empty until
                            one is asked for */
    lexicon places;      /* theirs, by their ids */
    size_t count, room;
    neighbours *kept; /* where the documents are kept; NULL: they are freed in the end */
} gathered;

/* `kept` may be NULL, and must outlive it. */
void gather_begin(gathered *self, store *from, const linker *with, arena *memory, size_t room,
                  neighbours *kept);

/* Frees the documents, unless they are kept. */
void gather_end(gathered *self);

/* Adds a document, if there is room; `*place` (may be NULL) gets its place. */
hearsay_status gather_add(gathered *self, int64_t key, size_t *place, hearsay_error *error);

/* Adds the documents on the matter of one that is there, or of one of its statements (REASON_ALL:
 * of all), and what they link to. */
hearsay_status gather_around(gathered *self, size_t place, size_t statement, hearsay_error *error);

/* Adds to some of the documents, whose places are `members`, all that have the same text, and these
 * to `members`: as many as there are, whatever the room. */
hearsay_status gather_copies(gathered *self, size_t **members, size_t *member_count,
                             hearsay_error *error);

/* Adds the pages of the outlets that the chain of a statement credits, or those of all statements
 * (REASON_ALL); those of a statement with what these credit in turn. To be asked first: they are
 * few, and are not to be crowded out by others on the matter. */
hearsay_status gather_credited(gathered *self, size_t place, size_t statement,
                               hearsay_error *error);

/* The place of the document of that id; false where it is not there. */
bool gather_document(const gathered *self, str id, size_t *place);

/* The place of the statement of that id in the document at `place`; false where it has none. */
bool gather_statement(const gathered *self, size_t place, str id, size_t *statement);

#endif
