#include "cli/export_names.h"

#include "base/ascii.h"
#include "base/json.h"

#include <string.h>

/* What a name may hold as it stands (RFC 3986): in an address, signs with a meaning, too. */
static void put_encoded(buf *out, str text, const char *signs) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (ascii_is_alphanumeric(c) || (c != '\0' && strchr(signs, c) != NULL)) {
            buf_putc(out, c);
        } else {
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
        }
    }
}

static void put(buf *out, const char *prefix, str name, const char *signs) {
    buf encoded = {0};
    buf_put(&encoded, str_from(prefix));
    put_encoded(&encoded, name, signs);
    write_string(out, buf_str(&encoded));
    buf_free(&encoded);
}

static bool is_address(str url) {
    return (url.size > 8 && ascii_starts(url, STR("https://"))) ||
           (url.size > 7 && ascii_starts(url, STR("http://")));
}

void name_put_document(buf *out, hearsay_document *document) {
    hearsay_metadata about = hearsay_document_metadata(document);
    str url = {about.url.data, about.url.size};
    if (is_address(url)) {
        put(out, "", url, "-._~:/?#[]@!$&'()*+,;=%");
    } else {
        put(out, "urn:hearsay:document:", (str){about.id.data, about.id.size}, "-._~");
    }
}

void name_put_statement(buf *out, const hearsay_statement *said) {
    put(out, "urn:hearsay:statement:", str_from(said->id), "-._~");
}
