#include "resolve/scene.h"

#include "base/ascii.h"

#include <stdlib.h>

static span hull(span_list list) {
    return list.count > 0 ? (span){list.items[0].begin, list.items[list.count - 1].end}
                          : (span){0, 0};
}

/* --- what lies in which content --------------------------------------------------------------- */

typedef struct {
    size_t relation, size;
} content_size;

static int longest_first(const void *left, const void *right) {
    const content_size *a = left, *b = right;
    if (a->size != b->size) {
        return a->size > b->size ? -1 : 1;
    }
    return (a->relation > b->relation) - (a->relation < b->relation);
}

/* Paints the words of every content, shorter ones over longer ones. */
static void find_inside(scene *self) {
    const relation_list *relations = self->relations;
    self->inside = arena_array(self->into, size_t, self->words->count);
    content_size *order = mem_alloc(mem_product(relations->count, sizeof *order));
    for (size_t i = 0; i < relations->count; i++) {
        const span_list content = relations->items[i].content;
        order[i] = (content_size){i, 0};
        for (size_t k = 0; k < content.count; k++) {
            order[i].size += content.items[k].end - content.items[k].begin;
        }
    }
    qsort(order, relations->count, sizeof *order, longest_first);
    for (size_t i = 0; i < relations->count; i++) {
        const span_list content = relations->items[order[i].relation].content;
        for (size_t k = 0; k < content.count; k++) {
            word_range part = words_in(self->words, content.items[k]);
            for (size_t at = part.first; at < part.last; at++) {
                self->inside[at] = order[i].relation + 1;
            }
        }
    }
    mem_free(order);
}

/* --- frames ----------------------------------------------------------------------------------- */

/* The word that stands for a place: the one there, else the one before. */
static size_t word_at(const word_list *words, size_t position) {
    word_range part = words_in(words, (span){position, position + 1});
    size_t at = part.first;
    return part.first == part.last && at > 0 ? at - 1 : at;
}

static word_range range_of(const scene *self, span_list list) {
    return list.count > 0 ? words_in(self->words, hull(list)) : (word_range){0, 0};
}

/* The relation that this one is reported in, from 1: by what holds its cue. */
static size_t level_of(const scene *self, size_t i, size_t anchor) {
    size_t inside = self->inside[anchor];
    return inside == i + 1 ? self->relations->items[i].parent : inside;
}

enum { SENTENCES_MORE = 2 }; /* on either side, for a sentence that was cut in two */

static bool goes_on(const word_list *words, size_t at) {
    return at < words->count && !words->items[at].capital &&
           !ascii_is_digit(words->items[at].lower.data[0]);
}

/* A sentence that begins in small letters goes on with the one before: "“Why?” he asked." */
static word_range whole_sentence(const word_list *words, size_t at) {
    word_range area = words_of_sentence(words, at);
    for (int i = 0; i < SENTENCES_MORE && goes_on(words, area.last); i++) {
        word_range next = words_of_sentence(words, area.last);
        area.last = next.last > area.last ? next.last : area.last;
    }
    for (int i = 0; i < SENTENCES_MORE && area.first > 0 && goes_on(words, area.first); i++) {
        word_range before = words_of_sentence(words, area.first - 1);
        area.first = before.first < area.first ? before.first : area.first;
    }
    return area;
}

static void make_frame(scene *self, size_t i) {
    const relation *from = &self->relations->items[i];
    const word_list *words = self->words;
    frame *out = &self->frames[i];
    out->cue = range_of(self, from->cue);
    out->source = range_of(self, from->source);
    size_t place = from->cue.count > 0       ? from->cue.items[0].begin
                   : from->content.count > 0 ? from->content.items[0].begin
                                             : 0;
    size_t anchor = word_at(words, place);
    out->anchor = anchor < words->count ? anchor : words->count - 1;
    word_range area = whole_sentence(words, out->anchor);
    if (out->source.last > out->source.first) {
        word_range other = whole_sentence(words, out->source.first);
        area.first = other.first < area.first ? other.first : area.first;
        area.last = other.last > area.last ? other.last : area.last;
    }
    size_t level = level_of(self, i, out->anchor);
    out->items = arena_alloc(self->into, (area.last - area.first) * sizeof *out->items);
    for (size_t at = area.first; at < area.last; at++) {
        if (self->inside[at] == level) {
            out->items[out->count++] = at;
        }
    }
}

void scene_frame(scene *self) {
    find_inside(self);
    self->frames = arena_array(self->into, frame, self->relations->count);
    self->told_here = arena_array(self->into, bool, self->relations->count);
    for (size_t i = 0; i < self->relations->count && self->words->count > 0; i++) {
        make_frame(self, i);
    }
}

/* --- small things ----------------------------------------------------------------------------- */

size_t words_between(size_t a, size_t b) {
    return a > b ? a - b : b - a;
}

span scene_span(const scene *self, word_range part) {
    if (part.first >= part.last) {
        return (span){0, 0};
    }
    return (span){self->words->items[part.first].where.begin,
                  self->words->items[part.last - 1].where.end};
}

str scene_text(const scene *self, word_range part) {
    return str_slice(self->text->shown, scene_span(self, part));
}

void scene_tell(scene *self, size_t i, const char *name, word_range part, str note) {
    step_add(&self->out[i].why, self->into, name, scene_span(self, part), note);
}
