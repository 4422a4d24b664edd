#include "base/letters.h"

#include "base/utf8.h"

#include <utf8proc.h>

static bool between(uint32_t cp, uint32_t first, uint32_t last) {
    return cp >= first && cp <= last;
}

static utf8proc_category_t category(uint32_t cp) {
    return utf8proc_category((utf8proc_int32_t)cp); /* NO_CHARACTER is -1: not assigned */
}

bool is_space(uint32_t cp) {
    if (cp < 0x80) {
        return cp == ' ' || between(cp, '\t', '\r') || between(cp, 0x1C, 0x1F);
    }
    return cp == NO_CHARACTER || cp == 0x85 || cp == 0xA0 || cp == 0x1680 ||
           between(cp, 0x2000, 0x200A) || cp == 0x2028 || cp == 0x2029 || cp == 0x202F ||
           cp == 0x205F || cp == 0x3000;
}

bool is_letter(uint32_t cp) {
    if (cp < 0x80) {
        return between(cp | 0x20, 'a', 'z');
    }
    return between(category(cp), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool is_lower(uint32_t cp) {
    if (cp < 0x80) {
        return between(cp, 'a', 'z');
    }
    return category(cp) == UTF8PROC_CATEGORY_LL ||
           utf8proc_islower((utf8proc_int32_t)cp); /* such as the letters in rings */
}

bool is_upper(uint32_t cp) {
    if (cp < 0x80) {
        return between(cp, 'A', 'Z');
    }
    return category(cp) == UTF8PROC_CATEGORY_LU;
}

bool is_digit(uint32_t cp) {
    if (cp < 0x80) {
        return between(cp, '0', '9');
    }
    return category(cp) == UTF8PROC_CATEGORY_ND;
}

bool is_alphanumeric(uint32_t cp) {
    if (cp < 0x80) {
        return between(cp | 0x20, 'a', 'z') || between(cp, '0', '9');
    }
    utf8proc_category_t found = category(cp);
    return between(found, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO) ||
           between(found, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
}

const char *letter_plain(uint32_t cp) {
    switch (cp) {
    case 0xF8: /* o with stroke */
        return "o";
    case 0x142: /* l with stroke */
        return "l";
    case 0x111: /* d with stroke */
    case 0xF0:  /* eth */
        return "d";
    case 0x127: /* h with stroke */
        return "h";
    case 0x167: /* t with stroke */
        return "t";
    case 0x131: /* dotless i */
        return "i";
    case 0xDF: /* sharp s */
        return "ss";
    case 0xE6: /* ae */
        return "ae";
    case 0x153: /* oe */
        return "oe";
    case 0xFE: /* thorn */
        return "th";
    default:
        return NULL;
    }
}

bool is_one_of(uint32_t cp, const char *list) {
    str rest = str_from(list);
    for (size_t pos = 0; pos < rest.size;) {
        if (utf8_next(rest, &pos) == cp) {
            return true;
        }
    }
    return false;
}

uint32_t character_after(str text, span within, size_t pos) {
    return pos < within.end ? utf8_next(text, &pos) : NO_CHARACTER;
}

size_t character_back(str text, size_t pos) {
    do {
        pos--;
    } while (pos > 0 && ((unsigned char)text.data[pos] & 0xC0) == 0x80);
    return pos;
}

uint32_t character_before(str text, span within, size_t pos) {
    if (pos <= within.begin) {
        return NO_CHARACTER;
    }
    pos = character_back(text, pos);
    return utf8_next(text, &pos);
}

size_t skip_space(str text, size_t pos, size_t end) {
    while (pos < end) {
        size_t next = pos;
        if (!is_space(utf8_next(text, &next))) {
            break;
        }
        pos = next;
    }
    return pos;
}

size_t skip_marks(str text, size_t pos) {
    for (size_t next = pos; next < text.size; pos = next) {
        if (category(utf8_next(text, &next)) != UTF8PROC_CATEGORY_MN) {
            break;
        }
    }
    return pos;
}

span trim(str text, span part) {
    part.begin = skip_space(text, part.begin, part.end);
    while (part.end > part.begin && is_space(character_before(text, part, part.end))) {
        part.end = character_back(text, part.end);
    }
    return part;
}
