#include "segment/normalize.h"

#include "base/letters.h"

#include <utf8proc.h>

static bool is_chinese(uint32_t cp) {
    static const uint32_t RANGES[][2] = {
        {0x4E00, 0x9FFF},   {0x3400, 0x4DBF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B73F},
        {0x2B740, 0x2B81F}, {0x2B920, 0x2CEAF}, {0xF900, 0xFAFF},   {0x2F800, 0x2FA1F},
    };
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++) {
        if (cp >= RANGES[i][0] && cp <= RANGES[i][1]) {
            return true;
        }
    }
    return false;
}

static seen ascii_class(uint32_t cp) {
    if (cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r') {
        return SEEN_SPACE;
    }
    if (cp < ' ' || cp == 0x7F) {
        return SEEN_NOTHING;
    }
    return is_alphanumeric(cp) ? SEEN_LETTER : SEEN_ALONE;
}

seen normalize_class(uint32_t cp) {
    if (cp < 0x80) {
        return ascii_class(cp);
    }
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CO:
        return SEEN_NOTHING;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return SEEN_SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
        return SEEN_ALONE;
    default:
        return cp == 0xFFFD ? SEEN_NOTHING : is_chinese(cp) ? SEEN_ALONE : SEEN_LETTER;
    }
}

size_t normalize(uint32_t cp, uint32_t out[NORMALIZED_MAX]) {
    if (cp < 0x80) {
        out[0] = cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp;
        return 1;
    }
    utf8proc_int32_t parts[NORMALIZED_MAX];
    int unused = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, NORMALIZED_MAX,
                                                     UTF8PROC_DECOMPOSE, &unused);
    size_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < count && i < NORMALIZED_MAX; i++) {
        if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN) { /* an accent */
            out[kept++] = (uint32_t)utf8proc_tolower(parts[i]);
        }
    }
    return kept;
}
