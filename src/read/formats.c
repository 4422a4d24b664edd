#include "read/format.h"

static const format *const FORMATS[] = {&WARC_FORMAT, &FEED_FORMAT, &HTML_FORMAT, &JSONL_FORMAT,
                                        &JSON_FORMAT, &CSV_FORMAT,  &TEXT_FORMAT};

enum { FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS };

const format *format_of(const beginning *look, const char **what) {
    const format *found = NULL;
    for (size_t i = 0; i < FORMAT_COUNT && found == NULL; i++) {
        found = FORMATS[i]->begins(look) ? FORMATS[i] : NULL;
    }
    bool readable = found->is_container || read_is_text(look->bytes, what);
    return readable ? found : NULL;
}

const format *format_named(hearsay_input_format id) {
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (FORMATS[i]->id == id) {
            return FORMATS[i];
        }
    }
    return &TEXT_FORMAT;
}
