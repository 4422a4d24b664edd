#include "segment/scripts.h"

/* By code point. Blocks are whole: this asks only of letters. */
const script SCRIPTS[SCRIPT_COUNT] = {
    {0x0370, 0x03FF, "el", 1, false},   /* Greek */
    {0x0400, 0x052F, "ru", 1, true},    /* Cyrillic */
    {0x0530, 0x058F, "hy", 1, false},   /* Armenian */
    {0x0590, 0x05FF, "he", 2, false},   /* Hebrew: vowels are left out */
    {0x0600, 0x06FF, "ar", 2, true},    /* Arabic: the same */
    {0x0700, 0x074F, "ar", 1, false},   /* Syriac: no code of two letters */
    {0x0750, 0x077F, "ar", 2, true},    /* Arabic, more letters */
    {0x0780, 0x07BF, "dv", 1, false},   /* Thaana */
    {0x08A0, 0x08FF, "ar", 2, true},    /* Arabic, more letters */
    {0x0900, 0x097F, "hi", 1, true},    /* Devanagari */
    {0x0980, 0x09FF, "bn", 1, false},   /* Bengali */
    {0x0A00, 0x0A7F, "pa", 1, false},   /* Gurmukhi */
    {0x0A80, 0x0AFF, "gu", 1, false},   /* Gujarati */
    {0x0B00, 0x0B7F, "or", 1, false},   /* Oriya */
    {0x0B80, 0x0BFF, "ta", 1, false},   /* Tamil */
    {0x0C00, 0x0C7F, "te", 1, false},   /* Telugu */
    {0x0C80, 0x0CFF, "kn", 1, false},   /* Kannada */
    {0x0D00, 0x0D7F, "ml", 1, false},   /* Malayalam */
    {0x0D80, 0x0DFF, "si", 1, false},   /* Sinhala */
    {0x0E00, 0x0E7F, "th", 1, false},   /* Thai */
    {0x0E80, 0x0EFF, "lo", 1, false},   /* Lao */
    {0x0F00, 0x0FFF, "bo", 1, false},   /* Tibetan */
    {0x1000, 0x109F, "my", 1, false},   /* Myanmar */
    {0x10A0, 0x10FF, "ka", 1, false},   /* Georgian */
    {0x1200, 0x139F, "am", 2, false},   /* Ethiopic: syllables */
    {0x1780, 0x17FF, "km", 1, false},   /* Khmer */
    {0x3040, 0x30FF, "ja", 2, false},   /* Kana: syllables, and never without Japanese */
    {0x3400, 0x9FFF, "zh", 2, false},   /* Han: half a word */
    {0xAC00, 0xD7A3, "ko", 2, false},   /* Hangul: syllables */
    {0x20000, 0x323AF, "zh", 2, false}, /* Han, rare ones */
};

const script *script_of(uint32_t letter) {
    if (letter < SCRIPTS[0].first) {
        return NULL; /* Latin, at once */
    }
    size_t low = 0;
    size_t high = SCRIPT_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (letter > SCRIPTS[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < SCRIPT_COUNT && letter >= SCRIPTS[low].first ? &SCRIPTS[low] : NULL;
}
