#include "base/hash_sort.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Fewer are sorted as they lie, and so is a heap of fewer. */
enum { FEW = 16 };

typedef int (*comparing)(const void *one, const void *other);

static void insert_each(char *items, size_t count, size_t size, comparing compare) {
    char moved[HASH_SORT_MOST];
    for (size_t i = 1; i < count; i++) {
        char *to = items + i * size;
        if (compare(to - size, to) <= 0) {
            continue;
        }
        memcpy(moved, to, size);
        do {
            memcpy(to, to - size, size);
            to -= size;
        } while (to > items && compare(to - size, moved) > 0);
        memcpy(to, moved, size);
    }
}

static void sort_heap(char *items, size_t count, size_t size, comparing compare) {
    if (count <= FEW) {
        insert_each(items, count, size, compare);
    } else {
        qsort(items, count, size, compare);
    }
}

static size_t heap_of(const char *item, unsigned bits) {
    uint64_t hash;
    memcpy(&hash, item, sizeof hash);
    return (size_t)(hash >> (64 - bits));
}

void hash_sort(void *items, size_t count, size_t size, comparing compare) {
    if (count <= FEW) {
        insert_each(items, count, size, compare);
        return;
    }
    const unsigned bits = 63 - (unsigned)__builtin_clzll(count);
    const size_t heaps = (size_t)1 << bits;
    const size_t room = mem_product(count, size);
    size_t *ends = mem_alloc(mem_product(heaps + 1, sizeof *ends));
    char *sorted = mem_alloc(room);
    memset(ends, 0, (heaps + 1) * sizeof *ends);
    const char *from = items;
    for (size_t i = 0; i < count; i++) {
        ends[heap_of(from + i * size, bits) + 1]++;
    }
    for (size_t heap = 0; heap < heaps; heap++) {
        ends[heap + 1] += ends[heap];
    }
    for (size_t i = 0; i < count; i++) { /* from where a heap begins, which so becomes its end */
        memcpy(sorted + ends[heap_of(from + i * size, bits)]++ * size, from + i * size, size);
    }
    for (size_t heap = 0, begin = 0; heap < heaps; begin = ends[heap++]) {
        sort_heap(sorted + begin * size, ends[heap] - begin, size, compare);
    }
    memcpy(items, sorted, room);
    mem_free(sorted);
    mem_free(ends);
}
