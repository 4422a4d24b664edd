#include "cli/html.h"

#include <string.h>
#include <strings.h>

void html_put(buf *out, str text) {
    static const struct {
        char byte;
        const char *name;
    } NAMES[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
    size_t begin = 0;
    for (size_t i = 0; i < text.size; i++) {
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++) {
            if (text.data[i] == NAMES[k].byte) {
                buf_put(out, str_slice(text, (span){begin, i}));
                buf_put(out, str_from(NAMES[k].name));
                begin = i + 1;
            }
        }
    }
    buf_put(out, str_slice(text, (span){begin, text.size}));
}

/* --- text of documents ------------------------------------------------------------------------ */

void html_put_line(buf *out, str text) {
    buf safe = {0};
    safe_put_line(&safe, text);
    html_put(out, buf_str(&safe));
    buf_free(&safe);
}

void html_put_bytes(buf *out, str bytes) {
    buf safe = {0};
    safe_put_bytes_line(&safe, bytes);
    html_put(out, buf_str(&safe));
    buf_free(&safe);
}

void html_put_piece(buf *out, str piece, safe_state *before) {
    buf safe = {0};
    safe_put_piece(&safe, piece, before);
    html_put(out, buf_str(&safe));
    buf_free(&safe);
}

/* --- addresses -------------------------------------------------------------------------------- */

static bool starts_as(str address, str scheme) {
    return address.size > scheme.size && strncasecmp(address.data, scheme.data, scheme.size) == 0;
}

/* The characters of RFC 3986, and the % of what is encoded already. */
static bool belongs(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL);
}

bool html_put_address(buf *out, str address) {
    if (!starts_as(address, STR("http://")) && !starts_as(address, STR("https://"))) {
        return false;
    }
    for (size_t i = 0; i < address.size; i++) {
        if (belongs(address.data[i])) {
            html_put(out, str_slice(address, (span){i, i + 1}));
        } else {
            buf_printf(out, "%%%02X", (unsigned char)address.data[i]);
        }
    }
    return true;
}
