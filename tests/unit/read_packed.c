/* What is packed, whole and damaged; and what is packed to do harm. */
#include "support/check.h"

#include "base/buf.h"
#include "read/read.h"
#include "read/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

static char path[] = "/tmp/hearsay_packed_XXXXXX";

static int make_file(void **unused) {
    (void)unused;
    int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int remove_file(void **unused) {
    (void)unused;
    return unlink(path);
}

/* --- packing ---------------------------------------------------------------------------------- */

static void put_gzip(buf *out, str bytes) {
    z_stream with = {.next_in = (Bytef *)bytes.data, .avail_in = (uInt)bytes.size};
    assert_int_equal(deflateInit2(&with, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    size_t room = deflateBound(&with, bytes.size);
    buf_reserve(out, room);
    with.next_out = (Bytef *)out->data + out->size;
    with.avail_out = (uInt)room;
    assert_int_equal(deflate(&with, Z_FINISH), Z_STREAM_END);
    out->size += with.total_out;
    deflateEnd(&with);
}

static void put_zstd(buf *out, str bytes) {
    size_t room = ZSTD_compressBound(bytes.size);
    buf_reserve(out, room);
    size_t size = ZSTD_compress(out->data + out->size, room, bytes.data, bytes.size, 3);
    assert_false(ZSTD_isError(size));
    out->size += size;
}

/* --- reading ---------------------------------------------------------------------------------- */

/* All documents of the file, each with a semicolon, and errors without the path. */
static void expect(const buf *file, hearsay_input_options options, const char *expected) {
    FILE *to = fopen(path, "wb");
    assert_non_null(to);
    fwrite(file->data, 1, file->size, to);
    fclose(to);
    input *from;
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    buf found = {0};
    hearsay_status status;
    do {
        arena *memory = arena_new();
        reading text;
        str origin;
        hearsay_error error;
        status = input_next(from, memory, &text, &origin, &error);
        if (status == HEARSAY_OK) {
            buf_put(&found, text.view.text);
            buf_putc(&found, ';');
        } else if (status != HEARSAY_END) {
            buf_printf(&found, "%s;", error.message + strlen(path));
        }
        arena_free(memory);
    } while (status != HEARSAY_END);
    input_close(from);
    assert_string_equal(found.data, expected);
    buf_free(&found);
}

static const hearsay_input_options NONE = {.max_size = 0};

static void gzip_members(void **unused) {
    (void)unused;
    buf file = {0};
    put_gzip(&file, STR("He said so"));
    put_gzip(&file, STR(", she said."));
    expect(&file, NONE, "He said so, she said.;");
    buf_put(&file, STR("\0\0\0\0")); /* as tapes have it */
    expect(&file, NONE, "He said so, she said.;");
    file.size -= 10;
    expect(&file, NONE, ": what is packed is cut off;");
    buf_free(&file);
}

static void zstd_frames(void **unused) {
    (void)unused;
    buf file = {0};
    put_zstd(&file, STR("{\"text\": \"one\"}\n"));
    put_zstd(&file, STR("{\"text\": \"two\"}\n"));
    expect(&file, NONE, "one;two;");
    file.size -= 3;
    expect(&file, NONE, "one;: what is packed is cut off;");
    buf_free(&file);
}

/* gzip in zstd in gzip: three layers, if so many are allowed. */
static void layers(void **unused) {
    (void)unused;
    buf inner = {0};
    buf middle = {0};
    buf file = {0};
    put_gzip(&inner, STR("He said so."));
    put_zstd(&middle, buf_str(&inner));
    put_gzip(&file, buf_str(&middle));
    expect(&file, NONE, "He said so.;");
    expect(&file, (hearsay_input_options){.max_layers = 3}, "He said so.;");
    expect(&file, (hearsay_input_options){.max_layers = 2},
           ": packed in too many layers (--max-layers sets the limit);");
    buf_free(&inner);
    buf_free(&middle);
    buf_free(&file);
}

static void put_record(buf *out, const char *url, const char *text) {
    buf record = {0};
    buf_printf(&record,
               "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: %s\r\n"
               "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
               url, strlen(text), text);
    put_gzip(out, buf_str(&record));
    buf_free(&record);
}

/* One of three members is damaged: the two others are read. */
static void damaged_record(void **unused) {
    (void)unused;
    buf file = {0};
    put_record(&file, "https://courier.example/1", "one");
    size_t second = file.size;
    put_record(&file, "https://courier.example/2", "two");
    memset(file.data + second + 20, 0xFF, 30);
    put_record(&file, "https://courier.example/3", "three");
    expect(&file, NONE, "one;:record 1: what is packed is damaged;three;");
    buf_free(&file);
}

/* --- harm ------------------------------------------------------------------------------------- */

/* Half a megabyte of zeros for each of a hundred times that. */
static void bombs(void **unused) {
    (void)unused;
    const size_t size = (size_t)64 << 20;
    char *zeros = calloc(size, 1);
    memset(zeros, ' ', size);
    void (*const pack[])(buf *, str) = {put_gzip, put_zstd};
    for (size_t i = 0; i < 2; i++) {
        buf file = {0};
        pack[i](&file, (str){zeros, size});
        expect(&file, (hearsay_input_options){.max_size = 1 << 20},
               ": larger than 1 MB (--max-size sets the limit);");
        expect(&file, (hearsay_input_options){.max_size = size},
               ": unpacks to more than 250 times its size (--max-ratio sets the limit);");
        buf_free(&file);
    }
    free(zeros);
}

/* A compressed file that holds itself, and so on, as far as it is gone into. */
static void nested_bomb(void **unused) {
    (void)unused;
    buf file = {0};
    put_gzip(&file, STR("x"));
    for (size_t i = 0; i < 20; i++) {
        buf outer = {0};
        put_gzip(&outer, buf_str(&file));
        buf_free(&file);
        file = outer;
    }
    expect(&file, NONE, ": packed in too many layers (--max-layers sets the limit);");
    buf_free(&file);
}

/* A stream whose time is over gives no more. */
static void slow(void **unused) {
    (void)unused;
    const budget spent = {.seconds = 0, .begun = budget_clock() - 1};
    stream *from;
    hearsay_error error;
    assert_int_equal(stream_open(path, &spent, &from, NULL), HEARSAY_OK);
    assert_int_equal(stream_fill(from, &error), HEARSAY_TOO_LARGE);
    assert_string_equal(error.message, "takes more than 0 seconds");
    assert_int_equal(stream_fill(from, &error), HEARSAY_END);
    stream_close(from);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gzip_members), cmocka_unit_test(zstd_frames),
        cmocka_unit_test(layers),       cmocka_unit_test(damaged_record),
        cmocka_unit_test(bombs),        cmocka_unit_test(nested_bomb),
        cmocka_unit_test(slow),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
