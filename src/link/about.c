#include "link/about.h"

#include "link/linkable.h"

#include <stdlib.h>

/* Words are told by numbers of so many bits: of two documents with nothing in common, one of their
 * words has the same as one of the other's. The gaps between them are written, which take a byte as
 * a rule: one that is as large as a byte goes on in the next. */
enum { NUMBER_BITS = 12, NUMBERS = 1 << NUMBER_BITS, GAP_MOST = 255 };

/* Two documents are alike if they have this share of the words in common of the one that has less.
 */
enum { ALIKE_PERCENT = 16 };

static int by_number(const void *a, const void *b) {
    const uint16_t x = *(const uint16_t *)a;
    const uint16_t y = *(const uint16_t *)b;
    return (x > y) - (x < y);
}

void about_write(const linkable *of, buf *out) {
    const bag *words = &of->parts.about;
    uint16_t numbers[SKETCH_WORDS];
    for (size_t i = 0; i < words->count; i++) {
        numbers[i] = (uint16_t)(words->items[i].stem >> (64 - NUMBER_BITS));
    }
    if (words->count > 1) {
        qsort(numbers, words->count, sizeof *numbers, by_number);
    }
    int last = -1;
    for (size_t i = 0; i < words->count; i++) {
        if (numbers[i] == last) {
            continue;
        }
        int gap = numbers[i] - last - 1;
        for (; gap >= GAP_MOST; gap -= GAP_MOST) {
            buf_putc(out, (char)GAP_MOST);
        }
        buf_putc(out, (char)gap);
        last = numbers[i];
    }
}

/* The next number; false at the end. */
static bool take_number(str *from, int *number) {
    bool goes_on = true;
    for (*number += from->size > 0; goes_on && from->size > 0;) {
        const int gap = (unsigned char)*from->data;
        *from = str_slice(*from, (span){1, from->size});
        *number += gap;
        goes_on = gap == GAP_MOST;
    }
    return !goes_on;
}

bool about_alike(str a, str b) {
    int x = -1;
    int y = -1;
    size_t in_a = 0;
    size_t in_b = 0;
    size_t in_both = 0;
    bool more_a = take_number(&a, &x);
    bool more_b = take_number(&b, &y);
    while (more_a || more_b) {
        const bool from_a = more_a && (!more_b || x <= y);
        const bool from_b = more_b && (!more_a || y <= x);
        in_a += from_a;
        in_b += from_b;
        in_both += from_a && from_b;
        more_a = from_a ? take_number(&a, &x) : more_a;
        more_b = from_b ? take_number(&b, &y) : more_b;
    }
    return 100 * in_both >= ALIKE_PERCENT * (in_a < in_b ? in_a : in_b);
}
