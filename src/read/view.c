#include "read/view.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

void view_make(arena *into, str text, const parts *seen, view *out) {
    *out = (view){.text = text, .run_count = seen->count};
    out->runs = arena_array(into, run, seen->count);
    size_t size = 0;
    for (size_t i = 0; i < seen->count; i++) {
        out->runs[i] = (run){.shown = size, .text = seen->items[i].begin};
        size += seen->items[i].end - seen->items[i].begin;
    }
    if (size == text.size) {
        out->shown = text;
        return;
    }
    char *shown = arena_alloc(into, size);
    for (size_t i = 0; i < seen->count; i++) {
        str part = str_slice(text, seen->items[i]);
        memcpy(shown + out->runs[i].shown, part.data, part.size);
    }
    out->shown = (str){shown, size};
}

/* Where the byte at `shown`, or the end of all that is shown, stands in the text. */
static size_t text_place(const view *self, size_t shown) {
    size_t low = 0;
    size_t high = self->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (self->runs[middle].shown <= shown) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return self->runs[low].text + (shown - self->runs[low].shown);
}

span view_span(const view *self, span shown) {
    if (self->run_count == 0) {
        return (span){0, 0};
    }
    size_t begin = text_place(self, shown.begin);
    if (shown.begin >= shown.end) {
        return (span){begin, begin};
    }
    return (span){begin, text_place(self, shown.end - 1) + 1};
}

/* How much is shown before `text`. */
static size_t shown_place(const view *self, size_t text) {
    size_t low = 0;
    size_t high = self->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->runs[middle].text <= text) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return 0;
    }
    const run *within = &self->runs[low - 1];
    size_t end = low < self->run_count ? self->runs[low].shown : self->shown.size;
    size_t place = within->shown + (text - within->text);
    return place < end ? place : end;
}

span view_shown(const view *self, span text) {
    return (span){shown_place(self, text.begin), shown_place(self, text.end)};
}

/* --- what a reader sees ----------------------------------------------------------------------- */

span view_run(const view *self, size_t i) {
    size_t end = i + 1 < self->run_count ? self->runs[i + 1].shown : self->shown.size;
    return (span){self->runs[i].text, self->runs[i].text + (end - self->runs[i].shown)};
}

/* The first run that ends after `position` of the text. */
static size_t run_after(const view *self, size_t position) {
    size_t low = 0;
    size_t high = self->run_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view_run(self, middle).end > position) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static bool is_space(uint32_t cp) {
    if (cp < 0x80) {
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    return cp == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/* Text that grows in memory that has room for it; white space waits until something follows. */
typedef struct {
    char *out;
    size_t size;
    bool space;
} joined;

static void join(joined *self, str text) {
    for (size_t pos = 0; pos < text.size;) {
        size_t begin = pos;
        if (is_space(utf8_next(text, &pos))) {
            self->space = self->size > 0;
            continue;
        }
        if (self->space) {
            self->out[self->size++] = ' ';
            self->space = false;
        }
        while (begin < pos) {
            self->out[self->size++] = text.data[begin++];
        }
    }
}

str view_text(const view *self, span part, arena *into) {
    joined result = {.out = arena_alloc(into, part.end - part.begin)};
    for (size_t i = run_after(self, part.begin); i < self->run_count; i++) {
        span seen = view_run(self, i);
        if (seen.begin >= part.end) {
            break;
        }
        seen.begin = seen.begin > part.begin ? seen.begin : part.begin;
        seen.end = seen.end < part.end ? seen.end : part.end;
        join(&result, str_slice(self->text, seen));
    }
    return (str){result.out, result.size};
}
