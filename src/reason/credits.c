#include "reason/credits.h"

#include "base/ascii.h"
#include "reason/credit_lines.h"
#include "reason/reporting.h"
#include "resolve/resolve.h"

/* --- addresses -------------------------------------------------------------------------------- */

/* An address without its scheme, "www.", query, fragment and last slash. */
static str page_of(str url) {
    static const str SCHEMES[] = {{"https://", 8}, {"http://", 7}};
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        if (str_starts(url, SCHEMES[i])) {
            url = str_slice(url, (span){SCHEMES[i].size, url.size});
        }
    }
    if (str_starts(url, STR("www."))) {
        url = str_slice(url, (span){4, url.size});
    }
    size_t end = 0;
    while (end < url.size && url.data[end] != '#' && url.data[end] != '?') {
        end++;
    }
    while (end > 0 && url.data[end - 1] == '/') {
        end--;
    }
    return str_slice(url, (span){0, end});
}

/* The query as far as it tells pages apart: without what is there to track readers. */
static str query_of(str url) {
    size_t begin = 0;
    while (begin < url.size && url.data[begin] != '?') {
        begin++;
    }
    size_t end = begin;
    while (end < url.size && url.data[end] != '#') {
        end++;
    }
    str query = str_slice(url, (span){begin + 1, end});
    return str_starts(query, STR("utm_")) ? STR("") : query;
}

bool is_same_page(str a, str b) {
    return a.size > 0 && b.size > 0 && ascii_equal(page_of(a), page_of(b)) &&
           str_equal(query_of(a), query_of(b));
}

/* --- what a statement says of itself ---------------------------------------------------------- */

/* From the outermost statement in whose content this one lies to itself. */
enum { DEPTH_MAX = 8 };

static size_t levels_of(const reason_document *in, const hearsay_statement *of,
                        const hearsay_statement *out[DEPTH_MAX]) {
    size_t count = 0;
    for (const hearsay_statement *each = of; each != NULL && count < DEPTH_MAX;
         each = each->parent < in->statement_count ? &in->statements[each->parent] : NULL) {
        out[count++] = each;
    }
    for (size_t i = 0; i < count / 2; i++) {
        const hearsay_statement *swapped = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = swapped;
    }
    return count;
}

static span first_of(hearsay_spans spans) {
    return spans.count > 0 ? hull(spans) : (span){0, 0};
}

/* Where the sentences of a statement name an outlet; an empty span where they do not. */
static span place_of(const paper *in, const hearsay_statement *of, str name) {
    const hearsay_spans all[] = {of->source, of->cue, of->content};
    span where = {0, 0};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i].count; k++) {
            if (find_name(in->is->text, sentence_at(in, all[i].items[k].begin), name, &where)) {
                return where;
            }
        }
    }
    return find_name(in->is->text, (span){0, in->is->text.size}, name, &where) ? where
                                                                               : (span){0, 0};
}

static bool is_outlet(const dossier *self, const hearsay_statement *of) {
    if (of->sourcing == HEARSAY_SOURCING_OUTLET) {
        return true;
    }
    bool body = of->sourcing == HEARSAY_SOURCING_COLLECTIVE || of->sourcing == HEARSAY_SOURCING_NAMED;
    for (size_t i = 0; i < self->count && body && of->speaker.size > 0; i++) {
        str publisher = plain(self->papers[i].is->about.publisher);
        if (publisher.size > 0 && is_same_outlet(plain(of->speaker), publisher)) {
            return true;
        }
    }
    return false;
}

static void add_via(const paper *in, const hearsay_statement *of, credit_list *out) {
    for (size_t i = 0; i < of->via_count; i++) {
        str name = plain(of->via[i]);
        credit_add_outlet(
            in, (credit){.kind = CREDIT_OUTLET, .name = name, .where = place_of(in, of, name)}, out);
    }
}

/* Outlets that are credited in the statement's sentences, and that are not in its `via`. */
static void add_from_sentences(const dossier *self, const paper *in, const hearsay_statement *of,
                               credit_list *out) {
    const hearsay_spans all[] = {of->source, of->cue};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t k = 0; k < all[i].count; k++) {
            credited_in(self, in, sentence_at(in, all[i].items[k].begin), false, out);
        }
    }
}

static void add_speaker(const dossier *self, const paper *in, const hearsay_statement *of,
                        bool innermost, credit_list *out) {
    credit made = {.kind = innermost ? CREDIT_SPEAKER : CREDIT_SOURCE,
                   .name = plain(of->speaker),
                   .where = first_of(of->source),
                   .by = of};
    if (is_outlet(self, of)) {
        made.kind = CREDIT_OUTLET;
        made.by = NULL;
        credit_add_outlet(in, made, out);
    } else if (of->speaker.size > 0 && of->sourcing != HEARSAY_SOURCING_NONE &&
               (innermost || !str_equal(made.name, STR("author")))) {
        vec_push(out, made);
    }
}

/* --- links ------------------------------------------------------------------------------------ */

static bool touch(span a, span b) {
    return a.begin < b.end && b.begin < a.end;
}

static bool is_near(const paper *in, const claim *of, const hearsay_statement *is, span where) {
    span sentence = sentence_at(in, where.begin);
    bool near = touch(sentence, of->where);
    for (size_t i = 0; is != NULL && i < is->source.count && !near; i++) {
        near = touch(sentence, (span){is->source.items[i].begin, is->source.items[i].end});
    }
    return near;
}

/* A link over the words of a credit tells its page; another one is a credit of its own, before
 * what names nobody. */
static void add_links(const paper *in, const claim *of, const hearsay_statement *is,
                      credit_list *out) {
    for (size_t i = 0; i < in->is->link_count; i++) {
        const hearsay_link *link = &in->is->links[i];
        span where = {link->span.begin, link->span.end};
        bool taken = false;
        if (!is_near(in, of, is, where)) {
            continue;
        }
        for (size_t k = 0; k < out->count && !taken; k++) {
            taken = touch(out->items[k].where, where) && out->items[k].kind == CREDIT_OUTLET;
            out->items[k].url = taken ? plain(link->url) : out->items[k].url;
        }
        if (!taken) {
            credit made = {.kind = CREDIT_LINK,
                           .name = str_slice(in->is->text, where),
                           .where = where,
                           .url = plain(link->url)};
            vec_push(out, made);
            for (size_t k = out->count - 1; k > 0 && out->items[k - 1].by != NULL; k--) {
                out->items[k] = out->items[k - 1];
                out->items[k - 1] = made;
            }
        }
    }
}

/* --- all -------------------------------------------------------------------------------------- */

void credits_of(const dossier *self, const claim *of, credit_list *out) {
    const paper *in = &self->papers[of->document];
    const hearsay_statement *is = statement_of(self, of), *levels[DEPTH_MAX];
    credit_lines(self, in, out);
    size_t depth = is != NULL ? levels_of(in->is, is, levels) : 0;
    for (size_t i = 0; i < depth; i++) {
        add_via(in, levels[i], out);
        add_from_sentences(self, in, levels[i], out);
        add_speaker(self, in, levels[i], i + 1 == depth, out);
    }
    if (is == NULL) {
        credited_in(self, in, of->where, false, out);
    }
    add_links(in, of, is, out);
}
