/* Any bytes at all, read as a web page and as a piece of one, and what must hold of the reading.
 *
 *   clang -std=c17 -g -O1 -D_DEFAULT_SOURCE -fsanitize=fuzzer,address,undefined -Iinclude -Isrc \
 *       fuzz/read_html.c src/base/[a-z]*.c src/read/[a-z]*.c -lgumbo -lmd4c -ljansson -lutf8proc
 * -lm mkdir -p /tmp/corpus && ./a.out -max_total_time=60 -timeout=5 /tmp/corpus tests/cases/pages
 */
#include "base/utf8.h"
#include "read/html.h"

#include <stdint.h>
#include <stdlib.h>

static void require(int holds) {
    if (!holds) {
        abort();
    }
}

static void check_sources(const reading *page, size_t size) {
    for (size_t i = 0; i < page->source_count; i++) {
        const source_run *each = &page->sources[i];
        require(each->source <= each->source_end && each->source_end <= size);
        require(each->text < page->view.text.size);
        require(i == 0 ? each->text == 0 : each->text > page->sources[i - 1].text);
    }
    require(page->source_count > 0 || page->view.text.size == 0);
}

static void check(const reading *page, size_t size, arena *memory) {
    str repaired;
    require(utf8_repair(page->view.text, memory, &repaired, NULL, NULL) == 0);
    require(str_equal(page->view.text, page->view.shown));
    size_t end = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        const span each = page->blocks[i].span;
        require(each.begin >= end && each.end > each.begin && each.end <= page->view.text.size);
        end = each.end;
    }
    size_t begin = 0;
    for (size_t i = 0; i < page->link_count; i++) {
        const span each = page->links[i].span;
        require(each.begin >= begin && each.end > each.begin && each.end <= page->view.text.size);
        begin = each.end;
    }
    check_sources(page, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    const str bytes = {(const char *)data, size};
    const html_hints hints = {.charset = {NULL, 0}, .url = STR("http://example.com/a/b?c")};
    reading page;
    if (read_html(memory, bytes, &hints, &page, NULL) == HEARSAY_OK) {
        check(&page, size, memory);
    }
    require(read_html_fragment(memory, bytes, &hints, &page, NULL) == HEARSAY_OK);
    check(&page, size, memory);
    looks_like_html(bytes);
    arena_free(memory);
    return 0;
}
