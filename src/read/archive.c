#include "read/archive.h"

#include "base/ascii.h"
#include "read/headers.h"

#include <stdint.h>
#include <string.h>

enum {
    HEADER_MAX = 64 << 10, /* bytes of a record's header, and of a line in it */
    DATE_DIGITS = 12,      /* of an ARC record's date, at least */
    ARC_FIELDS = 32 /* words of an ARC record's header, at most: an address may hold spaces */
};

/* --- what begins a record --------------------------------------------------------------------- */

static bool is_warc_line(str line) {
    return str_starts(line, STR("WARC/")) && line.size > 5 && ascii_is_digit(line.data[5]);
}

/* The header of an ARC record is "address IP date type length" or, in version 2, longer. */
typedef struct {
    str url, date, type, length;
} arc_line;

static bool is_number(str word, size_t digits) {
    bool number = word.size >= digits;
    for (size_t i = 0; i < word.size && number; i++) {
        number = ascii_is_digit(word.data[i]);
    }
    return number;
}

static bool read_arc_line(str line, arc_line *out) {
    span words[ARC_FIELDS];
    size_t count = 0;
    for (size_t at = 0; at < line.size && count < ARC_FIELDS;) {
        size_t end = at;
        while (end < line.size && line.data[end] != ' ') {
            end++;
        }
        words[count++] = (span){at, end};
        at = end + 1;
    }
    for (size_t i = 2; i + 2 < count; i++) {
        str date = str_slice(line, words[i]);
        const str url = str_slice(line, (span){0, words[i - 1].begin - 1});
        if (is_number(date, DATE_DIGITS) && memchr(url.data, ':', url.size) != NULL) {
            *out = (arc_line){.url = url,
                              .date = date,
                              .type = str_slice(line, words[i + 1]),
                              .length = str_slice(line, words[count - 1])};
            return true;
        }
    }
    return false;
}

static bool is_beginning(str line) {
    return is_warc_line(line) || read_arc_line(line, &(arc_line){0});
}

bool archive_begins(str bytes) {
    const char *stop = bytes.size > 0 ? memchr(bytes.data, '\n', bytes.size) : NULL;
    str line = str_slice(bytes, (span){0, stop != NULL ? (size_t)(stop - bytes.data) : bytes.size});
    return is_warc_line(line) ||
           (str_starts(line, STR("filedesc://")) && read_arc_line(line, &(arc_line){0}));
}

archive archive_new(stream *from, size_t limit) {
    return (archive){.from = from, .lines = {.from = from, .limit = HEADER_MAX}, .limit = limit};
}

void archive_free(archive *self) {
    buf_free(&self->header);
    buf_free(&self->payload);
}

/* --- headers ---------------------------------------------------------------------------------- */

static str without_return(str line) {
    line.size -= line.size > 0 && line.data[line.size - 1] == '\r';
    return line;
}

/* The line with which the next record begins. Behind a damage, all lines that do not begin one are
 * passed over; elsewhere there are but empty ones. */
static hearsay_status find_record(archive *self, str *line, hearsay_error *error) {
    for (;;) {
        hearsay_status status = lines_next(&self->lines, line, error);
        if (status != HEARSAY_OK) {
            return status;
        }
        *line = without_return(*line);
        bool empty = line->size == 0 && !self->lines.large;
        if (is_beginning(*line)) {
            self->lost = false;
            self->number++;
            return HEARSAY_OK;
        }
        if (!empty && !self->lost) {
            self->lost = true;
            return error_set(error, HEARSAY_FORMAT, 0,
                             self->number > 0 ? "longer than its header says"
                                              : "no record where the first should be");
        }
    }
}

/* The lines up to an empty one, into `header`. */
static hearsay_status read_header(archive *self, hearsay_error *error) {
    str line;
    hearsay_status status;
    while ((status = lines_next(&self->lines, &line, error)) == HEARSAY_OK) {
        if (self->lines.large || self->header.size > HEADER_MAX) {
            self->lost = true;
            return error_set(error, HEARSAY_FORMAT, 0, "a header larger than %d bytes", HEADER_MAX);
        }
        if (without_return(line).size == 0) {
            return HEARSAY_OK;
        }
        buf_put(&self->header, line);
        buf_putc(&self->header, '\n');
    }
    return status == HEARSAY_END ? error_set(error, HEARSAY_FORMAT, 0, "cut off in its header")
                                 : status;
}

static bool read_length(str written, size_t *length) {
    *length = 0;
    for (size_t i = 0; i < written.size; i++) {
        if (!ascii_is_digit(written.data[i]) || *length > SIZE_MAX / 16) {
            return false;
        }
        *length = *length * 10 + (size_t)(written.data[i] - '0');
    }
    return written.size > 0;
}

/* --- payloads --------------------------------------------------------------------------------- */

static hearsay_status cut_off(size_t missing, hearsay_error *error) {
    return error_set(error, HEARSAY_FORMAT, 0, "cut off: %zu bytes are missing", missing);
}

static hearsay_status pass_payload(archive *self, size_t length, hearsay_error *error) {
    size_t left = length;
    while (left > 0) {
        size_t ahead = stream_ahead(self->from).size;
        size_t some = ahead < left ? ahead : left;
        stream_take(self->from, some);
        left -= some;
        hearsay_status status = left > 0 ? stream_fill(self->from, error) : HEARSAY_OK;
        if (status != HEARSAY_OK) {
            return status == HEARSAY_END ? cut_off(left, error) : status;
        }
    }
    return HEARSAY_OK;
}

static hearsay_status take_payload(archive *self, size_t length, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK && stream_ahead(self->from).size < length) {
        status = stream_fill(self->from, error);
    }
    str ahead = stream_ahead(self->from);
    if (status == HEARSAY_END && ahead.size < length) {
        self->missing = length - ahead.size;
        length = ahead.size;
    }
    if (status != HEARSAY_OK && status != HEARSAY_END) {
        return status;
    }
    buf_clear(&self->payload);
    buf_put(&self->payload, str_slice(ahead, (span){0, length}));
    stream_take(self->from, length);
    return HEARSAY_OK;
}

/* --- records ---------------------------------------------------------------------------------- */

/* Whether it is of a type that holds what was found at an address. */
static bool is_wanted(const archive_record *record, str warc_type) {
    static const str TYPES[] = {{"response", 8}, {"resource", 8}, {"conversion", 10}};
    bool wanted = warc_type.data == NULL; /* ARC */
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        wanted = wanted || ascii_equal(warc_type, TYPES[i]);
    }
    return wanted && record->url.size > 0 && !str_starts(record->url, STR("filedesc:")) &&
           !str_starts(record->url, STR("dns:")) &&
           !str_starts(record->url, STR("metadata:")); /* what wget writes of its own work */
}

/* wget writes the address in angle brackets. */
static str without_brackets(str url) {
    bool bracketed = url.size > 2 && url.data[0] == '<' && url.data[url.size - 1] == '>';
    return bracketed ? str_slice(url, (span){1, url.size - 1}) : url;
}

/* Reads the header that begins with `line`. */
static hearsay_status read_about(archive *self, str line, archive_record *out, str *warc_type,
                                 str *length, hearsay_error *error) {
    buf_clear(&self->header);
    if (!is_warc_line(line)) {
        arc_line told = {0};
        buf_put(&self->header, line);
        read_arc_line(buf_str(&self->header), &told);
        *out =
            (archive_record){.url = told.url, .date = told.date, .type = told.type, .http = true};
        *length = told.length;
        return HEARSAY_OK;
    }
    hearsay_status status = read_header(self, error);
    const str header = buf_str(&self->header);
    *warc_type = header_value(header, "warc-type");
    *length = header_value(header, "content-length");
    *out = (archive_record){.url = without_brackets(header_value(header, "warc-target-uri")),
                            .date = header_value(header, "warc-date"),
                            .type = header_value(header, "content-type"),
                            .http = ascii_equal(*warc_type, STR("response"))};
    return status;
}

static hearsay_status read_record(archive *self, archive_record *out, bool *wanted,
                                  hearsay_error *error) {
    str line;
    str warc_type = {NULL, 0};
    str written = {NULL, 0};
    size_t length;
    *wanted = false;
    hearsay_status status = find_record(self, &line, error);
    if (status == HEARSAY_OK) {
        status = read_about(self, line, out, &warc_type, &written, error);
    }
    if (status != HEARSAY_OK) {
        return status;
    }
    lines_pass(&self->lines);
    if (!read_length(written, &length)) {
        self->lost = true;
        return error_set(error, HEARSAY_FORMAT, 0, "a record that does not say how long it is");
    }
    *wanted = is_wanted(out, warc_type);
    if (*wanted && length > self->limit) {
        status = pass_payload(self, length, error);
        return status != HEARSAY_OK ? status
                                    : stream_too_large("a record larger", self->limit,
                                                       "--max-size sets a quarter of it", error);
    }
    return *wanted ? take_payload(self, length, error) : pass_payload(self, length, error);
}

hearsay_status archive_next(archive *self, archive_record *out, hearsay_error *error) {
    hearsay_status status = self->ended ? HEARSAY_END : HEARSAY_OK;
    bool wanted = false;
    if (self->missing > 0) {
        status = cut_off(self->missing, error);
        self->missing = 0;
    }
    while (status == HEARSAY_OK && !wanted) {
        status = read_record(self, out, &wanted, error);
    }
    out->payload = buf_str(&self->payload);
    if (status == HEARSAY_FORMAT) { /* also where bytes of a packed file are lost */
        self->lost = true;
    } else if (status == HEARSAY_IO) {
        self->ended = true;
    }
    return status;
}
