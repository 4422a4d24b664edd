/* What a document rests on. */
#include "reason/chain.h"
#include "reason/corroboration.h"
#include "reason/names.h"
#include "reason/same_claim.h"

#include "base/vec.h"

typedef struct {
    const dossier *in;
    const paper *of;
    size_t document;
    arena *into;
    finding_vec found;
} audit;

static void add(audit *self, const char *about, size_t count, size_t of, evidence_list *evidence) {
    hearsay_finding made = {.kind = "audit", .about = said(about), .count = count, .of = of};
    evidence_keep(evidence, &made, self->into);
    vec_push(&self->found, made);
}

/* --- how much is attributed, and to whom ------------------------------------------------------ */

/* Words within what others are said to have said; nested contents lie in outer ones. */
static size_t words_attributed(const reason_document *is) {
    size_t attributed = 0, reached = 0;
    for (size_t i = 0; i < is->statement_count; i++) {
        const hearsay_spans content = is->statements[i].content;
        for (size_t k = 0; k < content.count; k++) {
            span part = {content.items[k].begin, content.items[k].end};
            part.begin = part.begin > reached ? part.begin : reached;
            attributed += part.begin < part.end ? count_words(is->text, part) : 0;
            reached = part.end > reached ? part.end : reached;
        }
    }
    return attributed;
}

/* With the document itself, as it is the first that is told. */
static void add_share(audit *self) {
    evidence_list itself = {0};
    vec_push(&itself, evidence_of_paper(self->of, self->into));
    add(self, "words that somebody is said to have said or thought", words_attributed(self->of->is),
        self->of->words, &itself);
}

/* The same of the other documents that were looked at, so that a number has something beside it. */
static void add_beside(audit *self) {
    size_t attributed = 0, words = 0, anonymous = 0, statements = 0;
    evidence_list others = {0}, again = {0};
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *other = &self->in->papers[i];
        if (i == self->document || !are_on_one_matter(self->in, self->document, i)) {
            continue;
        }
        attributed += words_attributed(other->is);
        words += other->words;
        statements += other->is->statement_count;
        for (size_t k = 0; k < other->is->statement_count; k++) {
            anonymous += other->is->statements[k].sourcing == HEARSAY_SOURCING_ANONYMOUS;
        }
        vec_push(&others, evidence_of_paper(other, self->into));
        vec_push(&again, evidence_of_paper(other, self->into));
    }
    if (others.count > 0) {
        add(self, "of the words in other documents on its matter, such words", attributed, words,
            &others);
        add(self, "of the statements in these, such of people whose names are held back", anonymous,
            statements, &again);
    }
    vec_free(&others);
    vec_free(&again);
}

static const char *const BY_SOURCING[] = {
    [HEARSAY_SOURCING_UNKNOWN] = "statements whose source cannot be made out",
    [HEARSAY_SOURCING_NONE] = "statements that nobody is named for",
    [HEARSAY_SOURCING_DOCUMENT] = "statements of documents and recordings",
    [HEARSAY_SOURCING_OUTLET] = "statements of news outlets",
    [HEARSAY_SOURCING_NAMED] = "statements of people who are named",
    [HEARSAY_SOURCING_ROLE] = "statements of unnamed people who speak for an office",
    [HEARSAY_SOURCING_ANONYMOUS] = "statements of people whose names are held back",
    [HEARSAY_SOURCING_COLLECTIVE] = "statements of bodies, countries and open groups",
};

static void add_sourcing(audit *self) {
    enum { SOURCING_COUNT = sizeof BY_SOURCING / sizeof *BY_SOURCING };
    const reason_document *is = self->of->is;
    for (int sourcing = SOURCING_COUNT - 1; sourcing >= 0; sourcing--) {
        evidence_list evidence = {0};
        for (size_t i = 0; i < is->statement_count; i++) {
            if ((int)is->statements[i].sourcing == sourcing) {
                vec_push(&evidence, evidence_of(self->in, "statement", &self->of->claims[i]));
            }
        }
        if (evidence.count > 0) {
            add(self, BY_SOURCING[sourcing], evidence.count, is->statement_count, &evidence);
        }
    }
}

/* --- chains ----------------------------------------------------------------------------------- */

/* The number of steps between the page and its end: 1 where the page itself says who spoke. */
enum { LENGTH_MAX = 5 };

static void add_chains(audit *self) {
    static const char *const LENGTHS[] = {"chains of the page alone",
                                          "chains of one step from the page", "chains of two steps",
                                          "chains of three steps", "chains of four steps or more"};
    evidence_list by_length[LENGTH_MAX] = {{0}};
    for (size_t i = 0; i < self->of->is->statement_count; i++) {
        chain each;
        chain_follow(self->in, &self->of->claims[i], self->into, &each);
        size_t length = each.steps.count - 1;
        vec_push(&by_length[length < LENGTH_MAX ? length : LENGTH_MAX - 1],
                 evidence_of(self->in, "statement", &self->of->claims[i]));
        vec_free(&each.steps);
    }
    for (size_t i = LENGTH_MAX; i > 0; i--) {
        if (by_length[i - 1].count > 0) {
            add(self, LENGTHS[i - 1], by_length[i - 1].count, self->of->is->statement_count,
                &by_length[i - 1]);
        }
    }
}

/* --- beside the rest of the store ------------------------------------------------------------- */

/* Claims of people whose names are held back, which nobody else here reports. */
static void add_single(audit *self) {
    const reason_document *is = self->of->is;
    evidence_list evidence = {0};
    size_t anonymous = 0;
    for (size_t i = 0; i < is->statement_count; i++) {
        if (is->statements[i].sourcing == HEARSAY_SOURCING_ANONYMOUS) {
            anonymous++;
            if (count_voices(self->in, &self->of->claims[i], self->into) < 2) {
                vec_push(&evidence, evidence_of(self->in, "statement", &self->of->claims[i]));
            }
        }
    }
    if (evidence.count > 0) {
        add(self, "claims that rest on one anonymous source, as far as these documents tell",
            evidence.count, anonymous, &evidence);
    }
    vec_free(&evidence);
}

/* Whom another document names for what this one says itself; NULL: nobody. */
static const claim *attributed_elsewhere(const audit *self, const claim *own) {
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *other = &self->in->papers[i];
        for (size_t k = 0; i != self->document && k < other->is->statement_count; k++) {
            if (is_reported_by(own, &other->claims[k])) {
                return &other->claims[k];
            }
        }
    }
    return NULL;
}

static void add_own_voice(audit *self) {
    evidence_list all = {0}, elsewhere = {0};
    for (size_t i = self->of->is->statement_count; i < self->of->claim_count; i++) {
        const claim *own = &self->of->claims[i];
        const claim *other = attributed_elsewhere(self, own);
        vec_push(&all, evidence_at(self->of, "own voice", own->where, self->into));
        if (other != NULL) {
            vec_push(&elsewhere, evidence_at(self->of, "own voice", own->where, self->into));
            vec_push(&elsewhere, evidence_of(self->in, "attributed", other));
        }
    }
    if (elsewhere.count > 0) {
        add(self, "sentences in the author's own voice that another document attributes",
            elsewhere.count / 2, self->of->sentence_count, &elsewhere);
    }
    if (all.count > 0) {
        add(self, "sentences in the author's own voice", all.count, self->of->sentence_count, &all);
    }
}

finding_list reason_audit(const dossier *self, size_t document, arena *into) {
    audit at_work = {self, &self->papers[document], document, into, {0}};
    add_share(&at_work);
    add_sourcing(&at_work);
    add_single(&at_work);
    add_chains(&at_work);
    add_own_voice(&at_work);
    add_beside(&at_work);
    return findings_keep(&at_work.found, into);
}
