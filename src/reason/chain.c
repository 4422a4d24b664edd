#include "reason/chain.h"

#include "base/ascii.h"
#include "reason/addresses.h"
#include "reason/nouns.h"
#include "reason/outlets.h"

/* How much of a claim a page must have that is credited with it: by a link, and by name. */
#define LIKE_LINKED 0.4F
#define LIKE_CREDITED 0.5F

/* And so much of it that is no name: a word that tells something. */
#define BESIDES_NAMES 3.0F

/* What is less surely a statement is marked. */
#define SURE_LEAST 0.5F

typedef struct {
    const dossier *in;
    const claim *at; /* what the last page says */
    arena *into;
    chain *out;
    bool said; /* somebody is said to have uttered what the last page says */
} walk;

/* --- pages ------------------------------------------------------------------------------------ */

static bool is_visited(const chain *so_far, size_t document) {
    for (size_t i = 0; i < so_far->paper_count; i++) {
        if (so_far->papers[i] == document) {
            return true;
        }
    }
    return false;
}

/* Whether they have words in common that name nobody: "the Accident Board" is in a page that asks
 * for its report, and in one that quotes it. */
static bool says_more_than_names(const claim *a, const claim *b) {
    float of_lighter;
    return gist_common_besides_names(&a->words, &b->words, &of_lighter) >= BESIDES_NAMES;
}

/* What of a page is most like the claim, if it is like enough; of two as like the narrower one,
 * and somebody's words rather than the author's. */
static const claim *best_claim(const paper *in, const claim *wanted, float least) {
    const claim *best = NULL;
    float most = 0;
    for (size_t i = 0; i < in->claim_count; i++) {
        const claim *each = &in->claims[i];
        float like = claim_likeness(wanted, each);
        bool better = like > most + 0.05F ||
                      (best != NULL && like > most - 0.05F && each->statement != NO_STATEMENT &&
                       each->words.weight < best->words.weight);
        if (like >= least && better && says_more_than_names(wanted, each)) {
            best = each;
            most = like > most ? like : most;
        }
    }
    return best;
}

/* Whether a page is one that a credit on page `from` means. */
static bool is_meant(const paper *from, const paper *page, const credit *by, bool *linked) {
    str publisher = plain(page->is->about.publisher);
    *linked = is_same_page(by->url, plain(page->is->about.url));
    bool named = by->kind == CREDIT_OUTLET ||
                 (by->kind == CREDIT_OWN && day_before(page->published, from->published));
    return *linked || (named && is_one_outlet(by->name, publisher));
}

/* The page that is credited: one that is linked, else the one that is most like, else the earliest.
 * One that is in the chain already is given, too. */
static const claim *find_page(const walk *self, const credit *by) {
    const claim *best = NULL;
    float most = 0;
    for (size_t i = 0; i < self->in->count; i++) {
        const paper *page = &self->in->papers[i];
        bool linked;
        const paper *from = &self->in->papers[self->at->document];
        if (page == from || !is_meant(from, page, by, &linked)) {
            continue;
        }
        const claim *found = best_claim(page, self->at, linked ? LIKE_LINKED : LIKE_CREDITED);
        float like = found == NULL ? 0 : claim_likeness(self->at, found) + (linked ? 1 : 0);
        bool earlier = best != NULL && like > most - 0.1F &&
                       day_before(page->published, self->in->papers[best->document].published);
        if (found != NULL && (like > most + 0.1F || earlier)) {
            best = found;
            most = like > most ? like : most;
        }
    }
    return best;
}

static void add_paper(walk *self, const claim *to) {
    chain *out = self->out;
    out->papers[out->paper_count++] = to->document;
    self->at = to;
}

/* --- steps ------------------------------------------------------------------------------------ */

/* The words of a credit, in the page that gives it. */
static hearsay_evidence step_of(const walk *self, const char *role, const credit *by) {
    const paper *in = &self->in->papers[self->at->document];
    hearsay_evidence made = evidence_at(in, role, by->where, self->into);
    made.name = shown(by->name);
    if (by->words.data != NULL) {
        made.words = shown(by->words);
        made.note = said("in the byline");
    }
    if (by->by != NULL) {
        made.statement = said(by->by->id);
        made.sourcing = by->by->sourcing;
        made.date = by->by->date;
    }
    return made;
}

/* The version of a page, where that is not the first. */
static size_t version_of(const reason_document *page) {
    return page->version > 1 ? page->version : 0;
}

static void add_first(walk *self) {
    const paper *in = &self->in->papers[self->at->document];
    const hearsay_statement *is = statement_of(self->in, self->at);
    hearsay_evidence made = evidence_at(in, "page", self->at->where, self->into);
    made.name = in->is->about.publisher;
    made.date = in->is->about.date;
    made.page = in->is->about.id;
    made.version = version_of(in->is);
    if (is != NULL) {
        made.statement = said(is->id);
        made.spans = is->content;
    }
    vec_push(&self->out->steps, made);
}

static void add_page(walk *self, const credit *by, const claim *to) {
    const reason_document *page = self->in->papers[to->document].is;
    hearsay_evidence made = step_of(self, "page", by);
    made.name = page->about.publisher.size > 0 ? page->about.publisher : made.name;
    made.date = page->about.date;
    made.page = page->about.id;
    made.version = version_of(page);
    const hearsay_statement *there = statement_of(self->in, to);
    made.statement = there != NULL ? said(there->id) : made.statement;
    made.note = there == NULL ? said("in its own voice") : made.note;
    vec_push(&self->out->steps, made);
}

/* Follows the credits of the page that was reached last; true where they led to another page. */
static bool follow(walk *self) {
    credit_list credits = {0};
    bool further = false;
    self->said = credits_of(self->in, self->at, &credits);
    for (size_t i = 0; i < credits.count && !further; i++) {
        const credit *by = &credits.items[i];
        const claim *page = by->kind <= CREDIT_LINK ? find_page(self, by) : NULL;
        if (page != NULL && is_visited(self->out, page->document)) {
            self->out->marks |= MARK_CIRCLE; /* who is named behind that is told still */
        } else if (page != NULL) {
            add_page(self, by, page);
            add_paper(self, page);
            further = true;
        } else if (by->kind == CREDIT_OUTLET) {
            vec_push(&self->out->steps, step_of(self, "outlet", by));
            self->out->outlet = by->name;
        } else if (by->kind > CREDIT_LINK) {
            bool last = by->kind == CREDIT_SPEAKER;
            vec_push(&self->out->steps, step_of(self, last ? "speaker" : "source", by));
        }
    }
    vec_free(&credits);
    return further;
}

/* --- how it ends ------------------------------------------------------------------------------ */

/* Whether somebody is behind it whose name is not given. */
static bool is_nameless(const hearsay_evidence *end) {
    bool cited = end->sourcing == HEARSAY_SOURCING_UNKNOWN && /* whom an outlet cites */
                 str_equal(str_from(end->role), STR("speaker"));
    return end->sourcing == HEARSAY_SOURCING_ANONYMOUS ||
           ascii_has_word(STR("someone somebody"), plain(end->name)) ||
           (end->sourcing == HEARSAY_SOURCING_OUTLET && are_nameless_outlets(plain(end->name))) ||
           ((cited || end->sourcing == HEARSAY_SOURCING_COLLECTIVE) &&
            is_nameless_group(plain(end->name)));
}

/* What is known of where it began. Nothing more is asked where a page says it itself. */
static void judge_end(walk *self) {
    chain *out = self->out;
    const hearsay_evidence *end = &out->steps.items[out->steps.count - 1];
    bool page = end->page.data != NULL;
    bool own_voice = self->at->statement == NO_STATEMENT;
    if (out->marks & MARK_CIRCLE) { /* none of its pages is where it began */
        bool named = !page && !is_nameless(end);
        out->origin = page ? ORIGIN_NOT_GIVEN : named ? ORIGIN_NAMED : ORIGIN_UNKNOWN;
        out->marks |= page || named ? 0 : MARK_ANONYMOUS;
        return;
    }
    if (out->paper_count > 1) {
        out->origin = ORIGIN_IN_STORE;
    } else if (page && !own_voice && !self->said) {
        out->origin = ORIGIN_NOT_SAID;
        return;
    } else if (page && !own_voice) {
        out->origin = ORIGIN_NOT_GIVEN;
    } else {
        out->origin = page || is_nameless(end) ? ORIGIN_UNKNOWN : ORIGIN_NAMED;
    }
    out->marks |= page && !own_voice ? MARK_MISSING : 0;
    out->marks |= !page && is_nameless(end) ? MARK_ANONYMOUS : 0;
}

/* A step that is dated after one that depends on it. */
static void judge_dates(chain *out) {
    day_range effect = {0, 0};
    for (size_t i = 0; i < out->steps.count; i++) {
        day_range cause = day_range_of(out->steps.items[i].date);
        if (day_before(effect, cause)) {
            out->marks |= MARK_DATES;
        }
        effect = day_is_known(cause) ? cause : effect;
    }
}

void chain_follow(const dossier *self, const claim *from, arena *into, chain *out) {
    walk at_work = {.in = self, .at = from, .into = into, .out = out, .said = true};
    *out = (chain){.papers = arena_array(into, size_t, self->count + 1)};
    add_paper(&at_work, from);
    add_first(&at_work);
    while (follow(&at_work)) {
    }
    judge_end(&at_work);
    judge_dates(out);
    const hearsay_statement *is = statement_of(self, from);
    out->marks |= is != NULL && is->confidence < SURE_LEAST ? MARK_UNSURE : 0;
}

hearsay_finding reason_chain(const dossier *self, size_t document, size_t statement, arena *into) {
    static const char *const ORIGINS[] = {[ORIGIN_IN_STORE] = "in store",
                                          [ORIGIN_NAMED] = "named",
                                          [ORIGIN_NOT_GIVEN] = "not given",
                                          [ORIGIN_NOT_SAID] = "not said"};
    static const char *const MARKS[] = {"circle", "anonymous", "missing", "date before cause",
                                        "unsure"};
    enum { MARK_COUNT = sizeof MARKS / sizeof *MARKS };
    chain followed;
    chain_follow(self, claim_of(self, document, statement), into, &followed);
    const char **marks = arena_array(into, const char *, MARK_COUNT);
    hearsay_finding out = {.kind = "chain", .origin = ORIGINS[followed.origin], .marks = marks};
    for (size_t i = 0; i < MARK_COUNT; i++) {
        if (followed.marks & (1U << i)) {
            marks[out.mark_count++] = MARKS[i];
        }
    }
    evidence_keep(&followed.steps, &out, into);
    return out;
}

static bool has_name(const hearsay_str *names, size_t count, str name) {
    for (size_t i = 0; i < count; i++) {
        if (is_one_outlet(plain(names[i]), name)) {
            return true;
        }
    }
    return false;
}

size_t reason_outlets_without_page(const dossier *self, size_t document, size_t statement,
                                   size_t most, arena *into, hearsay_str **names) {
    bool all = statement == REASON_ALL;
    size_t begin = all ? 0 : statement, count = 0;
    size_t end = all ? self->papers[document].is->statement_count : statement + 1;
    *names = arena_array(into, hearsay_str, most);
    for (size_t i = begin; i < end && count < most; i++) {
        chain followed;
        chain_follow(self, claim_of(self, document, i), into, &followed);
        str outlet = followed.outlet;
        if (outlet.size > 0 && !has_name(*names, count, outlet)) {
            (*names)[count++] = shown(outlet);
        }
        vec_free(&followed.steps);
    }
    return count;
}

bool reason_is_one_outlet(hearsay_str a, hearsay_str b) {
    return is_one_outlet(plain(a), plain(b));
}
