/* hearsay-contents MODEL FILE: what the gate for contents (model/model.h) is trained on, for
 * train/gate.py. Every content that is read again of the file's documents is written as the number
 * of its pieces (32 bits), a byte for each piece, 1 where it is likelier of a cue than not, and
 * the rows below the gate: floats of this machine, a row of the encoder's width a piece. */
#include "base/memory.h"
#include "hearsay.h"
#include "model/model.h"

#include <inttypes.h>
#include <stdio.h>

/* The linker puts this in the place of the real one (cmake/tools.cmake): there is no gate here. */
__typeof__(model_read_content) written __asm__("__wrap_model_read_content");

/* It has no argument by which it could be told; the width is that of the one model that is open. */
static size_t width;

const float *written(model_scratch *self, const model_piece *pieces, size_t count) {
    const uint32_t size = (uint32_t)count;
    fwrite(&size, sizeof size, 1, stdout);
    const float *cues = model_read_window(self, pieces, count);
    for (size_t i = 0; i < count; i++) {
        const float *label = cues + i * CUE_LABELS;
        putchar(label[CUE_B] > label[CUE_O] || label[CUE_I] > label[CUE_O]);
    }
    model_read_below_gate(self, pieces, count);
    fwrite(model_rows(self), sizeof(float), count * width, stdout);
    return model_read_window(self, pieces, count);
}

static hearsay_status read_documents(hearsay_reader *reader, hearsay_input *input,
                                     hearsay_error *error) {
    hearsay_document *document;
    hearsay_status status;
    while ((status = hearsay_input_next(input, &document, error)) == HEARSAY_OK) {
        hearsay_attribute(reader, document);
        hearsay_document_free(document);
    }
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

/* The width alone: the library does not tell it. */
static hearsay_status learn_width(const char *path, hearsay_error *error) {
    model *opened;
    const hearsay_status status = model_open(path, &opened, error);
    if (!status) {
        width = model_width(opened);
        model_close(opened);
    }
    return status;
}

int main(int argc, char **argv) {
    hearsay_model *opened = NULL;
    hearsay_reader *reader = NULL;
    hearsay_input *input = NULL;
    hearsay_error error = {.message = "usage: hearsay-contents MODEL FILE"};
    const bool good = argc == 3 && learn_width(argv[1], &error) == HEARSAY_OK &&
                      hearsay_model_open(argv[1], &opened, &error) == HEARSAY_OK &&
                      hearsay_reader_new(opened, &reader, &error) == HEARSAY_OK &&
                      hearsay_input_open(argv[2], NULL, &input, &error) == HEARSAY_OK &&
                      read_documents(reader, input, &error) == HEARSAY_OK && !ferror(stdout);
    if (!good) {
        fprintf(stderr, "hearsay-contents: %s\n", error.message);
    }
    hearsay_input_close(input);
    hearsay_reader_free(reader);
    hearsay_model_close(opened);
    return good ? 0 : 2;
}
