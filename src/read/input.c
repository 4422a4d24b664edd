#include "read/input.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "read/stream.h"

#include <stdint.h>
#include <string.h>

enum { LOOK_SIZE = 8192 }; /* bytes by which a file is judged */

/* A line may be longer than its text: as most programs write JSON, a character of two bytes takes
 * six; and there is metadata. */
enum { ESCAPES = 3, METADATA_MAX = 1 << 20 };

struct input {
    stream *stream;
    hearsay_input_format format; /* AUTO before the first bytes were seen */
    size_t max_size;             /* bytes of text */
    size_t line;                 /* the last one that was read, from 1 */
    size_t searched;             /* bytes ahead that hold no line break */
    bool begun, ended;
    bool guessed; /* lines of JSON by what the file begins with alone, and none is read yet */
};

hearsay_status input_open(const char *path, const hearsay_input_options *options, input **out,
                          hearsay_error *error) {
    hearsay_input_options given = options != NULL ? *options : (hearsay_input_options){0};
    if (path == NULL || (unsigned)given.format > HEARSAY_INPUT_JSONL) {
        return error_set(error, HEARSAY_INVALID, 0, "no path, or no such input format");
    }
    stream *opened;
    hearsay_status status = stream_open(path, &opened, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    *out = mem_alloc(sizeof **out);
    **out = (input){.stream = opened,
                    .format = given.format,
                    .max_size = given.max_size > 0 ? given.max_size : HEARSAY_MAX_SIZE};
    return HEARSAY_OK;
}

void input_close(input *self) {
    if (self != NULL) {
        stream_close(self->stream);
        mem_free(self);
    }
}

size_t input_position(const input *self, size_t *size) {
    return stream_position(self->stream, size);
}

static hearsay_status too_large(const input *self, const char *what, hearsay_error *error) {
    const char *name = stream_name(self->stream);
    size_t mega = self->max_size >> 20;
    bool even = self->max_size == mega << 20;
    return self->line > 0
               ? error_set(error, HEARSAY_TOO_LARGE, self->line,
                           "%s:%zu: %s than %zu %s (--max-size sets the limit)", name, self->line,
                           what, even ? mega : self->max_size, even ? "MB" : "bytes")
               : error_set(error, HEARSAY_TOO_LARGE, 0,
                           "%s: %s than %zu %s (--max-size sets the limit)", name, what,
                           even ? mega : self->max_size, even ? "MB" : "bytes");
}

/* --- what kind of file it is ------------------------------------------------------------------ */

static bool has_ending(str name, str ending) {
    return name.size > ending.size &&
           ascii_equal(str_slice(name, (span){name.size - ending.size, name.size}), ending);
}

static size_t past_space(str text, size_t at, const char *space) {
    while (at < text.size && text.data[at] != '\0' && strchr(space, text.data[at]) != NULL) {
        at++;
    }
    return at;
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
static hearsay_status find_format(input *self, str look, hearsay_error *error) {
    const char *name = stream_name(self->stream);
    bool named =
        has_ending(str_from(name), STR(".jsonl")) || has_ending(str_from(name), STR(".ndjson"));
    if (named || begins_object(look, " \t")) {
        self->format = HEARSAY_INPUT_JSONL;
        self->guessed = !named;
        return HEARSAY_OK;
    }
    if (begins_object(look, " \t\r\n") || begins_array_of_objects(look)) {
        return error_set(error, HEARSAY_FORMAT, 0,
                         "%s: JSON, but not one document a line (jq -c makes it so; --input=text "
                         "reads it as a text)",
                         name);
    }
    self->format = HEARSAY_INPUT_TEXT;
    return HEARSAY_OK;
}

/* Whether there is enough to judge by: no waiting for more than a line from a live stream. */
static bool is_enough(str ahead) {
    size_t at = past_space(ahead, 0, " \t\r\n");
    return ahead.size >= LOOK_SIZE ||
           (at < ahead.size && memchr(ahead.data + at, '\n', ahead.size - at) != NULL);
}

/* Looks at the beginning; on failure there is nothing more to read. */
static hearsay_status begin(input *self, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK && !is_enough(stream_ahead(self->stream))) {
        status = stream_fill(self->stream, error);
    }
    if (status == HEARSAY_IO) {
        return status;
    }
    const char *what;
    if (!read_is_text(stream_ahead(self->stream), &what)) {
        return error_set(error, HEARSAY_FORMAT, 0, "%s: not text but %s", stream_name(self->stream),
                         what);
    }
    self->begun = true;
    return self->format == HEARSAY_INPUT_AUTO ? find_format(self, stream_ahead(self->stream), error)
                                              : HEARSAY_OK;
}

/* --- text ------------------------------------------------------------------------------------- */

static hearsay_status next_text(input *self, arena *into, reading *out, str *origin,
                                hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    self->ended = true; /* whatever comes of it */
    while (status == HEARSAY_OK) {
        if (stream_ahead(self->stream).size > self->max_size) {
            return too_large(self, "larger", error);
        }
        status = stream_fill(self->stream, error);
    }
    if (status != HEARSAY_END) {
        return status;
    }
    str all = stream_ahead(self->stream);
    str kept = {arena_copy(into, all.data, all.size), all.size};
    stream_take(self->stream, all.size);
    read_text(into, kept, out);
    *origin = str_from(stream_name(self->stream));
    origin->data = str_copy(into, *origin);
    return HEARSAY_OK;
}

/* --- lines ------------------------------------------------------------------------------------ */

static size_t line_limit(const input *self) {
    return self->max_size < (SIZE_MAX - METADATA_MAX) / ESCAPES
               ? self->max_size * ESCAPES + METADATA_MAX
               : SIZE_MAX;
}

/* Sees to it that a whole line is ahead, or the last one, and gives its size with and without its
 * line break. HEARSAY_END where there is nothing; HEARSAY_TOO_LARGE where the line is: it is not
 * kept then, and `*whole` is what is left of it. */
static hearsay_status find_line(input *self, size_t *size, size_t *whole, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    bool large = false;
    for (;;) {
        str ahead = stream_ahead(self->stream);
        size_t rest = ahead.size - self->searched;
        const char *stop = rest > 0 ? memchr(ahead.data + self->searched, '\n', rest) : NULL;
        self->searched = ahead.size;
        if (stop != NULL || status == HEARSAY_END) {
            *size = stop != NULL ? (size_t)(stop - ahead.data) : ahead.size;
            *whole = stop != NULL ? *size + 1 : *size;
            large = large || *size > line_limit(self);
            return large ? HEARSAY_TOO_LARGE : *whole > 0 ? HEARSAY_OK : HEARSAY_END;
        }
        if (status != HEARSAY_OK) {
            return status;
        }
        if (large || ahead.size > line_limit(self)) {
            large = true;
            stream_take(self->stream, ahead.size);
            self->searched = 0;
        }
        status = stream_fill(self->stream, error);
    }
}

/* Where files were joined, each may begin with a byte order mark. */
static str past_byte_order_mark(str line) {
    const str mark = STR("\xEF\xBB\xBF");
    return str_starts(line, mark) ? str_slice(line, (span){mark.size, line.size}) : line;
}

static bool is_empty(str line) {
    return past_space(line, 0, " \t\r\v\f") == line.size;
}

static hearsay_status read_line(input *self, str line, arena *into, reading *out, str *origin,
                                hearsay_error *error) {
    hearsay_error inner;
    const char *name = stream_name(self->stream);
    hearsay_status status = read_json_line(into, line, out, &inner);
    bool guessed = self->guessed;
    self->guessed = false;
    if (status != HEARSAY_OK) {
        bool text = guessed && inner.position > 0; /* where it is not JSON */
        return error_set(error, status, self->line, "%s:%zu: %s%s", name, self->line, inner.message,
                         text ? " (a text? --input=text reads it)" : "");
    }
    if (out->view.text.size > self->max_size) {
        return too_large(self, "a text larger", error);
    }
    buf named = {0};
    buf_printf(&named, "%s:%zu", name, self->line);
    *origin = (str){str_copy(into, buf_str(&named)), named.size};
    buf_free(&named);
    return HEARSAY_OK;
}

static hearsay_status next_line(input *self, arena *into, reading *out, str *origin,
                                hearsay_error *error) {
    for (;;) {
        size_t size = 0;
        size_t whole = 0;
        hearsay_status status = find_line(self, &size, &whole, error);
        if (status != HEARSAY_OK && status != HEARSAY_TOO_LARGE) {
            self->ended = true;
            return status;
        }
        self->line++;
        self->searched = 0;
        str line = past_byte_order_mark(str_slice(stream_ahead(self->stream), (span){0, size}));
        bool skipped = status == HEARSAY_OK && is_empty(line);
        if (status == HEARSAY_TOO_LARGE) {
            status = too_large(self, "a line larger", error);
        } else if (!skipped) {
            status = read_line(self, line, into, out, origin, error);
        }
        stream_take(self->stream, whole);
        if (!skipped) {
            return status;
        }
    }
}

hearsay_status input_next(input *self, arena *into, reading *out, str *origin,
                          hearsay_error *error) {
    if (self->ended) {
        return HEARSAY_END;
    }
    hearsay_status status = self->begun ? HEARSAY_OK : begin(self, error);
    if (status != HEARSAY_OK) {
        self->ended = true;
        return status;
    }
    return self->format == HEARSAY_INPUT_JSONL ? next_line(self, into, out, origin, error)
                                               : next_text(self, into, out, origin, error);
}
