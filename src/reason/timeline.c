/* What a speaker is reported to have said, by when they said it. */
#include "reason/answers.h"
#include "reason/evidence.h"
#include "reason/reporting.h"

#include <stdlib.h>
#include <string.h>

/* From how alike on two statements are on the same point, so that a difference is a change. */
#define SAME_POINT 0.55F

/* A statement with what it is ordered by. */
typedef struct {
    const dossier *in;
    const claim *is;
    hearsay_str person; /* across documents; else the name */
    day_range said;     /* when it was said, else published */
    bool told;          /* the text says when, be it without a year */
    bool yearless;      /* it does not say the year, which is that of its page */
} entry;

static entry entry_of(const dossier *self, reason_place place) {
    const paper *in = &self->papers[place.document];
    const claim *is = claim_of(self, place.document, place.statement);
    const hearsay_statement *statement = statement_of(self, is);
    hearsay_str person = in->is->persons[place.statement];
    entry made = {self,
                  is,
                  person.data != NULL ? person : statement->speaker,
                  day_range_of(statement->date),
                  statement->date.size > 0,
                  false};
    if (!day_is_known(made.said)) {
        made.said = day_before_page(statement->date, in->published);
        made.yearless = day_is_known(made.said);
    }
    made.said = day_is_known(made.said) ? made.said : in->published;
    return made;
}

static int compare_entries(const void *left, const void *right) {
    const entry *a = left, *b = right;
    int person = str_compare(plain(a->person), plain(b->person));
    if (person != 0) {
        return person;
    }
    if (a->said.first != b->said.first) {
        return (a->said.first > b->said.first) - (a->said.first < b->said.first);
    }
    int document = str_compare(plain(a->in->papers[a->is->document].is->about.id),
                               plain(b->in->papers[b->is->document].is->about.id));
    return document != 0
               ? document
               : (a->is->statement > b->is->statement) - (a->is->statement < b->is->statement);
}

/* --- what changed ----------------------------------------------------------------------------- */

/* "Never said that": a negation of the saying, and of nothing that is said. */
static bool is_unsaid(const entry *self) {
    const hearsay_statement *is = statement_of(self->in, self->is);
    str text = self->in->papers[self->is->document].is->text;
    return is->kind == HEARSAY_KIND_STATEMENT && is->polarity == HEARSAY_POLARITY_NEGATED &&
           !part_has(text, hull(is->cue), REFUSES);
}

/* Whether one takes back what the other says: one of them denies it, or a negation of something
 * that both say is in one of them alone. "Refused to sign" and "decided not to sign" are alike. */
static bool takes_back(const entry *before, const entry *now) {
    bool denied = answer_by_cue(before->in, before->is) == ANSWER_DENIES,
         denies = answer_by_cue(now->in, now->is) == ANSWER_DENIES;
    bool turned = is_turned(now->in, before->is, now->is) != (denied != denies);
    return turned != (is_unsaid(before) != is_unsaid(now));
}

/* Whether one has a number that the other lacks, and the other way round. */
static bool differs_in_numbers(const gist *a, const gist *b) {
    size_t only_a = 0, only_b = 0;
    for (size_t i = 0, k = 0; i < a->count || k < b->count;) {
        bool first = k >= b->count || (i < a->count && a->items[i].stem < b->items[k].stem);
        bool both = i < a->count && k < b->count && a->items[i].stem == b->items[k].stem;
        if (both) {
            i++;
            k++;
        } else if (first) {
            only_a += a->items[i++].number;
        } else {
            only_b += b->items[k++].number;
        }
    }
    return only_a > 0 && only_b > 0;
}

/* The latest one before `at` by the same speaker that is on the same point; NULL: none. */
static const entry *earlier_on(const entry *all, size_t at) {
    for (size_t i = at; i > 0; i--) {
        const entry *each = &all[i - 1];
        if (!str_equal(plain(each->person), plain(all[at].person))) {
            return NULL;
        }
        if (claim_likeness(each->is, all[at].is) >= SAME_POINT) {
            return each;
        }
    }
    return NULL;
}

static const char *change(const entry *before, const entry *now) {
    if (before == NULL) {
        return NULL;
    }
    if (takes_back(before, now)) {
        return "one has a negation that the other lacks";
    }
    return differs_in_numbers(&before->is->words, &now->is->words) ? "other numbers" : "as before";
}

/* --- the whole -------------------------------------------------------------------------------- */

/* What somebody says that they said or think, in words that are there by themselves. */
static bool is_in_own_words(const dossier *self, reason_place place) {
    const reason_document *in = self->papers[place.document].is;
    const hearsay_statement *inner = &in->statements[place.statement];
    const char *outer =
        inner->parent != HEARSAY_NO_PARENT ? in->statements[inner->parent].speaker_id : NULL;
    return outer != NULL && inner->speaker_id != NULL && strcmp(outer, inner->speaker_id) == 0;
}

static hearsay_finding finding_of(const entry *all, size_t at, arena *into) {
    const entry *now = &all[at], *before = earlier_on(all, at);
    evidence_list evidence = {0};
    hearsay_finding made = {.kind = "timeline", .about = statement_of(now->in, now->is)->speaker};
    hearsay_evidence said_now = evidence_of(now->in, "said", now->is);
    if (!now->told) {
        const paper *page = &now->in->papers[now->is->document];
        said_now.date = page->is->about.date.size > 0 ? page->is->about.date
                                                      : day_written(page->published, into);
        said_now.note = said(page->is->about.date.size > 0 ? "day of publication"
                             : said_now.date.size > 0      ? "day that stands on its page"
                                                           : "neither it nor its page is dated");
    }
    if (now->yearless) {
        said_now.date = day_written(now->said, into);
        said_now.note = said("the year is that of its page");
    }
    vec_push(&evidence, said_now);
    const char *changed = change(before, now);
    if (changed != NULL) {
        hearsay_evidence earlier = evidence_of(now->in, "before", before->is);
        earlier.note = said(changed);
        vec_push(&evidence, earlier);
    }
    evidence_keep(&evidence, &made, into);
    return made;
}

finding_list reason_timeline(const dossier *self, const reason_place *places, size_t count,
                             arena *into) {
    entry *all = arena_array(into, entry, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_in_own_words(self, places[i])) {
            all[kept++] = entry_of(self, places[i]);
        }
    }
    if (kept > 0) {
        qsort(all, kept, sizeof *all, compare_entries);
    }
    finding_list out = {arena_array(into, hearsay_finding, kept), kept};
    for (size_t i = 0; i < kept; i++) {
        out.items[i] = finding_of(all, i, into);
    }
    return out;
}
