/* Outlets that are credited with a whole document, and outlets that a sentence names. */
#ifndef REASON_CREDIT_LINES_H
#define REASON_CREDIT_LINES_H

#include "reason/credits.h"

/* Adds those of bylines, datelines and notes: "By Reuters", "LONDON (AP) —", "First published by
 * the Courier". To be asked first, of an empty list. */
void credit_lines(const dossier *self, const paper *of, credit_list *out);

/* Adds the outlets that the part names in such a way that it may come from them: "told Harbour
 * Radio", "the Courier reported". `anyhow`: in whatever way. */
void credited_in(const dossier *self, const paper *of, span part, bool anyhow, credit_list *out);

/* Adds an outlet, if it is neither the paper's own nor there already. */
void credit_add_outlet(const paper *of, credit each, credit_list *out);

/* Adds the outlet that is meant where a sentence says that somebody "told the newspaper": the last
 * one that was named before. */
void credited_as_kind(const dossier *self, const paper *of, size_t sentence, credit_list *out);

#endif
