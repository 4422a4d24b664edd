#include "attribute/attribute.h"
#include "attribute/windows.h"
#include "base/memory.h"

void attribute_traits(model_scratch *scratch, const segmentation *text, int8_t *traits) {
    const size_t size = model_scratch_window(scratch);
    model_piece *window = mem_alloc(size * sizeof *window);
    for (size_t first = 0; first < text->piece_count;) {
        const size_t end = window_end(text->pieces, first, text->piece_count, size);
        const span all = {text->pieces[first].begin, text->pieces[end - 1].end};
        if (segment_has_words(text, all)) {
            window_pieces(text->pieces + first, end - first, window);
            model_read_for_traits(scratch, window, end - first);
            model_read_traits(scratch, traits + first * PIECE_TRAITS);
        }
        first = end;
    }
    mem_free(window);
}
