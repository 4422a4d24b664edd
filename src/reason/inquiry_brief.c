/* Answers that tell nothing by themselves: "declined to comment", "denied it". */
#include "reason/inquiry.h"

#include "base/ascii.h"
#include "reason/reporting.h"

/* What is said after "declined to comment" that it is about. */
#define ABOUT_LEAST 8.0F
#define ABOUT_SHARED 0.5F

/* How far it may stand behind the claim, and before it: who was asked about a thing is told of once
 * it was told. */
enum { SENTENCES_BEHIND = 3, SENTENCES_BEFORE = 1 };

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
    if (each->is != NULL && each->is == statement_of(self->in, self->of)) {
        return; /* what is asked about answers nothing */
    }
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
    inquiry_tell(self, made);
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
        bool near = at >= there ? at - there <= SENTENCES_BEHIND : there - at <= SENTENCES_BEFORE;
        if (near &&
            (&in->claims[i] == self->of || inquiry_answer(self, &in->claims[i]) != ANSWER_NONE)) {
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
            (&in->claims[i] == self->of || inquiry_answer(self, &in->claims[i]) != ANSWER_NONE)) {
            return true;
        }
    }
    return false;
}

typedef struct {
    brief_answer *items;
    size_t count, capacity;
} brief_list;

struct brief_answers {
    brief_list silent, denied;
};

typedef bool next_brief(const paper *in, size_t *at, brief_answer *out);

static brief_list all_of(const paper *in, next_brief *next, arena *into) {
    brief_list found = {0};
    brief_answer each;
    for (size_t at = 0; next(in, &at, &each);) {
        vec_push(&found, each);
    }
    const brief_list out = {arena_copy(into, found.items, found.count * sizeof *found.items),
                            found.count, 0};
    vec_free(&found);
    return out;
}

/* Those of a document, which are looked for once, however many of its claims are asked about. */
static const brief_answers *briefs_of(const dossier *self, size_t document) {
    if (self->briefs[document] == NULL) {
        const paper *in = &self->papers[document];
        brief_answers *out = arena_zalloc(self->memory, sizeof *out);
        out->silent = all_of(in, next_no_comment, self->memory);
        out->denied = all_of(in, next_bare_denial, self->memory);
        self->briefs[document] = out;
    }
    return self->briefs[document];
}

void inquiry_add_brief(inquiry *self, size_t document) {
    if (!self->carried[document]) {
        return;
    }
    const paper *in = &self->in->papers[document];
    const brief_answers *has = briefs_of(self->in, document);
    for (size_t i = 0; i < has->silent.count; i++) {
        const brief_answer *each = &has->silent.items[i];
        if (is_near_claim(self, in, each) && !is_on_something_else(self, in, each)) {
            add_brief(self, in, each, "declines");
        }
    }
    for (size_t i = 0; i < has->denied.count; i++) {
        const brief_answer *each = &has->denied.items[i];
        if (is_behind_claim(self, in, each)) {
            add_brief(self, in, each, "denies");
        }
    }
}
