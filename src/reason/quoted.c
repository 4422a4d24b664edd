#include "reason/quoted.h"

#include "base/ascii.h"

/* A quotation of more sentences is one whose mark nothing closed. */
enum { SENTENCES_MOST = 8 };

bool is_quotation_mark(str text, size_t pos) {
    if ((unsigned char)text.data[pos] != 0xE2) {
        return text.data[pos] == '"';
    }
    str rest = str_slice(text, (span){pos, text.size});
    return str_starts(rest, STR("“")) || str_starts(rest, STR("”"));
}

/* Whether a paragraph ends between two places. */
static bool ends_paragraph(str text, size_t begin, size_t end) {
    size_t breaks = 0;
    for (size_t pos = begin; pos < end; pos++) {
        breaks += text.data[pos] == '\n';
    }
    return breaks > 1;
}

static bool closes(str text, size_t pos) {
    return str_starts(str_slice(text, (span){pos, text.size}), STR("”"));
}

/* What begins a sentence and stands right before a word opens, whatever was open: its end was
 * missed. */
static bool opens(str text, span sentence, size_t pos) {
    size_t size = text.data[pos] == '"' ? 1 : 3;
    return pos == sentence.begin && pos + size < text.size &&
           !ascii_is_space(text.data[pos + size]);
}

/* The bytes of a sentence that are quoted; `*open` is whether a quotation is open before it, and
 * then behind it. */
static size_t quoted_bytes(str text, span sentence, bool *open) {
    size_t bytes = 0;
    for (size_t pos = sentence.begin; pos < sentence.end; pos++) {
        if (is_quotation_mark(text, pos)) {
            *open = !closes(text, pos) && (!*open || opens(text, sentence, pos));
        }
        bytes += *open;
    }
    return bytes;
}

const quoting *find_quoted(str text, const span *sentences, size_t count, arena *into) {
    quoting *out = arena_array(into, quoting, count);
    bool open = false;
    size_t since = 0; /* how many sentences it is open */
    for (size_t i = 0; i < count; i++) {
        span each = sentences[i];
        bool over = i > 0 && ends_paragraph(text, sentences[i - 1].end, each.begin);
        open = open && !over && since < SENTENCES_MOST;
        since = open ? since + 1 : 0;
        open = open && !(each.begin < each.end && is_quotation_mark(text, each.begin) &&
                         opens(text, each, each.begin));
        bool begins = open;
        size_t bytes = quoted_bytes(text, each, &open);
        out[i] = (quoting){begins, 2 * bytes > each.end - each.begin};
    }
    return out;
}
