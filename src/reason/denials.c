/* A statement and its denial by another; a statement and its negation by whoever made it. */
#include "reason/answers.h"
#include "reason/conflicts.h"
#include "reason/facts.h"
#include "reason/names.h"
#include "reason/reporting.h"

/* What a denial has of what it denies; what two statements share of which one negates the other. */
#define DENIED_LIGHTER 0.5F
#define DENIED_COVERED 0.75F
#define DENIED_WHOLE 0.4F
#define SAID_MORE 1.15F
#define TURNED_LIGHTER 0.75F
#define TURNED_HEAVIER 0.6F
#define TURNED_WEIGHT 14.0F
#define TURNED_NEARLY_ALL 0.8F
enum { TURNED_WORDS = 4, DENIED_WORDS = 3 };

/* A word that tells what a sentence is about. */
#define TELLING 1.5F

static const hearsay_statement *asserted(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    bool plainly = is != NULL && is->polarity == HEARSAY_POLARITY_ASSERTED &&
                   (is->kind == HEARSAY_KIND_STATEMENT || is->kind == HEARSAY_KIND_BELIEF);
    return plainly ? is : NULL;
}

/* Whether one lies in what the other reports. */
static bool is_nested(const dossier *self, const claim *a, const claim *b) {
    if (a->document != b->document) {
        return false;
    }
    const reason_document *in = self->papers[a->document].is;
    const claim *all[] = {a, b};
    for (size_t i = 0; i < 2; i++) {
        for (size_t at = in->statements[all[i]->statement].parent; at < in->statement_count;
             at = in->statements[at].parent) {
            if (at == all[1 - i]->statement) {
                return true;
            }
        }
    }
    return false;
}

/* The words that name who said it. */
static const gist *source_of(const dossier *self, const claim *of) {
    const paper *in = &self->papers[of->document];
    if (!fact_is_known(of, FACT_SOURCE)) {
        of->facts->source =
            gist_of(self, in->is->text, hull(statement_of(self, of)->source), in->memory);
    }
    return &of->facts->source;
}

/* How alike two are where "I" and "she" of one stand for its speaker, whom the other names. */
static overlap overlap_of_statements(const conflict_search *self, const claim *a, const claim *b) {
    overlap shared = overlap_of(a, b, true);
    const claim *all[] = {a, b};
    float most = a->words.weight > b->words.weight ? a->words.weight : b->words.weight;
    float named = 0;
    for (size_t i = 0; i < 2; i++) {
        const claim *other = all[1 - i];
        const gist *who = source_of(self->in, other);
        bool heavier = all[i]->words.weight >= most;
        float more = gist_common(&all[i]->words, who, true);
        named += heavier && gist_common(&other->words, who, true) <= 0 ? more : 0;
    }
    shared.of_heavier = most > 0 ? (shared.common + named) / most : 0;
    return shared;
}

static void add(conflict_search *self, const char *kind, const claim *a, const claim *b) {
    conflict_add(self, kind, evidence_of(self->in, "side", a), evidence_of(self->in, "side", b),
                 said(NULL));
}

/* When something was said or, where that is not told, published. */
static day_range day_of(const dossier *self, const claim *of) {
    day_range day = day_range_of(statement_of(self, of)->date);
    return day_is_known(day) ? day : self->papers[of->document].published;
}

static bool is_another_time(const dossier *self, const claim *a, const claim *b) {
    day_range one = day_of(self, a), other = day_of(self, b);
    return day_before(one, other) || day_before(other, one);
}

/* Whether two that differ in a negation say the same else. */
static bool is_negation(const overlap *shared) {
    return shared->of_lighter >= TURNED_LIGHTER &&
           ((shared->common >= TURNED_WEIGHT && shared->of_heavier >= TURNED_HEAVIER) ||
            (shared->words >= TURNED_WORDS && shared->of_heavier >= TURNED_NEARLY_ALL));
}

static size_t shared_telling_words(const gist *a, const gist *b) {
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        uint64_t x = a->items[i].stem, y = b->items[k].stem;
        shared += x == y && a->items[i].weight >= TELLING;
        i += x <= y;
        k += y <= x;
    }
    return shared;
}

/* Whether what `denial` denies is what `claimed` says: most of it is there, and that is no small
 * part of the claim. Who denies what they are said to have said tells more than that itself: "that
 * he had told pilots that ...". */
static bool is_denial_of(const conflict_search *self, const claim *claimed, const claim *denial,
                         const overlap *shared) {
    float covered = denial->words.weight > 0 ? shared->common / denial->words.weight : 0;
    bool own = !is_told_by_another(self->in, claimed, denial);
    bool whole = claimed->words.weight > 0 &&
                 shared->common >= DENIED_COVERED * claimed->words.weight &&
                 denial->words.weight >= SAID_MORE * claimed->words.weight;
    return shared_telling_words(&claimed->words, &denial->words) >= DENIED_WORDS &&
           (own ? whole && is_one_speaker(self->in, claimed, denial)
                : covered >= DENIED_COVERED && shared->of_heavier >= DENIED_WHOLE);
}

/* Whether somebody is called by a country's name that the text's own words are not: "Sudan's
 * government" is not that of South Sudan. */
static bool find_misnamed(const dossier *self, const claim *of) {
    static const char *const SIDES[] = {"North", "South", "East", "West"};
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text, name = plain(is->speaker);
    span where;
    for (size_t i = 0; i < sizeof SIDES / sizeof *SIDES && is->source.count > 0; i++) {
        if (find_name(name, (span){0, name.size}, str_from(SIDES[i]), &where) &&
            !find_name(text, hull(is->source), str_from(SIDES[i]), &where) &&
            part_has_capital(text, hull(is->source))) {
            return true;
        }
    }
    return false;
}

static bool is_misnamed(const dossier *self, const claim *of) {
    if (!fact_is_known(of, FACT_MISNAMED)) {
        of->facts->misnamed = find_misnamed(self, of);
    }
    return of->facts->misnamed;
}

static bool denies(const dossier *self, const claim *of) {
    return answer_by_cue(self, of) == ANSWER_DENIES;
}

static unsigned find_stance(const dossier *self, const claim *of) {
    enum { HAS_ONE = 1, HAS_NEGATION = 2, DENIES_IT = 4 };
    const hearsay_statement *is = asserted(self, of);
    if (is == NULL || is->speaker.size == 0) {
        return 0;
    }
    return HAS_ONE + (has_negation(self, of) ? HAS_NEGATION : 0U) +
           (denies(self, of) ? DENIES_IT : 0U);
}

unsigned stance_of(const dossier *self, const claim *of) {
    if (!fact_is_known(of, FACT_STANCE)) {
        of->facts->stance = find_stance(self, of);
    }
    return of->facts->stance;
}

void conflict_of_denials(conflict_search *self, const claim *a, const claim *b) {
    const dossier *in = self->in;
    const unsigned one = stance_of(in, a), other = stance_of(in, b);
    if (one == 0 || other == 0 || one == other ||
        overlap_of(a, b, true).of_lighter < DENIED_LIGHTER || is_nested(in, a, b) ||
        is_misnamed(in, a) || is_misnamed(in, b)) {
        return;
    }
    overlap shared = overlap_of_statements(self, a, b);
    bool first = denies(in, b);
    if (denies(in, a) != first) {
        if (is_denial_of(self, first ? a : b, first ? b : a, &shared) && !is_turned(in, a, b)) {
            add(self, "denial", a, b);
        }
    } else if (is_negation(&shared) && !is_one_quotation(in, a, b) && is_turned(in, a, b)) {
        if (is_one_speaker(in, a, b) && is_another_time(in, a, b)) {
            add(self, "reversal", a, b);
        } else if (is_told_by_another(in, a, b)) {
            add(self, "denial", a, b);
        }
    }
}
