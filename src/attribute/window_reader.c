#include "attribute/window_reader.h"

#include "attribute/certainty.h"
#include "attribute/layout.h"
#include "attribute/marks.h"
#include "attribute/second_look.h"
#include "attribute/signed.h"
#include "attribute/viterbi.h"

#include "attribute/windows.h"
#include <string.h>

window_reader window_reader_begin(model_scratch *scratch, const segmentation *text, arena *into) {
    const size_t window = model_scratch_window(scratch);
    bool *of_cue = mem_alloc(text->piece_count + 1);
    memset(of_cue, false, text->piece_count + 1);
    return (window_reader){.model = scratch,
                           .text = text,
                           .into = into,
                           .window = mem_alloc(window * sizeof(model_piece)),
                           .back = mem_alloc(window * ROLE_LABELS),
                           .path = mem_alloc(window),
                           .of_cue = of_cue};
}

void window_reader_end(window_reader *self) {
    mem_free(self->window);
    mem_free(self->back);
    mem_free(self->path);
    mem_free(self->of_cue);
    vec_free(&self->cues);
    vec_free(&self->source);
    vec_free(&self->content);
    drafts_free(&self->drafts);
    vec_free(&self->found);
}

/* Drops the runs of the window at piece `first` that hold no letter or digit: a mark alone names
 * nobody and reports nothing. */
static void drop_wordless(const window_reader *self, runs *list, size_t first) {
    const piece *pieces = self->text->pieces + first;
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const run_of_pieces *run = &list->items[i];
        const span all = {pieces[run->first].begin, pieces[run->last - 1].end};
        if (segment_has_words(self->text, all)) {
            list->items[kept++] = *run;
        }
    }
    list->count = kept;
}

/* A relation has one source: the surest of those that were marked. */
static part surest_source(const runs *sources, const float *roles) {
    part best = {{0, 0}, 0.0f};
    for (size_t i = 0; i < sources->count; i++) {
        const float sure = certainty(roles, ROLE_LABELS, ROLE_B_SOURCE, sources->items[i]);
        if (i == 0 || sure > best.certainty) {
            best = (part){sources->items[i], sure};
        }
    }
    return best;
}

/* The relation whose cue is the window's `cue`, if the model sees a content to it. */
static void draft_relation(window_reader *self, size_t first, size_t count, part cue) {
    const float *roles = model_read_relation(self->model, cue.run.first, cue.run.last);
    const piece *pieces = self->text->pieces + first;
    viterbi(roles, count, ROLE_LABELS, self->back, self->path);
    const bool parted = !self->text->line_by_line;
    collect_runs(self->path, pieces, count, ROLE_B_SOURCE, true, &self->source);
    collect_runs(self->path, pieces, count, ROLE_B_CONTENT, parted, &self->content);
    shed_list_marks(self->text, &self->source, first);
    shed_list_marks(self->text, &self->content, first);
    shed_stops(self->text, &self->content, first);
    drop_wordless(self, &self->source, first);
    drop_wordless(self, &self->content, first);
    if (parted) {
        drop_unquoted_before(pieces, cue.run, &self->content);
    }
    if (self->content.count == 0) {
        return;
    }
    const draft new = {.cue = cue,
                       .source = surest_source(&self->source, roles),
                       .first_part = self->drafts.parts.count,
                       .part_count = self->content.count};
    vec_push(&self->drafts.items, new);
    for (size_t i = 0; i < self->content.count; i++) {
        const run_of_pieces run = self->content.items[i];
        const part made = {run, certainty(roles, ROLE_LABELS, ROLE_B_CONTENT, run)};
        vec_push(&self->drafts.parts, made);
    }
}

/* Runs of the window that begins at piece `first` -> spans of the shown text. */
static span_list to_spans(const window_reader *self, const part *from, size_t count, size_t first) {
    const piece *pieces = self->text->pieces + first;
    span_list out = {arena_array(self->into, span, count), count};
    for (size_t i = 0; i < count; i++) {
        const size_t end = pieces[from[i].run.last - 1].end;
        out.items[i] =
            (span){pieces[from[i].run.first].begin, segment_past_accents(self->text, end)};
    }
    return out;
}

/* The mean over all pieces of the parts. */
static float certainty_of_content(const part *parts, size_t count) {
    float sum = 0.0f;
    size_t pieces = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t n = parts[i].run.last - parts[i].run.first;
        sum += parts[i].certainty * (float)n;
        pieces += n;
    }
    return sum / (float)pieces;
}

static void note_cue(window_reader *self, size_t first, run_of_pieces cue) {
    memset(self->of_cue + first + cue.first, true, cue.last - cue.first);
}

static bool is_known_cue(const window_reader *self, size_t first, run_of_pieces cue) {
    return memchr(self->of_cue + first + cue.first, 1, cue.last - cue.first) != NULL;
}

static void keep_relation(window_reader *self, size_t first, size_t count, const draft *from) {
    part *content = self->drafts.parts.items + from->first_part;
    const certainties sure = {
        .cue = from->cue.certainty,
        .source = from->source.certainty,
        .content = certainty_of_content(content, from->part_count),
        .has_source = from->source.run.last > 0,
    };
    for (size_t i = 0; i < from->part_count; i++) {
        run_of_pieces *run = &content[i].run;
        take_in_marks(self->text->pieces + first, count, &run->first, &run->last);
    }
    relation new = {
        .source = to_spans(self, &from->source, sure.has_source, first),
        .cue = to_spans(self, &from->cue, 1, first),
        .content = to_spans(self, content, from->part_count, first),
        .confidence = confidence(model_scratch_confidence(self->model), &sure),
    };
    new.quoted = segment_quoted(self->text, new.content.items, new.content.count);
    vec_push(&self->found, new);
    note_cue(self, first, from->cue.run);
}

/* What the model reads of the pieces: a content is given to it as a text of its own, of which the
 * marks around it are no part. */
static void fill_window(window_reader *self, size_t first, size_t count) {
    window_pieces(self->text->pieces + first, count, self->window);
    for (size_t i = 0; self->reported && i < count; i++) {
        const bool inside = self->window[i].quote >= QUOTE_SINGLE;
        self->window[i].quote = inside ? QUOTE_REPORTED_INSIDE : QUOTE_REPORTED;
    }
    if (self->reported) {
        self->window[0].start = START_PARAGRAPH;
    }
}

/* Quotations of fewer pieces, marks counted, are seldom what somebody says. */
enum { QUOTED_PIECES_MIN = 6 };

/* Tries the likeliest cues of quotations that are whole in the window and in no draft; keeps what
 * is of the quotation, most of it. */
static void look_again(window_reader *self, size_t first, size_t count, const float *cues) {
    const piece *pieces = self->text->pieces + first;
    const size_t end = pieces[count - 1].end;
    for (size_t i = segment_quotation_after(self->text, pieces[0].begin);
         i < self->text->quotation_count && self->text->quotations[i].span.begin < end; i++) {
        const quotation *each = &self->text->quotations[i];
        const run_of_pieces all = pieces_of(self->text, each->span);
        if (all.first < first || all.last > first + count) {
            continue;
        }
        const run_of_pieces run = {all.first - first, all.last - first};
        run_of_pieces cue;
        relation unused;
        if (!each->is_double || !each->closed || run.last < run.first + QUOTED_PIECES_MIN ||
            drafts_meet(&self->drafts, run) || !doubtful_cue(pieces, count, cues, run, &cue) ||
            signed_quotation(self->text, each, self->into, &unused)) { /* whose form says more */
            continue;
        }
        const size_t before = self->drafts.items.count, parts = self->drafts.parts.count;
        draft_relation(self, first, count, (part){cue, certainty(cues, CUE_LABELS, CUE_B, cue)});
        if (self->drafts.items.count > before && !drafts_last_holds_most(&self->drafts, run)) {
            self->drafts.items.count = before;
            self->drafts.parts.count = parts;
        }
    }
}

void read_window(window_reader *self, size_t first, size_t count) {
    fill_window(self, first, count);
    const float *cues = self->reported ? model_read_content(self->model, self->window, count)
                                       : model_read_window(self->model, self->window, count);
    if (!cues) {
        return;
    }
    viterbi(cues, count, CUE_LABELS, self->back, self->path);
    collect_runs(self->path, self->text->pieces + first, count, CUE_B, true, &self->cues);
    drafts_clear(&self->drafts);
    for (size_t i = 0; i < self->cues.count; i++) {
        const run_of_pieces run = self->cues.items[i];
        if (!is_known_cue(self, first, run)) {
            draft_relation(self, first, count,
                           (part){run, certainty(cues, CUE_LABELS, CUE_B, run)});
        }
    }
    if (!self->reported) {
        look_again(self, first, count, cues);
    }
    drop_doubtful_parts(&self->drafts);
    share_out_parts(&self->drafts);
    for (size_t i = 0; i < self->drafts.items.count; i++) {
        keep_relation(self, first, count, &self->drafts.items.items[i]);
    }
}
