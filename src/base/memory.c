#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 64 /* bytes of a line of the cache */ };

/* A caller deep in a stage could do nothing better, and code for it would never be tested. */
static _Noreturn void out_of_memory(size_t size) {
    fprintf(stderr, "hearsay: out of memory (%zu bytes wanted)\n", size);
    abort();
}

void *mem_alloc(size_t size) {
    return mem_realloc(NULL, size);
}

void *mem_alloc_lines(size_t count, size_t size) {
    const size_t lines = mem_product(count, size) / LINE + 1;
    void *memory = aligned_alloc(LINE, mem_product(lines, LINE));
    if (memory == NULL) {
        out_of_memory(lines * LINE);
    }
    return memset(memory, 0, lines * LINE);
}

void *mem_realloc(void *memory, size_t size) {
    void *grown = realloc(memory, size > 0 ? size : 1);
    if (grown == NULL) {
        out_of_memory(size);
    }
    return grown;
}

void mem_free(void *memory) {
    free(memory);
}

size_t mem_product(size_t count, size_t size) {
    if (size > 0 && count > SIZE_MAX / size) {
        out_of_memory(SIZE_MAX);
    }
    return count * size;
}
