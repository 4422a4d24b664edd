#include "reason/contraries.h"

#include "reason/reporting.h"

extern const unsigned char LIST_CONTRARIES[];
extern const size_t LIST_CONTRARIES_SIZE;

/* The pairs of which a text has the one word or the other, a bit each. */
typedef struct {
    uint64_t ones, others;
} sides;

static void add_word(str word, sides *into) {
    str value, list = {(const char *)LIST_CONTRARIES, LIST_CONTRARIES_SIZE};
    if (!word_find(list, word, &value)) {
        return;
    }
    unsigned pair = 0;
    for (size_t i = 1; i < value.size; i++) {
        pair = 10 * pair + (unsigned)(value.data[i] - '0');
    }
    *(value.data[0] == '+' ? &into->ones : &into->others) |= (uint64_t)1 << (pair % 64);
}

static sides sides_of(const dossier *self, const claim *of) {
    sides out = {0, 0};
    const str text = self->papers[of->document].is->text;
    size_t pos = of->where.begin;
    for (str word = next_word(text, of->where, &pos); word.data != NULL;
         word = next_word(text, of->where, &pos)) {
        add_word(word, &out);
    }
    return out;
}

bool are_contrary(const dossier *self, const claim *a, const claim *b) {
    const sides x = sides_of(self, a), y = sides_of(self, b);
    const uint64_t both = (x.ones & x.others) | (y.ones & y.others);
    return (((x.ones & y.others) | (x.others & y.ones)) & ~both) != 0;
}
