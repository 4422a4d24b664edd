#include "engine/model.h"

#include "base/buf.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#define MODEL_FILE "hearsay.model"
#define MODEL_INSTALLED HEARSAY_DATA_DIR "/" MODEL_FILE

/* --- where the model lies --------------------------------------------------------------------- */

/* Beside the program that runs, as in the build tree; nothing where that cannot be told. */
static void put_place_beside_program(buf *path) {
    char program[4096];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    if (size <= 0 || (size_t)size == sizeof program) {
        return;
    }
    while (size > 0 && program[size - 1] != '/') {
        size--;
    }
    buf_put(path, (str){program, (size_t)size});
    buf_put(path, STR(MODEL_FILE));
}

static bool exists(const buf *path) {
    return path->size > 0 && access(path->data, F_OK) == 0;
}

/* The default model's path; HEARSAY_IO where none of the places has one. */
static hearsay_status find_model(buf *path, hearsay_error *error) {
    const char *named = getenv("HEARSAY_MODEL");
    if (named != NULL && named[0] != '\0') {
        buf_put(path, str_from(named));
        return HEARSAY_OK;
    }
    put_place_beside_program(path);
    if (exists(path)) {
        return HEARSAY_OK;
    }
    buf_clear(path);
    buf_put(path, STR(MODEL_INSTALLED));
    if (exists(path)) {
        return HEARSAY_OK;
    }
    return error_set(error, HEARSAY_IO, 0,
                     "no model: there is no %s, nor a " MODEL_FILE " beside the program, "
                     "and neither --model nor HEARSAY_MODEL names one",
                     MODEL_INSTALLED);
}

/* --- opening ---------------------------------------------------------------------------------- */

hearsay_status hearsay_model_open(const char *path, hearsay_model **out, hearsay_error *error) {
    buf found = {0};
    model *weights = NULL;
    hearsay_status status = HEARSAY_OK;
    if (path == NULL) {
        status = find_model(&found, error);
        path = found.data;
    }
    if (status == HEARSAY_OK) {
        status = model_open(path, &weights, error);
    }
    buf_free(&found);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_model *self = mem_alloc(sizeof *self);
    self->weights = weights;
    self->segmenter = segmenter_new(model_vocabulary(weights), model_abbreviations(weights));
    *out = self;
    return HEARSAY_OK;
}

void hearsay_model_close(hearsay_model *self) {
    if (self == NULL) {
        return;
    }
    segmenter_free(self->segmenter);
    model_close(self->weights);
    mem_free(self);
}

const char *hearsay_model_name(const hearsay_model *self) {
    return model_name(self->weights);
}
