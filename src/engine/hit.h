/* What was found in a store, as it is shown. */
#ifndef ENGINE_HIT_H
#define ENGINE_HIT_H

#include "engine/json_part.h"
#include "engine/stored.h"

/* The document that was read last: hits of one often follow each other. All zero before. */
typedef struct {
    int64_t key;
    hearsay_document *document; /* its text alone */
    json_parts statements;      /* in its memory: as document_put_findings wrote them */
} hit_reader;

void hit_reader_free(hit_reader *self);

/* Gives a hit its cue, its text and the matches in it, in the arena. Of a document there is a text
 * only where words were asked for; where what was found in it is damaged, a statement has none. */
hearsay_status hit_show(store *from, hit_reader *with, const store_hits *of, const store_hit *which,
                        arena *into, hearsay_hit *out, hearsay_error *error);

#endif
