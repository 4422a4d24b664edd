/* What a format of files is to those who read files: one record each, in a file of its own.
 *
 * formats.c lists them in the order in which they are tried. To add one, write its file and put it
 * there. */
#ifndef READ_FORMAT_H
#define READ_FORMAT_H

#include "read/read.h"
#include "read/stream.h"

/* What is known of a stream besides its bytes. All of it is borrowed from who opens it. */
typedef struct {
    const hearsay_input_options *limits; /* all set */
    budget *within;
    str name; /* of the file, for what its ending tells; empty for what stands in another one */
    size_t layers; /* of packing or containers that it may still hold */
    bool guessed;  /* the format was told from the content */

    /* Of a page from a server; data NULL where not known. */
    str url;
    str charset;
} surroundings;

/* The beginning of a stream, in UTF-8 (but for flaws), by which its format is told. */
typedef struct {
    str bytes;
    str name; /* as in the surroundings */
} beginning;

typedef struct {
    hearsay_input_format id;
    bool is_container; /* holds files, not text: its bytes need not be text */

    /* Whether what begins so is of this format; NULL: it is read where that is asked for only. */
    bool (*begins)(const beginning *look);

    /* A format that has one document a file has only this: reads the whole of it. `bytes` are the
     * file's and live in the arena; there are at most `limits->max_record` of them. */
    hearsay_status (*read)(arena *into, str bytes, const surroundings *in, reading *out,
                           hearsay_error *error);

    /* Others have these. The stream is taken over; the surroundings outlive the state. */
    void *(*open)(stream *from, const surroundings *in);

    /* The next document, with its place ("12" for a line, "record 12") put at the end of `place`,
     * which it also does on failure, as far as it knows it. HEARSAY_END; HEARSAY_FORMAT and
     * TOO_LARGE for what is lost, and the next call goes on behind it. Messages are of the reason
     * alone, since who opened the file names it; `position` is the line or record. */
    hearsay_status (*next)(void *self, arena *into, reading *out, buf *place, hearsay_error *error);
    void (*close)(void *self);
    size_t (*position)(const void *self, size_t *size); /* as stream_position */
} format;

extern const format TEXT_FORMAT, JSONL_FORMAT, JSON_FORMAT, CSV_FORMAT, FEED_FORMAT, WARC_FORMAT,
    HTML_FORMAT;

/* The format of a stream that begins so, or NULL, with what it is in `*what`: no text. */
const format *format_of(const beginning *look, const char **what);

/* The format that an option asks for. */
const format *format_named(hearsay_input_format id);

#endif
