/* hearsay-compared: what the linker measures of each candidate for a link among the documents of
 * standard input, which are as `hearsay quotes --format jsonl --with-text` writes them, for
 * train/links.py:
 *
 *     {"a": {"doc", "statement", "span"}, "b": {...}, "kind", "quoted": 0 to 2,
 *      "values": {name: number, ...}}
 *
 * Positions are code points. Documents are held in memory, and each is held against all others with
 * which it shares a key. */
#include "base/memory.h"
#include "base/vec.h"
#include "link/linking.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document with where its code points lie: the first byte of each, and the end. */
typedef struct {
    json_t *read;
    size_t *bytes;
    size_t count;
} source;

typedef struct {
    arena *memory;
    source *sources;
    link_document *documents;
    linkable **made;
    found_by_list *found_by;
    size_t count;
} input;

typedef struct {
    VEC(source) sources;
    VEC(link_document) documents;
} reading;

/* --- reading ---------------------------------------------------------------------------------- */

static str string_of(const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? (str){json_string_value(value), json_string_length(value)}
                                 : (str){0};
}

static void index_text(arena *into, str text, source *out) {
    out->bytes = arena_alloc(into, mem_product(text.size + 1, sizeof *out->bytes));
    for (size_t i = 0; i < text.size; i++) {
        if (((unsigned char)text.data[i] & 0xC0) != 0x80) {
            out->bytes[out->count++] = i;
        }
    }
    out->bytes[out->count] = text.size;
}

static size_t byte_at(const source *of, const json_t *code_point) {
    const json_int_t at = json_integer_value(code_point);
    return of->bytes[at < 0 ? 0 : (size_t)at < of->count ? (size_t)at : of->count];
}

static size_t code_point_at(const source *of, size_t byte) {
    size_t low = 0;
    size_t high = of->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (of->bytes[middle] < byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static link_statement statement_of(arena *into, const source *document, const json_t *read,
                                   uint32_t place) {
    const json_t *spans = json_object_get(read, "content");
    const str type = string_of(read, "type");
    span *content = arena_array(into, span, json_array_size(spans));
    for (size_t i = 0; i < json_array_size(spans); i++) {
        const json_t *each = json_array_get(spans, i);
        content[i] = (span){byte_at(document, json_array_get(each, 0)),
                            byte_at(document, json_array_get(each, 1))};
    }
    const json_t *sure = json_object_get(json_object_get(read, "confidence"), "relation");
    return (link_statement){.place = place,
                            .speaker = string_of(read, "speaker"),
                            .type = str_equal(type, STR("direct"))  ? LINK_DIRECT
                                    : str_equal(type, STR("mixed")) ? LINK_MIXED
                                                                    : LINK_INDIRECT,
                            .said = str_equal(string_of(read, "kind"), STR("statement")),
                            .nested = json_is_string(json_object_get(read, "parent")),
                            .confidence = (float)json_number_value(sure),
                            .content = content,
                            .content_count = json_array_size(spans)};
}

static bool read_document(arena *memory, reading *into, const char *line) {
    source from = {.read = json_loads(line, 0, NULL)};
    const json_t *found = json_object_get(from.read, "statements");
    if (!json_is_string(json_object_get(from.read, "text")) || !json_is_array(found)) {
        json_decref(from.read);
        return false;
    }
    const str text = string_of(from.read, "text");
    index_text(memory, text, &from);
    const size_t count = json_array_size(found);
    link_statement *statements = arena_array(memory, link_statement, count);
    for (size_t i = 0; i < count; i++) {
        statements[i] = statement_of(memory, &from, json_array_get(found, i), (uint32_t)i);
    }
    vec_push(&into->sources, from);
    vec_push(&into->documents, (link_document){text, statements, count});
    return true;
}

static bool read_all(input *into) {
    char *line = NULL;
    size_t capacity = 0;
    bool good = true;
    reading found = {0};
    while (good && getline(&line, &capacity, stdin) > 0) {
        good = read_document(into->memory, &found, line);
        if (!good) {
            fprintf(stderr,
                    "hearsay-compared: not a document with its text and statements: %.60s\n", line);
        }
    }
    free(line);
    const size_t count = into->count = found.documents.count;
    into->sources = arena_copy(into->memory, found.sources.items, count * sizeof(source));
    into->documents =
        arena_copy(into->memory, found.documents.items, count * sizeof(link_document));
    vec_free(&found.sources);
    vec_free(&found.documents);
    return good;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void print_line(json_t *made) {
    char *shown = json_dumps(made, 0);
    puts(shown);
    free(shown);
    json_decref(made);
}

static json_t *written_end(const input *from, size_t document, const excerpt *of, span where) {
    const source *in = &from->sources[document];
    const json_t *statement =
        json_array_get(json_object_get(in->read, "statements"), of->statement);
    return json_pack("{sO sO s[II]}", "doc", json_object_get(in->read, "id"), "statement",
                     json_object_get(statement, "id"), "span",
                     (json_int_t)code_point_at(in, where.begin),
                     (json_int_t)code_point_at(in, where.end));
}

static json_t *written_values(const comparison *of) {
    static const char *const names[] = {
#define X(name) #name,
        COMPARED(X)
#undef X
    };
    json_t *values = json_object();
    for (size_t k = 0; k < COMPARED_COUNT; k++) {
        json_object_set_new(values, names[k], json_real((double)of->values[k]));
    }
    return values;
}

static void print_pair(const input *from, linking *with, size_t a, size_t b, excerpt_pair pair) {
    const excerpt *x = &from->made[a]->parts.items[pair.a];
    const excerpt *y = &from->made[b]->parts.items[pair.b];
    const comparison of = compare(&with->scratch, x, y, pairs_story(from->made[a], from->made[b]));
    span in_a;
    span in_b;
    pairs_spans(from->made[a], from->made[b], pair, &of, &in_a, &in_b);
    print_line(json_pack("{so so ss si so}", "a", written_end(from, a, x, in_a), "b",
                         written_end(from, b, y, in_b), "kind",
                         link_kind_name(compare_kind(&of, x, y)), "quoted", (int)of.quoted,
                         "values", written_values(&of)));
}

static bool are_alike(const linkable *a, const linkable *b) {
    buf in_a = {0};
    buf in_b = {0};
    linkable_about(a, &in_a);
    linkable_about(b, &in_b);
    const bool alike = link_are_alike(buf_str(&in_a), buf_str(&in_b));
    buf_free(&in_a);
    buf_free(&in_b);
    return alike;
}

/* Whether two documents would meet in a store in which no key is too common. */
static bool meet(const input *from, size_t one, size_t other) {
    const found_by_list *a = &from->found_by[one];
    const found_by_list *b = &from->found_by[other];
    unsigned worth = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        const uint32_t x = a->items[i];
        const uint32_t y = b->items[j];
        worth += x == y ? link_key_worth(x) : 0;
        i += x <= y;
        j += y <= x;
    }
    return worth >= LINK_SURELY ||
           (worth >= LINK_MEETING && are_alike(from->made[one], from->made[other]));
}

static void print_pairs(const input *from, linking *with, size_t a, size_t b) {
    excerpt_pair_vec pairs = {0};
    const bool in_order = from->made[a]->hash <= from->made[b]->hash;
    const size_t first = in_order ? a : b;
    const size_t second = in_order ? b : a;
    pairs_find(from->made[first], from->made[second], &pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        print_pair(from, with, first, second, pairs.items[i]);
    }
    vec_free(&pairs);
}

int main(void) {
    input from = {.memory = arena_new()};
    linker *tables = linker_new();
    linking *with = linking_new(tables);
    const bool good = read_all(&from);
    from.made = arena_array(from.memory, linkable *, from.count);
    from.found_by = arena_array(from.memory, found_by_list, from.count);
    for (size_t i = 0; i < from.count; i++) {
        from.made[i] = linkable_new(tables, &from.documents[i]);
        linkable_keys(from.made[i], &from.found_by[i]);
        for (size_t k = 0; good && k < i; k++) {
            if (meet(&from, k, i)) {
                print_pairs(&from, with, k, i);
            }
        }
    }
    for (size_t i = 0; i < from.count; i++) {
        json_decref(from.sources[i].read);
        linkable_free(from.made[i]);
        vec_free(&from.found_by[i]);
    }
    linking_free(with);
    linker_free(tables);
    arena_free(from.memory);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
