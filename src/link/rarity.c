#include "link/rarity.h"

#include "base/ascii.h"

#include <string.h>

/* Made of data/link/ by cmake/lists.cmake. */
extern const unsigned char LIST_RARITY[];
extern const size_t LIST_RARITY_SIZE;
extern const unsigned char LIST_MODALITY[];
extern const size_t LIST_MODALITY_SIZE;

/* The rarity in tenths, with one more so that 0 is none, and the letter above it. */
enum { MODALITY_SHIFT = 16, TENTHS_MASK = 0xFFFF };

/* Decimals such as 3.9 as tenths, letters as themselves. */
static uint32_t value_of(str written) {
    uint32_t tenths = 0;
    for (size_t i = 0; i < written.size; i++) {
        if (ascii_is_digit(written.data[i])) {
            tenths = tenths * 10 + (uint32_t)(written.data[i] - '0');
        } else if (ascii_is_letter(written.data[i])) {
            return (uint32_t)written.data[i] << MODALITY_SHIFT;
        }
    }
    return tenths + 1;
}

/* Lines of a word, a tab and its value; # begins a comment. */
static void read_list(lexicon *into, str text) {
    while (text.size > 0) {
        const char *stop = memchr(text.data, '\n', text.size);
        const size_t size = stop != NULL ? (size_t)(stop - text.data) : text.size;
        const char *tab = memchr(text.data, '\t', size);
        if (text.data[0] != '#' && tab != NULL) {
            const size_t key = (size_t)(tab - text.data);
            *lexicon_put(into, (str){text.data, key}) |= value_of((str){tab + 1, size - key - 1});
        }
        text = str_slice(text, (span){size + 1, text.size});
    }
}

void rarity_open(rarity *self) {
    *self = (rarity){0};
    read_list(&self->words, (str){(const char *)LIST_RARITY, LIST_RARITY_SIZE});
    read_list(&self->words, (str){(const char *)LIST_MODALITY, LIST_MODALITY_SIZE});
}

void rarity_close(rarity *self) {
    lexicon_free(&self->words);
}

word_rarity rarity_of(const rarity *self, str word) {
    const uint32_t *found = lexicon_find(&self->words, word);
    const uint32_t tenths = found != NULL ? *found & TENTHS_MASK : 0;
    return (word_rarity){.weight = tenths > 0 ? (float)(tenths - 1) / 10 : RARITY_MOST,
                         .modality = found != NULL ? (char)(*found >> MODALITY_SHIFT) : '\0'};
}
