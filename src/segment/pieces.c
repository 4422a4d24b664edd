/* Word pieces: a word is the longest piece of the vocabulary that begins it, then the longest one
 * that goes on, to its end; a word that cannot be made so is unknown as a whole (WordPiece, Wu et
 * al. 2016). Equal to what PyPI's `tokenizers` makes, with offsets in the text before it was
 * normalized; `make eval` compares. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "segment/normalize.h"
#include "segment/steps.h"

#include <string.h>

enum {
    WORD_MAX = 100, /* characters; a longer word is unknown */
    UTF8_MAX = 4    /* bytes of a character */
};

/* A word that is being read: its characters as normalized, and where each stands in the text. */
typedef struct {
    char bytes[WORD_MAX * UTF8_MAX];
    uint16_t at[WORD_MAX + 1]; /* where each character begins in `bytes`; the end of the last */
    span from[WORD_MAX];       /* the character that each was made of */
    size_t count;              /* more than WORD_MAX: the word is too long, and not kept */
    span all;                  /* from the first character to the last */
} word;

typedef struct {
    str text;
    const wordpieces *known;
    word word;
    VEC(piece) found;
} piece_reading;

static letter_case case_of(str text, span part) {
    size_t letters = 0;
    size_t upper = 0;
    bool first_upper = false;
    for (size_t pos = part.begin; pos < part.end;) {
        uint32_t cp = utf8_next(text, &pos);
        if (!is_letter(cp)) {
            continue;
        }
        bool is_capital = is_upper(cp);
        first_upper = letters == 0 ? is_capital : first_upper;
        upper += is_capital;
        letters++;
    }
    if (letters == 0) {
        return CASE_NONE;
    }
    if (upper == 0) {
        return CASE_LOWER;
    }
    if (upper == 1 && first_upper) {
        return CASE_TITLE;
    }
    return upper == letters ? CASE_UPPER : CASE_MIXED;
}

static void push_piece(piece_reading *self, uint32_t id, span part, letter_case letters,
                       bool further) {
    piece made = {.id = id,
                  .begin = (uint32_t)part.begin,
                  .end = (uint32_t)part.end,
                  .letter_case = (uint8_t)letters,
                  .further = further};
    vec_push(&self->found, made);
}

/* The longest piece that begins with the word's character `begin`; `*end` is the character after
 * it. NULL where there is none. */
static const uint32_t *longest_piece(const piece_reading *self, size_t begin, size_t *end) {
    const word *w = &self->word;
    const lexicon *list = begin == 0 ? &self->known->first : &self->known->further;
    for (size_t stop = w->count; stop > begin; stop--) {
        size_t size = (size_t)(w->at[stop] - w->at[begin]);
        if (size > self->known->longest) {
            continue;
        }
        const uint32_t *id = lexicon_find(list, (str){w->bytes + w->at[begin], size});
        if (id != NULL) {
            *end = stop;
            return id;
        }
    }
    return NULL;
}

/* Pushes the pieces of the word; false where it cannot be made of pieces. */
static bool cut_word(piece_reading *self, letter_case letters) {
    const word *w = &self->word;
    if (w->count > WORD_MAX) {
        return false;
    }
    size_t before = self->found.count;
    for (size_t begin = 0, end = 0; begin < w->count; begin = end) {
        const uint32_t *id = longest_piece(self, begin, &end);
        if (id == NULL) {
            self->found.count = before;
            return false;
        }
        push_piece(self, *id, (span){w->from[begin].begin, w->from[end - 1].end}, letters,
                   begin > 0);
    }
    return true;
}

static void end_word(piece_reading *self) {
    if (self->word.count == 0) {
        return;
    }
    span all = self->word.all;
    letter_case letters = case_of(self->text, all);
    if (!cut_word(self, letters)) {
        push_piece(self, self->known->unknown, all, letters, false);
    }
    self->word.count = 0;
}

static void add_to_word(piece_reading *self, uint32_t cp, span from) {
    word *w = &self->word;
    if (w->count == 0) {
        w->all.begin = from.begin;
        w->at[0] = 0;
    }
    w->all.end = from.end;
    if (w->count < WORD_MAX) {
        size_t at = w->at[w->count];
        w->from[w->count] = from;
        w->at[w->count + 1] = (uint16_t)(at + utf8_put(w->bytes + at, cp));
    }
    w->count++;
}

/* A character as it was normalized. */
static void take(piece_reading *self, uint32_t cp, span from) {
    switch (normalize_class(cp)) {
    case SEEN_SPACE:
        end_word(self);
        break;
    case SEEN_ALONE:
        end_word(self);
        add_to_word(self, cp, from);
        end_word(self);
        break;
    default:
        add_to_word(self, cp, from);
    }
}

void find_pieces(const wordpieces *known, arena *into, segmentation *out) {
    piece_reading reading = {.text = out->shown, .known = known};
    for (size_t pos = 0; pos < out->shown.size;) {
        size_t begin = pos;
        uint32_t cp = utf8_next(out->shown, &pos);
        seen class = normalize_class(cp);
        uint32_t parts[NORMALIZED_MAX];
        size_t count = 0;
        if (class == SEEN_SPACE) {
            end_word(&reading);
        } else if (class != SEEN_NOTHING) {
            count = normalize(cp, parts);
        }
        for (size_t i = 0; i < count; i++) {
            take(&reading, parts[i], (span){begin, pos});
        }
    }
    end_word(&reading);
    out->pieces =
        arena_copy(into, reading.found.items, reading.found.count * sizeof *reading.found.items);
    out->piece_count = reading.found.count;
    vec_free(&reading.found);
}
