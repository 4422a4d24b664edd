#include "reason/conflicts.h"

#include "reason/reporting.h"
#include "resolve/resolve.h"

/* Quotations are of one utterance if so much of both is the same, and that is so heavy. */
#define SAME_QUOTE_LIGHTER 0.85F
#define SAME_QUOTE_HEAVIER 0.6F
#define SAME_QUOTE_WEIGHT 18.0F

/* --- what was found --------------------------------------------------------------------------- */

hearsay_evidence conflict_side(const conflict_search *self, const claim *of, span where) {
    const paper *in = &self->in->papers[of->document];
    const hearsay_statement *is = statement_of(self->in, of);
    hearsay_evidence made = evidence_at(in, "side", where, self->into);
    if (is != NULL) {
        made.name = is->speaker;
        made.sourcing = is->sourcing;
        made.statement = said(is->id);
    }
    made.date = is != NULL && is->date.size > 0 ? is->date : in->is->about.date;
    return made;
}

static str words_of(const conflict_search *self, const hearsay_evidence *side) {
    for (size_t i = 0; i < self->in->count; i++) {
        const reason_document *in = self->in->papers[i].is;
        if (str_equal(plain(in->about.id), plain(side->document))) {
            return str_slice(in->text, hull(side->spans));
        }
    }
    return STR("");
}

static bool is_same(const conflict_search *self, const hearsay_finding *one,
                    const hearsay_evidence *a, const hearsay_evidence *b) {
    str x = words_of(self, &one->evidence[0]), y = words_of(self, &one->evidence[1]);
    str u = words_of(self, a), v = words_of(self, b);
    return (str_equal(x, u) && str_equal(y, v)) || (str_equal(x, v) && str_equal(y, u));
}

void conflict_add(conflict_search *self, const char *kind, hearsay_evidence a, hearsay_evidence b,
                  hearsay_str about) {
    for (size_t i = 0; i < self->found.count; i++) {
        const hearsay_finding *each = &self->found.items[i];
        if (str_equal(str_from(each->kind), str_from(kind)) && is_same(self, each, &a, &b)) {
            return;
        }
    }
    hearsay_finding made = {.kind = kind, .about = about};
    evidence_list sides = {0};
    vec_push(&sides, a);
    vec_push(&sides, b);
    evidence_keep(&sides, &made, self->into);
    vec_push(&self->found, made);
}

overlap overlap_of(const claim *a, const claim *b, bool numbers) {
    overlap out = {.common = gist_common(&a->words, &b->words, numbers)};
    float least = a->words.weight < b->words.weight ? a->words.weight : b->words.weight;
    float most = a->words.weight > b->words.weight ? a->words.weight : b->words.weight;
    out.of_lighter = least > 0 ? out.common / least : 0;
    out.of_heavier = most > 0 ? out.common / most : 0;
    return out;
}

/* --- speakers --------------------------------------------------------------------------------- */

static hearsay_str person_of(const dossier *self, const claim *of) {
    return self->papers[of->document].is->persons[of->statement];
}

static bool share_a_word(str a, str b) {
    size_t pos = 0;
    span whole = {0, a.size}, where;
    for (str word = next_word(a, whole, &pos); word.data != NULL; word = next_word(a, whole, &pos)) {
        if (word.size > 2 && find_name(b, (span){0, b.size}, word, &where)) {
            return true;
        }
    }
    return false;
}

bool is_one_speaker(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    hearsay_str one = person_of(self, a), other = person_of(self, b);
    if (one.data != NULL && other.data != NULL) {
        return str_equal(plain(one), plain(other));
    }
    return x->sourcing == HEARSAY_SOURCING_NAMED && y->sourcing == HEARSAY_SOURCING_NAMED &&
           x->speaker.size > 0 && str_equal(plain(x->speaker), plain(y->speaker));
}

static bool is_several(str name) {
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == ';') {
            return true;
        }
    }
    return false;
}

/* Whether the source names its speaker itself, so that nobody had to be guessed. */
static bool is_explicit(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    return is->sourcing == HEARSAY_SOURCING_NAMED && is->source.count > 0 &&
           !is_several(plain(is->speaker)) &&
           share_a_word(plain(is->speaker), str_slice(text, hull(is->source)));
}

/* Whether a statement in which this one lies has that speaker. */
static bool is_relayed_by(const dossier *self, const claim *of, str name) {
    const reason_document *in = self->papers[of->document].is;
    for (size_t at = in->statements[of->statement].parent; at < in->statement_count;
         at = in->statements[at].parent) {
        if (share_a_word(plain(in->statements[at].speaker), name)) {
            return true;
        }
    }
    return false;
}

bool is_other_speaker(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    return is_explicit(self, a) && is_explicit(self, b) && !is_one_speaker(self, a, b) &&
           !share_a_word(plain(x->speaker), plain(y->speaker)) &&
           !is_relayed_by(self, a, plain(y->speaker)) && !is_relayed_by(self, b, plain(x->speaker));
}

/* --- one quotation, two of something ---------------------------------------------------------- */

/* Occasions of one column exclude those of another; those of none exclude nothing. */
typedef enum { ANY_OCCASION, WRITTEN, TO_REPORTERS, TO_AN_AUDIENCE, UNDER_OATH, PRIVATELY } manner;

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
        [HEARSAY_OCCASION_CALL] = PRIVATELY,
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

static bool is_one_quotation(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    if (x == NULL || y == NULL || x->type != HEARSAY_DIRECT || y->type != HEARSAY_DIRECT) {
        return false;
    }
    overlap shared = overlap_of(a, b, true);
    return shared.common >= SAME_QUOTE_WEIGHT && shared.of_lighter >= SAME_QUOTE_LIGHTER &&
           shared.of_heavier >= SAME_QUOTE_HEAVIER;
}

void conflict_of_quotations(conflict_search *self, const claim *a, const claim *b) {
    if (!is_one_quotation(self->in, a, b)) {
        return;
    }
    const hearsay_statement *x = statement_of(self->in, a), *y = statement_of(self->in, b);
    hearsay_evidence one = evidence_of(self->in, "side", a), other = evidence_of(self->in, "side", b);
    if (is_other_speaker(self->in, a, b)) {
        conflict_add(self, "speaker", one, other, said(NULL));
        return;
    }
    day_range day = day_range_of(x->date), other_day = day_range_of(y->date);
    if (day_is_exact(day) && day_is_exact(other_day) && day.first != other_day.first) {
        conflict_add(self, "date", one, other, said(NULL));
    }
    if (excludes(x->occasion, y->occasion)) {
        one.note = said(hearsay_occasion_name(x->occasion));
        other.note = said(hearsay_occasion_name(y->occasion));
        conflict_add(self, "occasion", one, other, said(NULL));
    }
}

/* --- all -------------------------------------------------------------------------------------- */

static void look_at(conflict_search *self, const claim *a, const claim *b) {
    if (a->document != b->document) {
        conflict_of_quotations(self, a, b);
        conflict_of_numbers(self, a, b);
    }
    conflict_of_denials(self, a, b);
}

static void look_at_claim(conflict_search *self, const claim *a, bool later_only) {
    const paper *own = &self->in->papers[a->document];
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *other = &self->in->papers[i];
        bool same = i == a->document;
        for (size_t k = 0; k < other->claim_count; k++) {
            const claim *b = &other->claims[k];
            bool twice = same ? b <= a && (later_only || own == other) : later_only && i < a->document;
            if (b != a && !twice) {
                look_at(self, a, b);
            }
        }
    }
}

static void look_at_glosses(conflict_search *self, size_t document, bool later_only) {
    for (size_t i = later_only ? document + 1 : 0; i < self->in->count; i++) {
        if (i != document) {
            conflict_of_glosses(self, &self->in->papers[document], &self->in->papers[i]);
        }
    }
}

finding_list reason_conflicts(const dossier *self, size_t document, size_t statement, arena *into) {
    conflict_search at_work = {.in = self, .into = into};
    bool all = document == REASON_ALL;
    for (size_t i = all ? 0 : document; i < (all ? self->count : document + 1); i++) {
        const paper *of = &self->papers[i];
        for (size_t k = 0; k < of->claim_count; k++) {
            if (statement == REASON_ALL || statement == k) {
                look_at_claim(&at_work, &of->claims[k], all);
            }
        }
        if (statement == REASON_ALL) {
            look_at_glosses(&at_work, i, all);
        }
    }
    finding_list out = {.count = at_work.found.count};
    out.items = arena_copy(into, at_work.found.items, out.count * sizeof *out.items);
    vec_free(&at_work.found);
    return out;
}
