/* Until pages are read. */
#include "base/ascii.h"
#include "read/html.h"

bool looks_like_html(str bytes) {
    static const str BEGINNINGS[] = {{"<!doctype html", 14}, {"<html", 5}};
    size_t at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    while (at < bytes.size && ascii_is_space(bytes.data[at])) {
        at++;
    }
    for (size_t i = 0; i < 2; i++) {
        const size_t end = at + BEGINNINGS[i].size;
        if (end < bytes.size && ascii_equal(str_slice(bytes, (span){at, end}), BEGINNINGS[i]) &&
            !ascii_is_alphanumeric(bytes.data[end])) {
            return true;
        }
    }
    return false;
}

hearsay_status read_html(arena *into, str bytes, const html_hints *hints, reading *out,
                         hearsay_error *error) {
    (void)into, (void)bytes, (void)hints, (void)out;
    return error_set(error, HEARSAY_FORMAT, 0,
                     "not text but an HTML page (pandoc -t plain makes text of it)");
}

hearsay_status read_html_fragment(arena *into, str bytes, const html_hints *hints, reading *out,
                                  hearsay_error *error) {
    (void)hints, (void)error;
    read_text(into, bytes, out);
    return HEARSAY_OK;
}
