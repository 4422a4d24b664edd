#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A caller deep in a stage could do nothing better, and code for it would never be tested. */
static _Noreturn void out_of_memory(size_t size) {
    fprintf(stderr, "hearsay: out of memory (%zu bytes wanted)\n", size);
    abort();
}

void *mem_alloc(size_t size) {
    return mem_realloc(NULL, size);
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
