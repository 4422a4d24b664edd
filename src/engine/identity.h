/* What documents and statements are called: names that depend on their content alone, so that the
 * same text gives the same names on every machine. docs/format.md tells users how they are made. */
#ifndef ENGINE_IDENTITY_H
#define ENGINE_IDENTITY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* The first 32 hexadecimal digits of the text's SHA-256 or, where there is a URL, of the text, a 0
 * byte and the URL, in the arena: what two outlets print is two documents. It fails only where
 * libcrypto has been set up without SHA-256 (HEARSAY_INVALID). */
hearsay_status identity_of_text(str text, str url, arena *into, hearsay_str *id,
                                hearsay_error *error);

/* Gives every statement that has none an id, in the arena: the 16 hexadecimal digits of the XXH3
 * (64 bits, seed 0) of a line such as
 *
 *     wire-7 cue 22-26 content 0-21
 *
 * which is the document's id, and each span of the cue and the content as byte positions in the
 * text. A later statement with the same cue and content gets "-2", "-3" and so on after it. */
void identity_of_statements(str document_id, hearsay_statement *statements, size_t count,
                            arena *into);

/* A speaker of a document, once or several times in a list. */
typedef struct {
    hearsay_str name; /* not NULL */
    size_t entity;    /* tells speakers of one name apart */
    const char *id;
} identified;

/* Gives every speaker an id, in the arena: in the same way, of a line such as
 *
 *     wire-7 speaker Ada Moreno
 *
 * Those of one name after the one with the lowest entity get "-2" and so on. Equal ids are one
 * pointer. */
void identity_of_speakers(str document_id, identified *speakers, size_t count, arena *into);

#endif
