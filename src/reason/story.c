/* The documents on the same events, who is quoted in which, and who in one outlet only. */
#include "base/lexicon.h"
#include "reason/conflicts.h"
#include "reason/folds.h"
#include "reason/outlets.h"
#include "reason/same_claim.h"
#include "reason/told_before.h"

#include <limits.h>

#include <xxhash.h>

/* Two documents are on the same events if a claim of one is told by the other, and they have so
 * much of what they are about in common. */
#define SAME_EVENTS 0.25F

typedef struct {
    const dossier *in;
    arena *into;
    size_t *members; /* [member_count] */
    size_t member_count;
    finding_vec found;
} story;

/* --- which documents -------------------------------------------------------------------------- */

static bool share_a_claim(const paper *a, const paper *b) {
    for (size_t i = 0; i < a->claim_count; i++) {
        for (size_t k = 0; k < b->claim_count; k++) {
            if (is_reported_by(&a->claims[i], &b->claims[k])) {
                return true;
            }
        }
    }
    return false;
}

size_t reason_same_events(const dossier *self, size_t document, arena *into, size_t **members) {
    size_t count = 0;
    size_t *out = arena_array(into, size_t, self->count);
    out[count++] = document;
    for (size_t i = 0; i < self->count; i++) {
        if (i != document && matter_in_common(self, document, i) >= SAME_EVENTS &&
            share_a_claim(&self->papers[document], &self->papers[i])) {
            out[count++] = i;
        }
    }
    *members = out;
    return count;
}

/* The member that a document is likely taken from; REASON_ALL: none. */
static size_t original_of(const story *self, size_t document) {
    for (size_t i = 0; i < self->member_count; i++) {
        size_t other = self->members[i];
        if (other != document && is_copy(self->in, document, other) &&
            original_of_copies(self->in, document, other) == other) {
            return other;
        }
    }
    return REASON_ALL;
}

/* What a document is ordered by. Of one without a day nothing is known but that it came after what
 * it is a copy of. */
typedef struct {
    size_t document;
    int day; /* as in day_range */
    bool copy;
} dated;

static dated dated_of(const story *self, size_t document) {
    size_t original = original_of(self, document);
    day_range day = self->in->papers[document].published;
    if (!day_is_known(day) && original != REASON_ALL) {
        day = self->in->papers[original].published;
    }
    return (dated){document, day_is_known(day) ? day.first : INT_MAX, original != REASON_ALL};
}

static bool comes_later(const dated *a, const dated *b) {
    return a->day != b->day ? a->day > b->day : a->copy && !b->copy;
}

static void order_members(story *self) {
    dated *all = arena_array(self->into, dated, self->member_count);
    for (size_t i = 0; i < self->member_count; i++) {
        dated moved = dated_of(self, self->members[i]);
        size_t k = i;
        for (; k > 0 && comes_later(&all[k - 1], &moved); k--) {
            all[k] = all[k - 1];
        }
        all[k] = moved;
    }
    for (size_t i = 0; i < self->member_count; i++) {
        self->members[i] = all[i].document;
    }
}

/* Whether one of the first `count` members has its text, and nothing tells which was first. */
static bool has_twin(const story *self, size_t document, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (is_copy(self->in, document, self->members[i])) {
            return true;
        }
    }
    return false;
}

/* Each document, the earliest first, with the reprint that it is. */
static void add_documents(story *self) {
    evidence_list evidence = {0};
    for (size_t i = 0; i < self->member_count; i++) {
        const size_t document = self->members[i], original = original_of(self, document);
        hearsay_evidence made = evidence_of_paper(&self->in->papers[document], self->into);
        if (original != REASON_ALL) {
            made.note = said("has the text of that one");
            made.page = self->in->papers[original].is->about.id;
        } else if (has_twin(self, document, i)) {
            made.note = said("has the text of another one");
        }
        vec_push(&evidence, made);
    }
    hearsay_finding made = {
        .kind = "story", .about = said("documents on the same events"), .count = evidence.count};
    evidence_keep(&evidence, &made, self->into);
    vec_push(&self->found, made);
}

/* --- who is quoted ---------------------------------------------------------------------------- */

typedef struct {
    const claim *first; /* a statement of the speaker */
    evidence_list where;
    size_t outlets;
    size_t document;    /* the last one that quotes them */
    lexicon publishers; /* of all these documents */
} quoted_speaker;

typedef VEC(quoted_speaker) quoted_list;

/* Of so many outlets each is held against the others, in case that it is one under another name;
 * where there are more, one more or less tells nothing, and only the same name is the same. */
enum { OUTLETS_HELD = 100 };

/* Whether a document that quotes somebody is of an outlet of which none before it was. */
static bool is_new_outlet(quoted_speaker *who, str publisher) {
    if (publisher.size == 0) {
        return true;
    }
    if (lexicon_find(&who->publishers, publisher) != NULL) {
        return false;
    }
    bool is_new = true;
    const bool few = who->publishers.count < OUTLETS_HELD;
    for (size_t i = 0; few && i < who->publishers.capacity && is_new; i++) {
        const lexicon_entry *each = &who->publishers.entries[i];
        is_new = !(each->used && is_one_outlet(each->key, publisher));
    }
    lexicon_put(&who->publishers, publisher);
    return is_new;
}

/* Adds a statement to what its speaker is quoted with. */
static void add_quoted(const story *self, quoted_speaker *who, const claim *of) {
    const paper *in = &self->in->papers[of->document];
    if (who->where.count == 0 || who->document != of->document) {
        who->outlets += is_new_outlet(who, plain(in->is->about.publisher));
        who->document = of->document;
    }
    vec_push(&who->where, evidence_of(self->in, "quoted", of));
}

static quoted_speaker *entry_of(const story *self, quoted_list *all, const claim *of) {
    for (size_t i = 0; i < all->count; i++) {
        if (is_one_speaker(self->in, all->items[i].first, of)) {
            return &all->items[i];
        }
    }
    vec_push(all, (quoted_speaker){.first = of});
    return &all->items[all->count - 1];
}

static void collect(const story *self, quoted_list *all) {
    for (size_t i = 0; i < self->member_count; i++) {
        const paper *in = &self->in->papers[self->members[i]];
        for (size_t k = 0; k < in->is->statement_count; k++) {
            const hearsay_statement *is = &in->is->statements[k];
            if (is->sourcing != HEARSAY_SOURCING_NAMED || is->speaker.size == 0) {
                continue;
            }
            add_quoted(self, entry_of(self, all, &in->claims[k]), &in->claims[k]);
        }
    }
}

static void add_speakers(story *self) {
    quoted_list all = {0};
    collect(self, &all);
    for (size_t i = 0; i < all.count; i++) {
        quoted_speaker *who = &all.items[i];
        hearsay_finding made = {.kind = who->outlets > 1 ? "quoted" : "quoted in one outlet only",
                                .about = who->where.items[0].name,
                                .count = who->outlets};
        evidence_keep(&who->where, &made, self->into);
        lexicon_free(&who->publishers);
        vec_push(&self->found, made);
    }
    vec_free(&all);
}

/* --- one among all stories -------------------------------------------------------------------- */

static uint64_t number_of(hearsay_str id) {
    return XXH3_64bits(id.data, id.size);
}

bool reason_is_told(const told_before *told, hearsay_str id) {
    return told_has(told, number_of(id));
}

/* Leaves out what is in another story; false where no story is left. */
static bool keep_new(story *self, told_before *told) {
    size_t kept = 0;
    for (size_t i = 0; i < self->member_count; i++) {
        size_t place = self->members[i];
        bool is_new = !reason_is_told(told, self->in->papers[place].is->about.id);
        self->members[kept] = place;
        kept += is_new;
    }
    self->member_count = kept;
    for (size_t i = 0; i < kept && kept > 1; i++) {
        told_first(told, number_of(self->in->papers[self->members[i]].is->about.id));
    }
    return kept > 1;
}

finding_list reason_story(const dossier *self, const size_t *members, size_t count,
                          told_before *told, arena *into) {
    story at_work = {.in = self,
                     .into = into,
                     .members = arena_copy(into, members, count * sizeof *members),
                     .member_count = count};
    if (told == NULL ? at_work.member_count > 1 : keep_new(&at_work, told)) {
        order_members(&at_work);
        add_documents(&at_work);
        add_speakers(&at_work);
    }
    return findings_keep(&at_work.found, into);
}
