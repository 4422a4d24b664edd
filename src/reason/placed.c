#include "reason/placed.h"

#include <stdlib.h>

static int compare(const void *left, const void *right) {
    const placed *a = left, *b = right;
    return a->begin != b->begin ? (a->begin > b->begin) - (a->begin < b->begin)
                                : (a->item > b->item) - (a->item < b->item);
}

static placed_list in_order(placed *items, size_t count) {
    if (count > 0) {
        qsort(items, count, sizeof *items, compare);
    }
    return (placed_list){items, count};
}

placed_list place_cues(const reason_document *of, arena *into) {
    placed *items = arena_array(into, placed, of->statement_count);
    size_t count = 0;
    for (size_t i = 0; i < of->statement_count; i++) {
        if (of->statements[i].cue.count > 0) {
            items[count++] = (placed){of->statements[i].cue.items[0].begin, i};
        }
    }
    return in_order(items, count);
}

placed_list place_links(const reason_document *of, arena *into) {
    placed *items = arena_array(into, placed, of->link_count);
    for (size_t i = 0; i < of->link_count; i++) {
        items[i] = (placed){of->links[i].span.begin, i};
    }
    return in_order(items, of->link_count);
}

/* How many begin before a place of the text. */
static size_t count_before(placed_list all, size_t at) {
    size_t low = 0, high = all.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all.items[middle].begin < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

placed_list placed_in(placed_list all, span part) {
    const size_t first = count_before(all, part.begin), last = count_before(all, part.end);
    return (placed_list){all.items + first, last > first ? last - first : 0};
}
