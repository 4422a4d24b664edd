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

/* Whether the label goes on with a run that begins with another paragraph. */
static bool goes_on_apart(uint8_t label, uint8_t begin, const piece *self) {
    return label == begin + 1 && self->start == START_PARAGRAPH;
}

void collect_runs(const uint8_t *path, const piece *pieces, size_t count, uint8_t begin,
                  bool parted, runs *out) {
    vec_clear(out);
    for (size_t i = 0; i < count; i++) {
        if (path[i] != begin && !(parted && goes_on_apart(path[i], begin, &pieces[i]))) {
            continue;
        }
        size_t last = i + 1;
        while (last < count && path[last] == begin + 1 &&
               !(parted && goes_on_apart(path[last], begin, &pieces[last]))) {
            last++;
        }
        vec_push(out, (run_of_pieces){i, last});
        widen_last(out, pieces, count);
    }
}

run_of_pieces pieces_of(const segmentation *text, span where) {
    run_of_pieces run = {segment_piece_after(text, where.begin), 0};
    run.last = segment_piece_after(text, where.end);
    if (run.last < text->piece_count && text->pieces[run.last].begin < where.end) {
        run.last++;
    }
    return run;
}
