/* What a document is made of.
 *
 * Two arenas, as what is given stays and what was found can be found anew: `memory` holds the
 * text and its metadata, `found.memory` what hearsay_attribute made of them. Both are the
 * document's, and freed with it. */
#ifndef ENGINE_DOCUMENT_H
#define ENGINE_DOCUMENT_H

#include "attribute/attribute.h"
#include "base/buf.h"
#include "engine/offsets.h"
#include "hearsay.h"
#include "read/read.h"

#include <stdbool.h>

/* What hearsay_attribute finds; all zero before. Spans are byte positions in the text. */
typedef struct {
    arena *memory;    /* NULL before */
    str made_by;      /* in `memory`: the version of what found it */
    char language[4]; /* "" where there are too few words to tell */
    hearsay_passage *passages;
    size_t passage_count;
    size_t words;
    hearsay_statement *statements;
    size_t statement_count;
    hearsay_speaker *speakers;
    size_t speaker_count;
    hearsay_str *named;
    size_t named_count;
    hearsay_spans own_voice;
    hearsay_flag *flags;
    size_t flag_count;
} findings;

struct hearsay_document {
    arena *memory;
    reading reading;            /* its metadata has an id, once document_complete was called */
    hearsay_metadata corrected; /* in `memory`: what a user said instead; data NULL: nothing */
    const relation_list *given; /* in `memory`: instead of finding any; NULL: find them */
    hearsay_str origin;         /* in `memory`; data NULL where there is none */
    findings found;
    buf json; /* what was written last */

    /* Made when they are first asked for; items NULL, at.text.data NULL before. */
    hearsay_spans seen, paragraphs, sentences; /* in `memory` */
    hearsay_block *blocks;                     /* likewise, as many as of the reading */
    hearsay_link *links;
    offsets at;
};

/* An empty document, to be read into and then completed. The caller owns it. */
hearsay_document *document_begin(void);

/* Gives what was read an id, if it has none, and `*out` the document; on failure (a text that no
 * position can count, HEARSAY_TOO_LARGE) frees it. */
hearsay_status document_complete(hearsay_document *self, hearsay_document **out,
                                 hearsay_error *error);

/* Forgets what was found. */
void document_forget(hearsay_document *self);

/* Words in the shown text. */
size_t document_words(const hearsay_document *self);

/* Puts what was found as JSON: from "made_by" on what docs/format.md defines, as an object. */
void document_put_findings(hearsay_document *self, buf *out);

/* Takes what document_put_findings wrote; `language` is not in it. HEARSAY_FORMAT, with a message
 * that names what does not fit, where it is not such JSON or not of this text; the document is then
 * as if it had never been read. */
hearsay_status document_take_findings(hearsay_document *self, str json, str language,
                                      hearsay_error *error);

/* Takes the cue and the content alone, in the arena, of one of the statements that
 * document_put_findings wrote. False where that is no such JSON, or not of this text. */
bool document_take_words(hearsay_document *self, str json, arena *into, hearsay_spans *cue,
                         hearsay_spans *content);

/* The table of code points, made once. */
const offsets *document_offsets(hearsay_document *self);

/* The public names of the same things. */
static inline hearsay_str public_str(str text) {
    return (hearsay_str){text.data, text.size};
}

static inline str inner_str(hearsay_str text) {
    return (str){text.data, text.size};
}

#endif
