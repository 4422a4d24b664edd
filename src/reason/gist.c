/* What two passages have in common. */
#include "reason/dossier.h"

/* A name that a few documents have. */
#define RARE_NAME 4.0F

/* A word that has a capital in a headline, unlike "of". */
#define HEADLINE_WEIGHT 2.0F

float gist_common(const gist *a, const gist *b, bool numbers) {
    float common = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        const gist_word *x = &a->items[i], *y = &b->items[k];
        if (x->stem == y->stem) {
            common += numbers || !x->number ? x->weight : 0;
        }
        i += x->stem <= y->stem;
        k += y->stem <= x->stem;
    }
    return common;
}

size_t gist_shared(const gist *a, const gist *b) {
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        uint64_t x = a->items[i].stem, y = b->items[k].stem;
        shared += x == y;
        i += x <= y;
        k += y <= x;
    }
    return shared;
}

bool is_rare_name(const gist_word *word) {
    return word->name && !word->number && word->weight >= RARE_NAME;
}

bool gist_step(gist_walk *self) {
    const gist_word *x = self->at < self->a->count ? &self->a->items[self->at] : NULL;
    const gist_word *y = self->other_at < self->b->count ? &self->b->items[self->other_at] : NULL;
    self->x = x != NULL && (y == NULL || x->stem <= y->stem) ? x : NULL;
    self->y = y != NULL && (x == NULL || y->stem <= x->stem) ? y : NULL;
    self->at += self->x != NULL;
    self->other_at += self->y != NULL;
    return x != NULL || y != NULL;
}

/* Of a headline in which every word has a capital it is not known which are names. */
static bool is_in_capitals(const gist *of) {
    enum { WORDS_LEAST = 4 };
    size_t names = 0, words = 0;
    for (size_t i = 0; i < of->count; i++) {
        names += of->items[i].name;
        words += of->items[i].name || of->items[i].weight >= HEADLINE_WEIGHT;
    }
    return words >= WORDS_LEAST && names + 1 >= words; /* the first one may be any */
}

float gist_common_besides_names(const gist *a, const gist *b, float *of_lighter) {
    float common = 0, one = 0, other = 0;
    const bool here = !is_in_capitals(a), there = !is_in_capitals(b);
    for (gist_walk at = {.a = a, .b = b}; gist_step(&at);) {
        const gist_word *x = at.x, *y = at.y;
        const bool both = x != NULL && y != NULL;
        bool name = (x != NULL && x->name && (here || !both || y->name)) ||
                    (y != NULL && y->name && (there || !both || x->name));
        one += x != NULL && !name ? x->weight : 0;
        other += y != NULL && !name ? y->weight : 0;
        common += both && !name ? x->weight : 0;
    }
    float lighter = one < other ? one : other;
    *of_lighter = lighter > 0 ? common / lighter : 0;
    return common;
}

bool names_differ(const gist *a, const gist *b) {
    size_t only_a = 0, only_b = 0;
    for (gist_walk at = {.a = a, .b = b}; gist_step(&at);) {
        const gist_word *x = at.x, *y = at.y;
        only_a += y == NULL && x->name && x->weight >= RARE_NAME;
        only_b += x == NULL && y->name && y->weight >= RARE_NAME;
    }
    return only_a > 0 && only_b > 0;
}

bool share_name(const gist *a, const gist *b) {
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        const gist_word *x = &a->items[i], *y = &b->items[k];
        if (x->stem == y->stem && x->name && y->name && !x->number && x->weight >= RARE_NAME) {
            return true;
        }
        i += x->stem <= y->stem;
        k += y->stem <= x->stem;
    }
    return false;
}

static float weight_of_names(const gist *of) {
    float weight = 0;
    for (size_t i = 0; i < of->count; i++) {
        weight += is_rare_name(&of->items[i]) ? of->items[i].weight : 0;
    }
    return weight;
}

float names_in_common(const gist *a, const gist *b) {
    float common = 0, one = weight_of_names(a), other = weight_of_names(b);
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        const gist_word *x = &a->items[i], *y = &b->items[k];
        common += x->stem == y->stem && is_rare_name(x) && y->name ? x->weight : 0;
        i += x->stem <= y->stem;
        k += y->stem <= x->stem;
    }
    float least = one < other ? one : other;
    return least > 0 ? common / least : 0;
}
