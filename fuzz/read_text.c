/* Any bytes at all, read as a text, and what must hold of what is shown of them.
 *
 *   clang -std=c17 -g -O1 -D_DEFAULT_SOURCE -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *       fuzz/read_text.c src/base/[a-z]*.c src/read/[a-z]*.c -lmd4c -ljansson -lutf8proc
 *   mkdir -p /tmp/corpus && ./a.out -max_total_time=60 -timeout=2 /tmp/corpus tests/cases/read */
#include "read/read.h"

#include <stdint.h>
#include <stdlib.h>

static void require(int holds) {
    if (!holds) {
        abort();
    }
}

/* The runs ascend, and what is shown stands in the text where they say. */
static void check_runs(const view *seen) {
    for (size_t i = 0; i < seen->run_count; i++) {
        size_t end = i + 1 < seen->run_count ? seen->runs[i + 1].shown : seen->shown.size;
        require(end > seen->runs[i].shown);
        span there = {seen->runs[i].text, seen->runs[i].text + end - seen->runs[i].shown};
        require(there.end <= seen->text.size);
        require(i + 1 == seen->run_count || there.end < seen->runs[i + 1].text);
        str shown = str_slice(seen->shown, (span){seen->runs[i].shown, end});
        require(str_equal(str_slice(seen->text, there), shown));
    }
    require(seen->run_count > 0 || seen->shown.size == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    reading text;
    read_text(memory, (str){(const char *)data, size}, &text);
    check_runs(&text.view);
    for (size_t i = 0; i < text.view.shown.size; i++) {
        span there = view_span(&text.view, (span){i, i + 1});
        require(there.end == there.begin + 1);
        require(text.view.text.data[there.begin] == text.view.shown.data[i]);
    }
    read_is_text((str){(const char *)data, size}, NULL);
    arena_free(memory);
    return 0;
}
