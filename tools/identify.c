/* hearsay-identify FILE...: reads documents as `hearsay quotes --format jsonl` writes them, and
 * writes which of their speakers are one across documents: a line of JSON for each speaker,
 * {"document", "id", "name", "group"}. --why writes instead every pair that was joined, with the
 * evidence. */
#include "identify/identify.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    str document, id, name;
} seen;

typedef struct {
    arena *memory;
    VEC(seen) speakers;
    VEC(speaker_profile) profiles;
} reading;

static hearsay_str text_of(const json_t *value, arena *into) {
    if (!json_is_string(value)) {
        return (hearsay_str){NULL, 0};
    }
    str text = {json_string_value(value), json_string_length(value)};
    return (hearsay_str){str_copy(into, text), text.size};
}

static hearsay_str *texts_of(const json_t *list, arena *into, size_t *count) {
    *count = json_array_size(list);
    hearsay_str *out = arena_array(into, hearsay_str, *count + 1);
    for (size_t i = 0; i < *count; i++) {
        out[i] = text_of(json_array_get(list, i), into);
    }
    return out;
}

static hearsay_speaker_type type_of(const char *name) {
    hearsay_speaker_type type = HEARSAY_SPEAKER_AUTHOR;
    while (type > 0 && strcmp(hearsay_speaker_type_name(type), name) != 0) {
        type--;
    }
    return type;
}

static void take_speaker(reading *self, const json_t *from, hearsay_str document,
                         const hearsay_str *named, size_t named_count) {
    arena *into = self->memory;
    hearsay_speaker one = {.name = text_of(json_object_get(from, "name"), into)};
    hearsay_str id = text_of(json_object_get(from, "id"), into);
    const char *sex = json_string_value(json_object_get(from, "sex"));
    one.id = id.data;
    one.type = type_of(json_string_value(json_object_get(from, "type")));
    one.sex = sex != NULL ? sex[0] : 0;
    one.names = texts_of(json_object_get(from, "names"), into, &one.name_count);
    one.roles = texts_of(json_object_get(from, "roles"), into, &one.role_count);
    speaker_profile made;
    identify_profile(&one, named, named_count, into, &made);
    if (made.text.data != NULL) {
        vec_push(&self->speakers, (seen){{document.data, document.size},
                                         {id.data, id.size},
                                         {one.name.data, one.name.size}});
        vec_push(&self->profiles, made);
    }
}

static void take_document(reading *self, const json_t *object) {
    hearsay_str id = text_of(json_object_get(object, "id"), self->memory);
    size_t named_count;
    hearsay_str *named = texts_of(json_object_get(object, "named"), self->memory, &named_count);
    const json_t *speakers = json_object_get(object, "speakers");
    for (size_t i = 0; i < json_array_size(speakers); i++) {
        take_speaker(self, json_array_get(speakers, i), id, named, named_count);
    }
}

static bool read_file(reading *self, const char *path) {
    FILE *file = fopen(path, "r");
    json_t *object = NULL;
    json_error_t error;
    if (file == NULL) {
        perror(path);
        return false;
    }
    while ((object = json_loadf(file, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &error)) != NULL) {
        take_document(self, object);
        json_decref(object);
    }
    fclose(file);
    return true;
}

static void write_groups(const reading *self) {
    size_t count = self->profiles.count;
    size_t *groups = arena_array(self->memory, size_t, count + 1);
    identify_all(self->profiles.items, count, self->memory, groups);
    for (size_t i = 0; i < count; i++) {
        const seen *each = &self->speakers.items[i];
        json_t *line = json_pack("{s:s%,s:s%,s:s%,s:i}", "document", each->document.data,
                                 each->document.size, "id", each->id.data, each->id.size, "name",
                                 each->name.data, each->name.size, "group", (int)groups[i]);
        json_dumpf(line, stdout, JSON_COMPACT);
        putchar('\n');
        json_decref(line);
    }
}

int main(int count, char **arguments) {
    reading self = {.memory = arena_new()};
    bool whole = count > 1;
    for (int i = 1; i < count; i++) {
        whole = read_file(&self, arguments[i]) && whole;
    }
    write_groups(&self);
    vec_free(&self.speakers);
    vec_free(&self.profiles);
    arena_free(self.memory);
    return whole ? 0 : 1;
}
