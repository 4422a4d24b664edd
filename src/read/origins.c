#include "read/origins.h"

/* Whether a run of `size` bytes goes through its source byte by byte. */
static bool is_plain(const source_run *each, size_t size) {
    return each->source_end - each->source == size;
}

void origins_add(origins *self, size_t text, size_t size, span source) {
    if (self->count > 0 && size > 0) {
        source_run *last = &self->items[self->count - 1];
        if (is_plain(last, text - last->text) && last->source_end == source.begin &&
            source.end - source.begin == size) {
            last->source_end = source.end;
            return;
        }
    }
    if (size > 0) {
        vec_push(self, (source_run){text, source.begin, source.end});
    }
}

void origins_cut(origins *self, size_t text) {
    while (self->count > 0 && self->items[self->count - 1].text >= text) {
        self->count--;
    }
    source_run *last = self->count > 0 ? &self->items[self->count - 1] : NULL;
    if (last != NULL && last->source_end - last->source > text - last->text) {
        last->source_end = last->source + (text - last->text);
    }
}

/* The last run that begins at or before `text`; the vector is not empty. */
static size_t run_at(const origins *self, size_t text) {
    size_t low = 0;
    size_t high = self->count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (self->items[middle].text <= text) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static size_t run_end(const origins *self, size_t i, size_t size) {
    return i + 1 < self->count ? self->items[i + 1].text : size;
}

/* The source of a part that lies within run `i`, whole where the run is not plain. */
static span source_within(const origins *self, size_t i, size_t size, span part) {
    const source_run *of = &self->items[i];
    if (!is_plain(of, run_end(self, i, size) - of->text)) {
        return (span){of->source, of->source_end};
    }
    return (span){of->source + (part.begin - of->text), of->source + (part.end - of->text)};
}

/* The source of any part. */
static span source_of(const origins *self, size_t size, span part) {
    const size_t first = run_at(self, part.begin);
    if (part.begin >= part.end) {
        const size_t at = source_within(self, first, size, part).begin;
        return (span){at, at};
    }
    const size_t last = run_at(self, part.end - 1);
    const span end = {part.end - 1, part.end};
    return (span){source_within(self, first, size, part).begin,
                  source_within(self, last, size, end).end};
}

/* A plain run is cut where `further` has a new run, so that its parts stay as fine as they are
 * there. */
static void extend_run(origins *into, source_run each, size_t size, const origins *further,
                       size_t source_size) {
    if (!is_plain(&each, size)) {
        const span whole = {each.source, each.source_end};
        origins_add(into, each.text, size, source_of(further, source_size, whole));
        return;
    }
    size_t at = each.source;
    for (size_t i = run_at(further, at); at < each.source_end; i++) {
        const size_t run_stop = run_end(further, i, source_size);
        const size_t end = run_stop < each.source_end ? run_stop : each.source_end;
        const span source = source_within(further, i, source_size, (span){at, end});
        origins_add(into, each.text + (at - each.source), end - at, source);
        at = end;
    }
}

void origins_extend(origins *self, size_t size, const origins *further, size_t source_size) {
    if (further->count == 0) {
        return;
    }
    origins extended = {0};
    for (size_t i = 0; i < self->count; i++) {
        const size_t end = run_end(self, i, size);
        extend_run(&extended, self->items[i], end - self->items[i].text, further, source_size);
    }
    vec_free(self);
    *self = extended;
}

source_run *origins_copy(arena *into, const origins *self) {
    return arena_copy(into, self->items, self->count * sizeof *self->items);
}
