#include "reason/corroboration.h"

#include "reason/conflicts.h"
#include "reason/inquiry.h"
#include "reason/outlets.h"
#include "reason/reporting.h"
#include "reason/same_claim.h"

/* Of each document so many are looked at for folding: none is to crowd out another. */
enum { REPORTS_OF_DOCUMENT = 32 };

/* How much of a statement within another one a page must have that bears out this one. */
#define ASKED_SHARED 0.5F

hearsay_evidence inquiry_evidence(const inquiry *self, const claim *of, const char *role) {
    const paper *in = &self->in->papers[of->document];
    hearsay_evidence made = of->statement != NO_STATEMENT
                                ? evidence_of(self->in, role, of)
                                : evidence_at(in, role, of->where, self->into);
    if (of->statement == NO_STATEMENT) {
        bool hearsay = part_has(in->is->text, of->where, REPORTEDLY);
        made.note = said(of->quoted ? "quoted, and it was not found of whom"
                         : hearsay  ? "on the word of nobody who is named"
                                    : "in its own voice");
    }
    return made;
}

static void add_claim(inquiry *self, const claim *each, const char *role) {
    hearsay_evidence made = inquiry_evidence(self, each, role);
    if (each != self->of && str_equal(str_from(role), STR("reports")) &&
        is_turned(self->in, self->of, each)) {
        made.note = said("one has a negation that the other lacks");
    }
    inquiry_tell(self, made);
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

static void add_answer(inquiry *self, const claim *each, answer how) {
    static const char *const ROLES[] = {
        [ANSWER_REPORTS] = "reports", [ANSWER_CONFIRMS] = "confirms", [ANSWER_DENIES] = "denies"};
    self->carried[each->document] = true;
    add_claim(self, each, ROLES[how]);
    if (how != ANSWER_DENIES && self->report_count < self->report_most) {
        self->reports[self->report_count++] = each;
    }
}

/* Whether it tells what is asked about, be it of somebody else. */
static bool look_at_claim(inquiry *self, const claim *each) {
    answer how = inquiry_answer(self, each);
    if (how == ANSWER_NONE || !is_on_asked(self, each) || is_out_of_time(self, each, how)) {
        return false;
    }
    bool denied = answer_by_cue(self->in, each) == ANSWER_DENIES;
    const claim *teller = denied && how == ANSWER_DENIES ? each : teller_of(self->in, each);
    if (how == ANSWER_REPORTS && is_rival(self, each)) {
        self->rivalled[each->document] = true;
        add_claim(self, each, "rival");
        return true;
    }
    how = teller != each ? answer_by_cue(self->in, teller) : how;
    if (how != ANSWER_NONE) {
        add_answer(self, teller, how);
    }
    return how == ANSWER_REPORTS || how == ANSWER_CONFIRMS;
}

/* Own voice counts where the document names nobody for it, and what is quoted of nobody likewise.
 */
static void look_at_paper(inquiry *self, size_t document) {
    const paper *in = &self->in->papers[document];
    bool told = false;
    self->report_most = self->report_count + REPORTS_OF_DOCUMENT;
    for (size_t i = 0; i < in->claim_count; i++) {
        if (in->claims[i].statement != NO_STATEMENT || !told) {
            told |= look_at_claim(self, &in->claims[i]);
        }
    }
    for (size_t i = 0; i < in->unclaimed_count && !told; i++) {
        told = in->unclaimed[i].quoted && look_at_claim(self, &in->unclaimed[i]);
    }
}

static void inquire(inquiry *self) {
    self->reports = arena_array(self->into, const claim *, REPORTS_OF_DOCUMENT * self->in->count);
    self->carried = arena_array(self->into, bool, self->in->count);
    self->rivalled = arena_array(self->into, bool, self->in->count);
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
    size_t voices = inquiry_fold(&at_work);
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
        inquiry_add_brief(&at_work, i);
    }
    out.count = inquiry_fold(&at_work);
    inquiry_drop_folded(&at_work);
    inquiry_add_similar(&at_work);
    evidence_keep(&at_work.evidence, &out, into);
    return out;
}
