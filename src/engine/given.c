#include "engine/given.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "engine/document.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    json_t *object; /* owned */
    str id;         /* in the object */
} given_document;

struct hearsay_relations {
    VEC(given_document) documents; /* by id */
    char *path;                    /* for messages */
};

/* --- the file --------------------------------------------------------------------------------- */

static int by_id(const void *left, const void *right) {
    const str a = ((const given_document *)left)->id, b = ((const given_document *)right)->id;
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
    return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
}

static hearsay_status take_line(hearsay_relations *self, str line, size_t number,
                                hearsay_error *error) {
    json_error_t why;
    json_t *object = json_loadb(line.data, line.size, JSON_ALLOW_NUL, &why);
    const json_t *id = json_object_get(object, "id");
    const char *lacks = object == NULL        ? "not JSON"
                        : !json_is_string(id) ? "no \"id\""
                        : !json_is_array(json_object_get(object, "statements"))
                            ? "no \"statements\""
                            : NULL;
    if (lacks != NULL) {
        json_decref(object);
        return error_set(error, HEARSAY_FORMAT, number, "%s:%zu: %s", self->path, number, lacks);
    }
    given_document new = {object, {json_string_value(id), json_string_length(id)}};
    vec_push(&self->documents, new);
    return HEARSAY_OK;
}

static hearsay_status take_lines(hearsay_relations *self, str rest, hearsay_error *error) {
    for (size_t number = 1; rest.size > 0; number++) {
        const char *end = memchr(rest.data, '\n', rest.size);
        size_t size = end != NULL ? (size_t)(end - rest.data) : rest.size;
        hearsay_status status = HEARSAY_OK;
        if (strspn(rest.data, " \t\r") < size) {
            status = take_line(self, (str){rest.data, size}, number, error);
        }
        if (status != HEARSAY_OK) {
            return status;
        }
        rest = str_slice(rest, (span){end != NULL ? size + 1 : size, rest.size});
    }
    return HEARSAY_OK;
}

hearsay_status hearsay_relations_open(const char *path, hearsay_relations **relations,
                                      hearsay_error *error) {
    if (path == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "no file of relations is named");
    }
    buf bytes = {0};
    hearsay_status status = file_read(path, SIZE_MAX, &bytes, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_relations *self = mem_alloc(sizeof *self);
    *self = (hearsay_relations){.path = mem_alloc(strlen(path) + 1)};
    strcpy(self->path, path); // NOLINT: just as large
    status = take_lines(self, buf_str(&bytes), error);
    buf_free(&bytes);
    if (status != HEARSAY_OK) {
        hearsay_relations_close(self);
        return status;
    }
    if (self->documents.count > 0) {
        qsort(self->documents.items, self->documents.count, sizeof *self->documents.items, by_id);
    }
    *relations = self;
    return HEARSAY_OK;
}

void hearsay_relations_close(hearsay_relations *self) {
    if (self == NULL) {
        return;
    }
    for (size_t i = 0; i < self->documents.count; i++) {
        json_decref(self->documents.items[i].object);
    }
    vec_free(&self->documents);
    mem_free(self->path);
    mem_free(self);
}

/* --- a document ------------------------------------------------------------------------------- */

/* What is at work while a document is given its relations. */
typedef struct {
    const char *path;
    hearsay_document *document;
    const json_t *statements; /* an array */
    size_t at;                /* the statement at hand */
    relation_list made;
    hearsay_error *error;
} giving;

/* Names the document and the statement: by its id or, where it has none, its place from 1. */
__attribute__((format(printf, 2, 3))) static hearsay_status refuse(giving *self, const char *format,
                                                                   ...) {
    char what[160];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    char place[32];
    snprintf(place, sizeof place, "%zu", self->at + 1);
    const char *id =
        json_string_value(json_object_get(json_array_get(self->statements, self->at), "id"));
    hearsay_str document = self->document->reading.metadata.id;
    return error_set(self->error, HEARSAY_FORMAT, 0, "%s: document %.*s, statement %s: %s",
                     self->path, (int)document.size, document.data, id != NULL ? id : place, what);
}

/* One [start, end) in code points -> bytes of the shown text. */
static hearsay_status take_span(giving *self, const char *key, const json_t *pair, span *out) {
    const json_t *start = json_array_get(pair, 0), *end = json_array_get(pair, 1);
    if (json_array_size(pair) != 2 || !json_is_integer(start) || !json_is_integer(end)) {
        return refuse(self, "\"%s\" is not a list of [start, end]", key);
    }
    const json_int_t from = json_integer_value(start), to = json_integer_value(end);
    const offsets *at = document_offsets(self->document);
    const size_t size = self->document->reading.view.text.size;
    span part = {from >= 0 ? offsets_position(at, (size_t)from) : SIZE_MAX,
                 to >= 0 ? offsets_position(at, (size_t)to) : SIZE_MAX};
    if (from >= to || part.begin > size || part.end > size) {
        return refuse(self,
                      "\"%s\" [%" JSON_INTEGER_FORMAT ", %" JSON_INTEGER_FORMAT
                      "] is not in the text, which has %zu code points",
                      key, from, to, offsets_at(at, size));
    }
    *out = view_shown(&self->document->reading.view, part);
    return HEARSAY_OK;
}

static int by_begin(const void *left, const void *right) {
    const span *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* Spans of which nothing is shown are left out; a missing list is an empty one. */
static hearsay_status take_spans(giving *self, const char *key, span_list *out) {
    const json_t *list = json_object_get(json_array_get(self->statements, self->at), key);
    if (list != NULL && !json_is_array(list)) {
        return refuse(self, "\"%s\" is not a list of [start, end]", key);
    }
    out->items = arena_array(self->document->memory, span, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        span part = {0, 0};
        hearsay_status status = take_span(self, key, json_array_get(list, i), &part);
        if (status != HEARSAY_OK) {
            return status;
        }
        if (part.begin < part.end) {
            out->items[out->count++] = part;
        }
    }
    if (out->count > 0) {
        qsort(out->items, out->count, sizeof *out->items, by_begin);
    }
    return HEARSAY_OK;
}

static hearsay_status take_statement(giving *self, json_t *places) {
    const json_t *from = json_array_get(self->statements, self->at);
    relation *out = &self->made.items[self->at];
    *out = (relation){.confidence = 1};
    if (!json_is_object(from)) {
        return refuse(self, "not an object");
    }
    const json_t *id = json_object_get(from, "id");
    if (json_is_string(id)) {
        if (json_object_get(places, json_string_value(id)) != NULL) {
            return refuse(self, "another one has the same id");
        }
        out->id = str_copy(self->document->memory, str_from(json_string_value(id)));
        json_object_set_new(places, out->id, json_integer((json_int_t)self->at + 1));
    }
    hearsay_status status = take_spans(self, "source", &out->source);
    status = status == HEARSAY_OK ? take_spans(self, "cue", &out->cue) : status;
    status = status == HEARSAY_OK ? take_spans(self, "content", &out->content) : status;
    if (status == HEARSAY_OK && out->content.count == 0 && out->cue.count == 0) {
        return refuse(self, "neither cue nor content");
    }
    return status;
}

static hearsay_status take_parent(giving *self, const json_t *places) {
    const json_t *from = json_array_get(self->statements, self->at);
    const json_t *parent = json_object_get(from, "parent");
    if (parent == NULL || json_is_null(parent)) {
        return HEARSAY_OK;
    }
    const json_t *place =
        json_is_string(parent) ? json_object_get(places, json_string_value(parent)) : NULL;
    if (place == NULL) {
        return refuse(self, "\"parent\" is not the id of a statement of the document");
    }
    self->made.items[self->at].parent = (size_t)json_integer_value(place);
    return HEARSAY_OK;
}

/* Nothing lies within itself. Every statement is walked over once. */
static hearsay_status check_parents(giving *self) {
    enum { UNSEEN, ON_THE_WAY, DONE };
    const size_t count = self->made.count;
    unsigned char *state = mem_alloc(count + 1);
    memset(state, UNSEEN, count);
    hearsay_status status = HEARSAY_OK;
    for (self->at = 0; self->at < count && status == HEARSAY_OK; self->at++) {
        size_t i = self->at;
        while (state[i] == UNSEEN) {
            state[i] = ON_THE_WAY;
            i = self->made.items[i].parent > 0 ? self->made.items[i].parent - 1 : i;
        }
        if (state[i] == ON_THE_WAY && self->made.items[i].parent > 0) {
            status = refuse(self, "lies within itself");
        }
        for (i = self->at; state[i] == ON_THE_WAY;) {
            state[i] = DONE;
            i = self->made.items[i].parent > 0 ? self->made.items[i].parent - 1 : i;
        }
    }
    mem_free(state);
    return status;
}

static hearsay_status take_all(giving *self) {
    json_t *places = json_object(); /* of the statements, from 1, by id */
    hearsay_status status = HEARSAY_OK;
    for (self->at = 0; self->at < self->made.count && status == HEARSAY_OK; self->at++) {
        status = take_statement(self, places);
    }
    for (self->at = 0; self->at < self->made.count && status == HEARSAY_OK; self->at++) {
        status = take_parent(self, places);
    }
    json_decref(places);
    return status == HEARSAY_OK ? check_parents(self) : status;
}

hearsay_status hearsay_relations_give(const hearsay_relations *self, hearsay_document *document,
                                      hearsay_error *error) {
    const given_document wanted = {NULL, inner_str(document->reading.metadata.id)};
    const given_document *found =
        self->documents.count > 0 ? bsearch(&wanted, self->documents.items, self->documents.count,
                                            sizeof *self->documents.items, by_id)
                                  : NULL;
    if (found == NULL) {
        return error_set(error, HEARSAY_FORMAT, 0, "%s: nothing of document %.*s", self->path,
                         (int)wanted.id.size, wanted.id.data);
    }
    giving at_work = {.path = self->path,
                      .document = document,
                      .statements = json_object_get(found->object, "statements"),
                      .error = error};
    at_work.made.count = json_array_size(at_work.statements);
    at_work.made.items = arena_array(document->memory, relation, at_work.made.count);
    hearsay_status status = take_all(&at_work);
    if (status == HEARSAY_OK) {
        document->given = arena_copy(document->memory, &at_work.made, sizeof at_work.made);
    }
    return status;
}

/* --- reading ---------------------------------------------------------------------------------- */

void given_relations(const relation_list *given, const segmentation *text, arena *into,
                     relation_list *out) {
    out->count = given->count;
    out->items = arena_array(into, relation, given->count);
    for (size_t i = 0; i < given->count; i++) {
        out->items[i] = given->items[i];
        const span_list content = given->items[i].content;
        out->items[i].quoted = segment_quoted(text, content.items, content.count);
    }
}

static span_list shown_spans(hearsay_spans from, const view *page, arena *into) {
    span_list list = {arena_array(into, span, from.count), 0};
    for (size_t i = 0; i < from.count; i++) {
        span part = view_shown(page, (span){from.items[i].begin, from.items[i].end});
        if (part.begin < part.end) {
            list.items[list.count++] = part;
        }
    }
    return list;
}

void given_own(hearsay_document *document) {
    const findings *found = &document->found;
    const view *page = &document->reading.view;
    arena *into = document->memory;
    if (found->memory == NULL) {
        return;
    }
    relation_list made = {arena_array(into, relation, found->statement_count),
                          found->statement_count};
    for (size_t i = 0; i < made.count; i++) {
        const hearsay_statement *from = &found->statements[i];
        made.items[i] = (relation){
            .source = shown_spans(from->source, page, into),
            .cue = shown_spans(from->cue, page, into),
            .content = shown_spans(from->content, page, into),
            .confidence = from->confidence,
            .id = str_copy(into, str_from(from->id)),
            .parent = from->parent != HEARSAY_NO_PARENT ? from->parent + 1 : 0,
        };
    }
    document->given = arena_copy(into, &made, sizeof made);
}
