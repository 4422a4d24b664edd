#include "link/bag.h"

#include "base/hash_sort.h"

#include <math.h>
#include <string.h>

static int by_stem(const void *a, const void *b) {
    const bag_item *x = a;
    const bag_item *y = b;
    return (x->stem > y->stem) - (x->stem < y->stem);
}

static int heaviest(const bag_item *x, const bag_item *y) {
    return x->weight != y->weight ? (x->weight < y->weight) - (x->weight > y->weight)
                                  : by_stem(x, y);
}

size_t bag_heaviest(bag self, size_t most, bag_item *out) {
    size_t count = 0;
    for (size_t i = 0; i < self.count; i++) {
        const bag_item *each = &self.items[i];
        size_t at = count;
        while (at > 0 && heaviest(each, &out[at - 1]) < 0) {
            at--;
        }
        if (at < most) {
            count += count < most;
            memmove(&out[at + 1], &out[at], (count - at - 1) * sizeof *out);
            out[at] = *each;
        }
    }
    return count;
}

static float weight_of(const bag_item *items, size_t count) {
    float sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += items[i].weight * (float)items[i].count;
    }
    return sum;
}

bag bag_of(terms words, arena *into) {
    bag_item *items = arena_array(into, bag_item, words.count);
    for (size_t i = 0; i < words.count; i++) {
        const term *each = &words.items[i];
        items[i] = (bag_item){each->stem, each->weight, each->weight, 1, each->is};
    }
    hash_sort(items, words.count, sizeof *items, by_stem);
    size_t count = 0;
    for (size_t i = 0; i < words.count; i++) {
        bag_item *last = count > 0 ? &items[count - 1] : NULL;
        if (last != NULL && last->stem == items[i].stem) {
            last->count++;
            last->is |= items[i].is;
            last->weight = fminf(last->weight, items[i].weight);
        } else {
            items[count++] = items[i];
        }
    }
    return (bag){items, count, weight_of(items, count), 0};
}

/* A word that a document has so often counts no less the more often it is there: who says one thing
 * a thousand times still says the same. */
static const float FULL = 20;

void bag_localize(bag *self, bag whole) {
    bag_item *items = self->items;
    self->local = 0;
    for (size_t i = 0, j = 0; i < self->count; i++) {
        while (j < whole.count && whole.items[j].stem < items[i].stem) {
            j++;
        }
        const float times = j < whole.count && whole.items[j].stem == items[i].stem
                                ? (float)whole.items[j].count
                                : 1;
        items[i].local = items[i].weight / (1 + logf(fminf(times, FULL)));
        self->local += items[i].local;
    }
}

bag bag_sketch(bag self, size_t most, arena *into) {
    bag_item *items = arena_copy(into, self.items, self.count * sizeof *items);
    for (size_t i = 0; i < self.count; i++) {
        items[i].weight *= 1 + logf((float)items[i].count);
        items[i].count = 1;
    }
    const bag weighed = {items, self.count, 0, 0};
    bag_item *out = arena_array(into, bag_item, self.count < most ? self.count : most);
    const size_t count = bag_heaviest(weighed, most, out);
    hash_sort(out, count, sizeof *out, by_stem);
    return (bag){out, count, weight_of(out, count), 0};
}

common bag_common(bag a, bag b) {
    common out = {0};
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        const bag_item *x = &a.items[i];
        const bag_item *y = &b.items[j];
        if (x->stem == y->stem) {
            const uint32_t count = x->count < y->count ? x->count : y->count;
            out.weight += fminf(x->weight, y->weight) * (float)count;
            out.local += fminf(x->local, y->local);
            out.words += count;
            out.names += (x->is & y->is & TERM_NAME) != 0;
            out.numbers += (x->is & y->is & TERM_NUMBER) != 0;
        }
        i += x->stem <= y->stem;
        j += x->stem >= y->stem;
    }
    return out;
}

float bag_similarity(bag a, bag b) {
    const float both = a.weight + b.weight;
    return both > 0 ? 2 * bag_common(a, b).weight / both : 0;
}
