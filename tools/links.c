/* hearsay-links [--passages|--reprints|--features]: what is linked among the documents of standard
 * input, which are as `hearsay quotes --format jsonl --with-text` writes them. Writes a line for
 * each pair of passages:
 *
 *     {"a": {"doc", "statement", "span"}, "b": {...}, "kind", "flags", "speaker", "confidence"}
 *
 * or, with --passages, for each passage that is copied:
 *
 *     {"a": {"doc", "span"}, "b": {...}, "words", "told", "sentences"}
 *
 * or, with --reprints, for each two documents of which one is taken from the other:
 *
 *     {"a", "b", "words", "told", "sentences"}
 *
 * or, with --features, for each candidate what train/links.py fits:
 *
 *     {"a": {"doc", "statement", "span"}, "b": {...}, "kind", "quoted": 0 to 2,
 *      "values": {name: number, ...}}
 *
 * Positions are code points. Documents are held in memory, and so is all that is found. */
#include "base/buf.h"
#include "base/memory.h"
#include "base/vec.h"
#include "link/join.h"

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

static link_statement statement_of(arena *into, const source *document, const json_t *read) {
    const json_t *spans = json_object_get(read, "content");
    const str type = string_of(read, "type");
    span *content = arena_array(into, span, json_array_size(spans));
    for (size_t i = 0; i < json_array_size(spans); i++) {
        const json_t *each = json_array_get(spans, i);
        content[i] = (span){byte_at(document, json_array_get(each, 0)),
                            byte_at(document, json_array_get(each, 1))};
    }
    const json_t *sure = json_object_get(json_object_get(read, "confidence"), "relation");
    return (link_statement){.speaker = string_of(read, "speaker"),
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
        statements[i] = statement_of(memory, &from, json_array_get(found, i));
    }
    vec_push(&into->sources, from);
    vec_push(&into->documents,
             (link_document){string_of(from.read, "id"), text, statements, count});
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
            fprintf(stderr, "hearsay-links: not a document with its text and statements: %.60s\n",
                    line);
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

static json_t *written_span(const source *of, span where) {
    return json_pack("[II]", (json_int_t)code_point_at(of, where.begin),
                     (json_int_t)code_point_at(of, where.end));
}

static json_t *id_of(const input *from, size_t document) {
    return json_incref(json_object_get(from->sources[document].read, "id"));
}

/* `document` is the end's, or one that is the same. */
static json_t *written_end(const input *from, const link_end *of, size_t document) {
    const json_t *read = from->sources[document].read;
    const json_t *statement = json_array_get(json_object_get(read, "statements"), of->statement);
    return json_pack("{so sO so}", "doc", id_of(from, document), "statement",
                     json_object_get(statement, "id"), "span",
                     written_span(&from->sources[of->document], of->where));
}

static json_t *written_flags(unsigned flags) {
    static const char *const names[] = {"negation", "hedge", "number", "speaker", "marks"};
    json_t *out = json_array();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (flags & 1U << i) {
            json_array_append_new(out, json_string(names[i]));
        }
    }
    return out;
}

static void print_pair(const input *from, const void *what, size_t a, size_t b) {
    const link_pair *of = what;
    const str speaker = from->documents[a].statements[of->a.statement].speaker;
    print_line(json_pack("{so so ss so ss% sf}", "a", written_end(from, &of->a, a), "b",
                         written_end(from, &of->b, b), "kind", link_kind_name(of->kind), "flags",
                         written_flags(of->flags), "speaker",
                         speaker.data != NULL ? speaker.data : "", speaker.size, "confidence",
                         (double)of->confidence));
}

/* The documents that `same_as` counts as one, as chains. */
typedef struct {
    size_t *first, *next; /* [document]; the count of documents where there is none */
    size_t none;
} chains;

static chains chains_of(arena *into, const size_t *same_as, size_t count) {
    chains out = {arena_array(into, size_t, count), arena_array(into, size_t, count), count};
    for (size_t i = 0; i < count; i++) {
        out.first[i] = count;
    }
    for (size_t i = count; i-- > 0;) {
        out.next[i] = out.first[same_as[i]];
        out.first[same_as[i]] = i;
    }
    return out;
}

/* Where the partners begin of document `x`, which `a` stands for, among those that `b` does: no two
 * are paired twice, nor one with itself. */
static size_t first_partner(const chains *of, size_t a, size_t b, size_t x) {
    return a == b ? of->next[x] : of->first[b];
}

typedef void printing(const input *from, const void *what, size_t a, size_t b);

/* Prints `what` for every two documents that `a` and `b` stand for. */
static void print_all(const input *from, const chains *of, size_t a, size_t b, printing *print,
                      const void *what) {
    for (size_t x = of->first[a]; x != of->none; x = of->next[x]) {
        for (size_t y = first_partner(of, a, b, x); y != of->none; y = of->next[y]) {
            print(from, what, x, y);
        }
    }
}

static void print_links(const input *from, const linker *with) {
    const size_t count = from->count;
    const links found = link_statements(with, from->documents, count, from->memory);
    const chains all = chains_of(from->memory, found.same_as, count);
    for (size_t i = 0; i < found.count; i++) {
        const link_pair *pair = &found.pairs[i];
        print_all(from, &all, pair->a.document, pair->b.document, print_pair, pair);
    }
}

static void print_passage(const input *from, const void *what, size_t a, size_t b) {
    const link_passage *of = what;
    print_line(json_pack("{s{so so} s{so so} sI sI sI}", "a", "doc", id_of(from, a), "span",
                         written_span(&from->sources[of->a], of->in_a), "b", "doc", id_of(from, b),
                         "span", written_span(&from->sources[of->b], of->in_b), "words",
                         (json_int_t)of->words, "told", (json_int_t)of->told, "sentences",
                         (json_int_t)of->sentences));
}

static void print_passages(const input *from, const linker *with) {
    const size_t count = from->count;
    const reprints found = link_reprints(with, from->documents, count, from->memory);
    const chains all = chains_of(from->memory, found.same_as, count);
    for (size_t i = 0; i < found.count; i++) {
        const link_passage *each = &found.items[i];
        print_all(from, &all, each->a, each->b, print_passage, each);
    }
}

static void print_reprint(const input *from, const void *what, size_t a, size_t b) {
    const link_passage *sum = what;
    print_line(json_pack("{so so sI sI sI}", "a", id_of(from, a), "b", id_of(from, b), "words",
                         (json_int_t)sum->words, "told", (json_int_t)sum->told, "sentences",
                         (json_int_t)sum->sentences));
}

/* Passages of the same two documents follow each other. */
static void print_reprints(const input *from, const linker *with) {
    const size_t count = from->count;
    const reprints found = link_reprints(with, from->documents, count, from->memory);
    const chains all = chains_of(from->memory, found.same_as, count);
    for (size_t i = 0; i < found.count;) {
        link_passage sum = {.a = found.items[i].a, .b = found.items[i].b};
        for (; i < found.count && found.items[i].a == sum.a && found.items[i].b == sum.b; i++) {
            sum.words += found.items[i].words;
            sum.told += found.items[i].told;
            sum.sentences += found.items[i].sentences;
        }
        if (link_is_reprint(sum.sentences, sum.told)) {
            print_all(from, &all, sum.a, sum.b, print_reprint, &sum);
        }
    }
}

static void print_features(const input *from, const linker *with) {
    static const char *const names[] = {
#define X(name) #name,
        COMPARED(X)
#undef X
    };
    join found;
    join_open(&found, with, from->documents, from->count, from->memory);
    for (size_t i = 0; i < found.pairs.count; i++) {
        const excerpt *a = &found.excerpts.items[found.pairs.items[i].a];
        const excerpt *b = &found.excerpts.items[found.pairs.items[i].b];
        const comparison of = join_compare(&found, found.pairs.items[i].a, found.pairs.items[i].b);
        json_t *values = json_object();
        for (size_t k = 0; k < COMPARED_COUNT; k++) {
            json_object_set_new(values, names[k], json_real((double)of.values[k]));
        }
        const link_end from_a = {a->document, a->statement, excerpt_span(a, 0, a->words.count)};
        const link_end from_b = {b->document, b->statement, excerpt_span(b, 0, b->words.count)};
        print_line(json_pack("{so so ss si so}", "a", written_end(from, &from_a, a->document), "b",
                             written_end(from, &from_b, b->document), "kind",
                             link_kind_name(compare_kind(&of, a, b)), "quoted", (int)of.quoted,
                             "values", values));
    }
    join_close(&found);
}

int main(int argc, char **argv) {
    input from = {.memory = arena_new()};
    linker *with = linker_new();
    const bool good = read_all(&from);
    const char *asked = argc > 1 ? argv[1] : "";
    if (good && strcmp(asked, "--features") == 0) {
        print_features(&from, with);
    } else if (good && strcmp(asked, "--passages") == 0) {
        print_passages(&from, with);
    } else if (good && strcmp(asked, "--reprints") == 0) {
        print_reprints(&from, with);
    } else if (good) {
        print_links(&from, with);
    }
    for (size_t i = 0; i < from.count; i++) {
        json_decref(from.sources[i].read);
    }
    linker_free(with);
    arena_free(from.memory);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
