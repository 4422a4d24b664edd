#include "cli/alike.h"

#include "base/ascii.h"
#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>

enum { WORD_LEAST = 5 }; /* bytes: shorter ones all texts have */

typedef VEC(uint64_t) word_list;

static int by_value(const void *a, const void *b) {
    const uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

/* FNV-1a. */
static uint64_t hash_of(str word) {
    uint64_t hash = 0xCBF29CE484222325U;
    for (size_t i = 0; i < word.size; i++) {
        hash = (hash ^ (unsigned char)ascii_lower(word.data[i])) * 0x100000001B3U;
    }
    return hash;
}

static bool is_letter(char c) {
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

/* The different words, in order of their hashes. */
static word_list words_of(str text) {
    word_list out = {0};
    for (size_t at = 0; at < text.size; at++) {
        const size_t begin = at;
        while (at < text.size && is_letter(text.data[at])) {
            at++;
        }
        if (at - begin >= WORD_LEAST) {
            vec_push(&out, hash_of(str_slice(text, (span){begin, at})));
        }
    }
    if (out.count > 1) {
        qsort(out.items, out.count, sizeof *out.items, by_value);
    }
    size_t kept = 0;
    for (size_t i = 0; i < out.count; i++) {
        if (kept == 0 || out.items[kept - 1] != out.items[i]) {
            out.items[kept++] = out.items[i];
        }
    }
    out.count = kept;
    return out;
}

double alike_share(str text, str other) {
    word_list own = words_of(text), others = words_of(other);
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < own.count && k < others.count;) {
        const int order = by_value(&own.items[i], &others.items[k]);
        shared += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    const double share = own.count > 0 ? (double)shared / (double)own.count : 1;
    vec_free(&own);
    vec_free(&others);
    return share;
}
