/* hearsay-speakers ABBREVIATIONS FILE.jsonl: who the sources of given relations stand for, for
 * measuring that alone. A line is a document with "id", "text" and "statements", each with "id",
 * "source", "cue", "content" as lists of spans in code points; what is written has the same
 * statements with "speaker" besides, and "why" as the steps have it. */
#include "resolve/speakers.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The byte at which each code point of the text begins, and the text's end. */
static size_t *bytes_of(str text, arena *into, size_t *count) {
    size_t *at = arena_array(into, size_t, text.size + 1);
    *count = 0;
    for (size_t pos = 0; pos < text.size; (void)utf8_next(text, &pos)) {
        at[(*count)++] = pos;
    }
    at[*count] = text.size;
    return at;
}

static size_t position(const json_t *pair, size_t which, const size_t *bytes, size_t count) {
    size_t at = (size_t)json_integer_value(json_array_get(pair, which));
    return bytes[at < count ? at : count];
}

static span_list spans_of(const json_t *statement, const char *name, const size_t *bytes,
                          size_t count, arena *into) {
    const json_t *list = json_object_get(statement, name);
    span_list out = {arena_array(into, span, json_array_size(list) + 1), json_array_size(list)};
    for (size_t i = 0; i < out.count; i++) {
        const json_t *pair = json_array_get(list, i);
        out.items[i] = (span){position(pair, 0, bytes, count), position(pair, 1, bytes, count)};
    }
    return out;
}

static json_t *why_of(const speaker *found, str text) {
    json_t *out = json_array();
    for (size_t i = 0; i < found->why.count; i++) {
        const step *each = &found->why.items[i];
        str part = str_slice(text, each->where);
        json_array_append_new(out, json_pack("{s:s, s:s%, s:s%}", "step", each->step, "text",
                                             part.data != NULL ? part.data : "", part.size, "note",
                                             each->note.data != NULL ? each->note.data : "",
                                             each->note.size));
    }
    return out;
}

static str text_of(const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    return (str){json_string_value(value), json_string_length(value)};
}

static void resolve_line(const segmenter *with, json_t *document) {
    arena *memory = arena_new();
    segmentation text;
    segment(with, text_of(document, "text"), memory, &text);
    size_t count = 0;
    const size_t *bytes = bytes_of(text.shown, memory, &count);
    json_t *statements = json_object_get(document, "statements");
    size_t n = json_array_size(statements);
    relation_list relations = {arena_array(memory, relation, n + 1), n};
    for (size_t i = 0; i < n; i++) {
        const json_t *each = json_array_get(statements, i);
        relations.items[i] = (relation){.source = spans_of(each, "source", bytes, count, memory),
                                        .cue = spans_of(each, "cue", bytes, count, memory),
                                        .content = spans_of(each, "content", bytes, count, memory)};
    }
    document_facts facts = {text_of(document, "author"), text_of(document, "publisher"),
                            text_of(document, "date"), text_of(document, "title")};
    speaker *found = arena_array(memory, speaker, n + 1);
    speakers_resolve(&text, &relations, &facts, memory, found);
    for (size_t i = 0; i < n; i++) {
        json_t *each = json_array_get(statements, i);
        json_t *name = found[i].name.data == NULL
                           ? json_null()
                           : json_stringn(found[i].name.data, found[i].name.size);
        json_object_set_new(each, "speaker", name);
        json_object_set_new(each, "certainty", json_real((double)found[i].certainty));
        json_object_set_new(each, "why", why_of(&found[i], text.shown));
    }
    arena_free(memory);
}

static bool read_all(const char *path, buf *out) {
    hearsay_error error;
    if (file_read(path, SIZE_MAX, out, &error) == HEARSAY_OK) {
        return true;
    }
    fprintf(stderr, "hearsay-speakers: %s\n", error.message);
    return false;
}

static bool resolve_file(const segmenter *with, const char *path) {
    buf lines = {0};
    bool good = read_all(path, &lines);
    for (size_t pos = 0; good && pos < lines.size;) {
        const char *stop = memchr(lines.data + pos, '\n', lines.size - pos);
        size_t end = stop != NULL ? (size_t)(stop - lines.data) : lines.size;
        json_t *document = json_loadb(lines.data + pos, end - pos, 0, NULL);
        good = document != NULL;
        if (good) {
            resolve_line(with, document);
            json_object_del(document, "text");
            good = json_dumpf(document, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF;
        }
        json_decref(document);
        pos = end + 1;
    }
    buf_free(&lines);
    return good;
}

int main(int argc, char **argv) {
    buf abbreviations = {0};
    if (argc != 3 || !read_all(argv[1], &abbreviations)) {
        fprintf(stderr, "usage: hearsay-speakers ABBREVIATIONS FILE.jsonl\n");
        return EXIT_FAILURE;
    }
    segmenter *with = segmenter_new((str){0}, buf_str(&abbreviations));
    bool good = resolve_file(with, argv[2]);
    segmenter_free(with);
    buf_free(&abbreviations);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
