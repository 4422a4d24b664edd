/* hearsay-vectors MODEL FEATURES.jsonl: the rows that traits are made of (model/model.h), for
 * every piece of the documents, read as the program reads them, for train/traits.py. Written are
 * floats of this machine alone, a row of the encoder's width a piece. */
#include "attribute/windows.h"
#include "features.h"
#include "model/model.h"

#include <jansson.h>
#include <stdio.h>

static bool write_document(model_scratch *scratch, size_t width, const json_t *doc) {
    const size_t size = model_scratch_window(scratch);
    model_piece *window = mem_alloc(size * sizeof *window);
    size_t count;
    piece *pieces = read_pieces(doc, &count);
    bool good = true;
    for (size_t first = 0; good && first < count;) {
        const size_t end = window_end(pieces, first, count, size);
        window_pieces(pieces + first, end - first, window);
        model_read_for_traits(scratch, window, end - first);
        const size_t values = (end - first) * width;
        good = fwrite(model_rows(scratch), sizeof(float), values, stdout) == values;
        first = end;
    }
    mem_free(pieces);
    mem_free(window);
    return good;
}

int main(int argc, char **argv) {
    model *scorer;
    hearsay_error error = {.message = "cannot read the features"};
    json_error_t problem;
    FILE *in = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!in || model_open(argv[1], &scorer, &error)) {
        fprintf(stderr, "usage: hearsay-vectors MODEL FEATURES.jsonl (%s)\n", error.message);
        return 2;
    }
    model_scratch *scratch = model_scratch_new(scorer);
    json_t *doc;
    bool good = true;
    while (good && (doc = json_loadf(in, JSON_DISABLE_EOF_CHECK, &problem)) != NULL) {
        good = write_document(scratch, model_width(scorer), doc);
        json_decref(doc);
    }
    good &= feof(in) != 0;
    fclose(in);
    model_scratch_free(scratch);
    model_close(scorer);
    return good ? 0 : 2;
}
