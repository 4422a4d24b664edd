/* hearsay-statement_dates MODEL FILE.jsonl: the dates that may be those of statements, with the
 * features that speak for them, for train/statement_dates.py.
 *
 * A line of the file is a document with its "statements", as `quotes --relations` takes them.
 * Written is a line a date: {"document", "statement", "value", "features": [name]}. */
#include "engine/model.h"
#include "resolve/date_features.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    hearsay_str document; /* its id */
    json_t *features;
} writer;

static void write_feature(void *to, const char *name) {
    json_array_append_new(to, json_string(name));
}

static void write_date(void *to, const struct scene *about, const dates *all, size_t i,
                       const possible_date *of, bool farther) {
    const writer *self = to;
    json_t *features = json_array();
    const feature_sink sink = {write_feature, features};
    date_features(about, all, i, of, farther, &sink);
    const char *id = about->relations->items[i].id;
    json_t *line = json_pack("{s:s%, s:s, s:s%, s:o}", "document", self->document.data,
                             self->document.size, "statement", id != NULL ? id : "", "value",
                             of->written.data, of->written.size, "features", features);
    json_dumpf(line, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(line);
}

static hearsay_status run(hearsay_model *with, const char *path, hearsay_error *error) {
    writer to = {{NULL, 0}, NULL};
    with->resolver->report = write_date;
    with->resolver->report_to = &to;
    hearsay_relations *relations = NULL;
    hearsay_input *input = NULL;
    hearsay_status status = hearsay_relations_open(path, &relations, error);
    hearsay_reader *reader = NULL;
    status = status == HEARSAY_OK ? hearsay_input_open(path, NULL, &input, error) : status;
    status = status == HEARSAY_OK ? hearsay_reader_new(with, &reader, error) : status;
    while (status == HEARSAY_OK) {
        hearsay_document *document = NULL;
        status = hearsay_input_next(input, &document, error);
        if (status == HEARSAY_OK) {
            status = hearsay_relations_give(relations, document, error);
            to.document = hearsay_document_metadata(document).id;
            hearsay_attribute(reader, document);
            hearsay_document_free(document);
        }
    }
    hearsay_reader_free(reader);
    hearsay_input_close(input);
    hearsay_relations_close(relations);
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

int main(int argc, char **argv) {
    hearsay_error error = {0};
    hearsay_model *with = NULL;
    if (argc != 3) {
        fprintf(stderr, "usage: hearsay-statement_dates MODEL FILE.jsonl\n");
        return EXIT_FAILURE;
    }
    hearsay_status status = hearsay_model_open(argv[1], &with, &error);
    status = status == HEARSAY_OK ? run(with, argv[2], &error) : status;
    if (status != HEARSAY_OK) {
        fprintf(stderr, "hearsay-statement_dates: %s\n", error.message);
    }
    hearsay_model_close(with);
    return status == HEARSAY_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
