/* The model file: a header, a table of tensors, their bytes. docs/model.md has the layout.
 *
 * Nothing in the file is believed before it was checked: sizes, offsets, shapes, and a checksum
 * over all that follows it. Tensors are borrowed from the mapped file. */
#ifndef MODEL_FILE_H
#define MODEL_FILE_H

#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MODEL_FILE_VERSION = 1, MODEL_NAME_SIZE = 40 };

/* The sizes of everything; each is checked against its bounds when the file is opened. */
typedef struct {
    uint32_t vocabulary;            /* pieces */
    uint32_t width;                 /* of the encoder: D */
    uint32_t layers;                /* of the encoder */
    uint32_t heads;                 /* a layer; width is a multiple of BLOCK_COLUMNS for each */
    uint32_t inner;                 /* width of the feed-forward part */
    uint32_t positions;             /* pieces that have a position, CLS and SEP included */
    uint32_t relation_width;        /* of the relation layer: E */
    uint32_t relation_heads;        /* likewise */
    uint32_t relation_inner;        /* likewise */
    uint32_t reach;                 /* distances to the cue are clipped to [-reach, reach] */
    uint32_t window;                /* pieces a window, CLS and SEP included; at most positions */
    uint32_t quotes, cases, starts; /* values that the added features may have */
    uint32_t cls, sep;              /* the pieces that frame a window */
} model_shape;

typedef enum { TENSOR_BYTES = 0, TENSOR_INT8 = 1, TENSOR_FLOAT = 2 } tensor_type;

typedef struct {
    str bytes; /* the whole file, mapped */
    const char *path;
    model_shape shape;
    char name[MODEL_NAME_SIZE + 1];
    size_t tensor_count;
} model_file;

/* Maps and checks the file. `path` is borrowed. HEARSAY_IO, HEARSAY_MODEL. */
hearsay_status model_file_open(const char *path, model_file *out, hearsay_error *error);
void model_file_close(model_file *self);

/* The tensor `name`, which must have the type and, unless both are 0, the shape [rows][columns]; a
 * list of bytes may have any length. HEARSAY_MODEL where it is missing or another. */
hearsay_status model_file_tensor(const model_file *self, const char *name, tensor_type type,
                                 size_t rows, size_t columns, str *out, hearsay_error *error);

/* Whether there is a tensor of that name. */
bool model_file_has(const model_file *self, const char *name);

#endif
