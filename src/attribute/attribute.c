#include "attribute/attribute.h"

#include "attribute/nesting.h"
#include "attribute/signed.h"
#include "attribute/window_reader.h"
#include "attribute/windows.h"

#include <stdlib.h>
#include <string.h>

/* What became of a piece. */
enum { UNREAD, READ, REPORTED };

/* Reads the pieces [first, last), window by window. */
static void read_stretch(window_reader *self, size_t first, size_t last) {
    const size_t window = model_scratch_window(self->model);
    while (first < last) {
        const size_t end = window_end(self->text->pieces, first, last, window);
        read_window(self, first, end - first);
        first = end;
    }
}

/* Reads all but the skipped spans, and notes in `fates` [piece_count] which pieces were read. */
static void read_all(window_reader *self, const span *skipped, size_t skipped_count,
                     uint8_t *fates) {
    const segmentation *text = self->text;
    size_t at = 0;
    for (size_t i = 0; i <= skipped_count; i++) {
        const size_t begin = i < skipped_count ? skipped[i].begin : SIZE_MAX;
        size_t stop = at;
        while (stop < text->piece_count && text->pieces[stop].begin < begin) {
            fates[stop++] = READ;
        }
        read_stretch(self, at, stop);
        at = stop;
        while (at < text->piece_count && i < skipped_count &&
               text->pieces[at].begin < skipped[i].end) {
            at++;
        }
    }
}

static void note_reported(const window_reader *self, uint8_t *fates) {
    const segmentation *text = self->text;
    for (size_t i = 0; i < self->found.count; i++) {
        const span_list content = self->found.items[i].content;
        for (size_t j = 0; j < content.count; j++) {
            for (size_t k = segment_piece_after(text, content.items[j].begin);
                 k < text->piece_count && text->pieces[k].begin < content.items[j].end; k++) {
                fates[k] = REPORTED;
            }
        }
    }
}

/* Whether most of the quotation was read, and in no content. */
static bool is_unreported(const segmentation *text, const quotation *each, const uint8_t *fates) {
    size_t all = 0, left = 0;
    for (size_t k = segment_piece_after(text, each->span.begin);
         k < text->piece_count && text->pieces[k].begin < each->span.end; k++, all++) {
        left += fates[k] == READ;
    }
    return 2 * left > all;
}

static int by_cue(const void *left, const void *right) {
    const size_t a = ((const relation *)left)->cue.items[0].begin;
    const size_t b = ((const relation *)right)->cue.items[0].begin;
    return (a > b) - (a < b);
}

/* What the encoder left: quotations that are signed. */
static void add_signed(window_reader *self, uint8_t *fates) {
    const segmentation *text = self->text;
    note_reported(self, fates);
    for (size_t i = 0; i < text->quotation_count; i++) {
        const quotation *each = &text->quotations[i];
        relation new;
        if (is_unreported(text, each, fates) && signed_quotation(text, each, self->into, &new)) {
            vec_push(&self->found, new);
        }
    }
}

static size_t count_read(const uint8_t *fates, size_t count) {
    size_t read = 0;
    for (size_t i = 0; i < count; i++) {
        read += fates[i] != UNREAD;
    }
    return read;
}

void attribute(model_scratch *scratch, const segmentation *text, const span *skipped,
               size_t skipped_count, arena *into, relation_list *out) {
    window_reader at_work = window_reader_begin(scratch, text, into);
    uint8_t *fates = mem_alloc(text->piece_count + 1);
    memset(fates, UNREAD, text->piece_count);
    read_all(&at_work, skipped, skipped_count, fates);
    add_signed(&at_work, fates);
    read_contents(&at_work, count_read(fates, text->piece_count));
    const relations *found = &at_work.found;
    if (found->count > 0) {
        qsort(found->items, found->count, sizeof *found->items, by_cue);
        find_parents(text, found->items, found->count);
    }
    out->count = found->count;
    out->items =
        found->count ? arena_copy(into, found->items, found->count * sizeof *found->items) : NULL;
    mem_free(fates);
    window_reader_end(&at_work);
}
