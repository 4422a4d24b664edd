#include "link/terms.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <utf8proc.h>
#include <xxhash.h>

/* A longer word is known by its beginning. */
enum { WORD_BYTES = 96, FORM_MAX = 32 };

typedef struct {
    char data[WORD_BYTES];
    size_t size;
} plain_word;

/* Adds a character's small letters without accents. */
static void put_plain(plain_word *word, uint32_t cp) {
    if (cp < 0x80) { /* most are, and utf8proc would say the same */
        if (word->size + 4 <= WORD_BYTES) {
            word->data[word->size++] = ascii_lower((char)cp);
        }
        return;
    }
    utf8proc_int32_t form[FORM_MAX];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)cp, form, FORM_MAX,
        UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < FORM_MAX; i++) {
        if (word->size + 4 <= WORD_BYTES && is_alphanumeric((uint32_t)form[i])) {
            word->size += utf8_put(word->data + word->size, (uint32_t)form[i]);
        }
    }
}

static bool ends(str word, str ending, size_t stem) {
    return word.size >= ending.size + stem &&
           memcmp(word.data + word.size - ending.size, ending.data, ending.size) == 0;
}

static bool vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* The word without the commonest endings of nouns and verbs; in the manner of Harman's S stemmer
 * (1991), with -ed and -ing besides, and "realize" as "realise". */
static str stem_of(str word) {
    if (ends(word, STR("ies"), 2)) {
        word.size -= 2; /* "parties" as "parti", where "party" goes below */
    } else if (ends(word, STR("s"), 3) && !ends(word, STR("ss"), 0) && !ends(word, STR("us"), 0)) {
        word.size -= 1;
    }
    if (ends(word, STR("ing"), 3)) {
        word.size -= 3;
    } else if (ends(word, STR("ed"), 3)) {
        word.size -= 2;
    }
    const bool doubled = word.size > 3 && word.data[word.size - 1] == word.data[word.size - 2] &&
                         !vowel(word.data[word.size - 1]) && word.data[word.size - 1] != 's' &&
                         word.data[word.size - 1] != 'l';
    if (doubled || ends(word, STR("e"), 3)) {
        word.size -= 1;
    }
    return word;
}

static uint64_t stem_hash(const plain_word *word) {
    str stem = stem_of((str){word->data, word->size});
    plain_word spelled;
    memcpy(spelled.data, stem.data, stem.size);
    char *last = &spelled.data[stem.size - 1];
    if (stem.size > 3) {
        *last = *last == 'y' ? 'i' : *last == 'z' ? 's' : *last;
    }
    return XXH3_64bits(spelled.data, stem.size);
}

static term term_of(const rarity *with, const plain_word *word, span where, uint32_t first,
                    bool begins) {
    const str plain = {word->data, word->size};
    const word_rarity known = rarity_of(with, plain);
    const char modality = known.modality;
    const bool number = is_digit(first) || modality == 'c';
    const bool name = is_upper(first) && !begins;
    return (term){.word = XXH3_64bits(plain.data, plain.size),
                  .stem = stem_hash(word),
                  .where = where,
                  .weight = known.weight,
                  .is = (number ? TERM_NUMBER : 0U) | (name ? TERM_NAME : 0U) |
                        (modality == 'n' ? TERM_NEGATION : 0U) |
                        (modality == 'h' ? TERM_HEDGE : 0U) | (modality == 's' ? TERM_SAYING : 0U)};
}

/* The end of the word that begins at `pos`, and what it is plainly. */
static size_t read_word(str text, size_t pos, size_t end, plain_word *word) {
    word->size = 0;
    for (size_t next = pos; pos < end; pos = next) {
        const uint32_t cp = utf8_next(text, &next);
        if (!is_alphanumeric(cp) && skip_marks(text, pos) == pos) {
            break;
        }
        put_plain(word, cp);
    }
    return pos;
}

terms terms_read(const rarity *with, str text, span part, arena *into) {
    VEC(term) found = {0};
    for (size_t pos = part.begin; pos < part.end;) {
        size_t next = pos;
        const uint32_t first = utf8_next(text, &next);
        if (is_alphanumeric(first)) {
            plain_word word;
            next = read_word(text, pos, part.end, &word);
            if (word.size > 0) {
                const bool begins = found.count == 0;
                vec_push(&found, term_of(with, &word, (span){pos, next}, first, begins));
            }
        }
        pos = next;
    }
    terms out = {arena_copy(into, found.items, found.count * sizeof *found.items), found.count};
    vec_free(&found);
    return out;
}

size_t terms_after(terms self, size_t pos) {
    size_t low = 0;
    size_t high = self.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (self.items[middle].where.end <= pos) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

terms terms_slice(terms self, size_t first, size_t last) {
    return (terms){self.items + first, last - first};
}

uint64_t terms_hash(terms self) {
    uint64_t hash = self.count;
    for (size_t i = 0; i < self.count; i++) {
        hash = XXH3_64bits_withSeed(&self.items[i].word, sizeof self.items[i].word, hash);
    }
    return hash;
}

float terms_weight(terms self) {
    float sum = 0;
    for (size_t i = 0; i < self.count; i++) {
        sum += self.items[i].weight;
    }
    return sum;
}
