#include "store/pages.h"

#include "base/memory.h"

#include <string.h>
#include <unistd.h>

enum {
    FILE_HEADER = 100, /* bytes before the header of the first page */
    LEAF_HEADER = 8,
    TABLE_LEAF = 13, /* the first byte of a page with rows of a table */
    USUAL_PAGE = 8192,
    LEAST_PAGE = 512,
    MOST_PAGE = 65536
};

/* --- the file --------------------------------------------------------------------------------- */

static sqlite3_file *file_of(store *self) {
    sqlite3_file *file = NULL;
    sqlite3_file_control(self->connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    return file != NULL && file->pMethods != NULL ? file : NULL;
}

/* What lies behind the end of the file is read as zeros. False where there is no file, too. */
static bool read_at(sqlite3_file *file, void *into, size_t size, int64_t at) {
    if (file == NULL) {
        return false;
    }
    const int result = file->pMethods->xRead(file, into, (int)size, at);
    return result == SQLITE_OK || result == SQLITE_IOERR_SHORT_READ;
}

static uint32_t number_at(const unsigned char *bytes, size_t size) {
    uint32_t number = 0;
    for (size_t i = 0; i < size; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

int64_t pages_file_size(store *self) {
    sqlite3_file *file = file_of(self);
    sqlite3_int64 size = 0;
    return file != NULL && file->pMethods->xFileSize(file, &size) == SQLITE_OK ? size : 0;
}

static bool read_header(store *self, unsigned char header[FILE_HEADER]) {
    sqlite3_file *file = file_of(self);
    memset(header, 0, FILE_HEADER);
    return file != NULL && read_at(file, header, FILE_HEADER, 0);
}

static size_t told_page_size(const unsigned char header[FILE_HEADER]) {
    size_t size = number_at(header + 16, 2);
    size = size == 1 ? MOST_PAGE : size;
    return size >= LEAST_PAGE && (size & (size - 1)) == 0 ? size : USUAL_PAGE;
}

int64_t pages_told_size(store *self) {
    unsigned char header[FILE_HEADER];
    read_header(self, header);
    return (int64_t)number_at(header + 28, 4) * (int64_t)told_page_size(header);
}

bool pages_mend_header(store *self) {
    static const unsigned char BEGIN[24] = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                            'o', 'r', 'm', 'a', 't', ' ', '3', 0,
                                            0,   0,   2,   2,   0,   64,  32,  32};
    static const unsigned char OWNER[4] = {'H', 'S', 'A', 'Y'};
    unsigned char header[FILE_HEADER];
    sqlite3_file *file = file_of(self);
    if (!read_header(self, header) || memcmp(header + 68, OWNER, sizeof OWNER) != 0) {
        return false;
    }
    const size_t size = told_page_size(header) % MOST_PAGE;
    unsigned char right[sizeof BEGIN];
    memcpy(right, BEGIN, sizeof BEGIN);
    right[16] = (unsigned char)(size >> 8);
    right[17] = size == 0 ? 1 : 0;
    return memcmp(header, right, sizeof right) != 0 &&
           file->pMethods->xWrite(file, right, sizeof right, 0) == SQLITE_OK;
}

bool pages_copy(store *self, int file) {
    const int64_t size = pages_file_size(self);
    char piece[USUAL_PAGE];
    bool done = true;
    for (int64_t at = 0; at < size && done; at += USUAL_PAGE) {
        const size_t wanted = size - at < USUAL_PAGE ? (size_t)(size - at) : USUAL_PAGE;
        done = read_at(file_of(self), piece, wanted, at) &&
               write(file, piece, wanted) == (ssize_t)wanted;
    }
    return done && fsync(file) == 0;
}

/* --- one page --------------------------------------------------------------------------------- */

/* A pass over all pages. */
typedef struct {
    sqlite3_file *file;
    size_t size, usable; /* of a page, in bytes */
    int64_t count;       /* of pages */
    const page_shape *shapes;
    size_t shape_count;
    void *context;
    buf payload; /* of the row that is being read */
} pass;

/* A number as SQLite's files have it: seven bits a byte, the high ones first; the ninth byte has
 * eight. False where it goes over the end. */
static bool take_varint(str *from, uint64_t *out) {
    *out = 0;
    for (size_t i = 0; i < from->size && i < 9; i++) {
        const unsigned char byte = (unsigned char)from->data[i];
        *out = i == 8 ? *out << 8 | byte : *out << 7 | (byte & 0x7F);
        if (i == 8 || byte < 0x80) {
            *from = str_slice(*from, (span){i + 1, from->size});
            return true;
        }
    }
    return false;
}

/* How much of a payload lies in the leaf. */
static size_t local_size(const pass *self, uint64_t size) {
    const size_t most = self->usable - 35;
    const size_t least = (self->usable - 12) * 32 / 255 - 23;
    if (size <= most) {
        return (size_t)size;
    }
    const size_t fitting = least + (size_t)((size - least) % (self->usable - 4));
    return fitting <= most ? fitting : least;
}

/* Adds what lies on further pages, as far as it can be followed. */
static void take_overflow(pass *self, uint32_t page, uint64_t size) {
    unsigned char *at = mem_alloc(self->size);
    /* A page's number can be damaged so that they go round; no payload is longer than the file. */
    for (int64_t left = self->count; left > 0 && self->payload.size < size; left--) {
        if (page == 0 || page > self->count ||
            !read_at(self->file, at, self->size, (int64_t)(page - 1) * (int64_t)self->size)) {
            break;
        }
        const uint64_t wanted = size - self->payload.size;
        const size_t room = self->usable - 4;
        buf_put(&self->payload, (str){(const char *)at + 4, wanted < room ? (size_t)wanted : room});
        page = number_at(at, 4);
    }
    mem_free(at);
}

static size_t size_of_type(uint64_t type) {
    static const size_t NUMBERS[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return type < 10 ? NUMBERS[type] : type < 12 ? 0 : (size_t)(type - 12) / 2;
}

static char letter_of(uint64_t type) {
    return type == 0   ? 'n'
           : type == 7 ? 'f'
           : type < 10 ? 'i'
           : type < 12 ? '?'
           : type % 2  ? 't'
                       : 'b';
}

/* Types of the columns, in `types`; how many they are, 0 where it is no row. `rest` gets what comes
 * behind. */
static size_t take_types(str payload, uint64_t types[PAGE_COLUMNS_MAX], size_t *header) {
    str rest = payload;
    uint64_t size;
    size_t count = 0;
    if (!take_varint(&rest, &size) || size > payload.size ||
        size < (uint64_t)(rest.data - payload.data)) {
        return 0;
    }
    rest.size = (size_t)size - (size_t)(rest.data - payload.data);
    while (rest.size > 0) {
        if (count == PAGE_COLUMNS_MAX || !take_varint(&rest, &types[count])) {
            return 0;
        }
        count++;
    }
    *header = (size_t)size;
    return count;
}

static const page_shape *shape_of(const pass *self, const uint64_t *types, size_t count) {
    for (size_t i = 0; i < self->shape_count; i++) {
        const char *wanted = self->shapes[i].types;
        size_t k = 0;
        while (k < count && wanted[k] != '\0') {
            const char is = letter_of(types[k]);
            const bool fits =
                wanted[k] == is || (wanted[k] ^ 0x20) == is || (is == 'n' && wanted[k] < 'a');
            if (!fits) {
                break;
            }
            k++;
        }
        if (k == count && wanted[k] == '\0') {
            return &self->shapes[i];
        }
    }
    return NULL;
}

static int64_t integer_of(uint64_t type, str bytes) {
    if (type >= 8) {
        return type == 9;
    }
    uint64_t number = bytes.size > 0 && (unsigned char)bytes.data[0] >= 0x80 ? UINT64_MAX : 0;
    for (size_t i = 0; i < bytes.size; i++) {
        number = number << 8 | (unsigned char)bytes.data[i];
    }
    return (int64_t)number;
}

static void take_values(str payload, size_t at, const uint64_t *types, page_row *out) {
    for (size_t i = 0; i < out->count; i++) {
        const size_t size = size_of_type(types[i]);
        page_value *value = &out->values[i];
        *value = (page_value){.type = letter_of(types[i]), .bytes = STR("")};
        value->is_lost = at > payload.size || size > payload.size - at;
        if (!value->is_lost && size > 0) {
            value->bytes = str_slice(payload, (span){at, at + size});
        }
        if (value->type == 'i') {
            value->number = integer_of(types[i], value->bytes);
        }
        at = value->is_lost ? payload.size + 1 : at + size;
    }
}

static void read_cell(pass *self, str cell) {
    uint64_t size, key, types[PAGE_COLUMNS_MAX];
    size_t header;
    if (!take_varint(&cell, &size) || !take_varint(&cell, &key) ||
        size > (uint64_t)self->count * self->size) {
        return;
    }
    const size_t local = local_size(self, size);
    if (local > cell.size || (local < size && cell.size - local < 4)) {
        return;
    }
    const str begin = str_slice(cell, (span){0, local});
    page_row row = {.key = (int64_t)key, .count = take_types(begin, types, &header)};
    const page_shape *shape = row.count > 0 ? shape_of(self, types, row.count) : NULL;
    if (shape == NULL) {
        return;
    }
    buf_clear(&self->payload);
    buf_put(&self->payload, begin);
    if (local < size) {
        take_overflow(self, number_at((const unsigned char *)cell.data + local, 4), size);
    }
    take_values(buf_str(&self->payload), header, types, &row);
    shape->told(self->context, &row);
}

static void read_page(pass *self, const unsigned char *page, size_t header) {
    if (page[header] != TABLE_LEAF) {
        return;
    }
    const size_t cells = number_at(page + header + 3, 2);
    for (size_t i = 0; i < cells; i++) {
        const size_t place = header + LEAF_HEADER + 2 * i;
        if (place + 2 > self->usable) {
            return;
        }
        const size_t at = number_at(page + place, 2);
        if (at >= header + LEAF_HEADER && at < self->usable) {
            read_cell(self, (str){(const char *)page + at, self->usable - at});
        }
    }
}

void pages_each_row(store *self, size_t size, const page_shape *shapes, size_t count,
                    void *context) {
    unsigned char header[FILE_HEADER];
    if (!read_header(self, header)) {
        return;
    }
    size = size != 0 ? size : told_page_size(header);
    pass all = {.file = file_of(self),
                .size = size,
                .usable = size,
                .shapes = shapes,
                .shape_count = count,
                .context = context};
    all.count = (pages_file_size(self) + (int64_t)size - 1) / (int64_t)size;
    unsigned char *page = mem_alloc(size);
    for (int64_t i = 0; i < all.count; i++) {
        if (read_at(all.file, page, size, i * (int64_t)size)) {
            read_page(&all, page, i == 0 ? FILE_HEADER : 0);
        }
    }
    mem_free(page);
    buf_free(&all.payload);
}
