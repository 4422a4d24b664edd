#include "model/file.h"

#include "base/file.h"
#include "model/kernels.h"
#include "segment/segment.h"

#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/* Places in the header and in an entry of the table; numbers are little-endian. */
enum {
    AT_VERSION = 8,
    AT_TENSORS = 12,
    AT_SIZE = 16,
    AT_CHECKSUM = 24,
    AT_SHAPE = 32,
    AT_NAME = 96,
    HEADER_SIZE = AT_NAME + MODEL_NAME_SIZE,
    ENTRY_NAME_SIZE = 32,
    ENTRY_TYPE = 32,
    ENTRY_ROWS = 36,
    ENTRY_COLUMNS = 40,
    ENTRY_OFFSET = 48,
    ENTRY_BYTES = 56,
    ENTRY_SIZE = 64,
    TENSOR_ALIGNMENT = 64,
    TENSORS_MAX = 4096
};

static const char magic[8] = {'\x89', 'H', 'E', 'A', 'R', 'S', 'A', 'Y'};

static uint32_t get32(str bytes, size_t at) {
    const unsigned char *p = (const unsigned char *)bytes.data + at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t get64(str bytes, size_t at) {
    return get32(bytes, at) | (uint64_t)get32(bytes, at + 4) << 32;
}

/* Each size of the shape, with what it may be. What a thread needs to read a window grows with the
 * window, and with the reach, times the widest layer: at the most of all that is some 220 MB. */
static const struct {
    const char *name;
    size_t field;
    uint32_t least, most, multiple;
} bounds[] = {
    {"vocabulary", offsetof(model_shape, vocabulary), 1, 1 << 20, 1},
    {"width", offsetof(model_shape, width), 16, 4096, 16},
    {"layers", offsetof(model_shape, layers), 1, 64, 1},
    {"heads", offsetof(model_shape, heads), 1, 64, 1},
    {"inner", offsetof(model_shape, inner), 16, 16384, 16},
    {"positions", offsetof(model_shape, positions), 4, 1 << 16, 1},
    {"relation width", offsetof(model_shape, relation_width), 16, 4096, 16},
    {"relation heads", offsetof(model_shape, relation_heads), 1, 64, 1},
    {"relation inner width", offsetof(model_shape, relation_inner), 16, 16384, 16},
    {"reach", offsetof(model_shape, reach), 1, 256, 1},
    {"window", offsetof(model_shape, window), 4, 1024, 1},
    {"quotation states", offsetof(model_shape, quotes), QUOTE_REPORTED_INSIDE + 1, 256, 1},
    {"letter cases", offsetof(model_shape, cases), CASE_MIXED + 1, 256, 1},
    {"start states", offsetof(model_shape, starts), START_PARAGRAPH + 1, 256, 1},
    {"CLS", offsetof(model_shape, cls), 0, 1 << 20, 1},
    {"SEP", offsetof(model_shape, sep), 0, 1 << 20, 1},
};

static hearsay_status read_shape(model_file *self, hearsay_error *error) {
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        const size_t at = AT_SHAPE + 4 * i;
        const uint32_t value = get32(self->bytes, at);
        if (value < bounds[i].least || value > bounds[i].most || value % bounds[i].multiple) {
            return error_set(error, HEARSAY_MODEL, at,
                             "%s: its %s of %u makes no sense: the model is damaged", self->path,
                             bounds[i].name, (unsigned)value);
        }
        memcpy((char *)&self->shape + bounds[i].field, &value, sizeof value);
    }
    const model_shape *s = &self->shape;
    if (s->width % (s->heads * BLOCK_COLUMNS) ||
        s->relation_width % (s->relation_heads * BLOCK_COLUMNS) || s->window > s->positions ||
        s->cls >= s->vocabulary || s->sep >= s->vocabulary) {
        return error_set(error, HEARSAY_MODEL, AT_SHAPE,
                         "%s: its sizes do not fit each other: the model is damaged", self->path);
    }
    return HEARSAY_OK;
}

/* It is shown to people and written into results. */
static hearsay_status read_name(model_file *self, hearsay_error *error) {
    memcpy(self->name, self->bytes.data + AT_NAME, MODEL_NAME_SIZE);
    for (const char *c = self->name; *c != '\0'; c++) {
        if (*c < ' ' || *c > '~') {
            return error_set(error, HEARSAY_MODEL, AT_NAME + (size_t)(c - self->name),
                             "%s: its name makes no sense: the model is damaged", self->path);
        }
    }
    return HEARSAY_OK;
}

static hearsay_status check(model_file *self, hearsay_error *error) {
    const str all = self->bytes;
    if (all.size < sizeof magic || memcmp(all.data, magic, sizeof magic) != 0) {
        return error_set(error, HEARSAY_MODEL, 0, "%s: not a hearsay model", self->path);
    }
    if (all.size < HEADER_SIZE) {
        return error_set(error, HEARSAY_MODEL, all.size, "%s: cut short within its header",
                         self->path);
    }
    if (get32(all, AT_VERSION) != MODEL_FILE_VERSION) {
        return error_set(error, HEARSAY_MODEL, AT_VERSION,
                         "%s: a model file of version %u; this program reads version %d",
                         self->path, (unsigned)get32(all, AT_VERSION), MODEL_FILE_VERSION);
    }
    if (get64(all, AT_SIZE) != all.size) {
        return error_set(error, HEARSAY_MODEL, AT_SIZE,
                         "%s: %zu bytes instead of %llu: the model was cut short or added to",
                         self->path, all.size, (unsigned long long)get64(all, AT_SIZE));
    }
    if (XXH3_64bits(all.data + AT_SHAPE, all.size - AT_SHAPE) != get64(all, AT_CHECKSUM)) {
        return error_set(error, HEARSAY_MODEL, AT_CHECKSUM,
                         "%s: its checksum does not fit: the model was altered", self->path);
    }
    self->tensor_count = get32(all, AT_TENSORS);
    if (self->tensor_count > TENSORS_MAX ||
        HEADER_SIZE + self->tensor_count * ENTRY_SIZE > all.size) {
        return error_set(error, HEARSAY_MODEL, AT_TENSORS,
                         "%s: its table does not fit into it: the model is damaged", self->path);
    }
    hearsay_status status = read_name(self, error);
    return status ? status : read_shape(self, error);
}

hearsay_status model_file_open(const char *path, model_file *out, hearsay_error *error) {
    *out = (model_file){.path = path};
    hearsay_status status = file_map(path, &out->bytes, error);
    if (status) {
        return status;
    }
    status = check(out, error);
    if (status) {
        model_file_close(out);
    }
    return status;
}

void model_file_close(model_file *self) {
    file_unmap(self->bytes);
    self->bytes = (str){NULL, 0};
}

static size_t element_size(tensor_type type) {
    return type == TENSOR_FLOAT ? sizeof(float) : 1;
}

hearsay_status model_file_tensor(const model_file *self, const char *name, tensor_type type,
                                 size_t rows, size_t columns, str *out, hearsay_error *error) {
    for (size_t i = 0; i < self->tensor_count; i++) {
        const size_t at = HEADER_SIZE + i * ENTRY_SIZE;
        if (strncmp(self->bytes.data + at, name, ENTRY_NAME_SIZE) != 0) {
            continue;
        }
        const uint64_t offset = get64(self->bytes, at + ENTRY_OFFSET),
                       size = get64(self->bytes, at + ENTRY_BYTES);
        const bool fits = rows == 0 || (get32(self->bytes, at + ENTRY_ROWS) == rows &&
                                        get32(self->bytes, at + ENTRY_COLUMNS) == columns &&
                                        size == (uint64_t)rows * columns * element_size(type));
        if (get32(self->bytes, at + ENTRY_TYPE) != (uint32_t)type || !fits ||
            offset % TENSOR_ALIGNMENT || offset > self->bytes.size ||
            size > self->bytes.size - offset) {
            return error_set(error, HEARSAY_MODEL, at,
                             "%s: the shape of its tensor \"%s\" is wrong: the model is damaged",
                             self->path, name);
        }
        *out = (str){self->bytes.data + offset, (size_t)size};
        return HEARSAY_OK;
    }
    return error_set(error, HEARSAY_MODEL, HEADER_SIZE,
                     "%s: the tensor \"%s\" is missing: the model is damaged", self->path, name);
}
