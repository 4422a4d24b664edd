#include "attribute/runs.h"

/* Moves the ends of the run at the end of `out` to those of its words. */
static void widen_last(runs *out, const piece *pieces, size_t count) {
    run_of_pieces *run = &out->items[out->count - 1];
    while (run->first > 0 && pieces[run->first].further) {
        run->first--;
    }
    while (run->last < count && pieces[run->last].further) {
        run->last++;
    }
    if (out->count > 1 && run->first < run[-1].last) {
        run[-1].last = run->last;
        out->count--;
    }
}

static bool begins_paragraph(const piece *self) {
    return self->start == START_PARAGRAPH;
}

void collect_runs(const uint8_t *path, const piece *pieces, size_t count, uint8_t begin,
                  runs *out) {
    vec_clear(out);
    for (size_t i = 0; i < count; i++) {
        if (path[i] != begin && (path[i] != begin + 1 || !begins_paragraph(&pieces[i]))) {
            continue;
        }
        size_t last = i + 1;
        while (last < count && path[last] == begin + 1 && !begins_paragraph(&pieces[last])) {
            last++;
        }
        vec_push(out, (run_of_pieces){i, last});
        widen_last(out, pieces, count);
    }
}
