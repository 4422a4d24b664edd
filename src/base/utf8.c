#include "base/utf8.h"

#include "base/memory.h"

#include <stdbool.h>
#include <string.h>

enum { REPLACEMENT_SIZE = 3 }; /* bytes of U+FFFD */

/* Table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences", a row a range of first
 * bytes. Only the second byte has bounds of its own; all later ones are 80..BF. */
typedef struct {
    uint8_t first, last;               /* range of the first byte */
    uint8_t second_first, second_last; /* range of the second byte */
    uint8_t size;                      /* of the whole sequence */
} row;

static const row TABLE_3_7[] = {
    {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static const row *row_of(uint8_t byte) {
    for (size_t i = 0; i < sizeof TABLE_3_7 / sizeof *TABLE_3_7; i++) {
        if (byte >= TABLE_3_7[i].first && byte <= TABLE_3_7[i].last) {
            return &TABLE_3_7[i];
        }
    }
    return NULL;
}

/* The size of the sequence at `pos`, which is before the end: a well-formed one, or else (`*good`
 * is false) the longest beginning of one, or the one byte that begins none. */
static size_t sequence(str text, size_t pos, bool *good) {
    const uint8_t *bytes = (const uint8_t *)text.data + pos;
    const row *found = row_of(bytes[0]);
    if (found == NULL) {
        *good = false;
        return 1;
    }
    size_t left = text.size - pos;
    size_t size = 1;
    while (size < found->size && size < left) {
        uint8_t least = size == 1 ? found->second_first : 0x80;
        uint8_t most = size == 1 ? found->second_last : 0xBF;
        if (bytes[size] < least || bytes[size] > most) {
            break;
        }
        size++;
    }
    *good = size == found->size;
    return size;
}

uint32_t utf8_next(str text, size_t *pos) {
    const uint8_t *bytes = (const uint8_t *)text.data + *pos;
    if (bytes[0] < 0x80) {
        *pos += 1;
        return bytes[0];
    }
    bool good;
    size_t size = sequence(text, *pos, &good);
    *pos += size;
    if (!good) {
        return UTF8_REPLACEMENT;
    }
    uint32_t cp = bytes[0] & (0xFFU >> (size + 1)); /* the first byte's own bits */
    for (size_t i = 1; i < size; i++) {
        cp = cp << 6 | (bytes[i] & 0x3FU);
    }
    return cp;
}

/* Where the first flaw at or after `pos` begins; the end where there is none. */
static size_t next_flaw(str text, size_t pos, size_t *flaw_size) {
    while (pos < text.size) {
        if ((uint8_t)text.data[pos] < 0x80) {
            pos++; /* most of most texts */
            continue;
        }
        bool good;
        size_t size = sequence(text, pos, &good);
        if (!good) {
            *flaw_size = size;
            return pos;
        }
        pos += size;
    }
    return text.size;
}

/* How many flaws there are, the bytes in them, and the first of them as far as `told` reaches. */
static size_t survey(str bytes, utf8_flaw told[UTF8_FLAWS_MAX], size_t *flawed_bytes) {
    size_t count = 0;
    size_t size = 0;
    *flawed_bytes = 0;
    for (size_t pos = 0; (pos = next_flaw(bytes, pos, &size)) < bytes.size; pos += size) {
        if (count < UTF8_FLAWS_MAX) {
            told[count] = (utf8_flaw){pos, size};
        }
        count++;
        *flawed_bytes += size;
    }
    return count;
}

static void copy_repaired(str bytes, char *out) {
    size_t pos = 0;
    while (pos < bytes.size) {
        size_t size = 0;
        size_t flaw = next_flaw(bytes, pos, &size);
        memcpy(out, bytes.data + pos, flaw - pos);
        out += flaw - pos;
        if (flaw < bytes.size) {
            out += utf8_put(out, UTF8_REPLACEMENT);
        }
        pos = flaw + size;
    }
}

size_t utf8_repair(str bytes, arena *memory, str *text, utf8_flaw **flaws, size_t *flaw_count) {
    utf8_flaw first[UTF8_FLAWS_MAX];
    size_t flawed_bytes;
    size_t count = survey(bytes, first, &flawed_bytes);
    size_t told = count < UTF8_FLAWS_MAX ? count : UTF8_FLAWS_MAX;
    if (flaws != NULL) {
        *flaws = count > 0 ? arena_copy(memory, first, told * sizeof *first) : NULL;
    }
    if (flaw_count != NULL) {
        *flaw_count = told;
    }
    if (count == 0) {
        *text = bytes;
        return 0;
    }
    size_t size = bytes.size - flawed_bytes + mem_product(count, REPLACEMENT_SIZE);
    char *out = arena_alloc(memory, size);
    copy_repaired(bytes, out);
    *text = (str){out, size};
    return count;
}

size_t utf8_put(char out[4], uint32_t cp) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) {
        cp = UTF8_REPLACEMENT;
    }
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    size_t size = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    out[0] = (char)((0xF00U >> size & 0xFFU) | cp); /* as many ones as bytes, then the rest */
    return size;
}

size_t utf8_count(str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((uint8_t)text.data[i] & 0xC0) != 0x80;
    }
    return count;
}
