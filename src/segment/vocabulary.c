#include "segment/vocabulary.h"

#include <string.h>

static void add(wordpieces *self, str piece, uint32_t id) {
    static const str FURTHER = {"##", 2};
    if (str_equal(piece, STR("[UNK]"))) {
        self->unknown = id;
    }
    lexicon *list = &self->first;
    if (str_starts(piece, FURTHER) && piece.size > FURTHER.size) {
        list = &self->further;
        piece = str_slice(piece, (span){FURTHER.size, piece.size});
    }
    *lexicon_put(list, piece) = id;
    if (piece.size > self->longest) {
        self->longest = piece.size;
    }
}

wordpieces vocabulary_read(str lines) {
    wordpieces self = {0};
    uint32_t id = 0;
    for (size_t pos = 0; pos < lines.size; id++) {
        const char *stop = memchr(lines.data + pos, '\n', lines.size - pos);
        size_t end = stop != NULL ? (size_t)(stop - lines.data) : lines.size;
        if (end > pos) {
            add(&self, str_slice(lines, (span){pos, end}), id);
        }
        pos = end + 1;
    }
    return self;
}

void vocabulary_free(wordpieces *self) {
    lexicon_free(&self->first);
    lexicon_free(&self->further);
}
