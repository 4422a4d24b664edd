#include "attribute/layout.h"

#include <string.h>

void shed_list_marks(const segmentation *text, runs *list, size_t first) {
    const piece *pieces = text->pieces + first;
    for (size_t i = 0; i < list->count; i++) {
        run_of_pieces *run = &list->items[i];
        if (pieces[run->first].start != START_PARAGRAPH) {
            continue;
        }
        const size_t past = segment_past_list_mark(text, pieces[run->first].begin);
        while (run->first + 1 < run->last && pieces[run->first].begin < past) {
            run->first++;
        }
    }
}

static bool is_stop(const segmentation *text, const piece *each) {
    return each->end == each->begin + 1 && memchr(",:;.", text->shown.data[each->begin], 4) != NULL;
}

void shed_stops(const segmentation *text, runs *list, size_t first) {
    const piece *pieces = text->pieces + first;
    for (size_t i = 0; i < list->count; i++) {
        run_of_pieces *run = &list->items[i];
        while (run->first + 1 < run->last && is_stop(text, &pieces[run->first])) {
            run->first++;
        }
    }
}

static size_t paragraph_begin(const piece *pieces, size_t at) {
    while (at > 0 && pieces[at].start != START_PARAGRAPH) {
        at--;
    }
    return at;
}

void drop_unquoted_before(const piece *pieces, run_of_pieces cue, runs *contents) {
    const size_t begin = paragraph_begin(pieces, cue.first);
    size_t kept = 0;
    for (size_t i = 0; i < contents->count; i++) {
        const run_of_pieces each = contents->items[i];
        const bool in_marks = pieces[each.first].quote != QUOTE_OUTSIDE ||
                              pieces[each.last - 1].quote != QUOTE_OUTSIDE;
        if (each.last > begin || in_marks) {
            contents->items[kept++] = each;
        }
    }
    contents->count = kept > 0 ? kept : contents->count;
}
