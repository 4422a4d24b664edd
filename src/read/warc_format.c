/* Web archives: the documents of what each record holds, whatever that is. */
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/archive.h"
#include "read/documents.h"
#include "read/headers.h"
#include "read/unpack.h"

#include <string.h>

enum { DAY_SIZE = 8 }; /* digits of "20140216050220" that are the day */

typedef struct {
    stream *from;
    const surroundings *in;
    archive archive;
    archive_record record; /* the one that is being read */
    http_response answer;
    buf body;      /* of the answer, where it was sent in chunks */
    arena *memory; /* of what was made of the record's header */
    surroundings inner;
    documents *within; /* of the record; NULL between two */
} crawl;

static bool begins(const beginning *look) {
    return archive_begins(look->bytes);
}

static void *open_crawl(stream *from, const surroundings *in) {
    crawl *self = mem_alloc(sizeof *self);
    *self = (crawl){.from = from, .in = in, .memory = arena_new()};
    self->archive = archive_new(from, in->limits->max_record);
    return self;
}

static void close_crawl(void *state) {
    crawl *self = state;
    documents_free(self->within);
    archive_free(&self->archive);
    arena_free(self->memory);
    buf_free(&self->body);
    stream_close(self->from);
    mem_free(self);
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const crawl *)state)->from, size);
}

/* --- what a record holds ---------------------------------------------------------------------- */

static bool holds(str text, const char *part) {
    const str wanted = str_from(part);
    bool found = false;
    for (size_t i = 0; i + wanted.size <= text.size && !found; i++) {
        found = ascii_equal((str){text.data + i, wanted.size}, wanted);
    }
    return found;
}

/* What a page is made of besides its text, of which a crawl is full. Its type is believed here
 * alone: a style sheet looks like a text. */
static bool is_trimmings(str type) {
    static const char *const TYPES[] = {"image/",     "font",       "audio/", "video/", "css",
                                        "javascript", "ecmascript", "json",   "wasm"};
    bool found = false;
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES && !found; i++) {
        found = holds(type, TYPES[i]);
    }
    return found;
}

/* What a server sent, as it was before it was cut into chunks; false where there is no document: a
 * page that is not there, or has moved. */
static bool read_answer(crawl *self, str *body, str *type) {
    if (!http_read(self->record.payload, &self->answer)) {
        self->answer = (http_response){0};
        bool other = self->record.http && !str_starts(self->record.url, STR("http"));
        return !other;
    }
    *body = self->answer.body;
    *type = header_value(self->answer.headers, "content-type");
    if (holds(header_value(self->answer.headers, "transfer-encoding"), "chunked")) {
        buf_clear(&self->body);
        *body = http_join_chunks(*body, &self->body) ? buf_str(&self->body) : *body;
    }
    return self->answer.status >= 200 && self->answer.status < 300;
}

/* gzip and zstd are known by their first bytes; deflate has none. */
static stream *body_stream(const crawl *self, str body) {
    stream *from = stream_of(body, self->in->within);
    str packed = header_value(self->answer.headers, "content-encoding");
    return ascii_equal(packed, STR("deflate"))
               ? stream_deflate(from, self->in->limits->max_ratio, self->in->within)
               : from;
}

/* Opens what the next record holds. */
static hearsay_status open_record(crawl *self, hearsay_error *error) {
    budget_begin(self->in->within);
    hearsay_status status = archive_next(&self->archive, &self->record, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    arena_free(self->memory);
    self->memory = arena_new();
    utf8_repair(self->record.url, self->memory, &self->record.url, NULL, NULL);
    str body = self->record.payload;
    str type = self->record.type;
    if (!read_answer(self, &body, &type) || body.size == 0 || is_trimmings(type)) {
        return HEARSAY_OK; /* there is nothing to read */
    }
    if (holds(header_value(self->answer.headers, "content-encoding"), "br")) {
        return error_set(error, HEARSAY_FORMAT, 0, "packed with Brotli, which is not read");
    }
    if (self->in->layers == 0) {
        return error_set(error, HEARSAY_TOO_LARGE, 0,
                         "archives in too many layers (--max-layers sets the limit)");
    }
    self->inner = (surroundings){.limits = self->in->limits,
                                 .within = self->in->within,
                                 .layers = self->in->layers - 1,
                                 .url = self->record.url,
                                 .charset = header_parameter(type, "charset")};
    self->within = documents_new(body_stream(self, body), &self->inner, HEARSAY_INPUT_AUTO);
    return HEARSAY_OK;
}

/* --- documents -------------------------------------------------------------------------------- */

static hearsay_str owned(arena *into, str given) {
    str text;
    if (given.size == 0) {
        return (hearsay_str){NULL, 0};
    }
    utf8_repair((str){str_copy(into, given), given.size}, into, &text, NULL, NULL);
    return (hearsay_str){text.data, text.size};
}

/* The day of the capture, "2014-02-16". */
static hearsay_str captured(arena *into, str date) {
    buf day = {0};
    if (date.size >= DAY_SIZE && memchr(date.data, '-', date.size) == NULL) {
        buf_printf(&day, "%.4s-%.2s-%.2s", date.data, date.data + 4, date.data + 6);
    } else {
        buf_put(&day, str_slice(date, (span){0, DAY_SIZE + 2}));
    }
    hearsay_str made = owned(into, buf_str(&day));
    buf_free(&day);
    return made;
}

/* What the record knows and the document does not say. A page was there by the day of its capture:
 * that is a date when there is no better one. */
static void complete(const crawl *self, arena *into, reading *out) {
    hearsay_metadata *about = &out->metadata;
    str language = header_value(self->answer.headers, "content-language");
    if (about->url.data == NULL) {
        about->url = owned(into, self->record.url);
    }
    if (about->date.data == NULL) {
        about->date = captured(into, self->record.date);
    }
    if (about->language.data == NULL) {
        about->language = owned(into, language);
    }
    out->made = true;
}

/* The next document of the record; HEARSAY_END where there is none, and the record is done with. */
static hearsay_status next_within(crawl *self, arena *into, reading *out, buf *place,
                                  hearsay_error *error) {
    hearsay_status status = HEARSAY_END;
    if (self->within != NULL) {
        buf_putc(place, ':');
        const size_t inner = place->size;
        status = documents_next(self->within, into, out, place, error);
        place->size -= place->size == inner; /* the whole record */
    }
    if (status == HEARSAY_END) {
        documents_free(self->within);
        self->within = NULL;
    }
    return status;
}

static hearsay_status next(void *state, arena *into, reading *out, buf *place,
                           hearsay_error *error) {
    crawl *self = state;
    hearsay_status status = HEARSAY_END;
    const size_t begin = place->size;
    while (status == HEARSAY_END) {
        status = self->within != NULL ? HEARSAY_OK : open_record(self, error);
        place->size = begin;
        buf_printf(place, "record %zu", self->archive.number);
        if (status != HEARSAY_OK) {
            break;
        }
        status = next_within(self, into, out, place, error);
    }
    if (status == HEARSAY_OK) {
        complete(self, into, out);
    } else if (error != NULL) {
        error->position = self->archive.number;
    }
    return status;
}

const format WARC_FORMAT = {.id = HEARSAY_INPUT_WARC,
                            .is_container = true,
                            .begins = begins,
                            .open = open_crawl,
                            .next = next,
                            .close = close_crawl,
                            .position = position};
