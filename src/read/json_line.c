#include "read/read.h"

#include "base/buf.h"
#include "base/metadata.h"
#include "base/utf8.h"
#include "read/json_repair.h"
#include "read/json_source.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_SIZE = 32 };

/* --- fields ----------------------------------------------------------------------------------- */

static str string_of(const json_t *value) {
    return (str){json_string_value(value), json_string_length(value)};
}

static const char *type_name(const json_t *value) {
    static const char *const NAMES[] = {
        [JSON_OBJECT] = "an object", [JSON_ARRAY] = "an array", [JSON_STRING] = "a string",
        [JSON_INTEGER] = "a number", [JSON_REAL] = "a number",  [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",      [JSON_NULL] = "null",
    };
    return NAMES[json_typeof(value)];
}

/* A number stands for its digits, as ids and years are often written so. */
static hearsay_status read_field(arena *into, const json_t *object, const metadata_field *which,
                                 hearsay_metadata *out, hearsay_error *error) {
    const json_t *value = json_object_get(object, which->name);
    if (value == NULL || json_is_null(value)) {
        return HEARSAY_OK;
    }
    char digits[NUMBER_SIZE];
    str text;
    if (json_is_string(value)) {
        text = string_of(value);
    } else if (json_is_number(value)) { /* not by printf, whose comma may be the locale's */
        const size_t flags = JSON_ENCODE_ANY | JSON_REAL_PRECISION(15);
        text = (str){digits, json_dumpb(value, digits, sizeof digits, flags)};
    } else {
        return error_set(error, HEARSAY_FORMAT, 0, "\"%s\" is %s, not a string", which->name,
                         type_name(value));
    }
    *metadata_at(out, which) = (hearsay_str){str_copy(into, text), text.size};
    return HEARSAY_OK;
}

static hearsay_status read_metadata(arena *into, const json_t *object, hearsay_metadata *out,
                                    hearsay_error *error) {
    for (size_t i = 0; i < METADATA_FIELD_COUNT; i++) {
        hearsay_status status = read_field(into, object, &METADATA_FIELDS[i], out, error);
        if (status != HEARSAY_OK) {
            return status;
        }
    }
    return HEARSAY_OK;
}

/* What was found in the text, where the object has it: kept as JSON, for whoever understands it. */
static void read_found(arena *into, const json_t *object, reading *out) {
    static const char *const KEYS[] = {"made_by", "statements", "speakers",
                                       "named",   "own_voice",  "flags"};
    const json_t *made_by = json_object_get(object, "made_by");
    if (!json_is_string(made_by) || !json_is_array(json_object_get(object, "statements"))) {
        return;
    }
    json_t *found = json_object();
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        json_object_set(found, KEYS[i], json_object_get(object, KEYS[i]));
    }
    char *written = json_dumps(found, JSON_COMPACT);
    str text = str_from(written);
    const json_t *file = json_object_get(object, "file");
    if (json_is_string(file)) {
        const str name = string_of(file);
        out->origin = (str){str_copy(into, name), name.size};
    }
    out->made_by = (str){str_copy(into, string_of(made_by)), json_string_length(made_by)};
    out->found = (str){str_copy(into, text), text.size};
    free(written);
    json_decref(found);
}

static hearsay_status read_object(arena *into, const json_t *object, reading *out,
                                  hearsay_error *error) {
    if (!json_is_object(object)) {
        return error_set(error, HEARSAY_FORMAT, 0, "%s, not an object", type_name(object));
    }
    const json_t *text = json_object_get(object, "text");
    if (text == NULL) {
        return error_set(error, HEARSAY_FORMAT, 0, "no \"text\"");
    }
    if (!json_is_string(text)) {
        return error_set(error, HEARSAY_FORMAT, 0, "\"text\" is %s, not a string", type_name(text));
    }
    hearsay_metadata metadata = {0};
    hearsay_status status = read_metadata(into, object, &metadata, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    str bytes = string_of(text);
    read_text(into, (str){str_copy(into, bytes), bytes.size}, out);
    out->metadata = metadata;
    read_found(into, object, out);
    return HEARSAY_OK;
}

/* --- lines ------------------------------------------------------------------------------------ */

/* jansson says where by quoting the input, which may hold anything; its first words suffice. */
static hearsay_status refuse(const json_error_t *why, hearsay_error *error) {
    const char *quote = strstr(why->text, " near ");
    int size = quote != NULL ? (int)(quote - why->text) : (int)strlen(why->text);
    size_t column = why->column > 0 ? (size_t)why->column : 0;
    return error_set(error, HEARSAY_FORMAT, column, "not JSON: %.*s near column %zu", size,
                     why->text, column);
}

static void take_sources(arena *into, str line, reading *out) {
    origins from = {0};
    const span there = json_text_span(line);
    align(&from, 0, out->view.text, str_slice(line, there), there.begin, json_step, NULL);
    out->sources = origins_copy(into, &from);
    out->source_count = from.count;
    out->original = line;
    vec_free(&from);
}

hearsay_status read_json_line(arena *into, str line, reading *out, hearsay_error *error) {
    *out = (reading){0};
    str text;
    utf8_flaw *flaws;
    size_t flaw_count = utf8_repair(line, into, &text, &flaws, NULL);
    size_t first = flaw_count > 0 ? flaws[0].position : 0;
    buf repaired = {0};
    size_t lone_first = 0;
    size_t lone_count = json_repair(text, &repaired, &lone_first);
    json_error_t why;
    json_t *value = json_loadb(repaired.data != NULL ? repaired.data : "", repaired.size,
                               JSON_ALLOW_NUL | JSON_DECODE_ANY, &why);
    buf_free(&repaired);
    if (value == NULL) {
        return refuse(&why, error);
    }
    hearsay_status status = read_object(into, value, out, error);
    json_decref(value);
    if (status == HEARSAY_OK) {
        take_sources(into, (str){arena_copy(into, line.data, line.size), line.size}, out);
    }
    out->flaw_count = flaw_count + lone_count;
    out->lone_surrogates = lone_count;
    out->first_flaw =
        flaw_count > 0 && (lone_count == 0 || first < lone_first) ? first : lone_first;
    return status;
}
