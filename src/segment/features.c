/* What the model reads beside a piece: where it stands to quotation marks, and whether a sentence
 * or paragraph begins with it. */
#include "segment/marks.h"
#include "segment/steps.h"

/* As quotations nest, those around a place are a stack; quotations.c opens 16 at a time at most,
 * and one more may run to its paragraph's end. */
enum { DEEPEST = 32 };

typedef struct {
    const quotation *around[DEEPEST];
    size_t depth;
    size_t next; /* the first quotation that is not reached yet */
} quote_sweep;

static void move_to(quote_sweep *self, const segmentation *of, size_t pos) {
    while (self->next < of->quotation_count && of->quotations[self->next].span.begin <= pos) {
        const quotation *begun = &of->quotations[self->next++];
        while (self->depth > 0 && self->around[self->depth - 1]->span.end <= begun->span.begin) {
            self->depth--;
        }
        if (self->depth < DEEPEST) {
            self->around[self->depth++] = begun;
        }
    }
    while (self->depth > 0 && self->around[self->depth - 1]->span.end <= pos) {
        self->depth--;
    }
}

/* Whether `pos` is in one of the marks of a double quotation that it stands in. */
static quote_state state_in(str text, const quotation *self, size_t pos) {
    if (pos < self->span.begin + mark_size(text, self->span.begin)) {
        return QUOTE_OPENING;
    }
    if (self->closed && pos >= self->span.end - double_mark_size_before(text, self->span.end)) {
        return QUOTE_CLOSING;
    }
    return QUOTE_INSIDE;
}

static quote_state state_at(const quote_sweep *self, str text, size_t pos) {
    size_t doubles = 0;
    for (size_t i = 0; i < self->depth; i++) {
        if (!self->around[i]->is_double) {
            continue;
        }
        quote_state state = state_in(text, self->around[i], pos);
        if (state != QUOTE_INSIDE) {
            return state;
        }
        doubles++;
    }
    if (doubles == 0) {
        return self->depth > 0 ? QUOTE_SINGLE : QUOTE_OUTSIDE;
    }
    return doubles == 1 ? QUOTE_INSIDE : QUOTE_NESTED;
}

static void mark_quotes(segmentation *out) {
    quote_sweep sweep = {0};
    for (size_t i = 0; i < out->piece_count; i++) {
        size_t pos = out->pieces[i].begin;
        move_to(&sweep, out, pos);
        out->pieces[i].quote = (uint8_t)state_at(&sweep, out->shown, pos);
    }
}

static void mark_starts(segmentation *out) {
    size_t sentence = 0;
    size_t paragraph = 0;
    for (size_t i = 0; i < out->piece_count; i++) {
        start_state state = START_NONE;
        for (; sentence < out->sentence_count &&
               out->sentences[sentence].begin <= out->pieces[i].begin;
             sentence++) {
            state = START_SENTENCE;
        }
        for (; paragraph < out->paragraph_count &&
               out->paragraphs[paragraph].begin <= out->pieces[i].begin;
             paragraph++) {
            state = START_PARAGRAPH;
        }
        out->pieces[i].start = (uint8_t)state;
    }
}

void mark_pieces(segmentation *out) {
    mark_quotes(out);
    mark_starts(out);
}
