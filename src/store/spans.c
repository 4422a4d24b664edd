#include "store/spans.h"

void spans_put(buf *out, hearsay_spans spans) {
    for (size_t i = 0; i < spans.count; i++) {
        buf_printf(out, i > 0 ? " %zu-%zu" : "%zu-%zu", spans.items[i].begin, spans.items[i].end);
    }
}

/* Nothing that is in a text has more digits. */
enum { DIGITS_MAX = 15 };

static bool take_number(str *rest, size_t *out) {
    size_t digits = 0;
    *out = 0;
    while (digits < rest->size && digits < DIGITS_MAX && rest->data[digits] >= '0' &&
           rest->data[digits] <= '9') {
        *out = *out * 10 + (size_t)(rest->data[digits++] - '0');
    }
    *rest = str_slice(*rest, (span){digits, rest->size});
    return digits > 0;
}

static bool take_byte(str *rest, char byte) {
    if (rest->size == 0 || rest->data[0] != byte) {
        return false;
    }
    *rest = str_slice(*rest, (span){1, rest->size});
    return true;
}

bool spans_take(str *rest, span *out) {
    take_byte(rest, ' ');
    return take_number(rest, &out->begin) && take_byte(rest, '-') && take_number(rest, &out->end);
}

void spans_put_text(buf *out, str text, str spans) {
    span part;
    for (bool first = true; spans_take(&spans, &part); first = false) {
        if (part.begin <= part.end && part.end <= text.size) {
            buf_put(out, first ? STR("") : STR(" "));
            buf_put(out, str_slice(text, part));
        }
    }
}
