#include "attribute/windows.h"

size_t window_end(const piece *pieces, size_t first, size_t last, size_t size) {
    if (last - first <= size) {
        return last;
    }
    size_t sentence = 0;
    for (size_t i = first + size; i > first + size / 2; i--) {
        if (pieces[i].start == START_PARAGRAPH) {
            return i;
        }
        if (pieces[i].start == START_SENTENCE && !sentence) {
            sentence = i;
        }
    }
    return sentence ? sentence : first + size;
}

void window_pieces(const piece *pieces, size_t count, model_piece *out) {
    for (size_t i = 0; i < count; i++) {
        const piece *p = &pieces[i];
        out[i] = (model_piece){
            .id = p->id, .quote = p->quote, .letter_case = p->letter_case, .start = p->start};
    }
}
