#include "attribute/attribute.h"

#include "attribute/continued.h"
#include "attribute/nesting.h"
#include "attribute/signed.h"
#include "attribute/unfinished.h"
#include "attribute/window_reader.h"
#include "attribute/windows.h"

#include <stdlib.h>
#include <string.h>

/* What became of a piece. */
enum { UNREAD, READ, REPORTED };

static bool tell(const attribute_options *options, const segmentation *text, size_t pieces) {
    return options->progress == NULL ||
           options->progress(options->context, text->pieces[pieces - 1].end);
}

/* Marks alone report nothing, as a part without words is dropped wherever it is found: what holds
 * nothing else need not be read. */
static bool has_words(const segmentation *text, size_t first, size_t last) {
    return segment_has_words(text, (span){text->pieces[first].begin, text->pieces[last - 1].end});
}

/* Reads the pieces [first, last), window by window; false where it was stopped. */
static bool read_stretch(window_reader *self, const attribute_options *options, size_t first,
                         size_t last) {
    const size_t window = model_scratch_window(self->model);
    while (first < last) {
        const size_t end = window_end(self->text->pieces, first, last, window);
        if (has_words(self->text, first, end)) {
            read_window(self, first, end - first);
            if (options->traits != NULL) {
                model_read_traits(self->model, options->traits + first * PIECE_TRAITS);
            }
        }
        if (!tell(options, self->text, end)) {
            return false;
        }
        first = end;
    }
    return true;
}

/* Reads all but the skipped spans, and notes in `fates` [piece_count] which pieces were read. False
 * where it was stopped. */
static bool read_all(window_reader *self, const attribute_options *options, uint8_t *fates) {
    const segmentation *text = self->text;
    const span *skipped = options->skipped;
    const size_t skipped_count = options->skipped_count;
    size_t at = 0;
    for (size_t i = 0; i <= skipped_count; i++) {
        const size_t begin = i < skipped_count ? skipped[i].begin : SIZE_MAX;
        size_t stop = at;
        while (stop < text->piece_count && text->pieces[stop].begin < begin) {
            fates[stop++] = READ;
        }
        if (!read_stretch(self, options, at, stop)) {
            return false;
        }
        at = stop;
        while (at < text->piece_count && i < skipped_count &&
               text->pieces[at].begin < skipped[i].end) {
            at++;
        }
    }
    return true;
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

/* What the encoder left: quotations that are signed, and those that go on with what was quoted. */
static void add_left_quotations(window_reader *self, uint8_t *fates) {
    const segmentation *text = self->text;
    const size_t before = self->found.count; /* further ones are not in the order of their cues */
    note_reported(self, fates);
    for (size_t i = 0; i < text->quotation_count; i++) {
        const quotation *each = &text->quotations[i];
        relation new;
        if (!is_unreported(text, each, fates)) {
            continue;
        }
        if (signed_quotation(text, each, self->into, &new)) {
            vec_push(&self->found, new);
        } else {
            continue_quotation(text, each, self->into, self->found.items, before);
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

/* What was found, in its order. */
static void finish(window_reader *self, relation_list *out) {
    const relations *found = &self->found;
    if (found->count > 0) {
        qsort(found->items, found->count, sizeof *found->items, by_cue);
        find_parents(self->text, found->items, found->count);
    }
    *out = (relation_list){arena_copy(self->into, found->items, found->count * sizeof(relation)),
                           found->count};
}

bool attribute(model_scratch *scratch, const segmentation *text, const attribute_options *options,
               arena *into, relation_list *out) {
    window_reader at_work = window_reader_begin(scratch, text, into);
    uint8_t *fates = mem_alloc(text->piece_count + 1);
    memset(fates, UNREAD, text->piece_count);
    const bool whole = read_all(&at_work, options, fates);
    if (whole) {
        finish_quotations(text, &at_work.found);
        add_left_quotations(&at_work, fates);
        read_contents(&at_work, count_read(fates, text->piece_count));
        finish(&at_work, out);
    }
    mem_free(fates);
    window_reader_end(&at_work);
    return whole;
}
