/* What `hearsay add` came to, for people and for programs. */
#ifndef CLI_ADD_REPORT_H
#define CLI_ADD_REPORT_H

#include "base/buf.h"
#include "cli/few.h"
#include "cli/summary.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    size_t added, versions, known; /* documents: new, new versions, there before */
    size_t copies;                 /* of the new ones: with the text of another document */
    summary read;                  /* of those that were added: what was found in them */
    size_t taken;                  /* documents that brought their statements */
    few strangers;                 /* new versions that have nothing of what they replace */
    few undated;                   /* documents whose date was none, and is left out */
    few far;                       /* documents whose date is far in the future */
    size_t unread;                 /* files and documents that could not be read */
    size_t too_large, unknown; /* of them: above the limit; of no form that is known, or damaged */
    double seconds;
    bool stopped; /* before the end */
} add_totals;

/* Lines that are safe to show, in a page of that width. */
void add_report_put(buf *out, const add_totals *totals, unsigned width);

/* The same as one line of JSON: {"event": "end", ...}. */
void add_report_put_json(buf *out, const add_totals *totals);

#endif
