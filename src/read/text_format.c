/* Plain text and Markdown: whatever is nothing else. */
#include "base/ascii.h"
#include "base/error.h"
#include "read/format.h"

static bool begins(const beginning *look) {
    (void)look;
    return true;
}

static hearsay_status read_it(arena *into, str bytes, const surroundings *in, reading *out,
                              hearsay_error *error) {
    if (bytes.size > in->limits->max_size) {
        return stream_too_large("larger", in->limits->max_size, "--max-size sets the limit", error);
    }
    read_text_file(into, bytes, out);
    return ascii_trim(out->view.text).size > 0
               ? HEARSAY_OK
               : error_set(error, HEARSAY_FORMAT, 0, "empty: there is no text in it");
}

const format TEXT_FORMAT = {.id = HEARSAY_INPUT_TEXT, .begins = begins, .read = read_it};
