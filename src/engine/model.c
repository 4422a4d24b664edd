/* dladdr */
#define _GNU_SOURCE // NOLINT: a feature-test macro

#include "engine/model.h"

#include "base/buf.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#define MODEL_FILE "hearsay.model"
#define MODEL_INSTALLED HEARSAY_DATA_DIR "/" MODEL_FILE

/* --- where the model lies --------------------------------------------------------------------- */

/* The folder of `file`, with its slash. */
static str folder_of(str file) {
    while (file.size > 0 && file.data[file.size - 1] != '/') {
        file.size--;
    }
    return file;
}

static bool exists(const buf *path) {
    return path->size > 0 && access(path->data, F_OK) == 0;
}

/* From the program, or the library: beside it, as in the build tree; or in the share/ of the tree
 * into which both were installed, wherever that tree is now. */
static bool find_near(str file, buf *path) {
    static const char *const WAYS[] = {"", "../share/hearsay/", "../../share/hearsay/"};
    const str folder = folder_of(file);
    for (size_t i = 0; folder.size > 0 && i < sizeof WAYS / sizeof *WAYS; i++) {
        buf_clear(path);
        buf_put(path, folder);
        buf_put(path, str_from(WAYS[i]));
        buf_put(path, STR(MODEL_FILE));
        if (exists(path)) {
            return true;
        }
    }
    return false;
}

static bool find_near_program(buf *path) {
    char program[4096];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    return size > 0 && (size_t)size < sizeof program &&
           find_near((str){program, (size_t)size}, path);
}

static bool find_near_library(buf *path) {
    Dl_info library;
    return dladdr((void *)(uintptr_t)hearsay_model_open, &library) != 0 &&
           library.dli_fname != NULL && find_near(str_from(library.dli_fname), path);
}

/* The default model's path; HEARSAY_IO where none of the places has one. */
static hearsay_status find_model(buf *path, hearsay_error *error) {
    const char *named = getenv("HEARSAY_MODEL");
    if (named != NULL && named[0] != '\0') {
        buf_put(path, str_from(named));
        return HEARSAY_OK;
    }
    if (find_near_program(path) || find_near_library(path)) {
        return HEARSAY_OK;
    }
    buf_clear(path);
    buf_put(path, STR(MODEL_INSTALLED));
    if (exists(path)) {
        return HEARSAY_OK;
    }
    return error_set(error, HEARSAY_IO, 0,
                     "no model: there is no %s, nor a " MODEL_FILE " near the program, "
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
    self->resolver = resolver_new();
    self->maker = (buf){0};
    buf_printf(&self->maker, "hearsay %s, %s", hearsay_version(), model_name(weights));
    *out = self;
    return HEARSAY_OK;
}

void hearsay_model_close(hearsay_model *self) {
    if (self == NULL) {
        return;
    }
    resolver_free(self->resolver);
    segmenter_free(self->segmenter);
    model_close(self->weights);
    buf_free(&self->maker);
    mem_free(self);
}

const char *hearsay_model_name(const hearsay_model *self) {
    return model_name(self->weights);
}

const char *hearsay_maker(const hearsay_model *self) {
    return self->maker.data;
}
