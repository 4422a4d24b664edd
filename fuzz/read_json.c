/* Any bytes at all, read as a line of JSON.
 *
 *   clang -std=c17 -g -O1 -D_DEFAULT_SOURCE -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *       fuzz/read_json.c src/base/[a-z]*.c src/read/[a-z]*.c -lmd4c -ljansson -lutf8proc
 *   mkdir -p /tmp/corpus && ./a.out -max_total_time=60 -timeout=2 /tmp/corpus tests/cases/read */
#include "base/utf8.h"
#include "read/read.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void require(int holds) {
    if (!holds) {
        abort();
    }
}

static void check_text(arena *memory, str text) {
    str repaired;
    require(utf8_repair(text, memory, &repaired, NULL, NULL) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    reading document;
    hearsay_error error = {.message = ""};
    str line = {(const char *)data, size};
    if (read_json_line(memory, line, &document, &error) == HEARSAY_OK) {
        check_text(memory, document.view.text);
        check_text(memory, (str){document.metadata.title.data, document.metadata.title.size});
    } else {
        require(error.code == HEARSAY_FORMAT && strlen(error.message) > 0);
        check_text(memory, str_from(error.message));
    }
    arena_free(memory);
    return 0;
}
