/* The variants of an utterance that are shown. */
#include "cli/trace_formats.h"

#include "base/memory.h"

#include <stdlib.h>

static int by_id(const void *left, const void *right) {
    const str *a = left;
    const str *b = right;
    return str_compare(*a, *b);
}

static size_t count_documents(const hearsay_variant *variants, size_t count) {
    str *ids = mem_alloc(mem_product(count, sizeof *ids));
    size_t different = 0;
    for (size_t i = 0; i < count; i++) {
        const hearsay_str id = variants[i].said.document.id;
        ids[i] = (str){id.data, id.size};
    }
    if (count > 1) {
        qsort(ids, count, sizeof *ids, by_id);
    }
    for (size_t i = 0; i < count; i++) {
        different += i == 0 || !str_equal(ids[i - 1], ids[i]);
    }
    mem_free(ids);
    return different;
}

void traced_take(traced *self, const hearsay_utterance *from, size_t limit) {
    const hearsay_variant *all;
    size_t fullest;
    const size_t count = hearsay_utterance_variants(from, &all, &fullest);
    *self = (traced){.total = count, .documents = count_documents(all, count)};
    for (size_t i = 0; i < count; i++) {
        if (limit == 0 || i < limit || i == fullest || all[i].asked) {
            self->fullest = i == fullest ? self->variants.count : self->fullest;
            vec_push(&self->variants, all[i]);
        }
    }
}

void traced_free(traced *self) {
    vec_free(&self->variants);
}
