/* Web pages: one document each. */
#include "read/format.h"
#include "read/html.h"

static bool begins(const beginning *look) {
    return looks_like_html(look->bytes);
}

static str keep(arena *into, str text) {
    return text.data != NULL ? (str){str_copy(into, text), text.size} : text;
}

hearsay_status read_web_page(arena *into, str bytes, str charset, str address, reading *out,
                             hearsay_error *error) {
    const html_hints hints = {.charset = charset, .url = address};
    hearsay_status status = read_html(into, bytes, &hints, out, error);
    out->original = bytes;
    out->made = true;
    out->page = true;
    out->charset = keep(into, charset);
    out->address = keep(into, address);
    return status;
}

static hearsay_status read_it(arena *into, str bytes, const surroundings *in, reading *out,
                              hearsay_error *error) {
    return read_web_page(into, bytes, in->charset, in->url, out, error);
}

const format HTML_FORMAT = {.id = HEARSAY_INPUT_HTML, .begins = begins, .read = read_it};
