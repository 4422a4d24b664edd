#include "reason/dossier.h"

#include "base/ascii.h"
#include "base/vec.h"
#include "reason/clause.h"
#include "reason/facts.h"
#include "reason/names.h"
#include "reason/reporting.h"
#include "reason/sentences.h"

#include <stdlib.h>

/* What two claims have in common at least, in the weights of link/rarity.h: two rare words. */
#define COMMON_LEAST 9.0F

/* What two documents on one matter share. */
#define SAME_MATTER 0.2F

/* Less will do where it is nearly all that the lighter one says. */
#define ALL_LEAST 4.0F
#define NEARLY_ALL 0.9F

/* --- gists ------------------------------------------------------------------------------------ */

typedef VEC(gist_word) gist_words;

static int compare_stems(const void *left, const void *right) {
    const gist_word *a = left, *b = right;
    return (a->stem > b->stem) - (a->stem < b->stem);
}

static void add_words(const dossier *self, str text, span part, gist_words *into, arena *memory) {
    terms words = link_terms(self->with, text, part, memory);
    for (size_t i = 0; i < words.count; i++) {
        const term *each = &words.items[i];
        vec_push(into, (gist_word){each->stem, each->weight, (each->is & TERM_NUMBER) != 0,
                                   (each->is & TERM_NAME) != 0});
    }
}

static gist keep_gist(gist_words *words, arena *into) {
    gist out = {.weight = 0};
    if (words->count > 0) {
        qsort(words->items, words->count, sizeof *words->items, compare_stems);
    }
    size_t kept = 0;
    for (size_t i = 0; i < words->count; i++) {
        if (kept > 0 && words->items[kept - 1].stem == words->items[i].stem) {
            continue;
        }
        words->items[kept++] = words->items[i];
        out.weight += words->items[i].weight;
    }
    out.items = arena_copy(into, words->items, kept * sizeof *words->items);
    out.count = kept;
    vec_clear(words);
    return out;
}

gist gist_of(const dossier *self, str text, span part, arena *into) {
    gist_words words = {0};
    add_words(self, text, part, &words, into);
    gist out = keep_gist(&words, into);
    vec_free(&words);
    return out;
}

float claim_likeness(const claim *a, const claim *b) {
    float common = gist_common(&a->words, &b->words, true);
    float lighter = a->words.weight < b->words.weight ? a->words.weight : b->words.weight;
    bool enough = common >= COMMON_LEAST || (common >= ALL_LEAST && common >= NEARLY_ALL * lighter);
    return enough ? common / lighter : 0;
}

/* --- sentences -------------------------------------------------------------------------------- */

size_t sentence_place(const paper *self, size_t at) {
    size_t low = 0, high = self->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at >= self->sentences[middle].end) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

span sentence_reach(const paper *self, size_t place) {
    return (span){place > 0 ? self->sentences[place - 1].end : 0, self->sentences[place].end};
}

span sentence_at(const paper *self, size_t at) {
    size_t place = sentence_place(self, at);
    return place < self->sentence_count ? self->sentences[place] : (span){at, at};
}

/* --- claims ----------------------------------------------------------------------------------- */

span hull(hearsay_spans spans) {
    return spans.count == 0 ? (span){0, 0}
                            : (span){spans.items[0].begin, spans.items[spans.count - 1].end};
}

static int compare_spans(const void *left, const void *right) {
    const span *a = left, *b = right;
    return (a->begin > b->begin) - (a->begin < b->begin);
}

/* Contents, sources and cues of all statements, in order. */
static void find_reported(const reason_document *of, span_vec *out) {
    for (size_t i = 0; i < of->statement_count; i++) {
        const hearsay_spans all[] = {of->statements[i].content, of->statements[i].source,
                                     of->statements[i].cue};
        for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
            for (size_t j = 0; j < all[k].count; j++) {
                vec_push(out, (span){all[k].items[j].begin, all[k].items[j].end});
            }
        }
    }
    if (out->count > 0) {
        qsort(out->items, out->count, sizeof *out->items, compare_spans);
    }
}

/* How many bytes of the part lie in them. */
static size_t bytes_in(const span_vec *reported, span part) {
    size_t bytes = 0, reached = part.begin;
    for (size_t i = 0; i < reported->count && reported->items[i].begin < part.end; i++) {
        size_t from = reported->items[i].begin, to = reported->items[i].end;
        from = from > reached ? from : reached;
        to = to < part.end ? to : part.end;
        bytes += to > from ? to - from : 0;
        reached = to > reached ? to : reached;
    }
    return bytes;
}

typedef VEC(claim) claim_list;

/* Whether it ends in a question mark, before or behind its end: but for what closes a quotation. */
static bool is_question(str text, span part) {
    size_t end = part.end;
    if (end < text.size && text.data[end] == '?') {
        return true;
    }
    while (end > part.begin && !ascii_is_alphanumeric(text.data[end - 1])) {
        if (text.data[--end] == '?') {
            return true;
        }
    }
    return false;
}

/* "Asked whether there were militants": no more is told than that it was asked. Whoever "asked him
 * to leave" wants something. */
static bool is_asked(const reason_document *of, size_t statement) {
    const hearsay_statement *is = &of->statements[statement];
    span content = hull(is->content);
    size_t pos = content.begin;
    return is->polarity == HEARSAY_POLARITY_QUESTION &&
           ascii_has_word(STR("whether if who what why how when where which"),
                          next_word(of->text, content, &pos));
}

/* The document of these claims is set when a dossier takes them. */
static void add_statements(const dossier *self, const reason_document *of, claim_list *into,
                           arena *memory) {
    gist_words words = {0};
    for (size_t i = 0; i < of->statement_count; i++) {
        const hearsay_spans content = of->statements[i].content;
        for (size_t k = 0; k < content.count; k++) {
            span part = {content.items[k].begin, content.items[k].end};
            add_words(self, of->text, part, &words, memory);
        }
        const span where = hull(content);
        vec_push(into, (claim){.statement = i,
                               .where = where,
                               .words = keep_gist(&words, memory),
                               .full = clause_is_full(of->text, where),
                               .question = is_asked(of, i) || is_question(of->text, where)});
    }
    vec_free(&words);
}

/* What stands on a page beside the article: its title again, and the publisher's own lines. */
static bool is_furniture(const reason_document *of, span part) {
    str words = str_slice(of->text, part), title = plain(of->about.title);
    return (title.size > 0 && str_starts(words, title)) || part_has(of->text, part, FURNISHES);
}

/* What no statement has is the author's own voice, or else unclaimed. */
static void add_own_voice(const dossier *self, const paper *of, claim_list *into,
                          claim_list *unclaimed, arena *memory) {
    span_vec reported = {0};
    find_reported(of->is, &reported);
    for (size_t i = 0; i < of->sentence_count; i++) {
        span each = of->sentences[i];
        if (2 * bytes_in(&reported, each) < each.end - each.begin && !is_furniture(of->is, each)) {
            bool quoted = of->quoted[i].begins || of->quoted[i].mostly;
            claim made = {.statement = NO_STATEMENT,
                          .where = each,
                          .words = gist_of(self, of->is->text, each, memory),
                          .full = clause_is_full(of->is->text, each),
                          .question = is_question(of->is->text, each),
                          .quoted = quoted};
            claim_list *list = made.full && !quoted ? into : unclaimed;
            vec_push(list, made);
        }
    }
    vec_free(&reported);
}

/* The list as it is kept, each with room for what is found out about it. */
static const claim *keep_claims(claim_list *list, arena *into, size_t *count) {
    claim_facts *facts = arena_array(into, claim_facts, list->count);
    for (size_t i = 0; i < list->count; i++) {
        list->items[i].facts = &facts[i];
    }
    *count = list->count;
    const claim *kept = arena_copy(into, list->items, list->count * sizeof *list->items);
    vec_free(list);
    return kept;
}

float matter_in_common(const dossier *self, size_t a, size_t b) {
    const gist *one = &self->papers[a].whole, *other = &self->papers[b].whole;
    float lighter = one->weight < other->weight ? one->weight : other->weight;
    return lighter > 0 ? gist_common(one, other, true) / lighter : 0;
}

bool are_on_one_matter(const dossier *self, size_t a, size_t b) {
    return matter_in_common(self, a, b) >= SAME_MATTER;
}

const paper *reason_paper(const linker *with, const reason_document *of, arena *into) {
    const dossier alone = {.with = with};
    span_vec sentences = {0};
    claim_list claims = {0}, unclaimed = {0};
    paper *made = arena_array(into, paper, 1);
    *made = (paper){.is = of,
                    .published = day_range_of(of->about.date),
                    .words = count_words(of->text, (span){0, of->text.size})};
    if (!day_is_known(made->published)) {
        made->published = day_at_edge(of->text);
    }
    cut_sentences(of->text, &sentences);
    made->sentence_count = sentences.count;
    made->sentences = arena_copy(into, sentences.items, sentences.count * sizeof *sentences.items);
    made->quoted = find_quoted(of->text, made->sentences, made->sentence_count, into);
    add_statements(&alone, of, &claims, into);
    add_own_voice(&alone, made, &claims, &unclaimed, into);
    made->claims = keep_claims(&claims, into, &made->claim_count);
    made->unclaimed = keep_claims(&unclaimed, into, &made->unclaimed_count);
    made->memory = into;
    made->counts = arena_array(into, counted, 1);
    made->whole = gist_of(&alone, of->text, (span){0, of->text.size}, into);
    made->cues = place_cues(of, into);
    made->links = place_links(of, into);
    vec_free(&sentences);
    return made;
}

static const claim *claims_at(size_t place, const claim *from, size_t count, arena *into) {
    claim *claims = arena_copy(into, from, count * sizeof *claims);
    for (size_t i = 0; i < count; i++) {
        claims[i].document = place;
    }
    return claims;
}

/* Its claims know their place in this dossier. */
static void take_paper(size_t place, const reason_document *from, arena *into, paper *out) {
    *out = *from->paper;
    out->is = from;
    out->claims = claims_at(place, out->claims, out->claim_count, into);
    out->unclaimed = claims_at(place, out->unclaimed, out->unclaimed_count, into);
}

const dossier *dossier_new(const linker *with, const reason_document *documents, size_t count,
                           arena *into) {
    dossier *made = arena_alloc(into, sizeof *made);
    paper *papers = arena_array(into, paper, count);
    *made = (dossier){with,
                      papers,
                      count,
                      into,
                      arena_array(into, const page_credits *, count),
                      arena_array(into, const brief_answers *, count)};
    for (size_t i = 0; i < count; i++) {
        take_paper(i, &documents[i], into, &papers[i]);
    }
    return made;
}
