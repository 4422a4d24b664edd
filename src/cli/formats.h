/* The ways of writing what was found, one record each.
 *
 * A format gets one document after the other and keeps none of them, so that memory does not grow
 * with their number. To add one: a file that defines its record, and a line in cli/formats.c. */
#ifndef CLI_FORMATS_H
#define CLI_FORMATS_H

#include "base/buf.h"
#include "hearsay.h"

#include <stdbool.h>
#include <stddef.h>

/* What every format is told; each heeds what concerns it. */
typedef struct {
    unsigned width; /* columns of the page */
    bool colour;
    bool with_text;
    bool with_file;        /* the name of the file of a document that has no title and no URL */
    double min_confidence; /* statements of lower confidence are gone */
    bool every_confidence; /* show every confidence, not only low ones */
    const char *model;     /* its name; NULL where there is none */
} format_settings;

/* One run of a format. */
typedef struct {
    format_settings settings;
    buf out;                      /* what is to be written; whoever writes it empties it */
    size_t documents;             /* that came before this one */
    void *memory;                 /* the format's own, made by its begin and freed by its end */
    void (*drain)(void *context); /* empties `out`, for who writes of a whole store; so much that
                                     it does not stay in memory */
    void *context;
} writing;

typedef struct {
    const char *name;
    bool for_reading; /* by people, as it stands: in a terminal, through a pager */
    bool has_text;    /* knows what to do with_text */

    void (*begin)(writing *self); /* before the first document; NULL: nothing to do, as below */
    void (*document)(writing *self, hearsay_document *document);
    void (*end)(writing *self); /* after the last one, also after a failure */
    hearsay_status (*store)(writing *self, hearsay_store *from,
                            hearsay_error *error); /* instead of `document`: of all at once */
} format;

/* Of `hearsay quotes`, in the order of the words in its flag table (cli/flags.c). */
extern const format *const QUOTES_FORMATS[];
extern const size_t QUOTES_FORMAT_COUNT;

/* Of `hearsay export`, likewise (cli/flags_ask.c). */
extern const format *const EXPORT_FORMATS[];

#endif
