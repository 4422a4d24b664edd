/* Documents as records of a store, and back. */
#ifndef ENGINE_STORED_H
#define ENGINE_STORED_H

#include "engine/document.h"
#include "store/store.h"

struct hearsay_store {
    store *inner;
    arena *told; /* what was handed out last and is not owned by whoever has it; NULL: nothing */
};

/* What is permanent of a document, borrowed from it. `flags` as of hearsay_store_add. */
store_document stored_document(const hearsay_document *from, unsigned flags, buf *structure);

/* What was found in it; `json` gets its text, and must live as long. */
store_findings stored_findings(hearsay_document *from, buf *json);

/* The document with a key, with what was found in it if that is there. */
hearsay_status stored_get(store *from, int64_t key, hearsay_document **out, hearsay_error *error);

/* The same, without what was found, so that hearsay_run reads it. The text of a page whose bytes
 * are kept is read anew (`reading.made`), and may be another one. */
hearsay_status stored_get_unread(store *from, int64_t key, hearsay_document **out,
                                 hearsay_error *error);

/* The same with what was found in it, if that can be read and is of `made_by`, whatever else of it
 * is damaged; `out` gets NULL where it is not. */
hearsay_status stored_get_found(store *from, int64_t key, str made_by, hearsay_document **out,
                                hearsay_error *error);

/* The text alone, as far as it can be read: no metadata, no id, no findings. `found`, in the
 * document's memory, gets what document_put_findings wrote of it, data NULL where that cannot be
 * read. */
hearsay_status stored_get_text(store *from, int64_t key, hearsay_document **out, str *found,
                               hearsay_error *error);

/* Blocks and links of a page as text, nothing where there are none, and what it is read `again` by;
 * and back into a reading that has the same text. False where the text is not of that form. */
void structure_put(const reading *from, bool again, buf *out);
bool structure_take(str written, arena *into, reading *out);

#endif
