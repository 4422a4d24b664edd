/* Documents from files and streams. */
#include "engine/document.h"

struct hearsay_input {
    input *from;
};

hearsay_status hearsay_input_open(const char *path, const hearsay_input_options *options,
                                  hearsay_input **out, hearsay_error *error) {
    input *from;
    hearsay_status status = input_open(path, options, &from, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    *out = mem_alloc(sizeof **out);
    **out = (hearsay_input){from};
    return HEARSAY_OK;
}

void hearsay_input_close(hearsay_input *self) {
    if (self == NULL) {
        return;
    }
    input_close(self->from);
    mem_free(self);
}

hearsay_status hearsay_input_next(hearsay_input *self, hearsay_document **document,
                                  hearsay_error *error) {
    hearsay_document *made = document_begin();
    str origin = {NULL, 0};
    hearsay_status status = input_next(self->from, made->memory, &made->reading, &origin, error);
    if (status != HEARSAY_OK) {
        hearsay_document_free(made);
        return status;
    }
    made->origin = public_str(made->reading.origin.data != NULL ? made->reading.origin : origin);
    return document_complete(made, document, error);
}

size_t hearsay_input_position(const hearsay_input *self, size_t *size) {
    return input_position(self->from, size);
}
