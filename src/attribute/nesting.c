#include "attribute/nesting.h"

#include "attribute/windows.h"

#include <stdlib.h>
#include <string.h>

/* Contents of fewer pieces hold nothing with a source, a cue and a content. */
enum { PIECES_MIN = 6 };

/* Of the pieces of a text, how many may be read again. */
static const float READ_AGAIN_MAX = 0.6F;

/* --- reading again ---------------------------------------------------------------------------- */

/* Returns how many pieces were read. */
static size_t read_part(window_reader *self, span where) {
    const run_of_pieces run = pieces_of(self->text, where);
    if (run.last < run.first + PIECES_MIN) {
        return 0;
    }
    for (size_t first = run.first; first < run.last;) {
        const size_t end =
            window_end(self->text->pieces, first, run.last, model_scratch_window(self->model));
        read_window(self, first, end - first);
        first = end;
    }
    return run.last - run.first;
}

void read_contents(window_reader *self, size_t read) {
    const size_t most = (size_t)(READ_AGAIN_MAX * (float)read);
    size_t again = 0;
    self->reported = true;
    for (size_t i = 0; i < self->found.count && again < most; i++) {
        const span_list content = self->found.items[i].content; /* the list may move */
        for (size_t k = 0; k < content.count && again < most; k++) {
            again += read_part(self, content.items[k]);
        }
    }
}

/* --- parents ---------------------------------------------------------------------------------- */

typedef struct {
    size_t relation, size; /* bytes of its content */
} holder;

static size_t size_of(span_list list) {
    size_t size = 0;
    for (size_t i = 0; i < list.count; i++) {
        size += list.items[i].end - list.items[i].begin;
    }
    return size;
}

/* The longest first; of equal ones, the first. */
static int compare(const void *left, const void *right) {
    const holder *a = left, *b = right;
    if (a->size != b->size) {
        return a->size > b->size ? -1 : 1;
    }
    return (a->relation > b->relation) - (a->relation < b->relation);
}

static bool holds(span_list outer, span inner) {
    for (size_t i = 0; i < outer.count; i++) {
        if (outer.items[i].begin <= inner.begin && inner.end <= outer.items[i].end) {
            return true;
        }
    }
    return false;
}

static bool holds_all(span_list outer, span_list inner) {
    for (size_t i = 0; i < inner.count; i++) {
        if (!holds(outer, inner.items[i])) {
            return false;
        }
    }
    return true;
}

/* Whether `inner` is reported by `outer`: its cue and content lie in the other's content. */
static bool is_reported_by(const relation *inner, const relation *outer) {
    return holds_all(outer->content, inner->cue) && holds_all(outer->content, inner->content) &&
           size_of(inner->content) < size_of(outer->content);
}

/* Contents are painted over the pieces, longer ones first, each over the one it lies on, so that
 * what lies on a piece at last is the shortest; from there one climbs down to what holds the
 * relation. */
void find_parents(const segmentation *text, relation *items, size_t count) {
    size_t *top = mem_alloc(mem_product(text->piece_count + 1, sizeof *top)); /* from 1; 0: none */
    size_t *below = mem_alloc(mem_product(count + 1, sizeof *below));
    holder *order = mem_alloc(mem_product(count + 1, sizeof *order));
    memset(top, 0, (text->piece_count + 1) * sizeof *top);
    for (size_t i = 0; i < count; i++) {
        order[i] = (holder){i, size_of(items[i].content)};
    }
    qsort(order, count, sizeof *order, compare);
    for (size_t i = 0; i < count; i++) {
        const relation *each = &items[order[i].relation];
        const run_of_pieces cue = pieces_of(text, each->cue.items[0]);
        size_t at = cue.first < text->piece_count ? top[cue.first] : 0;
        while (at > 0 && !is_reported_by(each, &items[at - 1])) {
            at = below[at - 1];
        }
        items[order[i].relation].parent = at;
        below[order[i].relation] = at;
        for (size_t k = 0; k < each->content.count; k++) {
            const run_of_pieces run = pieces_of(text, each->content.items[k]);
            for (size_t at_piece = run.first; at_piece < run.last; at_piece++) {
                top[at_piece] = order[i].relation + 1;
            }
        }
    }
    mem_free(top);
    mem_free(below);
    mem_free(order);
}
