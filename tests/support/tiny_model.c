#include "support/tiny_model.h"
#include "model/model.h"

#include "support/random.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { BYTES, INT8, FLOAT };
enum {
    VOCABULARY = 64,
    WIDTH = 32,
    INNER = 48,
    RELATION_WIDTH = 32,
    RELATION_INNER = 32,
    POSITIONS = 40,
    REACH = 3,
    HEADER = 136,
    ENTRY = 64
};

typedef struct {
    buf table, data;
    uint32_t count;
    uint64_t seed;
} writer;

static void put32(buf *out, uint32_t value) {
    for (int i = 0; i < 4; i++) {
        buf_putc(out, (char)(value >> 8 * i));
    }
}

static void put64(buf *out, uint64_t value) {
    put32(out, (uint32_t)value);
    put32(out, (uint32_t)(value >> 32));
}

static void put_fixed(buf *out, const char *name, size_t size) {
    char field[64] = {0};
    snprintf(field, sizeof field, "%s", name);
    buf_put(out, (str){field, size});
}

/* An entry of the table; its offset counts from the data's begin and is mended at the end. */
static void put_entry(writer *w, const char *name, uint32_t type, uint32_t rows, uint32_t columns,
                      str bytes) {
    while (w->data.size % 64) {
        buf_putc(&w->data, '\0');
    }
    put_fixed(&w->table, name, 32);
    put32(&w->table, type), put32(&w->table, rows), put32(&w->table, columns), put32(&w->table, 0);
    put64(&w->table, w->data.size), put64(&w->table, bytes.size);
    buf_put(&w->data, bytes);
    w->count++;
}

static void put_floats(writer *w, const char *part, const char *name, uint32_t rows,
                       uint32_t columns, float size) {
    char full[64];
    const size_t n = (size_t)rows * columns;
    float *values = malloc(n * sizeof *values);
    snprintf(full, sizeof full, "%s%s", part, name);
    for (size_t i = 0; i < n; i++) {
        values[i] = size * ((float)random_below(&w->seed, 2001) / 1000.0f - 1.0f);
    }
    put_entry(w, full, FLOAT, rows, columns, (str){(char *)values, n * sizeof *values});
    free(values);
}

static void put_bytes(writer *w, const char *part, const char *name, uint32_t rows,
                      uint32_t columns) {
    char full[64];
    const size_t n = (size_t)rows * columns;
    char *values = malloc(n);
    snprintf(full, sizeof full, "%s%s", part, name);
    for (size_t i = 0; i < n; i++) {
        values[i] = (char)((int)random_below(&w->seed, 129) - 64);
    }
    put_entry(w, full, INT8, rows, columns, (str){values, n});
    free(values);
}

static void put_linear(writer *w, const char *part, uint32_t depth, uint32_t columns) {
    put_bytes(w, part, ".weight", depth, columns);
    put_floats(w, part, ".scale", 1, columns, 0.01f);
    put_floats(w, part, ".bias", 1, columns, 0.1f);
}

static void put_norm(writer *w, const char *part, uint32_t width) {
    put_floats(w, part, ".gain", 1, width, 1.0f);
    put_floats(w, part, ".bias", 1, width, 0.1f);
}

static void put_layer(writer *w, const char *part, uint32_t width, uint32_t inner) {
    static const char *names[] = {".qkv", ".out", ".up", ".down", ".norm1", ".norm2"};
    char full[6][32];
    for (size_t i = 0; i < 6; i++) {
        snprintf(full[i], sizeof full[i], "%s%s", part, names[i]);
    }
    put_linear(w, full[0], width, 3 * width);
    put_linear(w, full[1], width, width);
    put_linear(w, full[2], width, inner);
    put_linear(w, full[3], inner, width);
    put_norm(w, full[4], width);
    put_norm(w, full[5], width);
}

static void put_lists(writer *w) {
    buf list = {0};
    buf_put(&list, STR("[PAD]\n[UNK]\n[CLS]\n[SEP]\n"));
    for (int i = 4; i < VOCABULARY; i++) {
        const int letter = 'a' + (i - 4) % 26;
        buf_printf(&list, i < 30 ? "%c\n" : i < 56 ? "##%c\n" : "word%c\n", letter);
    }
    put_entry(w, "vocabulary", BYTES, 1, (uint32_t)list.size, buf_str(&list));
    put_entry(w, "abbreviations", BYTES, 1, 4, STR("mr+\n"));
    buf_free(&list);
}

static void put_tensors(writer *w) {
    put_bytes(w, "pieces", ".weight", VOCABULARY, WIDTH);
    put_floats(w, "pieces", ".scale", 1, VOCABULARY, 0.02f);
    put_floats(w, "positions", "", POSITIONS, WIDTH, 0.5f);
    put_floats(w, "quotes", "", 8, WIDTH, 0.5f);
    put_floats(w, "cases", "", 8, WIDTH, 0.5f);
    put_floats(w, "starts", "", 4, WIDTH, 0.5f);
    put_norm(w, "norm", WIDTH);
    put_layer(w, "layer0", WIDTH, INNER);
    put_layer(w, "layer1", WIDTH, INNER);
    put_floats(w, "cue", ".weight", 3, WIDTH, 1.0f);
    put_floats(w, "cue", ".bias", 1, 3, 0.1f);
    put_floats(w, "gate", ".weight", 1, WIDTH, 1.0f);
    put_floats(w, "gate", ".bias", 1, 1, 0.1f);
    put_linear(w, "enter", WIDTH, RELATION_WIDTH);
    put_linear(w, "enter_cue", WIDTH, RELATION_WIDTH);
    put_floats(w, "distances", "", 2 * REACH + 1, RELATION_WIDTH, 1.0f);
    put_layer(w, "relation", RELATION_WIDTH, RELATION_INNER);
    put_floats(w, "role", ".weight", 5, RELATION_WIDTH, 1.0f);
    put_floats(w, "role", ".bias", 1, 5, 0.1f);
    put_floats(w, "confidence", "", 1, 5, 1.0f);
    put_linear(w, "traits", WIDTH, PIECE_TRAITS);
    put_lists(w);
}

void tiny_model_bytes(buf *out) {
    static const uint32_t shape[] = {
        VOCABULARY, WIDTH, 2, 2, INNER, POSITIONS, RELATION_WIDTH, 2, RELATION_INNER, REACH,
        20,         8,     8, 4, 2,     3};
    writer w = {.seed = 7};
    put_tensors(&w);
    const size_t start = (HEADER + ENTRY * (size_t)w.count + 63) / 64 * 64;
    for (uint32_t i = 0; i < w.count; i++) {
        uint64_t offset;
        memcpy(&offset, w.table.data + i * ENTRY + 48, sizeof offset);
        offset += start;
        memcpy(w.table.data + i * ENTRY + 48, &offset, sizeof offset);
    }
    put_fixed(out, "\x89HEARSAY", 8);
    put32(out, 1), put32(out, w.count), put64(out, 0), put64(out, 0);
    for (size_t i = 0; i < sizeof shape / sizeof *shape; i++) {
        put32(out, shape[i]);
    }
    put_fixed(out, "tiny 1", 40);
    buf_put(out, buf_str(&w.table));
    while (out->size < start) {
        buf_putc(out, '\0');
    }
    buf_put(out, buf_str(&w.data));
    buf_free(&w.table), buf_free(&w.data);
    tiny_model_seal(out);
}

void tiny_model_seal(buf *file) {
    const uint64_t size = file->size, sum = XXH3_64bits(file->data + 32, file->size - 32);
    memcpy(file->data + 16, &size, sizeof size);
    memcpy(file->data + 24, &sum, sizeof sum);
}

void temporary_file(char *path, str bytes) {
    snprintf(path, 64, "/tmp/hearsay-test-XXXXXX");
    const int file = mkstemp(path);
    if (file < 0 || write(file, bytes.data, bytes.size) != (ssize_t)bytes.size || close(file)) {
        perror(path);
        abort();
    }
}
