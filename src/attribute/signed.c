#include "attribute/signed.h"

/* Of the quotations that are signed in PolNeAR's articles, nearly all are relations; the rest of
 * the doubt is about the source's end. */
static const float SURE = 0.9F;

enum { NAME_WORDS = 12 }; /* a longer line is not a name and who that is */

static str piece_text(const segmentation *text, size_t at) {
    return str_slice(text->shown, (span){text->pieces[at].begin, text->pieces[at].end});
}

static bool is_one(str word, const char *const *list) {
    for (size_t i = 0; list[i]; i++) {
        if (str_equal(word, str_from(list[i]))) {
            return true;
        }
    }
    return false;
}

static bool is_dash(const segmentation *text, size_t at) {
    static const char *const DASHES[] = {"-", "–", "—", "―", NULL};
    return at < text->piece_count && is_one(piece_text(text, at), DASHES);
}

/* How many line feeds stand between two places. */
static size_t lines_between(const segmentation *text, size_t begin, size_t end) {
    size_t lines = 0;
    for (size_t i = begin; i < end; i++) {
        lines += text->shown.data[i] == '\n';
    }
    return lines;
}

/* Whether the line, the paragraph or the sentence is over before the piece, or a quotation begins
 * with it. */
static bool ends_before(const segmentation *text, size_t at) {
    return at >= text->piece_count || text->pieces[at].start != START_NONE ||
           text->pieces[at].quote == QUOTE_OPENING ||
           lines_between(text, text->pieces[at - 1].end, text->pieces[at].begin) > 0;
}

/* What a name's words begin with: a capital, or they join such words. */
static bool is_of_name(const segmentation *text, size_t at) {
    static const char *const JOINING[] = {"of", "the", "and", "de",  "del", "della",
                                          "di", "da",  "van", "von", "der", "den",
                                          "la", "le",  "bin", "al",  "el",  NULL};
    const piece *each = &text->pieces[at];
    const bool capital = each->letter_case == CASE_TITLE || each->letter_case == CASE_UPPER ||
                         each->letter_case == CASE_MIXED;
    const span rest = {each->begin, each->end};
    return capital || each->further || !segment_has_words(text, rest) ||
           is_one(piece_text(text, at), JOINING);
}

static bool ends_name(str word) {
    static const char *const MARKS[] = {",", "(", NULL};
    return is_one(word, MARKS);
}

/* The pieces [first, result) name somebody; `first` itself if they do not. */
static size_t name_end(const segmentation *text, size_t first) {
    size_t words = 0, at = first;
    bool apposition = false; /* in which anything may stand */
    if (first >= text->piece_count || text->pieces[first].letter_case == CASE_LOWER ||
        text->pieces[first].letter_case == CASE_NONE) {
        return first;
    }
    for (; at == first || !ends_before(text, at); at++) {
        apposition |= at > first && ends_name(piece_text(text, at));
        words += !text->pieces[at].further;
        if (words > NAME_WORDS || (!apposition && !is_of_name(text, at))) {
            return first;
        }
    }
    while (at > first &&
           !segment_has_words(text, (span){text->pieces[at - 1].begin, text->pieces[at - 1].end}) &&
           !str_equal(piece_text(text, at - 1), STR(")"))) {
        at--;
    }
    return at;
}

static span_list one_span(const segmentation *text, size_t first, size_t last, arena *into) {
    span_list out = {arena_array(into, span, 1), 1};
    out.items[0] = (span){text->pieces[first].begin, text->pieces[last - 1].end};
    return out;
}

/* Or a line: lists of what people said seldom have full stops. */
static bool begins_sentence(const segmentation *text, size_t at) {
    return text->pieces[at].start != START_NONE ||
           (at > 0 && lines_between(text, text->pieces[at - 1].end, text->pieces[at].begin) > 0);
}

bool signed_quotation(const segmentation *text, const quotation *each, arena *into, relation *out) {
    const size_t opening = segment_piece_after(text, each->span.begin);
    const size_t dash = segment_piece_after(text, each->span.end);
    size_t name = dash;
    while (is_dash(text, name)) {
        name++;
    }
    if (!each->closed || name == dash || !begins_sentence(text, opening) ||
        lines_between(text, each->span.end, text->pieces[dash].begin) > 1) {
        return false;
    }
    const size_t end = name_end(text, name);
    if (end == name) {
        return false;
    }
    *out = (relation){.source = one_span(text, name, end, into),
                      .cue = one_span(text, dash, name, into),
                      .content = one_span(text, opening, dash, into),
                      .confidence = SURE};
    out->quoted = segment_quoted(text, out->content.items, 1);
    return true;
}
