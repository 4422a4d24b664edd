#include "link/folds.h"

#include <stdlib.h>
#include <xxhash.h>

typedef struct {
    XXH128_hash_t content;
    uint64_t name;
    str id;
    size_t place;
} folded;

static int by_name(const void *a, const void *b) {
    const folded *x = a;
    const folded *y = b;
    if (x->name != y->name) {
        return (x->name > y->name) - (x->name < y->name);
    }
    const int order = str_compare(x->id, y->id);
    return order != 0 ? order : XXH128_cmp(&x->content, &y->content);
}

static int by_content(const void *a, const void *b) {
    const folded *x = a;
    const folded *y = b;
    const int order = XXH128_cmp(&x->content, &y->content);
    return order != 0 ? order : by_name(a, b);
}

static void hash_part(XXH3_state_t *state, const void *data, size_t size) {
    XXH3_128bits_update(state, &size, sizeof size);
    if (size > 0) {
        XXH3_128bits_update(state, data, size);
    }
}

static XXH128_hash_t statement_hash(const link_statement *of) {
    XXH3_state_t *state = XXH3_createState();
    XXH3_128bits_reset(state);
    hash_part(state, of->speaker.data, of->speaker.size);
    hash_part(state, &of->type, sizeof of->type);
    hash_part(state, &of->said, sizeof of->said);
    hash_part(state, &of->nested, sizeof of->nested);
    hash_part(state, &of->confidence, sizeof of->confidence);
    hash_part(state, of->content, of->content_count * sizeof *of->content);
    const XXH128_hash_t hash = XXH3_128bits_digest(state);
    XXH3_freeState(state);
    return hash;
}

/* Of all that linking reads, but for the id; the order of the statements does not matter. */
static XXH128_hash_t content_hash(const link_document *of) {
    XXH128_hash_t sum = XXH3_128bits(of->text.data, of->text.size);
    for (size_t i = 0; i < of->statement_count; i++) {
        const XXH128_hash_t hash = statement_hash(&of->statements[i]);
        sum.low64 += hash.low64;
        sum.high64 += hash.high64;
    }
    return sum;
}

folds folds_of(const link_document *documents, size_t count, arena *into) {
    folded *all = arena_array(into, folded, count);
    const folds out = {arena_array(into, size_t, count), arena_array(into, size_t, count),
                       arena_array(into, bool, count)};
    for (size_t i = 0; i < count; i++) {
        const str id = documents[i].id;
        all[i] = (folded){content_hash(&documents[i]), XXH3_64bits(id.data, id.size), id, i};
    }
    if (count > 1) {
        qsort(all, count, sizeof *all, by_content);
    }
    for (size_t i = 0, first = 0; i < count; i++) {
        first = XXH128_isEqual(all[first].content, all[i].content) ? first : i;
        out.same_as[all[i].place] = all[first].place;
        out.copied[all[first].place] |= first != i;
    }
    if (count > 1) {
        qsort(all, count, sizeof *all, by_name);
    }
    for (size_t i = 0; i < count; i++) {
        out.order[i] = all[i].place;
    }
    return out;
}
