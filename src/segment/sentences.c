/* Sentences: they end at . ! ? … with what closes after it, if white space follows and then what
 * may begin a sentence. A lone full stop may also belong to an abbreviation or an initial. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "segment/steps.h"
#include "segment/words.h"

typedef VEC(span) span_vec;

static size_t skip_any(str text, size_t pos, size_t end, const char *list) {
    while (pos < end) {
        size_t next = pos;
        if (!is_one_of(utf8_next(text, &next), list)) {
            break;
        }
        pos = next;
    }
    return pos;
}

/* The next mark that may end a sentence. Bytes, as this looks at the whole text. */
static size_t next_terminator(str text, size_t pos, size_t end) {
    for (; pos < end; pos++) {
        char c = text.data[pos];
        if (c == '.' || c == '!' || c == '?' ||
            (c == '\xE2' && str_starts(str_slice(text, (span){pos, end}), STR("…")))) {
            break;
        }
    }
    return pos;
}

/* The letters, digits and full stops just before `pos`, without full stops at their beginning:
 * "U.S" before the last full stop of "U.S." */
static str word_before(str text, size_t begin, size_t pos) {
    enum { FURTHEST = 20 }; /* characters; no abbreviation is longer */
    size_t at = pos;
    for (int i = 0; i < FURTHEST && at > begin; i++) {
        uint32_t cp = character_before(text, (span){begin, pos}, at);
        if (!is_alphanumeric(cp) && cp != '_' && cp != '.') {
            break;
        }
        at = character_back(text, at);
    }
    while (at < pos && text.data[at] == '.') {
        at++;
    }
    return str_slice(text, (span){at, pos});
}

/* A single letter but "I", which is more often a word. */
static bool is_initial(str word) {
    size_t pos = 0;
    if (word.size == 0) {
        return false;
    }
    uint32_t cp = utf8_next(word, &pos);
    return pos == word.size && is_letter(cp) && cp != 'i' && cp != 'I';
}

/* Whether the full stop at `stop` is part of the word before it and no more than that; `next` is
 * where the first word after it begins. */
static bool is_abbreviation(const lexicon *words, str text, span paragraph, size_t stop,
                            size_t next) {
    str word = word_before(text, paragraph.begin, stop);
    uint32_t kind = words_find(words, word);
    if ((kind & WORD_LEADS_ON) || is_initial(word)) {
        return true;
    }
    return (kind & WORD_ABBREVIATION) &&
           !(words_find(words, word_at(text, next, paragraph.end)) & WORD_STARTER);
}

/* Whether a sentence may begin at `next`, which comes after marks that open. */
static bool may_begin(str text, span paragraph, size_t next) {
    uint32_t cp = character_after(text, paragraph, next);
    return !is_lower(cp) && (is_alphanumeric(cp) || is_one_of(cp, "$€£#@*"));
}

static void split(const lexicon *words, str text, span paragraph, span_vec *found) {
    size_t begin = paragraph.begin;
    size_t pos = begin;
    while ((pos = next_terminator(text, pos, paragraph.end)) < paragraph.end) {
        size_t stop = pos;
        size_t after = skip_any(text, pos, paragraph.end, ".!?…");
        pos = skip_any(text, after, paragraph.end, "\"”’'»」』)]");
        size_t closed = pos;
        pos = skip_space(text, closed, paragraph.end);
        if (pos == closed || pos == paragraph.end) {
            continue; /* within a word, or the last one */
        }
        size_t next = skip_any(text, pos, paragraph.end, "\"“„«「『‘'([—–-");
        bool lone_stop = closed == stop + 1 && text.data[stop] == '.';
        if (may_begin(text, paragraph, next) &&
            !(lone_stop && is_abbreviation(words, text, paragraph, stop, next))) {
            vec_push(found, (span){begin, closed});
            begin = pos;
        }
    }
    vec_push(found, (span){begin, paragraph.end});
}

void find_sentences(const lexicon *words, arena *into, segmentation *out) {
    span_vec found = {0};
    for (size_t i = 0; i < out->paragraph_count; i++) {
        split(words, out->shown, out->paragraphs[i], &found);
    }
    out->sentences = arena_copy(into, found.items, found.count * sizeof *found.items);
    out->sentence_count = found.count;
    vec_free(&found);
}
