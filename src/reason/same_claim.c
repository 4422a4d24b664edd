#include "reason/same_claim.h"

#include "base/ascii.h"
#include "reason/conflicts.h"
#include "reason/folds.h"
#include "reason/predicate.h"
#include "reason/reporting.h"

/* How much two claims share that report the same: of the lighter one and of the heavier one. Who
 * answers a claim need not tell all of it. */
#define LIKE_HEAVIER 0.35F
#define BESIDES_NAMES 3.0F
#define LIKE_BESIDES 0.5F
enum { SHARED_LEAST = 3 };

/* Of what are no clauses, where nearly all is the same. */
#define ONE_HEAVIER 0.8F
#define ONE_WEIGHT 15.0F

/* Of the names of the text that has fewer, so many are in another one on its matter: of texts that
 * have so many words, as a few sentences may have no name. */
#define SAME_NAMES 0.1F
enum { NAMES_WORDS = 100 };

/* A word that tells what a sentence is about. */
#define TELLING 1.5F
#define COMMON_LEAST 9.0F

/* --- by words ----------------------------------------------------------------------------------
 */

/* Whether two claims have as much in common as two that say the same. */
static bool says_the_same(const claim *one, const claim *other) {
    float lighter, common = gist_common_besides_names(&one->words, &other->words, &lighter);
    return common >= BESIDES_NAMES && lighter >= LIKE_BESIDES &&
           !names_differ(&one->words, &other->words);
}

static bool are_alike(const claim *one, const claim *other) {
    float lighter = claim_likeness(one, other);
    float least = one->words.weight < other->words.weight ? one->words.weight : other->words.weight;
    float most = one->words.weight > other->words.weight ? one->words.weight : other->words.weight;
    return lighter >= SAME_CLAIM_LIKENESS && lighter * least >= LIKE_HEAVIER * most &&
           lighter * least >= COMMON_LEAST &&
           gist_shared(&one->words, &other->words) >= SHARED_LEAST && says_the_same(one, other);
}

bool is_reported_by(const claim *one, const claim *other) {
    return one->full && other->full && !one->question && !other->question && are_alike(one, other);
}

/* --- by more ------------------------------------------------------------------------------------
 */

/* What says what a claim's words are about: of a statement its cue. */
static gist verbs_of(const dossier *self, const claim *of, arena *into) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    return is == NULL ? of->words : gist_of(self, text, hull(is->cue), into);
}

static bool are_told_alike(const dossier *self, const claim *a, const claim *b) {
    arena *scratch = arena_new();
    gist one = verbs_of(self, a, scratch), other = verbs_of(self, b, scratch);
    bool alike = gist_common(&one, &other, false) >= TELLING;
    arena_free(scratch);
    return alike;
}

/* So many words are the same that a verb which is not known matters no more. */
static bool are_nearly_one(const claim *a, const claim *b) {
    overlap shared = overlap_of(a, b, true);
    return shared.of_heavier >= ONE_HEAVIER && shared.common >= ONE_WEIGHT;
}

bool are_dated_alike(const dossier *self, const claim *a, const claim *b) {
    return day_is_known(self->papers[a->document].published) ==
               day_is_known(self->papers[b->document].published) ||
           is_copy(self, a->document, b->document);
}

/* Whether two claims that have most words in common say the same with them. */
static bool are_one_claim(const dossier *self, const claim *a, const claim *b) {
    if (a->full && b->full) {
        return share_predicate(self, a, b) != PREDICATES_NONE;
    }
    return are_dated_alike(self, a, b) &&
           (are_nearly_one(a, b) ||
            (are_told_alike(self, a, b) && share_predicate(self, a, b) != PREDICATES_NONE));
}

/* How far the law has come with somebody, by the words of a claim and of its cue. */
typedef enum { NO_CASE, ACCUSED, FOUND_GUILTY } stage;

static stage stage_in(str text, span part) {
    stage found = NO_CASE;
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        if (ascii_has_word(STR("guilty convicted convicts convicting conviction sentenced"),
                           word)) {
            return FOUND_GUILTY;
        }
        if (ascii_has_word(STR("charged charges charging accused accuses indicted"), word)) {
            found = ACCUSED;
        }
    }
    return found;
}

static stage stage_of(const dossier *self, const claim *of) {
    str text = self->papers[of->document].is->text;
    const hearsay_statement *is = statement_of(self, of);
    stage told = stage_in(text, of->where), by = NO_CASE;
    if (is != NULL) {
        by = stage_in(text, hull(is->cue));
    }
    return told > by ? told : by;
}

bool are_of_two_stages(const dossier *self, const claim *a, const claim *b) {
    stage one = stage_of(self, a), other = stage_of(self, b);
    return one != NO_CASE && other != NO_CASE && one != other;
}

bool is_same_claim(const dossier *self, const claim *a, const claim *b) {
    if (!are_alike(a, b) || counts_differ(self, a, b) || are_of_two_stages(self, a, b)) {
        return false;
    }
    return is_one_quotation(self, a, b) ||
           (!a->question && !b->question && are_one_claim(self, a, b));
}

bool is_answered_by(const dossier *self, const claim *of, const claim *answer) {
    return of->full && !of->question && claim_likeness(of, answer) >= SAME_CLAIM_LIKENESS &&
           gist_common(&of->words, &answer->words, true) >= COMMON_LEAST &&
           gist_shared(&of->words, &answer->words) >= SHARED_LEAST && says_the_same(of, answer) &&
           share_predicate(self, of, answer) != PREDICATES_NONE;
}

/* What somebody wants, fears or orders is not what somebody says is so. */
bool is_of_one_kind(const dossier *in, const claim *a, const claim *b) {
    const hearsay_statement *all[] = {statement_of(in, a), statement_of(in, b)};
    hearsay_kind kinds[2];
    for (size_t i = 0; i < 2; i++) {
        hearsay_kind kind = all[i] != NULL ? all[i]->kind : HEARSAY_KIND_STATEMENT;
        bool told = kind == HEARSAY_KIND_UNKNOWN || kind == HEARSAY_KIND_BELIEF ||
                    kind == HEARSAY_KIND_PERCEPTION;
        kinds[i] = told ? HEARSAY_KIND_STATEMENT : kind;
    }
    return kinds[0] == kinds[1];
}

/* Whether two claims of documents on different matters are alike in words that name nobody: two
 * judges give the same sentence. */
bool is_of_another_matter(const dossier *in, const claim *a, const claim *b) {
    const paper *one = &in->papers[a->document], *other = &in->papers[b->document];
    if (a->document == b->document || share_name(&a->words, &b->words)) {
        return false;
    }
    bool longer = one->words >= NAMES_WORDS && other->words >= NAMES_WORDS;
    return !are_on_one_matter(in, a->document, b->document) ||
           (longer && names_in_common(&one->whole, &other->whole) < SAME_NAMES);
}

/* A claim of days long after, by somebody else in other words, is of something else. */
enum { SAME_EVENT_DAYS = 100 /* as the number of a day counts: a month */ };

bool is_of_another_time(const dossier *in, const claim *a, const claim *b) {
    day_range one = in->papers[a->document].published, other = in->papers[b->document].published;
    const hearsay_statement *x = statement_of(in, a), *y = statement_of(in, b);
    bool quoted =
        x != NULL && y != NULL && x->type != HEARSAY_INDIRECT && y->type != HEARSAY_INDIRECT;
    return !quoted && day_is_known(one) && day_is_known(other) &&
           (one.last + SAME_EVENT_DAYS < other.first || other.last + SAME_EVENT_DAYS < one.first);
}
