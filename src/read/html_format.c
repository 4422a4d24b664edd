/* Web pages: one document each. */
#include "read/format.h"
#include "read/html.h"

static bool begins(const beginning *look) {
    return looks_like_html(look->bytes);
}

static hearsay_status read_it(arena *into, str bytes, const surroundings *in, reading *out,
                              hearsay_error *error) {
    const html_hints hints = {.charset = in->charset, .url = in->url};
    hearsay_status status = read_html(into, bytes, &hints, out, error);
    out->original = bytes;
    out->made = true;
    return status;
}

const format HTML_FORMAT = {.id = HEARSAY_INPUT_HTML, .begins = begins, .read = read_it};
