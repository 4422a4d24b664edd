#include "segment/segment.h"

#include "base/letters.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "segment/lists.h"
#include "segment/steps.h"
#include "segment/words.h"

/* Made from data/abbreviations.txt. */
extern const unsigned char ABBREVIATIONS[];
extern const size_t ABBREVIATIONS_SIZE;

struct segmenter {
    wordpieces vocabulary;
    lexicon words;
};

segmenter *segmenter_new(str pieces, str words) {
    segmenter *self = mem_alloc(sizeof *self);
    self->vocabulary = vocabulary_read(pieces);
    self->words = words_read(words);
    return self;
}

void segmenter_free(segmenter *self) {
    if (self == NULL) {
        return;
    }
    vocabulary_free(&self->vocabulary);
    lexicon_free(&self->words);
    mem_free(self);
}

void segment(const segmenter *self, str shown, arena *into, segmentation *out) {
    segment_paragraphs(shown, into, out);
    find_sentences(&self->words, into, out);
    find_quotations(&self->words, into, out);
    find_pieces(&self->vocabulary, into, out);
    mark_pieces(out);
}

void segment_paragraphs(str shown, arena *into, segmentation *out) {
    *out = (segmentation){.shown = shown};
    find_paragraphs(into, out);
}

void segment_sentences(str shown, arena *into, segmentation *out) {
    lexicon words = words_read((str){(const char *)ABBREVIATIONS, ABBREVIATIONS_SIZE});
    segment_paragraphs(shown, into, out);
    find_sentences(&words, into, out);
    lexicon_free(&words);
}

size_t segment_piece_after(const segmentation *self, size_t pos) {
    size_t low = 0;
    size_t high = self->piece_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->pieces[middle].end > pos) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

size_t segment_quotation_after(const segmentation *self, size_t pos) {
    size_t low = 0;
    size_t high = self->quotation_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->quotations[middle].span.begin < pos) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static size_t alphanumerics(str text) {
    size_t count = 0;
    for (size_t pos = 0; pos < text.size;) {
        count += is_alphanumeric(utf8_next(text, &pos));
    }
    return count;
}

/* Marks are words by themselves, so that a piece stands on one side of them as a whole. */
quoted segment_quoted(const segmentation *self, const span *parts, size_t count) {
    size_t in_all = 0;
    size_t inside = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = segment_piece_after(self, parts[i].begin);
             k < self->piece_count && self->pieces[k].begin < parts[i].end; k++) {
            const piece *each = &self->pieces[k];
            span common = {each->begin > parts[i].begin ? each->begin : parts[i].begin,
                           each->end < parts[i].end ? each->end : parts[i].end};
            size_t found = alphanumerics(str_slice(self->shown, common));
            in_all += found;
            inside += each->quote != QUOTE_OUTSIDE ? found : 0;
        }
    }
    return inside == 0 ? QUOTED_NONE : inside < in_all ? QUOTED_SOME : QUOTED_ALL;
}

bool segment_has_words(const segmentation *self, span part) {
    for (size_t pos = part.begin; pos < part.end;) {
        if (is_alphanumeric(utf8_next(self->shown, &pos))) {
            return true;
        }
    }
    return false;
}

size_t segment_past_list_mark(const segmentation *self, size_t begin) {
    return past_list_mark(self->shown, begin, self->shown.size);
}

size_t segment_past_accents(const segmentation *self, size_t end) {
    return skip_marks(self->shown, end);
}
