#include "reason/corroboration.h"

#include "base/ascii.h"
#include "reason/answers.h"
#include "reason/conflicts.h"
#include "reason/folds.h"
#include "reason/outlets.h"
#include "reason/predicate.h"
#include "reason/reporting.h"
#include "reason/same_claim.h"

/* What others say, or the author, must be more alike than what the same speaker says, since of one
 * matter many things are said in the same words. */
#define LIKE_OF_OTHERS 0.7F
enum { REPORTS_MOST = 256 };

/* How much of a claim is denied, at least. */
#define DENIED_SHARED 0.4F

/* How much of a statement within another one a page must have that bears out this one. */
#define ASKED_SHARED 0.5F

/* What is said after "declined to comment" that it is about. */
#define ABOUT_LEAST 8.0F
#define ABOUT_SHARED 0.3F

/* How far it may stand from the claim. */
enum { SENTENCES_APART = 3 };

/* --- claims ----------------------------------------------------------------------------------- */

typedef struct {
    const dossier *in;
    const claim *of;    /* what is told: see teller_of */
    const claim *asked; /* what of that is asked about */
    arena *into;
    evidence_list evidence;
    const claim **reports; /* [report_count] those that report or confirm it, by documents */
    size_t report_count;
    fold *folds;   /* [documents] of those that are among these */
    bool *carried; /* [documents] whether a document reports, confirms or denies it */
} inquiry;

/* Whether the speaker of the claim is said to have said this: then it is a report of it, even where
 * a "not" was lost on the way. */
static bool is_of_speaker(const inquiry *self, const claim *each) {
    const hearsay_statement *asked = statement_of(self->in, self->of);
    const hearsay_statement *is = statement_of(self->in, each);
    return asked != NULL && is != NULL && asked->speaker.size > 0 &&
           str_equal(plain(asked->speaker), plain(is->speaker));
}

/* Who denies another page's claim need not tell all of it, but what is denied must be no small part
 * of it: "that mortars were fired" is not "this is not the first time that they fire". */
static bool is_much_of(const claim *of, const claim *denial) {
    return gist_common(&of->words, &denial->words, true) >= DENIED_SHARED * of->words.weight;
}

/* What a claim does with the one that is asked about. */
static answer answer_of(const inquiry *self, const claim *each) {
    if (each == self->of) {
        return ANSWER_REPORTS;
    }
    float like = claim_likeness(self->of, each);
    if (like < SAME_CLAIM_LIKENESS || is_of_another_matter(self->in, self->of, each)) {
        return ANSWER_NONE;
    }
    answer how = answer_by_cue(self->in, each);
    bool close = is_same_claim(self->in, self->of, each);
    bool reported = close && (like >= LIKE_OF_OTHERS || is_of_speaker(self, each));
    bool negated = has_negation(self->in, self->of);
    if (how == ANSWER_DENIES && negated && close && is_of_speaker(self, each)) {
        return ANSWER_REPORTS; /* "there were none", and denied that there were some */
    }
    if (how == ANSWER_DENIES && close && is_turned(self->in, self->of, each)) {
        how = ANSWER_REPORTS; /* who denies the contrary says the same */
        return is_of_one_kind(self->in, self->of, each) ? how : ANSWER_NONE;
    }
    if (how == ANSWER_REPORTS && close && is_turned(self->in, self->of, each) &&
        !is_of_speaker(self, each)) {
        bool denies = each->statement != NO_STATEMENT &&
                      share_predicate(self->in, self->of, each) == PREDICATES_BOTH;
        return denies ? ANSWER_DENIES : ANSWER_NONE;
    }
    bool answers = how == ANSWER_CONFIRMS || how == ANSWER_DENIES;
    bool on_it = answers && is_answered_by(self->in, self->of, each) &&
                 (how != ANSWER_DENIES || is_much_of(self->of, each));
    return (reported || on_it) && is_of_one_kind(self->in, self->of, each) ? how : ANSWER_NONE;
}

/* Whether the document's list has the same source with the same role. */
static bool is_told(const inquiry *self, const hearsay_evidence *made) {
    for (size_t i = 0; i < self->evidence.count; i++) {
        const hearsay_evidence *other = &self->evidence.items[i];
        if (other->role == made->role && str_equal(plain(other->document), plain(made->document)) &&
            str_equal(plain(other->name), plain(made->name))) {
            return true;
        }
    }
    return false;
}

static void add_claim(inquiry *self, const claim *each, const char *role) {
    const paper *in = &self->in->papers[each->document];
    hearsay_evidence made = each->statement != NO_STATEMENT
                                ? evidence_of(self->in, role, each)
                                : evidence_at(in, role, each->where, self->into);
    if (each->statement == NO_STATEMENT) {
        bool hearsay = part_has(in->is->text, each->where, REPORTEDLY);
        made.note = said(hearsay ? "on the word of nobody who is named" : "in its own voice");
    }
    if (each != self->of && str_equal(str_from(role), STR("reports")) &&
        is_turned(self->in, self->of, each)) {
        made.note = said("one has a negation that the other lacks");
    }
    if (!is_told(self, &made)) {
        vec_push(&self->evidence, made);
    }
}

/* Whoever tells the page: "[the family] wants to sell" is what the banker says who said it. An
 * outlet passes on what it heard. */
static const claim *teller_of(const dossier *in, const claim *of) {
    const paper *page = &in->papers[of->document];
    const hearsay_statement *is = statement_of(in, of);
    while (is != NULL && is->parent < page->is->statement_count &&
           page->is->statements[is->parent].sourcing != HEARSAY_SOURCING_OUTLET &&
           !is_outlets_name(in, plain(page->is->statements[is->parent].speaker))) {
        of = &page->claims[is->parent];
        is = statement_of(in, of);
    }
    return of;
}

/* Whether it is the quotation that is asked about, plainly given to somebody else: that bears out
 * the words, perhaps, but not that this one said them. */
static bool is_rival(const inquiry *self, const claim *each) {
    return statement_of(self->in, self->of) != NULL && statement_of(self->in, each) != NULL &&
           is_one_quotation(self->in, self->of, each) && is_other_speaker(self->in, self->of, each);
}

/* A report long before or after is of something else; an answer, one long before. */
static bool is_out_of_time(const inquiry *self, const claim *each, answer how) {
    bool before = day_before(self->in->papers[each->document].published,
                             self->in->papers[self->of->document].published);
    return (how == ANSWER_REPORTS || before) && is_of_another_time(self->in, self->of, each);
}

/* Of a long statement in which the asked one lies another page may have what else it says. */
static bool is_on_asked(const inquiry *self, const claim *each) {
    return self->asked == self->of || each == self->of ||
           gist_common(&self->asked->words, &each->words, true) >=
               ASKED_SHARED * self->asked->words.weight;
}

/* Own voice counts where the document names nobody for it. */
static void look_at_paper(inquiry *self, size_t document) {
    static const char *const ROLES[] = {
        [ANSWER_REPORTS] = "reports", [ANSWER_CONFIRMS] = "confirms", [ANSWER_DENIES] = "denies"};
    const paper *in = &self->in->papers[document];
    bool told = false;
    for (size_t i = 0; i < in->claim_count; i++) {
        const claim *each = &in->claims[i];
        answer how = answer_of(self, each);
        if (how == ANSWER_NONE || (each->statement == NO_STATEMENT && told) ||
            !is_on_asked(self, each) || is_out_of_time(self, each, how)) {
            continue;
        }
        bool denied = answer_by_cue(self->in, each) == ANSWER_DENIES;
        const claim *teller = denied && how == ANSWER_DENIES ? each : teller_of(self->in, each);
        if (how == ANSWER_REPORTS && is_rival(self, each)) {
            told = true;
            add_claim(self, each, "rival");
            continue;
        }
        how = teller != each ? answer_by_cue(self->in, teller) : how;
        each = teller;
        if (how == ANSWER_NONE) {
            continue;
        }
        told = told || how != ANSWER_DENIES;
        self->carried[document] = true;
        add_claim(self, each, ROLES[how]);
        if (how != ANSWER_DENIES && self->report_count < REPORTS_MOST) {
            self->reports[self->report_count++] = each;
        }
    }
}

/* --- brief answers ---------------------------------------------------------------------------- */

/* Of a source that no statement tells: two words with capitals side by side are a person's name. */
static hearsay_sourcing sourcing_of(str who) {
    size_t pos = 0, capitals = 0;
    span whole = {0, who.size};
    for (str word = next_word(who, whole, &pos); word.data != NULL && capitals < 2;
         word = next_word(who, whole, &pos)) {
        bool capital = word.data[0] >= 'A' && word.data[0] <= 'Z' && word.data != who.data;
        capitals = capital ? capitals + 1 : 0;
    }
    return capitals > 1 ? HEARSAY_SOURCING_NAMED : HEARSAY_SOURCING_COLLECTIVE;
}

static void add_brief(inquiry *self, const paper *in, const brief_answer *each, const char *role) {
    hearsay_evidence made = evidence_at(in, role, each->where, self->into);
    str who = str_slice(in->is->text, each->who);
    made.name = shown(who);
    made.sourcing = sourcing_of(who);
    if (each->is != NULL) {
        made.name = each->is->speaker.size > 0 ? each->is->speaker : made.name;
        made.sourcing = each->is->sourcing;
        made.date = each->is->date;
        made.statement = said(each->is->id);
    }
    if (!is_told(self, &made)) {
        vec_push(&self->evidence, made);
    }
}

/* Whether what follows "declined to comment" is about something else than the claim: it has telling
 * words, and few of them are the claim's. */
static bool is_on_something_else(const inquiry *self, const paper *in, const brief_answer *each) {
    span rest = {each->phrase.end, each->where.end};
    size_t pos = rest.begin;
    if (!ascii_has_word(STR("on about whether if a an the any why who whom what where when how "
                            "his her its their"),
                        next_word(in->is->text, rest, &pos))) {
        return false;
    }
    gist about = gist_of(self->in, in->is->text, rest, self->into);
    return about.weight >= ABOUT_LEAST &&
           gist_common(&about, &self->of->words, true) < ABOUT_SHARED * about.weight;
}

/* Whether a sentence stands near one that has the claim, or has its words: whoever did not answer
 * "my messages" at the other end of a page was asked something else. */
static bool is_near_claim(const inquiry *self, const paper *in, const brief_answer *each) {
    gist words = gist_of(self->in, in->is->text, each->where, self->into);
    if (gist_common(&words, &self->of->words, true) >= ABOUT_LEAST) {
        return true;
    }
    size_t at = sentence_place(in, each->where.begin);
    for (size_t i = 0; i < in->claim_count; i++) {
        size_t there = sentence_place(in, in->claims[i].where.begin);
        size_t apart = at > there ? at - there : there - at;
        if (apart <= SENTENCES_APART &&
            (&in->claims[i] == self->of || answer_of(self, &in->claims[i]) != ANSWER_NONE)) {
            return true;
        }
    }
    return false;
}

/* Whether "denied it" stands in the sentence of the claim or in the next one: "it" is what was said
 * last. */
static bool is_behind_claim(const inquiry *self, const paper *in, const brief_answer *each) {
    size_t at = sentence_place(in, each->where.begin);
    for (size_t i = 0; i < in->claim_count; i++) {
        size_t there = sentence_place(in, in->claims[i].where.begin);
        size_t end = sentence_place(in, in->claims[i].where.end - 1);
        if (there <= at && at <= end + 1 &&
            (&in->claims[i] == self->of || answer_of(self, &in->claims[i]) != ANSWER_NONE)) {
            return true;
        }
    }
    return false;
}

static void look_for_brief(inquiry *self, size_t document) {
    const paper *in = &self->in->papers[document];
    brief_answer each;
    for (size_t at = 0; self->carried[document] && next_no_comment(in, &at, &each);) {
        if (is_near_claim(self, in, &each) && !is_on_something_else(self, in, &each)) {
            add_brief(self, in, &each, "declines");
        }
    }
    for (size_t at = 0; self->carried[document] && next_bare_denial(in, &at, &each);) {
        if (is_behind_claim(self, in, &each)) {
            add_brief(self, in, &each, "denies");
        }
    }
}

/* --- folding ---------------------------------------------------------------------------------- */

static void add_fold(inquiry *self, size_t document, const fold *how) {
    const paper *in = &self->in->papers[document];
    hearsay_evidence made = evidence_at(in, "folded", (span){0, 0}, self->into);
    made.name = in->is->about.publisher;
    made.page = self->in->papers[how->into].is->about.id;
    made.date = in->is->about.date;
    made.note = said(how->why);
    vec_push(&self->evidence, made);
}

/* How many documents are left. */
static size_t fold_reports(inquiry *self) {
    size_t voices = 0;
    self->folds = arena_array(self->into, fold, self->in->count);
    fold_claims(self->in, self->reports, self->report_count, self->into, self->folds);
    for (size_t i = 0; i < self->report_count; i++) {
        size_t document = self->reports[i]->document;
        bool again = i > 0 && self->reports[i - 1]->document == document;
        voices += !again && self->folds[document].into == document;
    }
    return voices;
}

static bool is_folded(const inquiry *self, hearsay_str document) {
    for (size_t i = 0; i < self->report_count; i++) {
        size_t place = self->reports[i]->document;
        if (str_equal(plain(self->in->papers[place].is->about.id), plain(document))) {
            return self->folds[place].into != place;
        }
    }
    return false;
}

static size_t place_of(const inquiry *self, hearsay_str document) {
    size_t place = 0;
    while (place < self->in->count &&
           !str_equal(plain(self->in->papers[place].is->about.id), plain(document))) {
        place++;
    }
    return place;
}

/* Whether somebody's denial or silence is in another paper, too, of which this one is a copy. */
static bool is_printed_again(const inquiry *self, size_t at) {
    const hearsay_evidence *each = &self->evidence.items[at];
    size_t here = place_of(self, each->document);
    if (!ascii_has_word(STR("denies declines"), str_from(each->role))) {
        return false;
    }
    for (size_t i = 0; i < self->evidence.count; i++) {
        const hearsay_evidence *other = &self->evidence.items[i];
        size_t there = place_of(self, other->document);
        if (i != at && str_equal(str_from(other->role), str_from(each->role)) && here != there &&
            here < self->in->count && there < self->in->count && is_copy(self->in, here, there) &&
            self->in->papers[here].is->original == there) {
            return true;
        }
    }
    return false;
}

static bool is_of_asked(const inquiry *self, const hearsay_evidence *each) {
    return str_equal(plain(self->in->papers[self->of->document].is->about.id),
                     plain(each->document));
}

/* What a folded document reports is told by the one that stands for it; but whoever asks about a
 * statement has to find it. */
static void drop_folded(inquiry *self) {
    size_t kept = 0;
    for (size_t i = 0; i < self->evidence.count; i++) {
        hearsay_evidence each = self->evidence.items[i];
        bool report = ascii_has_word(STR("reports confirms"), str_from(each.role));
        bool folded = report && is_folded(self, each.document), asked = is_of_asked(self, &each);
        if (folded && asked) {
            each.note = each.note.data == NULL ? said("asked about, in a folded page") : each.note;
        }
        if ((!folded || asked) && !is_printed_again(self, i)) {
            self->evidence.items[kept++] = each;
        }
    }
    self->evidence.count = kept;
    for (size_t i = 0; i < self->report_count; i++) {
        size_t document = self->reports[i]->document;
        bool again = i > 0 && self->reports[i - 1]->document == document;
        if (!again && self->folds[document].into != document) {
            add_fold(self, document, &self->folds[document]);
        }
    }
}

static void inquire(inquiry *self) {
    self->reports = arena_array(self->into, const claim *, REPORTS_MOST);
    self->carried = arena_array(self->into, bool, self->in->count);
    look_at_paper(self, self->of->document);
    for (size_t i = 0; i < self->in->count; i++) {
        if (i != self->of->document) {
            look_at_paper(self, i);
        }
    }
}

size_t count_voices(const dossier *self, const claim *of, arena *into) {
    inquiry at_work = {.in = self, .of = teller_of(self, of), .asked = of, .into = into};
    inquire(&at_work);
    size_t voices = fold_reports(&at_work);
    vec_free(&at_work.evidence);
    return voices;
}

hearsay_finding reason_corroboration(const dossier *self, size_t document, size_t statement,
                                     arena *into) {
    const claim *asked = claim_of(self, document, statement);
    inquiry at_work = {.in = self, .of = teller_of(self, asked), .asked = asked, .into = into};
    hearsay_finding out = {.kind = "corroboration"};
    inquire(&at_work);
    for (size_t i = 0; i < self->count; i++) {
        look_for_brief(&at_work, i);
    }
    out.count = fold_reports(&at_work);
    drop_folded(&at_work);
    evidence_keep(&at_work.evidence, &out, into);
    return out;
}
