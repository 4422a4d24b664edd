#include "read/xml.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/space.h"

#include <libxml/HTMLparser.h>
#include <string.h>

enum { NAME_MAX_SIZE = 32 }; /* bytes of an entity's name, with its 0 byte */

/* --- references ------------------------------------------------------------------------------- */

static uint32_t number_of(str digits) {
    bool hex = digits.size > 0 && (digits.data[0] == 'x' || digits.data[0] == 'X');
    uint32_t value = 0;
    size_t at = hex ? 1 : 0;
    if (at == digits.size) {
        return 0;
    }
    for (; at < digits.size && value <= 0x10FFFF; at++) {
        char c = ascii_lower(digits.data[at]);
        if (ascii_is_digit(c)) {
            value = value * (hex ? 16 : 10) + (uint32_t)(c - '0');
        } else if (hex && c >= 'a' && c <= 'f') {
            value = value * 16 + (uint32_t)(c - 'a' + 10);
        } else {
            return 0;
        }
    }
    return value <= 0x10FFFF ? value : 0;
}

static uint32_t entity_of(str name) {
    char terminated[NAME_MAX_SIZE];
    if (name.size == 0 || name.size >= sizeof terminated) {
        return 0;
    }
    memcpy(terminated, name.data, name.size);
    terminated[name.size] = '\0';
    const htmlEntityDesc *found = htmlEntityLookup((const xmlChar *)terminated);
    return found != NULL ? found->value : str_equal(name, STR("apos")) ? '\'' : 0;
}

/* The end of what may be a reference's name or number, which begins at `at`. */
static size_t past_name(str text, size_t at) {
    size_t end = at < text.size && text.data[at] == '#' ? at + 1 : at;
    while (end < text.size && end - at < NAME_MAX_SIZE && ascii_is_alphanumeric(text.data[end])) {
        end++;
    }
    return end;
}

uint32_t xml_reference(str text, size_t *at) {
    if (*at >= text.size || text.data[*at] != '&') {
        return 0;
    }
    size_t begin = *at + 1;
    size_t end = past_name(text, begin);
    if (end == begin || end == text.size || text.data[end] != ';') {
        return 0;
    }
    str name = str_slice(text, (span){begin, end});
    uint32_t value =
        name.data[0] == '#' ? number_of(str_slice(name, (span){1, name.size})) : entity_of(name);
    *at = value != 0 ? end + 1 : *at;
    return value;
}

/* --- masking ---------------------------------------------------------------------------------- */

/* Whether the `&` at `at` begins what libxml2 takes for a reference, known or not. */
static bool begins_reference(str text, size_t at) {
    size_t end = past_name(text, at + 1);
    bool named = end > at + 1 && end < text.size && text.data[end] == ';' &&
                 !ascii_is_digit(text.data[at + 1]);
    return named && (text.data[at + 1] != '#' || xml_reference(text, &(size_t){at}) != 0);
}

void xml_mask(char *text, size_t size, char *bare) {
    static const char DELETE = '\x7F';
    const str all = {text, size};
    *bare = size > 0 && memchr(text, DELETE, size) == NULL ? DELETE : '\0';
    bool cdata = false;
    for (size_t i = 0; i < size; i++) {
        const str rest = str_slice(all, (span){i, i + 9});
        cdata = cdata ? !str_starts(rest, STR("]]>")) : str_starts(rest, STR("<![CDATA["));
        const unsigned char c = (unsigned char)text[i];
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            text[i] = ' ';
        } else if (c == '&' && !cdata && *bare != '\0' && !begins_reference(all, i)) {
            text[i] = *bare;
        }
    }
}

/* --- the way back ----------------------------------------------------------------------------- */

/* Past a comment or processing instruction at `at`; `at` itself where there is none. */
static size_t past_remark(str raw, size_t at) {
    static const struct {
        str begin, end;
    } REMARKS[] = {{{"<!--", 4}, {"-->", 3}}, {{"<?", 2}, {"?>", 2}}};
    for (size_t i = 0; i < 2; i++) {
        if (!str_starts(str_slice(raw, (span){at, raw.size}), REMARKS[i].begin)) {
            continue;
        }
        size_t end = at + REMARKS[i].begin.size;
        while (end < raw.size &&
               !str_starts(str_slice(raw, (span){end, raw.size}), REMARKS[i].end)) {
            end++;
        }
        return end < raw.size ? end + REMARKS[i].end.size : end;
    }
    return at;
}

/* Past what stands for nothing at `at`: the marks of a CDATA section, a remark. */
static size_t past_nothing(xml_place *place, str raw, size_t at) {
    const str rest = str_slice(raw, (span){at, raw.size});
    if (!place->cdata && str_starts(rest, STR("<![CDATA["))) {
        place->cdata = true;
        return at + STR("<![CDATA[").size;
    }
    if (place->cdata && str_starts(rest, STR("]]>"))) {
        place->cdata = false;
        return at + STR("]]>").size;
    }
    return place->cdata ? at : past_remark(raw, at);
}

size_t xml_step(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]) {
    xml_place *place = context;
    size_t next = past_nothing(place, raw, *at);
    if (next > *at) {
        *at = next;
        return 0;
    }
    char c = raw.data[*at];
    if (c == '\r') {
        *at += str_starts(str_slice(raw, (span){*at, *at + 2}), STR("\r\n")) ? 2 : 1;
        out[0] = '\n';
        return 1;
    }
    uint32_t cp = place->cdata ? 0 : xml_reference(raw, at);
    if (cp != 0) {
        return utf8_put(out, cp);
    }
    if ((unsigned char)c < ' ' && c != '\t' && c != '\n') {
        *at += 1;
        out[0] = ' '; /* as xml_mask has it */
        return 1;
    }
    return align_utf8(NULL, raw, at, out);
}

/* --- the beginning ---------------------------------------------------------------------------- */

str xml_encoding(str bytes) {
    const str none = {NULL, 0};
    const str name = STR("encoding");
    size_t at = past_space(bytes, 0, " \t\r\n");
    if (!str_starts(str_slice(bytes, (span){at, bytes.size}), STR("<?xml"))) {
        return none;
    }
    while (at < bytes.size && bytes.data[at] != '>' &&
           !str_starts(str_slice(bytes, (span){at, bytes.size}), name)) {
        at++;
    }
    at = past_space(bytes, at + name.size, " \t\r\n=");
    if (at >= bytes.size || (bytes.data[at] != '"' && bytes.data[at] != '\'')) {
        return none;
    }
    const char *end = memchr(bytes.data + at + 1, bytes.data[at], bytes.size - at - 1);
    return end != NULL ? str_slice(bytes, (span){at + 1, (size_t)(end - bytes.data)}) : none;
}

/* --- plain text ------------------------------------------------------------------------------- */

/* Past the tag or remark at `at`; `at` itself where there is none. */
static size_t past_tag(str text, size_t at) {
    if (text.data[at] != '<' || at + 1 >= text.size) {
        return at;
    }
    char next = text.data[at + 1];
    if (next == '!' || next == '?') {
        size_t end = past_remark(text, at);
        if (end > at) {
            return end;
        }
    } else if (next != '/' && !ascii_is_letter(next)) {
        return at;
    }
    const char *end = memchr(text.data + at, '>', text.size - at);
    return end != NULL ? (size_t)(end - text.data) + 1 : at;
}

static void put_character(buf *out, const char *bytes, size_t size) {
    bool space = size == 1 && ascii_is_space(bytes[0]);
    if (!space) {
        buf_put(out, (str){bytes, size});
    } else if (out->size > 0 && out->data[out->size - 1] != ' ') {
        buf_putc(out, ' ');
    }
}

/* Past the last `>`, behind which there are no tags. */
static size_t past_last_tag(str text) {
    size_t end = text.size;
    while (end > 0 && text.data[end - 1] != '>') {
        end--;
    }
    return end;
}

str xml_plain(arena *into, str markup) {
    buf out = {0};
    const size_t tags_end = past_last_tag(markup);
    for (size_t at = 0; at < markup.size;) {
        size_t next = at < tags_end ? past_tag(markup, at) : at;
        if (next > at) {
            at = next;
            continue;
        }
        char bytes[4];
        uint32_t cp = xml_reference(markup, &at);
        size_t size = utf8_put(bytes, cp != 0 ? cp : utf8_next(markup, &at));
        put_character(&out, bytes, size);
    }
    out.size -= out.size > 0 && out.data[out.size - 1] == ' ';
    return buf_keep(&out, into);
}

bool xml_looks_escaped(str text) {
    const size_t tags_end = past_last_tag(text);
    bool found = false;
    for (size_t at = 0; at < text.size && !found; at++) {
        found =
            (at < tags_end && past_tag(text, at) > at) || xml_reference(text, &(size_t){at}) != 0;
    }
    return found;
}
