#include "reason/credit_links.h"

#include <stdlib.h>

static bool touch(span a, span b) {
    return a.begin < b.end && b.begin < a.end;
}

typedef VEC(size_t) place_list;

/* Adds the links whose sentences touch a part of the text. */
static void add_touching(const paper *in, span part, place_list *out) {
    const size_t first = sentence_place(in, part.begin);
    const size_t begin = first < in->sentence_count ? sentence_reach(in, first).begin : part.begin;
    const placed_list rest = placed_in(in->links, (span){begin, in->is->text.size});
    for (size_t i = 0; i < rest.count; i++) {
        span sentence = sentence_at(in, rest.items[i].begin);
        if (sentence.begin >= part.end) {
            break;
        }
        if (touch(sentence, part)) {
            vec_push(out, rest.items[i].item);
        }
    }
}

static int compare_places(const void *left, const void *right) {
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The links in the sentences of a claim and of its source, each once, in their order. */
static void find_near(const paper *in, const claim *of, const hearsay_statement *is,
                      place_list *out) {
    size_t kept = 0;
    add_touching(in, of->where, out);
    for (size_t i = 0; is != NULL && i < is->source.count; i++) {
        add_touching(in, (span){is->source.items[i].begin, is->source.items[i].end}, out);
    }
    if (out->count > 0) {
        qsort(out->items, out->count, sizeof *out->items, compare_places);
    }
    for (size_t i = 0; i < out->count; i++) {
        if (kept == 0 || out->items[kept - 1] != out->items[i]) {
            out->items[kept++] = out->items[i];
        }
    }
    out->count = kept;
}

/* A link over the words of a credit tells its page; another one is a credit of its own, before
 * what names nobody. */
static void add_link(const paper *in, const hearsay_link *link, credit_list *out) {
    span where = {link->span.begin, link->span.end};
    bool taken = false;
    for (size_t k = 0; k < out->count && !taken; k++) {
        taken = touch(out->items[k].where, where) && out->items[k].kind == CREDIT_OUTLET;
        out->items[k].url = taken ? plain(link->url) : out->items[k].url;
    }
    if (taken) {
        return;
    }
    credit made = {.kind = CREDIT_LINK,
                   .name = str_slice(in->is->text, where),
                   .where = where,
                   .url = plain(link->url)};
    vec_push(out, made);
    for (size_t k = out->count - 1; k > 0 && out->items[k - 1].kind >= CREDIT_SOURCE; k--) {
        out->items[k] = out->items[k - 1];
        out->items[k - 1] = made;
    }
}

void credit_links(const paper *in, const claim *of, const hearsay_statement *is, credit_list *out) {
    place_list near = {0};
    find_near(in, of, is, &near);
    for (size_t i = 0; i < near.count; i++) {
        add_link(in, &in->is->links[near.items[i]], out);
    }
    vec_free(&near);
}
