/* hearsay-scores MODEL FEATURES.jsonl: the model's scores as the program computes them, for
 * train/compare_scores.py. One JSON line a window: {"id", "first", "last", "cues": [[3]…],
 * "relations": [{"cue": [first, last], "roles": [[5]…]}]}, pieces counted from the document's
 * first for the window, from the window's first for cues. */
#include "attribute/viterbi.h"
#include "attribute/windows.h"
#include "base/memory.h"
#include "features.h"
#include "model/model.h"

#include <jansson.h>
#include <stdio.h>

static json_t *matrix(const float *values, size_t rows, size_t columns) {
    json_t *out = json_array();
    for (size_t i = 0; i < rows; i++) {
        json_t *row = json_array();
        for (size_t j = 0; j < columns; j++) {
            json_array_append_new(row, json_real((double)values[i * columns + j]));
        }
        json_array_append_new(out, row);
    }
    return out;
}

static void write_window(model_scratch *scratch, const char *id, const piece *pieces, size_t first,
                         size_t last) {
    const size_t count = last - first;
    model_piece *window = mem_alloc(count * sizeof *window);
    uint8_t *back = mem_alloc(count * CUE_LABELS), *path = mem_alloc(count + 1);
    window_pieces(pieces + first, count, window);
    const float *cues = model_read_window(scratch, window, count);
    viterbi(cues, count, CUE_LABELS, back, path);
    path[count] = CUE_O;
    json_t *relations = json_array(), *cue_scores = matrix(cues, count, CUE_LABELS);
    for (size_t i = 0; i < count; i++) {
        if (path[i] == CUE_B) {
            size_t end = i + 1;
            while (path[end] == CUE_I) {
                end++;
            }
            const float *roles = model_read_relation(scratch, i, end);
            json_array_append_new(relations,
                                  json_pack("{s:[I,I],s:o}", "cue", (json_int_t)i, (json_int_t)end,
                                            "roles", matrix(roles, count, ROLE_LABELS)));
        }
    }
    json_t *line = json_pack("{s:s,s:I,s:I,s:o,s:o}", "id", id, "first", (json_int_t)first, "last",
                             (json_int_t)last, "cues", cue_scores, "relations", relations);
    json_dumpf(line, stdout, JSON_COMPACT | JSON_REAL_PRECISION(7));
    putchar('\n');
    json_decref(line);
    mem_free(window);
    mem_free(back);
    mem_free(path);
}

int main(int argc, char **argv) {
    model *scorer;
    hearsay_error error;
    json_error_t problem;
    FILE *in = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!in || model_open(argv[1], &scorer, &error)) {
        fprintf(stderr, "usage: hearsay-scores MODEL FEATURES.jsonl (%s)\n",
                in ? error.message : "cannot read the features");
        return 2;
    }
    model_scratch *scratch = model_scratch_new(scorer);
    for (json_t *doc; (doc = json_loadf(in, JSON_DISABLE_EOF_CHECK, &problem)); json_decref(doc)) {
        size_t count;
        piece *pieces = read_pieces(doc, &count);
        for (size_t first = 0, last; first < count; first = last) {
            last = window_end(pieces, first, count, model_scratch_window(scratch));
            write_window(scratch, json_string_value(json_object_get(doc, "id")), pieces, first,
                         last);
        }
        mem_free(pieces);
    }
    model_scratch_free(scratch);
    model_close(scorer);
    fclose(in);
    return 0;
}
