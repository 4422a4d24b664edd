#include "reason/conflicts.h"

#include "reason/names.h"
#include "reason/reporting.h"
#include "reason/told_before.h"
#include "resolve/resolve.h"

#include <xxhash.h>

/* --- what was found --------------------------------------------------------------------------- */

hearsay_evidence conflict_side(const conflict_search *self, const claim *of, span where) {
    const paper *in = &self->in->papers[of->document];
    const hearsay_statement *is = statement_of(self->in, of);
    hearsay_evidence made = is != NULL ? evidence_of(self->in, "side", of)
                                       : evidence_at(in, "side", of->where, self->into);
    made.date = made.date.size > 0 ? made.date : in->is->about.date;
    made.note = shown(str_slice(in->is->text, where));
    return made;
}

hearsay_evidence conflict_sentence(const conflict_search *self, const paper *in, span where) {
    hearsay_evidence made = evidence_at(in, "side", sentence_at(in, where.begin), self->into);
    made.note = shown(str_slice(in->is->text, where));
    return made;
}

static const paper *paper_of(const conflict_search *self, const hearsay_evidence *side) {
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *each = &self->in->papers[i];
        if (str_equal(plain(each->is->about.id), plain(side->document))) {
            return each;
        }
    }
    return NULL;
}

/* What of it differs. */
static str words_of(const conflict_search *self, const hearsay_evidence *side) {
    if (side->note.size > 0) {
        return plain(side->note);
    }
    const paper *in = paper_of(self, side);
    return in != NULL ? str_slice(in->is->text, hull(side->spans)) : STR("");
}

static bool is_same(const conflict_search *self, const hearsay_finding *one,
                    const hearsay_evidence *a, const hearsay_evidence *b) {
    str x = words_of(self, &one->evidence[0]), y = words_of(self, &one->evidence[1]);
    str u = words_of(self, a), v = words_of(self, b);
    return (str_equal(x, u) && str_equal(y, v)) || (str_equal(x, v) && str_equal(y, u));
}

/* A side's words in their sentence: the same in a reprint. */
static uint64_t number_of_side(const conflict_search *self, const hearsay_evidence *side) {
    const paper *in = paper_of(self, side);
    str words = words_of(self, side);
    str sentence = in != NULL && side->spans.count > 0
                       ? str_slice(in->is->text, sentence_at(in, side->spans.items[0].begin))
                       : words;
    return XXH3_64bits_withSeed(words.data, words.size, XXH3_64bits(sentence.data, sentence.size));
}

/* The same whichever way the sides are given. */
static bool is_new(const conflict_search *self, const char *kind, const hearsay_evidence *a,
                   const hearsay_evidence *b) {
    str name = str_from(kind);
    uint64_t sides = number_of_side(self, a) + number_of_side(self, b);
    return told_first(self->told, XXH3_64bits_withSeed(name.data, name.size, sides));
}

void conflict_add(conflict_search *self, const char *kind, hearsay_evidence a, hearsay_evidence b,
                  hearsay_str about) {
    for (size_t i = 0; i < self->found.count; i++) {
        const hearsay_finding *each = &self->found.items[i];
        if (str_equal(str_from(each->kind), str_from(kind)) && is_same(self, each, &a, &b)) {
            return;
        }
    }
    if (!is_new(self, kind, &a, &b)) {
        return;
    }
    hearsay_finding made = {.kind = kind, .about = about};
    evidence_list sides = {0};
    vec_push(&sides, a);
    vec_push(&sides, b);
    evidence_keep(&sides, &made, self->into);
    vec_push(&self->found, made);
}

/* That a document has the one value, and another one has the other. */
static uint64_t number_of_value(const conflict_search *self, const claim *of, double own,
                                double other, double kind) {
    hearsay_str id = self->in->papers[of->document].is->about.id;
    const double values[] = {own, other, kind};
    return XXH3_64bits_withSeed(id.data, id.size, XXH3_64bits(values, sizeof values));
}

bool conflict_is_first(const conflict_search *self, const claim *a, double x, const claim *b,
                       double y, double kind) {
    bool first = told_first(self->told, number_of_value(self, a, x, y, kind));
    return told_first(self->told, number_of_value(self, b, y, x, kind)) && first;
}

static float weight_of(const gist *of, bool numbers) {
    float weight = of->weight;
    for (size_t i = 0; i < of->count && !numbers; i++) {
        weight -= of->items[i].number ? of->items[i].weight : 0;
    }
    return weight;
}

overlap overlap_of(const claim *a, const claim *b, bool numbers) {
    overlap out = {.common = gist_common(&a->words, &b->words, numbers),
                   .words = gist_shared(&a->words, &b->words)};
    float one = weight_of(&a->words, numbers), other = weight_of(&b->words, numbers);
    float least = one < other ? one : other, most = one > other ? one : other;
    out.of_lighter = least > 0 ? out.common / least : 0;
    out.of_heavier = most > 0 ? out.common / most : 0;
    return out;
}

/* --- one quotation, two of something ---------------------------------------------------------- */

/* Occasions of one manner exclude those of another; those of none exclude nothing: a call may be
 * one with reporters. */
typedef enum { ANY_OCCASION, WRITTEN, TO_REPORTERS, TO_AN_AUDIENCE, UNDER_OATH } manner;

static manner manner_of(hearsay_occasion occasion) {
    static const manner MANNERS[] = {
        [HEARSAY_OCCASION_INTERVIEW] = TO_REPORTERS,
        [HEARSAY_OCCASION_SPEECH] = TO_AN_AUDIENCE,
        [HEARSAY_OCCASION_DEBATE] = TO_AN_AUDIENCE,
        [HEARSAY_OCCASION_WRITTEN_STATEMENT] = WRITTEN,
        [HEARSAY_OCCASION_LETTER] = WRITTEN,
        [HEARSAY_OCCASION_POST] = WRITTEN,
        [HEARSAY_OCCASION_TESTIMONY] = UNDER_OATH,
        [HEARSAY_OCCASION_COURT_FILING] = WRITTEN,
        [HEARSAY_OCCASION_BOOK] = WRITTEN,
        [HEARSAY_OCCASION_PRESS_CONFERENCE] = TO_REPORTERS,
    };
    size_t place = (size_t)occasion;
    return place < sizeof MANNERS / sizeof *MANNERS ? MANNERS[place] : ANY_OCCASION;
}

static bool excludes(hearsay_occasion a, hearsay_occasion b) {
    bool interview = a == HEARSAY_OCCASION_INTERVIEW || b == HEARSAY_OCCASION_INTERVIEW;
    bool press = a == HEARSAY_OCCASION_PRESS_CONFERENCE || b == HEARSAY_OCCASION_PRESS_CONFERENCE;
    manner one = manner_of(a), other = manner_of(b);
    return a != b && one != ANY_OCCASION && other != ANY_OCCASION &&
           (one != other || (interview && press));
}

static bool touches(hearsay_spans spans, span where) {
    for (size_t i = 0; i < spans.count; i++) {
        if (spans.items[i].begin < where.end && where.begin < spans.items[i].end) {
            return true;
        }
    }
    return false;
}

/* Whether a place lies in what somebody is said to have said. */
static bool is_reported(const paper *in, span where) {
    for (size_t i = 0; i < in->is->statement_count; i++) {
        if (touches(in->is->statements[i].content, where)) {
            return true;
        }
    }
    return false;
}

/* Where the text tells it: what the last step of that name went by; false where no place is meant,
 * or one in what is reported, which is about something else. */
static bool told_by(const conflict_search *self, const claim *of, const char *name, span *out) {
    const hearsay_statement *is = statement_of(self->in, of);
    span told = {0, 0};
    for (size_t i = 0; i < is->why_count; i++) {
        if (str_equal(str_from(is->why[i].step), str_from(name))) {
            told = (span){is->why[i].span.begin, is->why[i].span.end};
        }
    }
    if (told.begin >= told.end || is_reported(&self->in->papers[of->document], told)) {
        return false;
    }
    *out = told;
    return true;
}

/* The same of an occasion. That somebody "told" an outlet something makes no interview: a statement
 * is sent to many. */
static bool told_occasion(const conflict_search *self, const claim *of, hearsay_evidence *out) {
    const hearsay_statement *is = statement_of(self->in, of);
    span where;
    if (!told_by(self, of, "occasion", &where)) {
        return false;
    }
    *out = conflict_side(self, of, where);
    return is->occasion != HEARSAY_OCCASION_INTERVIEW || !touches(is->cue, where);
}

/* What of two days differs: the years, else the whole. */
static bool is_first_of_days(const conflict_search *self, const claim *a, day_range x,
                             const claim *b, day_range y) {
    enum { YEAR = 10000, DAYS = -1 /* no quantity's kind */ };
    bool years = x.last / YEAR != y.first / YEAR && y.last / YEAR != x.first / YEAR;
    int unit = years ? YEAR : 1;
    const int one = x.first / unit, other = y.first / unit;
    return conflict_is_first(self, a, one, b, other, DAYS);
}

void conflict_of_quotations(conflict_search *self, const claim *a, const claim *b) {
    if (!is_one_quotation(self->in, a, b)) {
        return;
    }
    const hearsay_statement *x = statement_of(self->in, a), *y = statement_of(self->in, b);
    if (is_other_speaker(self->in, a, b)) {
        conflict_add(self, "speaker", conflict_side(self, a, hull(x->source)),
                     conflict_side(self, b, hull(y->source)), said(NULL));
        return;
    }
    if (!is_one_speaker(self->in, a, b)) {
        return;
    }
    hearsay_evidence one, other;
    span here, there;
    day_range day = day_range_of(x->date), other_day = day_range_of(y->date);
    if ((day_before(day, other_day) || day_before(other_day, day)) &&
        told_by(self, a, "date", &here) && told_by(self, b, "date", &there) &&
        is_first_of_days(self, a, day, b, other_day)) {
        conflict_add(self, "date", conflict_side(self, a, here), conflict_side(self, b, there),
                     said(NULL));
    }
    if (excludes(x->occasion, y->occasion) && told_occasion(self, a, &one) &&
        told_occasion(self, b, &other)) {
        conflict_add(self, "occasion", one, other, said(NULL));
    }
}

/* --- all -------------------------------------------------------------------------------------- */

static void look_at(conflict_search *self, const claim *a, const claim *b) {
    conflict_of_quotations(self, a, b);
    conflict_of_numbers(self, a, b);
    conflict_of_denials(self, a, b);
}

/* Claims of one document contradict each other by denying. Most have one stance: then none of the
 * pairs, whose number is the square of theirs, has to be looked at. `with_stance` [STANCES] is how
 * many have each. */
static void look_at_own(conflict_search *self, const paper *own, const claim *a,
                        const size_t *with_stance) {
    const unsigned stance = stance_of(self->in, a);
    if (stance == 0 || with_stance[stance] + with_stance[0] == own->claim_count) {
        return;
    }
    for (const claim *b = a + 1; b < own->claims + own->claim_count; b++) {
        conflict_of_denials(self, a, b);
    }
}

static void look_at_claim(conflict_search *self, const claim *a, const size_t *with_stance) {
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *other = &self->in->papers[i];
        if (i == a->document) {
            look_at_own(self, other, a, with_stance);
            continue;
        }
        for (size_t k = 0; k < other->claim_count; k++) {
            look_at(self, a, &other->claims[k]);
        }
    }
}

finding_list reason_conflicts(const dossier *self, size_t document, size_t statement,
                              told_before *told, arena *into) {
    told_before *own = told == NULL ? told_before_new() : NULL;
    conflict_search at_work = {.in = self, .into = into, .told = told != NULL ? told : own};
    const paper *of = &self->papers[document];
    size_t with_stance[STANCES] = {0};
    for (size_t k = 0; k < of->claim_count; k++) {
        with_stance[stance_of(self, &of->claims[k])]++;
    }
    for (size_t k = 0; k < of->claim_count; k++) {
        if (statement == REASON_ALL || statement == k) {
            look_at_claim(&at_work, &of->claims[k], with_stance);
        }
    }
    for (size_t i = 0; i < self->count && statement == REASON_ALL; i++) {
        conflict_of_glosses(&at_work, of, &self->papers[i]);
        if (i != document) {
            conflict_of_ages(&at_work, of, &self->papers[i]);
            conflict_of_nationalities(&at_work, of, &self->papers[i]);
        }
    }
    told_before_free(own);
    return findings_keep(&at_work.found, into);
}
