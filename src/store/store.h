/* Stage 7, store: documents and what was found in them, in one SQLite file that survives anything.
 *
 * What lies where is told in store/schema.sql; all SQL of the project is in this folder. Records
 * are plain: the store knows nothing of how a document is read. Everything that is given is
 * borrowed until the function returns; what is handed out lives in the arena that was given with
 * it.
 *
 * A store is used by one thread at a time; any number of stores, in any number of processes, may be
 * open on one file. Functions return HEARSAY_IO where the file cannot be read or written (a full
 * disk), HEARSAY_BUSY where another program does not let go of it, HEARSAY_STORE where it is
 * damaged, HEARSAY_MISSING where nothing has the name that was asked for; what was to be changed is
 * then as it was. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "hearsay.h"
#include "link/link.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct store store;

enum { STORE_HASH_SIZE = 32 }; /* SHA-256 */

void store_hash(str bytes, unsigned char out[STORE_HASH_SIZE]);

/* What is permanent. Strs with data NULL are not known. */
typedef struct {
    hearsay_metadata metadata; /* `id` is there */
    str text;
    bool markup;   /* not all of the text is shown (read_text) */
    str structure; /* what a page's reader found besides; the store does not look into it */
    str original;  /* the bytes as they were read; data NULL: they are the text, or left out */
    unsigned char sha256[STORE_HASH_SIZE]; /* of the original bytes */
    bool made; /* a reader made the text of these: without an address the bytes tell which it is */
    str origin;
    int64_t added; /* seconds since 1970, UTC */
} store_document;

/* What is derived. */
typedef struct {
    str made_by;
    str language; /* data NULL where it is not known */
    size_t words;
    str found;                           /* JSON, docs/format.md from "made_by" on */
    const hearsay_statement *statements; /* [statement_count] of `found`; not handed out again */
    size_t statement_count;
    const hearsay_speaker *speakers; /* [speaker_count] likewise, and whom else it names */
    size_t speaker_count;
    const hearsay_str *named;
    size_t named_count;
} store_findings;

/* A version of a document as it lies in the store. */
typedef struct {
    int64_t key;
    int64_t work;    /* the same for all versions */
    int64_t version; /* from 1 */
    bool newest;
    bool text_is_damaged;                           /* see store_get_remains */
    bool structure_is_damaged, original_is_damaged; /* then they are left out */
    store_document document;
} store_record;

/* As hearsay_store_open. */
hearsay_status store_open(const char *path, hearsay_store_mode mode, store **out,
                          hearsay_error *error);

/* NULL is allowed. */
void store_close(store *self);

/* --- transactions ----------------------------------------------------------------------------- */

/* Everything up to store_commit happens wholly or not at all. Waits for other writers. The
 * functions below that change something may be called within one; outside, each is one by itself.
 */
hearsay_status store_begin(store *self, hearsay_error *error);
hearsay_status store_commit(store *self, hearsay_error *error);
void store_rollback(store *self);

/* The same for what can be done again if the power fails before store_settle: that does not wait
 * for the disk. It is whole or not there in any case. */
hearsay_status store_begin_repeatable(store *self, hearsay_error *error);

/* Brings all that was committed to the disk, and waits for that. */
hearsay_status store_settle(store *self, hearsay_error *error);

/* --- documents -------------------------------------------------------------------------------- */

/* Adds a document with what was found in it. One that is known, by its id or URL, with the same
 * text and metadata changes nothing; with others it is a new version. `linked`: it is linked at
 * once, or else by store_link_next. */
hearsay_status store_add(store *self, const store_document *document,
                         const store_findings *findings, bool linked, hearsay_added *outcome,
                         hearsay_error *error);

/* What store_add would say, as far as it can be known before. Of a new version `corrected` gets
 * what users said of the document before, in the arena; data NULL where they said nothing. */
hearsay_status store_would_add(store *self, const store_document *document, arena *into,
                               hearsay_added *outcome, hearsay_metadata *corrected,
                               hearsay_error *error);

/* The key of the newest version that `name` means: a document's id, the beginning of just one id,
 * or a URL. HEARSAY_MISSING where there is none, or where several are meant (the message names
 * some). */
hearsay_status store_find(store *self, str name, int64_t *key, hearsay_error *error);

/* The key of the document that was published at an address, however its scheme, "www." and last
 * slash are written; 0: none. */
hearsay_status store_find_url(store *self, str url, int64_t *key, hearsay_error *error);

/* Reads a record. HEARSAY_MISSING where nothing has the key, HEARSAY_STORE where its text is
 * damaged. */
hearsay_status store_get(store *self, int64_t key, arena *into, store_record *out,
                         hearsay_error *error);

/* The same, but where the text is damaged the record has none, and tells so. */
hearsay_status store_get_remains(store *self, int64_t key, arena *into, store_record *out,
                                 hearsay_error *error);

/* Reads what was found in it; made_by with data NULL: nothing is there. HEARSAY_STORE where it is
 * damaged. */
hearsay_status store_get_findings(store *self, int64_t key, arena *into, store_findings *out,
                                  hearsay_error *error);

/* A document's text and what was found in it, which are there where its rows are not any more.
 * `text` or `found` has data NULL where it is damaged. */
typedef struct {
    str text;
    bool markup; /* as of a store_document */
    str found;   /* as of store_findings */
    str language;
} store_found;

hearsay_status store_get_found(store *self, int64_t key, arena *into, store_found *out,
                               hearsay_error *error);

/* Goes over the documents in the order in which they were added: gives the first key after `after`
 * (0 at the beginning), HEARSAY_END after the last. */
hearsay_status store_next(store *self, int64_t after, bool all_versions, int64_t *key,
                          hearsay_error *error);

/* Which version of its document a record is, from 1; 0: there is none. */
hearsay_status store_version(store *self, int64_t key, size_t *version, hearsay_error *error);

/* How many documents there are, older versions not counted. */
hearsay_status store_count_newest(store *self, size_t *count, hearsay_error *error);

/* --- changing what is there ------------------------------------------------------------------- */

/* Whether a date is of a form that is kept: a day, perhaps with a time, a month or a year. */
bool store_keeps_date(str date);

/* Corrects metadata: the fields of `values` that have data, but for the id; `made` is the time.
 * HEARSAY_INVALID where a date is of no such form, or a language no code of ISO 639-1.
 * Newer versions of the document keep what was corrected. Findings stay as they are: see
 * store_renew. */
hearsay_status store_edit(store *self, int64_t key, const hearsay_metadata *values, int64_t made,
                          hearsay_error *error);

/* Takes back the last store_edit of the document; HEARSAY_MISSING where there is none. */
hearsay_status store_undo(store *self, int64_t key, hearsay_error *error);

/* Puts new findings in the place of the document's and, where `text` is not NULL, text, markup and
 * structure of that in the place of its own. */
hearsay_status store_renew(store *self, int64_t key, const store_document *text,
                           const store_findings *findings, hearsay_error *error);

/* Removes a document in all its versions. What was there can be read in the file until store_scrub.
 */
hearsay_status store_remove(store *self, int64_t key, hearsay_error *error);

/* Leaves nothing in the file and its log of what was removed: takes time in proportion to the
 * store. HEARSAY_BUSY where another program reads on, so that the log cannot be emptied; then it is
 * to be called again. */
hearsay_status store_scrub(store *self, hearsay_error *error);

/* --- people across documents ------------------------------------------------------------------ */

/* A person or body that speakers of documents are. */
typedef struct {
    int64_t key;
    hearsay_str id; /* the lowest of its speakers' ids */
    hearsay_str name;
    size_t speakers; /* of how many documents */
} store_person;

/* Whom `name` means: the id of a speaker or person, a name that a document has or, where none has
 * it, one that is spelled otherwise. None is no failure. */
hearsay_status store_people(store *self, str name, arena *into, store_person **out, size_t *count,
                            hearsay_error *error);

/* The key of who has an id, its own or a speaker's; HEARSAY_MISSING. */
hearsay_status store_find_person(store *self, str id, int64_t *key, hearsay_error *error);

/* All names that documents have for it, the most frequent first. */
hearsay_status store_person_aliases(store *self, int64_t person, arena *into, hearsay_alias **out,
                                    size_t *count, hearsay_error *error);

/* Why its names are one, the strongest first; nothing where they are all the same. */
hearsay_status store_person_bonds(store *self, int64_t person, arena *into, hearsay_bond **out,
                                  size_t *count, hearsay_error *error);

/* A speaker of a document, by its id, and who it is across documents. */
typedef struct {
    hearsay_str speaker;
    hearsay_str person, name; /* its id, and what it is called */
} store_known;

/* Those of a document that are known across documents. */
hearsay_status store_document_persons(store *self, int64_t document, arena *into, store_known **out,
                                      size_t *count, hearsay_error *error);

/* The user says that two are one, or are not; `a` and `b` as of store_people. It holds for what is
 * added later, too. A later decision on the same two replaces it, and store_undecide takes it back:
 * HEARSAY_MISSING where there is none, or where a name means nobody or several. */
hearsay_status store_join(store *self, str a, str b, int64_t made, hearsay_error *error);
hearsay_status store_part(store *self, str a, str b, int64_t made, hearsay_error *error);
hearsay_status store_undecide(store *self, str a, str b, hearsay_error *error);

/* Takes back the last decision, which it gives, in the arena; HEARSAY_MISSING where there is none.
 */
hearsay_status store_undecide_last(store *self, arena *into, hearsay_decision *undone,
                                   hearsay_error *error);

/* --- what is whole, and what is not ----------------------------------------------------------- */

/* Tells of everything in the file that is not as it was written. Changes nothing; HEARSAY_OK
 * whatever it finds. */
hearsay_status store_check(store *self, hearsay_problem_fn *told, void *context,
                           hearsay_error *error);

/* Goes over the documents whose findings are not of `made_by` (data NULL: all documents), are not
 * there or not whole, as store_next does; all versions. */
hearsay_status store_next_stale(store *self, int64_t after, str made_by, int64_t *key,
                                hearsay_error *error);

/* How many these are. */
hearsay_status store_count_stale(store *self, str made_by, size_t *count, hearsay_error *error);

/* Where the file is not built as a store's is: puts what is permanent and can be read
 * (store/salvage.h) in the place of all of it, in one transaction; everything is stale then. What
 * is lost is told, but for texts that are damaged, which store_check tells of afterwards, too; if
 * anything is, the file as it was is kept beside it, and that is told last. HEARSAY_BUSY where
 * another program has it open. */
hearsay_status store_mend(store *self, hearsay_problem_fn *told, void *context,
                          hearsay_error *error);

/* Makes the full-text indexes anew, from the rows that are there: `always`, or only if they are not
 * whole. */
hearsay_status store_reindex(store *self, bool always, hearsay_error *error);

#include "store/linking.h"
#include "store/search.h" /* the rest of what this stage offers; it needs the above */

#endif
