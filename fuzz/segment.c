/* Any text, cut into its parts, and what must hold of them: they lie in it, in order, between
 * characters, and its language is told. The first line is the vocabulary's beginning, so that odd
 * vocabularies are tried too. */
#include "segment/segment.h"
#include "base/utf8.h"
#include "segment/language.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char WORDS[] = "mr+\nu.s\nno\n[starters]\nthe\nno\n[elisions]\nem\n";

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static bool between_characters(str text, size_t pos) {
    return pos == text.size || ((unsigned char)text.data[pos] & 0xC0) != 0x80;
}

static void check_span(str text, span part) {
    require(part.begin < part.end && part.end <= text.size);
    require(between_characters(text, part.begin) && between_characters(text, part.end));
}

static void check_apart(str text, const span *parts, size_t count) {
    for (size_t i = 0; i < count; i++) {
        check_span(text, parts[i]);
        require(i == 0 || parts[i - 1].end <= parts[i].begin);
    }
}

static void check(const segmentation *text) {
    check_apart(text->shown, text->paragraphs, text->paragraph_count);
    check_apart(text->shown, text->sentences, text->sentence_count);
    require(text->sentence_count >= text->paragraph_count);
    for (size_t i = 0; i < text->quotation_count; i++) {
        check_span(text->shown, text->quotations[i].span);
        require(i == 0 || text->quotations[i - 1].span.begin < text->quotations[i].span.begin);
    }
    for (size_t i = 0; i < text->piece_count; i++) {
        const piece *each = &text->pieces[i];
        check_span(text->shown, (span){each->begin, each->end});
        require(i == 0 || (each[-1].begin <= each->begin && each[-1].end <= each->end));
    }
}

static void check_language(const segmentation *text, arena *memory) {
    static language_guesser *guesser = NULL; /* read once: libFuzzer ends by exit only */
    if (guesser == NULL) {
        guesser = language_guesser_new(NULL);
    }
    language_guess guess;
    language_guess_text(guesser, text, memory, &guess);
    for (size_t i = 0; i < guess.passage_count; i++) {
        check_span(text->shown, guess.passages[i].span);
        require(i == 0 || guess.passages[i - 1].span.end < guess.passages[i].span.begin);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    str text;
    utf8_repair((str){(const char *)data, size}, memory, &text, NULL, NULL);
    const char *line = text.size > 0 ? memchr(text.data, '\n', text.size) : NULL;
    size_t first = line != NULL ? (size_t)(line - text.data) : 0;
    char vocabulary[] = "[UNK]\na\nb\nthe\n##a\n##b\n";
    segmenter *with = size % 2 == 0
                          ? segmenter_new(str_from(vocabulary), str_from(WORDS))
                          : segmenter_new(str_slice(text, (span){0, first}), str_from(WORDS));
    segmentation found;
    segment(with, text, memory, &found);
    check(&found);
    check_language(&found, memory);
    span middle = {text.size / 4, text.size / 2};
    require(segment_quoted(&found, &middle, 1) <= QUOTED_ALL);
    segmenter_free(with);
    arena_free(memory);
    return 0;
}
