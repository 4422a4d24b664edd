/* Where a statement comes from, as `hearsay trace` shows it. */
#ifndef CLI_TRACE_ORIGIN_H
#define CLI_TRACE_ORIGIN_H

#include "base/buf.h"
#include "cli/hits.h"
#include "cli/trace.h"
#include "hearsay.h"

/* What was found of a statement, or of all of a document's. */
typedef struct {
    hearsay_findings *chains, *others; /* NULL where they are not wanted */
} origin;

/* Whether chains, corroboration and variants are wanted. */
bool wants_chain(const trace_options *options);
bool wants_corroboration(const trace_options *options);
bool wants_variants(const trace_options *options);

/* Asks for what is wanted. */
hearsay_status origin_find(hearsay_store *store, const char *id, const trace_options *options,
                           origin *out, hearsay_error *error);
void origin_free(origin *self);

/* Writes it; if `open`, in JSON as the first keys of an object, and in HTML as the first part of a
 * page, that are not ended. Returns how many findings were written, but for JSON. */
size_t origin_put(buf *out, const origin *self, int format, const hits_style *style, bool open);

#endif
