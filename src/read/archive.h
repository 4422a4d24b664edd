/* The records of a WARC file (ISO 28500) or of its forerunner ARC. */
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include "read/lines.h"

typedef struct {
    stream *from; /* not owned */
    lines lines;
    size_t limit;   /* bytes of a record that is kept */
    size_t number;  /* of the last record that was begun, from 1 */
    bool lost;      /* the next record is to be looked for */
    size_t missing; /* bytes of the last record that was given, which is cut off */
    bool ended;
    buf header, payload;
} archive;

/* A record that may hold a document. All of it lives in the archive until the next one is asked
 * for. */
typedef struct {
    str url;
    str date;  /* of the capture, "2014-02-16T05:02:20Z" or "20140216050220" */
    str type;  /* of the payload; data NULL where not told */
    bool http; /* the payload is what a server answered */
    str payload;
} archive_record;

/* Whether a file that begins so is one. */
bool archive_begins(str bytes);

archive archive_new(stream *from, size_t limit);
void archive_free(archive *self);

/* The next record that holds what was found at an address (responses, resources and conversions);
 * others are passed over. HEARSAY_END; HEARSAY_FORMAT where a record is damaged, and
 * HEARSAY_TOO_LARGE where it is larger than the limit: the next call goes on after it. One that is
 * cut off is given as far as it goes; the next call fails. */
hearsay_status archive_next(archive *self, archive_record *out, hearsay_error *error);

#endif
