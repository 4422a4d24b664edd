#include "read/input.h"

#include "base/memory.h"
#include "read/documents.h"

#include <stdint.h>
#include <string.h>

struct input {
    documents *documents;
    hearsay_input_options limits;
    budget within;
    str name; /* what messages call it: the path, or "standard input"; owned */
};

static size_t or_else(size_t given, size_t otherwise) {
    return given > 0 ? given : otherwise;
}

/* What is not given is as hearsay.h says. */
static hearsay_input_options limits_of(const hearsay_input_options *options) {
    hearsay_input_options given = options != NULL ? *options : (hearsay_input_options){0};
    given.max_size = or_else(given.max_size, HEARSAY_MAX_SIZE);
    size_t record = given.max_size < SIZE_MAX / 4 ? given.max_size * 4 : SIZE_MAX;
    given.max_record = or_else(given.max_record, record);
    given.max_ratio = or_else(given.max_ratio, HEARSAY_MAX_RATIO);
    given.max_layers = or_else(given.max_layers, HEARSAY_MAX_LAYERS);
    given.max_seconds = or_else(given.max_seconds, HEARSAY_MAX_SECONDS);
    return given;
}

static str own_copy(const char *name) {
    size_t size = strlen(name);
    return (str){memcpy(mem_alloc(size + 1), name, size + 1), size};
}

hearsay_status input_open(const char *path, const hearsay_input_options *options, input **out,
                          hearsay_error *error) {
    if (path == NULL || (options != NULL && (unsigned)options->format > HEARSAY_INPUT_HTML)) {
        return error_set(error, HEARSAY_INVALID, 0, "no path, or no such input format");
    }
    const char *name = strcmp(path, "-") == 0 ? "standard input" : path;
    input *self = mem_alloc(sizeof *self);
    *self = (input){.limits = limits_of(options)};
    self->within = (budget){.seconds = self->limits.max_seconds, .begun = budget_clock()};
    hearsay_error why;
    stream *opened;
    hearsay_status status = stream_open(path, &self->within, &opened, &why);
    if (status != HEARSAY_OK) {
        mem_free(self);
        return error_set(error, status, 0, "%s: %s", name, why.message);
    }
    self->name = own_copy(name);
    const surroundings in = {.limits = &self->limits,
                             .within = &self->within,
                             .name = self->name,
                             .layers = self->limits.max_layers};
    self->documents = documents_new(opened, &in, self->limits.format);
    *out = self;
    return HEARSAY_OK;
}

void input_close(input *self) {
    if (self != NULL) {
        documents_free(self->documents);
        mem_free((char *)self->name.data);
        mem_free(self);
    }
}

size_t input_position(const input *self, size_t *size) {
    return documents_position(self->documents, size);
}

hearsay_status input_next(input *self, arena *into, reading *out, str *origin,
                          hearsay_error *error) {
    buf place = {0};
    hearsay_error why = {.message = ""};
    buf_put(&place, self->name);
    size_t named = place.size;
    buf_putc(&place, ':');
    budget_begin(&self->within);
    hearsay_status status = documents_next(self->documents, into, out, &place, &why);
    place.size -= place.size == named + 1; /* the whole file */
    str where = buf_str(&place);
    if (status == HEARSAY_OK) {
        *origin = (str){str_copy(into, where), where.size};
    } else if (status != HEARSAY_END) {
        error_set(error, status, why.position, "%.*s: %s", (int)where.size, where.data,
                  why.message);
    }
    buf_free(&place);
    return status;
}
