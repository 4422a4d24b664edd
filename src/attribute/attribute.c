#include "attribute/attribute.h"

#include "attribute/marks.h"
#include "attribute/runs.h"
#include "attribute/viterbi.h"
#include "attribute/windows.h"
#include "base/vec.h"

#include <math.h>

/* What is at work while one text is read. */
typedef struct {
    model_scratch *model;
    const segmentation *text;
    arena *into;
    model_piece *window;        /* [model_window] what the model reads */
    uint8_t *back;              /* [model_window][ROLE_LABELS] */
    uint8_t *path;              /* [model_window] */
    runs cues, source, content; /* of the window at hand */
    VEC(relation) found;
} work;

/* The probability that a piece is labelled `begin` or `begin` + 1, by softmax. */
static float probability(const float *logits, size_t labels, size_t begin) {
    float greatest = logits[0], all = 0.0f;
    for (size_t i = 1; i < labels; i++) {
        greatest = logits[i] > greatest ? logits[i] : greatest;
    }
    for (size_t i = 0; i < labels; i++) {
        all += expf(logits[i] - greatest);
    }
    return (expf(logits[begin] - greatest) + expf(logits[begin + 1] - greatest)) / all;
}

/* The mean of those over all pieces of the runs; 1 where there are none. */
static float certainty(const float *logits, size_t labels, size_t begin, const run_of_pieces *items,
                       size_t count) {
    float sum = 0.0f;
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t at = items[i].first; at < items[i].last; at++, n++) {
            sum += probability(logits + at * labels, labels, begin);
        }
    }
    return n ? sum / (float)n : 1.0f;
}

/* A relation has one source: where several were marked, the surest stays. */
static void keep_surest(runs *source, const float *logits) {
    size_t surest = 0;
    float most = -1.0f;
    for (size_t i = 0; i < source->count; i++) {
        const float sure = certainty(logits, ROLE_LABELS, ROLE_B_SOURCE, source->items + i, 1);
        if (sure > most) {
            most = sure;
            surest = i;
        }
    }
    if (source->count > 1) {
        source->items[0] = source->items[surest];
        source->count = 1;
    }
}

/* Drops the runs of the window at piece `first` that hold no letter or digit: a mark alone names
 * nobody and reports nothing. */
static void drop_wordless(const work *w, runs *list, size_t first) {
    const piece *pieces = w->text->pieces + first;
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const run_of_pieces *run = &list->items[i];
        const span all = {pieces[run->first].begin, pieces[run->last - 1].end};
        if (segment_has_words(w->text, all)) {
            list->items[kept++] = *run;
        }
    }
    list->count = kept;
}

/* Runs of the window that begins at piece `first` -> spans of the shown text. */
static span_list to_spans(const work *w, const run_of_pieces *from, size_t count, size_t first) {
    const piece *pieces = w->text->pieces + first;
    span_list out = {arena_array(w->into, span, count), count};
    for (size_t i = 0; i < count; i++) {
        const size_t end = pieces[from[i].last - 1].end;
        out.items[i] = (span){pieces[from[i].first].begin, segment_past_accents(w->text, end)};
    }
    return out;
}

/* The relation whose cue is the window's `cue`, if the model sees a content to it. */
static void read_relation(work *w, size_t first, size_t count, run_of_pieces cue,
                          float cue_certainty) {
    const float *roles = model_read_relation(w->model, cue.first, cue.last);
    const piece *pieces = w->text->pieces + first;
    viterbi(roles, count, ROLE_LABELS, w->back, w->path);
    collect_runs(w->path, pieces, count, ROLE_B_SOURCE, &w->source);
    collect_runs(w->path, pieces, count, ROLE_B_CONTENT, &w->content);
    drop_wordless(w, &w->source, first);
    drop_wordless(w, &w->content, first);
    if (w->content.count == 0) {
        return;
    }
    keep_surest(&w->source, roles);
    for (size_t i = 0; i < w->content.count; i++) {
        run_of_pieces *r = &w->content.items[i];
        take_in_marks(pieces, count, &r->first, &r->last);
    }
    relation new = {
        .source = to_spans(w, w->source.items, w->source.count, first),
        .cue = to_spans(w, &cue, 1, first),
        .content = to_spans(w, w->content.items, w->content.count, first),
        .confidence =
            cue_certainty *
            certainty(roles, ROLE_LABELS, ROLE_B_SOURCE, w->source.items, w->source.count) *
            certainty(roles, ROLE_LABELS, ROLE_B_CONTENT, w->content.items, w->content.count),
    };
    new.quoted = segment_quoted(w->text, new.content.items, new.content.count);
    vec_push(&w->found, new);
}

static void read_window(work *w, size_t first, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const piece *p = &w->text->pieces[first + i];
        w->window[i] = (model_piece){
            .id = p->id, .quote = p->quote, .letter_case = p->letter_case, .start = p->start};
    }
    const float *cues = model_read_window(w->model, w->window, count);
    viterbi(cues, count, CUE_LABELS, w->back, w->path);
    collect_runs(w->path, w->text->pieces + first, count, CUE_B, &w->cues);
    for (size_t i = 0; i < w->cues.count; i++) {
        const float sure = certainty(cues, CUE_LABELS, CUE_B, w->cues.items + i, 1);
        read_relation(w, first, count, w->cues.items[i], sure);
    }
}

/* Reads the pieces [first, last), window by window. */
static void read_stretch(work *w, size_t first, size_t last, size_t window) {
    while (first < last) {
        const size_t end = window_end(w->text->pieces, first, last, window);
        read_window(w, first, end - first);
        first = end;
    }
}

void attribute(model_scratch *scratch, const segmentation *text, const span *skipped,
               size_t skipped_count, arena *into, relation_list *out) {
    const size_t window = model_scratch_window(scratch);
    work w = {.model = scratch, .text = text, .into = into};
    w.window = mem_alloc(window * sizeof *w.window);
    w.back = mem_alloc(window * ROLE_LABELS);
    w.path = mem_alloc(window);
    size_t at = 0;
    for (size_t i = 0; i <= skipped_count; i++) {
        const size_t begin = i < skipped_count ? skipped[i].begin : SIZE_MAX;
        size_t stop = at;
        while (stop < text->piece_count && text->pieces[stop].begin < begin) {
            stop++;
        }
        read_stretch(&w, at, stop, window);
        at = stop;
        while (at < text->piece_count && i < skipped_count &&
               text->pieces[at].begin < skipped[i].end) {
            at++;
        }
    }
    out->count = w.found.count;
    out->items = w.found.count
                     ? arena_copy(into, w.found.items, w.found.count * sizeof *w.found.items)
                     : NULL;
    vec_free(&w.found);
    vec_free(&w.cues);
    vec_free(&w.source);
    vec_free(&w.content);
    mem_free(w.window);
    mem_free(w.back);
    mem_free(w.path);
}
