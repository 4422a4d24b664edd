#include "resolve/voices.h"

#include "base/vec.h"

#include <stdlib.h>

typedef struct {
    span span;
    size_t relation;
} voice;

/* Outer ones first. */
static int by_begin(const void *left, const void *right) {
    const voice *a = left;
    const voice *b = right;
    if (a->span.begin != b->span.begin) {
        return a->span.begin < b->span.begin ? -1 : 1;
    }
    if (a->span.end != b->span.end) {
        return a->span.end > b->span.end ? -1 : 1;
    }
    return (a->relation > b->relation) - (a->relation < b->relation);
}

static voice *gather(const relation_list *relations, size_t *count) {
    VEC(voice) found = {0};
    for (size_t i = 0; i < relations->count; i++) {
        const span_list content = relations->items[i].content;
        for (size_t j = 0; j < content.count; j++) {
            vec_push(&found, (voice){content.items[j], i});
        }
    }
    if (found.count > 0) {
        qsort(found.items, found.count, sizeof *found.items, by_begin);
    }
    *count = found.count;
    return found.items;
}

size_t *voices_find(const token_list *tokens, const relation_list *relations, arena *into) {
    size_t *out = arena_array(into, size_t, tokens->count + 1);
    size_t count = 0;
    voice *voices = gather(relations, &count);
    VEC(voice) open = {0};
    for (size_t i = 0, next = 0; i < tokens->count; i++) {
        size_t at = tokens->items[i].span.begin;
        while (next < count && voices[next].span.begin <= at) {
            vec_push(&open, voices[next++]);
        }
        while (open.count > 0 && open.items[open.count - 1].span.end <= at) {
            open.count--;
        }
        out[i] = open.count > 0 ? open.items[open.count - 1].relation : NO_RELATION;
    }
    out[tokens->count] = NO_RELATION;
    vec_free(&open);
    mem_free(voices);
    return out;
}
