#include "resolve/likeness.h"

/* Traits are sixteenths, and products are divided by the root of how many there are (Vaswani et al.
 * 2017). */
static const float UNIT = 1.0F / (16 * 16 * 8);
_Static_assert(TRAITS == 64, "8 is its root");

float likeness(const segmentation *text, const int8_t *traits, span pronoun, span other) {
    const size_t from = segment_piece_after(text, pronoun.begin);
    const size_t first = segment_piece_after(text, other.begin);
    const size_t last = segment_piece_after(text, other.end - 1);
    if (traits == NULL || from >= text->piece_count || last >= text->piece_count) {
        return 0;
    }
    const int8_t *a = traits + from * PIECE_TRAITS + TRAITS_PRONOUN;
    const int8_t *b = traits + first * PIECE_TRAITS + TRAITS_FIRST;
    const int8_t *c = traits + last * PIECE_TRAITS + TRAITS_LAST;
    int sum = 0; /* whole numbers, so that all processors agree */
    for (size_t i = 0; i < TRAITS; i++) {
        sum += a[i] * (b[i] + c[i]);
    }
    return (float)sum * UNIT;
}
