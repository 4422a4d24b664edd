/* Who has a key, as it lies in a slot of the postings: entries in order, each once. An entry is the
 * lower half of a key, then the number of a fold. What is written are the gaps between them, in
 * Golomb and Rice's code, with as many bits for a fold as the greatest needs: keys are hashes, and
 * any fold may have one, so that no other code of theirs is shorter by much. */
#ifndef STORE_ENTRIES_H
#define STORE_ENTRIES_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum { ENTRY_FOLD_BITS = 32, ENTRY_BITS = 16 + ENTRY_FOLD_BITS };

typedef VEC(uint64_t) entry_list;

/* Puts them at the end of `out`. */
void entries_pack(const entry_list *entries, buf *out);

/* Of a damaged slot, those before the damage. */
void entries_unpack(str packed, entry_list *out);

/* Of these the ones that have a key, by its lower half. */
void entries_unpack_key(str packed, uint64_t key, entry_list *out);

/* The place of the entry; that of the first greater one where it is not there. */
size_t entries_place(const entry_list *in, uint64_t entry);

bool entries_have(const entry_list *in, uint64_t entry);

/* Whether that changed anything. */
bool entries_put(entry_list *into, uint64_t entry);
bool entries_drop(entry_list *from, uint64_t entry);

#endif
