#include "cli/paragraph.h"

#include "base/utf8.h"
#include "cli/html.h"

#include <string.h>

enum { NARROWEST = 50 }; /* characters of a line, for it to be broken to fill a page */

static str text_of(const hearsay_document *document) {
    hearsay_str text = hearsay_document_text(document);
    return (str){text.data, text.size};
}

/* --- lines ------------------------------------------------------------------------------------ */

static bool is_break(uint32_t cp) {
    return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static bool is_space(uint32_t cp) {
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || is_break(cp);
}

/* Bytes up to the first character that `ends` says. */
static size_t size_until(str text, size_t begin, size_t end, bool ends(uint32_t cp)) {
    size_t pos = begin;
    while (pos < end) {
        size_t next = pos;
        if (ends(utf8_next(text, &next))) {
            break;
        }
        pos = next;
    }
    return pos - begin;
}

static size_t width(str text, size_t begin, size_t size) {
    return utf8_count(str_slice(text, (span){begin, begin + size}));
}

static size_t widest_line(str text, hearsay_span part) {
    size_t widest = 0;
    for (size_t pos = part.begin; pos < part.end; pos++) {
        size_t size = size_until(text, pos, part.end, is_break);
        size_t columns = width(text, pos, size);
        widest = columns > widest ? columns : widest;
        pos += size;
    }
    return widest;
}

/* --- putting ---------------------------------------------------------------------------------- */

typedef struct {
    buf *out;
    str text;
    marks *marked;
    hearsay_span part;
    size_t widest; /* characters of its widest line */
    size_t line;   /* where the present line begins */
    size_t begin;  /* of what is not put yet, up to the present position */
    size_t next;   /* where a mark does something */
    size_t gap;    /* where white space began that is not put yet; SIZE_MAX: there is none */
    bool breaks;   /* it holds a line break */
    safe_state before;
} setter;

static void flush(setter *self, size_t position) {
    str piece = str_slice(self->text, (span){self->begin, position});
    if (piece.size > 0) {
        html_put_piece(self->out, piece, &self->before);
    }
    self->begin = position;
}

/* Whether the line that ended at the gap ended before it was full. */
static bool ended_early(const setter *self, size_t position) {
    size_t word = size_until(self->text, position, self->part.end, is_space);
    size_t filled = width(self->text, self->line, self->gap - self->line);
    return self->widest < NARROWEST ||
           filled + 1 + width(self->text, position, word) <= self->widest;
}

/* White space, now that something follows it at `position`. */
static void put_gap(setter *self, size_t position) {
    marks_end_at(self->marked, self->out, self->gap);
    bool kept = self->breaks && ended_early(self, position);
    buf_put(self->out, kept ? STR("<br>\n") : STR(" "));
    if (self->breaks) {
        self->line = position;
    }
    self->before = (safe_state){.previous = ' '};
    self->gap = SIZE_MAX;
    self->breaks = false;
}

static void put_character(setter *self, size_t position) {
    if (self->gap != SIZE_MAX) {
        put_gap(self, position);
        self->begin = position;
        self->next = marks_next(self->marked);
    }
    if (position >= self->next) {
        flush(self, position);
        marks_end_at(self->marked, self->out, position);
        marks_begin_at(self->marked, self->out, position);
        self->next = marks_next(self->marked);
    }
}

static void put_seen(setter *self, hearsay_span seen) {
    self->begin = seen.begin;
    for (size_t pos = seen.begin; pos < seen.end;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(self->text, &pos);
        if (!is_space(cp)) {
            put_character(self, begin);
            continue;
        }
        if (self->gap == SIZE_MAX) {
            flush(self, begin);
            self->gap = begin;
        }
        self->breaks = self->breaks || is_break(cp);
    }
    if (self->gap == SIZE_MAX) {
        flush(self, seen.end);
    }
}

/* The first part that ends after `position`. */
static size_t seen_after(hearsay_spans seen, size_t position) {
    size_t low = 0;
    size_t high = seen.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (seen.items[middle].end > position) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

void paragraph_put(buf *out, hearsay_document *document, hearsay_span paragraph, marks *marked) {
    str text = text_of(document);
    setter self = {.out = out,
                   .text = text,
                   .marked = marked,
                   .part = paragraph,
                   .widest = widest_line(text, paragraph),
                   .line = paragraph.begin,
                   .gap = SIZE_MAX};
    hearsay_spans seen = hearsay_document_seen(document);
    marks_resume(marked, out);
    self.next = marks_next(marked);
    for (size_t i = seen_after(seen, paragraph.begin);
         i < seen.count && seen.items[i].begin < paragraph.end; i++) {
        hearsay_span part = seen.items[i];
        part.begin = part.begin > paragraph.begin ? part.begin : paragraph.begin;
        part.end = part.end < paragraph.end ? part.end : paragraph.end;
        put_seen(&self, part);
    }
    marks_suspend(marked, out, paragraph.end);
}

/* --- kinds ------------------------------------------------------------------------------------ */

/* A paragraph begins with what is seen of it; what stands before that on its line is markup. */
paragraph_kind paragraph_kind_of(hearsay_document *document, hearsay_span paragraph) {
    str text = text_of(document);
    size_t begin = paragraph.begin;
    while (begin > 0 && text.data[begin - 1] != '\n' && text.data[begin - 1] != '\r') {
        begin--;
    }
    while (begin < paragraph.begin && text.data[begin] == ' ') {
        begin++;
    }
    bool hidden = begin < paragraph.begin;
    return hidden && text.data[begin] == '>'   ? PARAGRAPH_QUOTATION
           : hidden && text.data[begin] == '#' ? PARAGRAPH_HEADING
                                               : PARAGRAPH_PLAIN;
}
