#include "engine/taking.h"

#include <stdint.h>
#include <string.h>

void taking_refuse(taking *self, const char *key, const char *wrong) {
    if (self->wrong == NULL) {
        self->key = key;
        self->statement = self->at;
        self->wrong = wrong;
    }
}

hearsay_str take_text(taking *self, const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    if (value == NULL || json_is_null(value)) {
        return (hearsay_str){NULL, 0};
    }
    if (!json_is_string(value)) {
        taking_refuse(self, key, "is not a string");
        return (hearsay_str){NULL, 0};
    }
    str text = {json_string_value(value), json_string_length(value)};
    return (hearsay_str){str_copy(self->made.memory, text), text.size};
}

int take_word(taking *self, const json_t *object, const char *key, const char *(*name_of)(int),
              int first) {
    const json_t *value = json_object_get(object, key);
    if (value == NULL || json_is_null(value)) {
        return 0;
    }
    for (int i = first; json_is_string(value) && strcmp(name_of(i), "unknown") != 0; i++) {
        if (strcmp(name_of(i), json_string_value(value)) == 0) {
            return i;
        }
    }
    taking_refuse(self, key, "is no word that is known there");
    return 0;
}

float take_share(taking *self, const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    if (value == NULL || json_is_null(value)) {
        return 0;
    }
    double share = json_is_number(value) ? json_number_value(value) : -1;
    if (!(share >= 0 && share <= 1)) {
        taking_refuse(self, key, "is not between 0 and 1");
        return 0;
    }
    return (float)share;
}

/* Where a code point begins, as a byte of the text. */
static size_t take_position(taking *self, const json_t *value, const char *key) {
    json_int_t count = json_is_integer(value) ? json_integer_value(value) : -1;
    size_t position =
        count >= 0 ? offsets_position(document_offsets(self->document), (size_t)count) : SIZE_MAX;
    if (position == SIZE_MAX) {
        taking_refuse(self, key, "is not in the text");
        return 0;
    }
    return position;
}

hearsay_span take_span(taking *self, const json_t *pair, const char *key) {
    hearsay_span part = {take_position(self, json_array_get(pair, 0), key),
                         take_position(self, json_array_get(pair, 1), key)};
    if (json_array_size(pair) != 2 || part.begin >= part.end) {
        taking_refuse(self, key, "is not a list of [start, end]");
        return (hearsay_span){0, 0};
    }
    return part;
}

hearsay_spans take_spans(taking *self, const json_t *object, const char *key) {
    const json_t *list = json_object_get(object, key);
    if (list != NULL && !json_is_array(list) && !json_is_null(list)) {
        taking_refuse(self, key, "is not a list of [start, end]");
    }
    size_t count = json_array_size(list);
    hearsay_span *items = arena_array(self->made.memory, hearsay_span, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = take_span(self, json_array_get(list, i), key);
        if (i > 0 && items[i].begin < items[i - 1].end) {
            taking_refuse(self, key, "is not in the order of the text");
        }
    }
    return (hearsay_spans){items, count};
}

hearsay_str *take_names(taking *self, const json_t *from, const char *key, size_t *count) {
    const json_t *list = json_object_get(from, key);
    hearsay_str *names = arena_array(self->made.memory, hearsay_str, json_array_size(list));
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *each = json_array_get(list, i);
        if (!json_is_string(each)) {
            taking_refuse(self, key, "is not a list of names");
            return NULL;
        }
        str name = {json_string_value(each), json_string_length(each)};
        names[i] = (hearsay_str){str_copy(self->made.memory, name), name.size};
    }
    *count = json_array_size(list);
    return names;
}
