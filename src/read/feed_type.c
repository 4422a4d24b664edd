#include "read/feed_type.h"

#include "base/ascii.h"

static feed_form form_of(str type, str mode, feed_form otherwise) {
    static const struct {
        str type;
        feed_form form;
    } TYPES[] = {
        {{"text", 4}, FEED_TEXT},    {{"text/plain", 10}, FEED_TEXT},
        {{"html", 4}, FEED_HTML},    {{"text/html", 9}, FEED_HTML},
        {{"xhtml", 5}, FEED_MARKUP}, {{"application/xhtml+xml", 21}, FEED_MARKUP},
    };
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        if (ascii_equal(type, TYPES[i].type)) {
            bool escaped = TYPES[i].form == FEED_MARKUP && ascii_equal(mode, STR("escaped"));
            return escaped ? FEED_HTML : TYPES[i].form;
        }
    }
    return otherwise;
}

static bool is_packed(str type, str mode) {
    return ascii_equal(mode, STR("base64")) || ascii_equal(type, STR("application/octet-stream"));
}

static bool is_foreign(str type) {
    static const str TEXTS[] = {{"text", 4}, {"html", 4}, {"xhtml", 5}, {"application/xhtml", 17}};
    bool text = type.size == 0;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        text = text || ascii_starts(type, TEXTS[i]);
    }
    return !text;
}

feed_type feed_type_of(str type, str mode, feed_form otherwise) {
    const bool packed = is_packed(type, mode);
    return (feed_type){form_of(type, mode, otherwise), packed, !packed && is_foreign(type)};
}
