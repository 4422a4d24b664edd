#include "attribute/continued.h"

#include "base/ascii.h"

/* Fewer words are rather a title, or a word that is looked at askance. */
enum { WORDS_MIN = 5 };

static size_t count_words(str text, span part_of) {
    size_t words = 0;
    for (size_t i = part_of.begin; i < part_of.end; i++) {
        words += ascii_is_space(text.data[i]);
    }
    return words + 1;
}

/* The last paragraph that begins at or before the place; paragraph_count if there is none. */
static size_t paragraph_at(const segmentation *text, size_t pos) {
    size_t low = 0, high = text->paragraph_count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (text->paragraphs[middle].begin <= pos) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : text->paragraph_count;
}

static bool meets(span a, span b) {
    return a.begin < b.end && b.begin < a.end;
}

/* Whether the relation's words are the last that are quoted in the paragraph: what it quotes, or
 * its cue after that, stands there, and nothing of it beyond. */
static bool speaks_last(const relation *each, span paragraph) {
    const span last = each->content.items[each->content.count - 1];
    return each->quoted != QUOTED_NONE && each->source.count > 0 && last.end <= paragraph.end &&
           (meets(last, paragraph) || meets(each->cue.items[0], paragraph));
}

/* The first of the relations whose cue begins at or after the place. */
static size_t first_cue_after(const relation *items, size_t count, size_t pos) {
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (items[middle].cue.items[0].begin < pos) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static size_t content_end(const relation *each) {
    return each->content.items[each->content.count - 1].end;
}

/* How many relations back one looks for the speaker. */
enum { NEAR = 8 };

/* Who speaks last in what there is of a paragraph. */
static relation *last_speaker(relation *items, size_t count, span paragraph) {
    const size_t end = first_cue_after(items, count, paragraph.end);
    relation *last = NULL;
    for (size_t i = end > NEAR ? end - NEAR : 0; i < end; i++) {
        const bool later = !last || content_end(&items[i]) > content_end(last);
        last = speaks_last(&items[i], paragraph) && later ? &items[i] : last;
    }
    return last;
}

static void add_content(relation *to, span quoted_part, arena *into) {
    span *items = arena_array(into, span, to->content.count + 1);
    for (size_t i = 0; i < to->content.count; i++) {
        items[i] = to->content.items[i];
    }
    items[to->content.count] = quoted_part;
    to->content = (span_list){items, to->content.count + 1};
}

/* Whether a quotation is all of its paragraph, which is long enough to be somebody's speech. */
static bool is_paragraph(const segmentation *text, const quotation *each, span paragraph) {
    return each->span.begin == paragraph.begin && each->span.end == paragraph.end &&
           count_words(text->shown, each->span) >= WORDS_MIN;
}

/* Whether a quotation begins a sentence and ends its paragraph. */
static bool ends_paragraph(const segmentation *text, const quotation *each, span paragraph) {
    const size_t first = segment_piece_after(text, each->span.begin);
    return each->span.end == paragraph.end && first < text->piece_count &&
           text->pieces[first].start == START_SENTENCE;
}

/* “It is over,” she said of the race. “In my head.” */
static relation *speaker_before(const segmentation *text, const quotation *each, span paragraph,
                                relation *items, size_t count) {
    const span before = {paragraph.begin, each->span.begin};
    relation *speaker = last_speaker(items, count, before);
    const bool begins = speaker && speaker->content.items[0].begin >= paragraph.begin &&
                        speaker->cue.items[0].begin >= paragraph.begin;
    return begins && ends_paragraph(text, each, paragraph) ? speaker : NULL;
}

void continue_quotation(const segmentation *text, const quotation *each, arena *into,
                        relation *items, size_t count) {
    const size_t at = paragraph_at(text, each->span.begin);
    if (at == text->paragraph_count || !each->is_double || !each->closed) {
        return;
    }
    const span paragraph = text->paragraphs[at];
    relation *speaker = speaker_before(text, each, paragraph, items, count);
    if (!speaker && at > 0 && is_paragraph(text, each, paragraph)) {
        speaker = last_speaker(items, count, text->paragraphs[at - 1]);
    }
    if (speaker) {
        add_content(speaker, each->span, into);
        speaker->quoted = segment_quoted(text, speaker->content.items, speaker->content.count);
    }
}
