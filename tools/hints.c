/* hearsay-hints MODEL FILE RELATIONS: by what hints the speakers and the sourcing of given
 * statements were found, for train/hints.py. FILE and RELATIONS are as for `hearsay quotes
 * --relations`. Written is a line a statement: {"doc", "id", "hints": {name: value}}. */
#include "engine/document.h"
#include "engine/given.h"
#include "engine/model.h"

#include <jansson.h>
#include <stdio.h>

static void write_statement(str document, const relation *from, const resolved *found) {
    json_t *held = json_object();
    for (size_t i = 0; i < HINT_COUNT; i++) {
        if (found->who.hints.of[i] != 0) {
            json_object_set_new(held, hint_name((hint)i),
                                json_real((double)found->who.hints.of[i]));
        }
    }
    json_t *line = json_pack("{s:o, s:s, s:o}", "doc", json_stringn(document.data, document.size),
                             "id", from->id, "hints", held);
    json_dumpf(line, stdout, JSON_COMPACT | JSON_REAL_PRECISION(7));
    putchar('\n');
    json_decref(line);
}

static void resolve_document(const hearsay_model *with, model_scratch *scratch,
                             const hearsay_document *document) {
    arena *memory = arena_new();
    const hearsay_metadata *known = &document->reading.metadata;
    const document_facts facts = {inner_str(known->author), inner_str(known->publisher),
                                  inner_str(known->date), inner_str(known->title)};
    segmentation text;
    relation_list relations;
    resolution found;
    segment(with->segmenter, document->reading.view.shown, memory, &text);
    given_relations(document->given, &text, memory, &relations);
    int8_t *traits = arena_zalloc(memory, (text.piece_count + 1) * PIECE_TRAITS);
    attribute_traits(scratch, &text, traits);
    resolve(with->resolver, &text, &relations, traits, &facts, memory, &found);
    for (size_t i = 0; i < relations.count; i++) {
        write_statement(inner_str(known->id), &relations.items[i], &found.items[i]);
    }
    arena_free(memory);
}

static hearsay_status resolve_all(const hearsay_model *with, hearsay_input *from,
                                  const hearsay_relations *relations, hearsay_error *error) {
    model_scratch *scratch = model_scratch_new(with->weights);
    hearsay_document *document = NULL;
    hearsay_status status = HEARSAY_OK;
    while (status == HEARSAY_OK &&
           (status = hearsay_input_next(from, &document, error)) == HEARSAY_OK) {
        status = hearsay_relations_give(relations, document, error);
        if (status == HEARSAY_OK) {
            resolve_document(with, scratch, document);
        }
        hearsay_document_free(document);
    }
    model_scratch_free(scratch);
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

int main(int argc, char **argv) {
    hearsay_model *opened = NULL;
    hearsay_input *documents = NULL;
    hearsay_relations *relations = NULL;
    hearsay_error error = {.message = "usage: hearsay-hints MODEL FILE RELATIONS"};
    const bool good = argc == 4 && hearsay_model_open(argv[1], &opened, &error) == HEARSAY_OK &&
                      hearsay_input_open(argv[2], NULL, &documents, &error) == HEARSAY_OK &&
                      hearsay_relations_open(argv[3], &relations, &error) == HEARSAY_OK &&
                      resolve_all(opened, documents, relations, &error) == HEARSAY_OK;
    if (!good) {
        fprintf(stderr, "hearsay-hints: %s\n", error.message);
    }
    hearsay_relations_close(relations);
    hearsay_input_close(documents);
    hearsay_model_close(opened);
    return good ? 0 : 2;
}
