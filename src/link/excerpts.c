#include "link/excerpts.h"

#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "link/beside.h"

#include <stdlib.h>

typedef VEC(excerpt) excerpt_vec;

typedef struct {
    const rarity *with;
    str text;
    terms all;        /* of the document */
    bag whole;        /* of these */
    const bool *said; /* beside_said of the contents that are still to come */
    arena *into;
    excerpt_vec found, wholes;
} gathering;

/* The words of a part. They were read with the whole text, unless its ends cut some; but the first
 * one may have had its capital for standing first. */
static terms words_of(gathering *self, span part) {
    const terms all = self->all;
    const size_t first = terms_after(all, part.begin);
    size_t last = terms_after(all, part.end);
    const bool cut = (first < all.count && all.items[first].where.begin < part.begin) ||
                     (last < all.count && all.items[last].where.begin < part.end);
    if (cut || first >= last) {
        return terms_read(self->with, self->text, part, self->into);
    }
    const size_t count = last - first;
    term *own = arena_copy(self->into, &all.items[first], count * sizeof *own);
    own->is &= ~(unsigned)TERM_NAME;
    return (terms){own, count};
}

static void add_excerpt(gathering *self, const excerpt *form, span where) {
    const terms words = words_of(self, where);
    for (size_t at = 0; at < words.count; at += EXCERPT_WORDS) {
        const size_t end = at + EXCERPT_WORDS < words.count ? at + EXCERPT_WORDS : words.count;
        excerpt made = *form;
        made.words = terms_slice(words, at, end);
        made.stems = bag_of(made.words, self->into);
        bag_localize(&made.stems, self->whole);
        vec_push(&self->found, made);
    }
}

/* A content of several spans as one. */
static void add_whole(gathering *self, const link_statement *of, excerpt form) {
    VEC(term) all = {0};
    for (size_t i = 0; i < of->content_count; i++) {
        const terms words = words_of(self, of->content[i]);
        for (size_t k = 0; k < words.count && all.count < EXCERPT_WORDS; k++) {
            vec_push(&all, words.items[k]);
        }
    }
    if (all.count > 0) {
        form.words =
            (terms){arena_copy(self->into, all.items, all.count * sizeof(term)), all.count};
        form.stems = bag_of(form.words, self->into);
        bag_localize(&form.stems, self->whole);
        vec_push(&self->wholes, form);
    }
    vec_free(&all);
}

static const char OPENING[] = "“\"«„";
static const char CLOSING[] = "”\"»“";

/* The next quotation that begins in `part` at or after `*pos`, without its marks; false at the end.
 * A mark without a partner encloses nothing. */
static bool next_quotation(str text, span part, size_t *pos, span *quotation) {
    bool open = false;
    while (*pos < part.end) {
        const size_t here = *pos;
        const uint32_t cp = utf8_next(text, pos);
        if (open && is_one_of(cp, CLOSING)) {
            quotation->end = here;
            return true;
        }
        if (is_one_of(cp, OPENING)) {
            open = true;
            quotation->begin = *pos;
        }
    }
    return false;
}

static void add_quotations(gathering *self, excerpt form, span part) {
    form.quoted = form.says = true;
    size_t pos = part.begin;
    for (span quotation; next_quotation(self->text, part, &pos, &quotation);) {
        add_excerpt(self, &form, quotation);
    }
}

static bool has_mark(str text, span part, const char *marks) {
    for (size_t pos = part.begin; pos < part.end;) {
        if (is_one_of(utf8_next(text, &pos), marks)) {
            return true;
        }
    }
    return false;
}

/* Whether a span of a content that is partly quoted is itself one quotation. Its marks may lie just
 * outside of it. */
static bool is_quotation(gathering *self, span part) {
    const terms words = words_of(self, part);
    if (words.count == 0) {
        return false;
    }
    const str text = self->text;
    const span said = {words.items[0].where.begin, words.items[words.count - 1].where.end};
    const size_t before = part.begin > 0 ? character_back(text, part.begin) : 0;
    size_t after = part.end;
    if (after < text.size) {
        utf8_next(text, &after);
    }
    return has_mark(text, (span){before, said.begin}, OPENING) &&
           has_mark(text, (span){said.end, after}, CLOSING) && !has_mark(text, said, OPENING) &&
           !has_mark(text, said, CLOSING);
}

static void add_statement(gathering *self, const link_statement *of, excerpt form) {
    form.speaker = terms_read(self->with, of->speaker, (span){0, of->speaker.size}, self->into);
    form.speaker_stems = bag_of(form.speaker, self->into);
    form.quoted = of->type == LINK_DIRECT;
    form.said = of->said;
    form.nested = of->nested;
    form.confidence = of->confidence;
    for (size_t i = 0; i < of->content_count; i++) {
        const bool mixed = of->type == LINK_MIXED;
        excerpt each = form;
        each.quoted |= mixed && is_quotation(self, of->content[i]);
        each.says = *self->said++ || each.quoted;
        add_excerpt(self, &each, of->content[i]);
        if (mixed && !each.quoted) {
            add_quotations(self, form, of->content[i]);
        }
    }
    if (of->content_count > 1) {
        add_whole(self, of, form);
    }
}

/* By place, so that it does not matter in which order the statements were given. */
static int by_place(const void *a, const void *b) {
    const excerpt *x = a;
    const excerpt *y = b;
    const span in_x = excerpt_span(x, 0, x->words.count);
    const span in_y = excerpt_span(y, 0, y->words.count);
    const uint64_t left[] = {in_x.begin, in_x.end, x->quoted, terms_hash(x->speaker)};
    const uint64_t right[] = {in_y.begin, in_y.end, y->quoted, terms_hash(y->speaker)};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        if (left[i] != right[i]) {
            return left[i] < right[i] ? -1 : 1;
        }
    }
    return 0;
}

excerpts excerpts_of(const rarity *with, const link_document *document, terms words,
                     const uint32_t *sentence, arena *into) {
    const bag whole = bag_of(words, into);
    gathering all = {.with = with,
                     .text = document->text,
                     .all = words,
                     .whole = whole,
                     .said = beside_said(words, sentence, document, into),
                     .into = into};
    for (size_t i = 0; i < document->statement_count; i++) {
        add_statement(&all, &document->statements[i],
                      (excerpt){.statement = document->statements[i].place});
    }
    if (all.found.count > 1) {
        qsort(all.found.items, all.found.count, sizeof *all.found.items, by_place);
    }
    const excerpts out = {arena_copy(into, all.found.items, all.found.count * sizeof(excerpt)),
                          all.found.count,
                          arena_copy(into, all.wholes.items, all.wholes.count * sizeof(excerpt)),
                          all.wholes.count, bag_sketch(whole, SKETCH_WORDS, into)};
    vec_free(&all.found);
    vec_free(&all.wholes);
    return out;
}

span excerpt_span(const excerpt *self, size_t begin, size_t end) {
    return (span){self->words.items[begin].where.begin, self->words.items[end - 1].where.end};
}
