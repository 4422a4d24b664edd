/* JSON lines: a document a line. */
#include "base/ascii.h"
#include "base/memory.h"
#include "read/format.h"
#include "read/lines.h"
#include "read/space.h"

#include <stdint.h>

/* A line may be longer than its text: as most programs write JSON, a character of two bytes takes
 * six; and there is metadata. */
enum { ESCAPES = 3, METADATA_MAX = 1 << 20 };

typedef struct {
    stream *from;
    lines lines;
    const surroundings *in;
    bool guessed; /* lines of JSON by what the file begins with alone, and none is read yet */
    bool ended;
} json_lines;

/* --- what it begins with ---------------------------------------------------------------------- */

static bool has_ending(str name, str ending) {
    return name.size > ending.size &&
           ascii_equal(str_slice(name, (span){name.size - ending.size, name.size}), ending);
}

static bool is_named(str name) {
    return has_ending(name, STR(".jsonl")) || has_ending(name, STR(".ndjson"));
}

/* Whether `{` and a key (or the end of an empty object) come first, apart from `space`. */
static bool begins_object(str text, const char *space) {
    size_t at = past_space(text, 0, " \t\r\n");
    if (at == text.size || text.data[at] != '{') {
        return false;
    }
    at = past_space(text, at + 1, space);
    return at < text.size && (text.data[at] == '"' || text.data[at] == '}');
}

static bool begins_array_of_objects(str text) {
    size_t at = past_space(text, 0, " \t\r\n");
    return at < text.size && text.data[at] == '[' &&
           begins_object(str_slice(text, (span){at + 1, text.size}), " \t\r\n");
}

/* Prose does not begin as JSON does, so its first characters tell; to parse the first line would
 * make text of lines whose first one is broken. */
static bool begins(const beginning *look) {
    return is_named(look->name) || begins_object(look->bytes, " \t");
}

/* --- lines ------------------------------------------------------------------------------------ */

static void *open_lines(stream *from, const surroundings *in) {
    size_t most = in->limits->max_size;
    size_t limit =
        most < (SIZE_MAX - METADATA_MAX) / ESCAPES ? most * ESCAPES + METADATA_MAX : SIZE_MAX;
    json_lines *self = mem_alloc(sizeof *self);
    *self = (json_lines){.from = stream_decoded(from, in->within),
                         .in = in,
                         .guessed = in->guessed && !is_named(in->name)};
    self->lines = (lines){.from = self->from, .limit = limit};
    return self;
}

static void close_lines(void *state) {
    json_lines *self = state;
    stream_close(self->from);
    mem_free(self);
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const json_lines *)state)->from, size);
}

/* Where files were joined, each may begin with a byte order mark. */
static str past_byte_order_mark(str line) {
    const str mark = STR("\xEF\xBB\xBF");
    return str_starts(line, mark) ? str_slice(line, (span){mark.size, line.size}) : line;
}

static bool is_empty(str line) {
    return past_space(line, 0, " \t\r\v\f") == line.size;
}

static hearsay_status read_line(json_lines *self, str line, arena *into, reading *out,
                                hearsay_error *error) {
    hearsay_error inner;
    size_t most = self->in->limits->max_size;
    hearsay_status status = read_json_line(into, line, out, &inner);
    bool guessed = self->guessed;
    self->guessed = false;
    if (status != HEARSAY_OK) {
        bool text = guessed && inner.position > 0; /* where it is not JSON */
        return error_set(error, status, self->lines.number, "%s%s", inner.message,
                         text ? " (a text? --input=text reads it)" : "");
    }
    return out->view.text.size > most
               ? stream_too_large("a text larger", most, "--max-size sets the limit", error)
               : HEARSAY_OK;
}

static hearsay_status next(void *state, arena *into, reading *out, buf *place,
                           hearsay_error *error) {
    json_lines *self = state;
    hearsay_status status;
    str line = {NULL, 0};
    do {
        status = self->ended ? HEARSAY_END : lines_next(&self->lines, &line, error);
        line = past_byte_order_mark(line);
    } while (status == HEARSAY_OK && !self->lines.large && is_empty(line));
    if (status != HEARSAY_OK) {
        self->ended = true;
        return status;
    }
    buf_printf(place, "%zu", self->lines.number);
    status = self->lines.large ? stream_too_large("a line larger", self->in->limits->max_size,
                                                  "--max-size sets the limit", error)
                               : read_line(self, line, into, out, error);
    if (status != HEARSAY_OK && error != NULL) {
        error->position = self->lines.number;
    }
    return status;
}

const format JSONL_FORMAT = {.id = HEARSAY_INPUT_JSONL,
                             .begins = begins,
                             .open = open_lines,
                             .next = next,
                             .close = close_lines,
                             .position = position};

/* --- JSON that is not one document a line ----------------------------------------------------- */

static bool begins_json(const beginning *look) {
    return begins_object(look->bytes, " \t\r\n") || begins_array_of_objects(look->bytes);
}

static hearsay_status refuse(arena *into, str bytes, const surroundings *in, reading *out,
                             hearsay_error *error) {
    (void)into;
    (void)bytes;
    (void)in;
    (void)out;
    return error_set(error, HEARSAY_FORMAT, 0,
                     "JSON, but not one document a line (jq -c makes it so; --input=text reads it "
                     "as a text)");
}

const format JSON_FORMAT = {.id = HEARSAY_INPUT_AUTO, .begins = begins_json, .read = refuse};
