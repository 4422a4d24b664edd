#include "reason/inquiry.h"

#include "reason/conflicts.h"
#include "reason/contraries.h"
#include "reason/predicate.h"
#include "reason/same_claim.h"
#include "reason/wording.h"

/* What others say, or the author, must be more alike than what the same speaker says, since of one
 * matter many things are said in the same words. */
#define LIKE_OF_OTHERS 0.7F

/* How much of a claim is denied, at least. */
#define DENIED_SHARED 0.4F

/* Whether the speaker of the claim is said to have said this: then it is a report of it, even where
 * a "not" was lost on the way. */
static bool is_of_speaker(const inquiry *self, const claim *each) {
    const hearsay_statement *asked = statement_of(self->in, self->of);
    const hearsay_statement *is = statement_of(self->in, each);
    return asked != NULL && is != NULL && asked->speaker.size > 0 &&
           (str_equal(plain(asked->speaker), plain(is->speaker)) ||
            is_one_speaker(self->in, self->of, each));
}

/* Whether it quotes the same utterance, all of it or a sentence: whatever is made of it there, and
 * however long the rest is. */
static bool is_quoted_again(const inquiry *self, const claim *each) {
    return each->document != self->of->document &&
           ((is_one_quotation(self->in, self->of, each) && !is_turned(self->in, self->of, each)) ||
            shares_sentence(self->in, self->of, each)) &&
           !is_of_another_matter(self->in, self->of, each);
}

/* Who denies another page's claim need not tell all of it, but what is denied must be no small part
 * of it: "that mortars were fired" is not "this is not the first time that they fire". */
static bool is_much_of(const claim *of, const claim *denial) {
    return gist_common(&of->words, &denial->words, true) >= DENIED_SHARED * of->words.weight;
}

/* Whether it has the words of what is asked about, where that lies in what somebody says at length:
 * the rest of that may be on no other page. */
static bool has_inner_words(const inquiry *self, const claim *each) {
    const claim *asked = self->asked;
    return asked != self->of && each->document != asked->document &&
           answer_by_cue(self->in, each) == ANSWER_REPORTS &&
           !is_of_another_matter(self->in, asked, each) && is_of_one_kind(self->in, asked, each) &&
           is_worded_like(self->in, asked, each) && !is_turned(self->in, asked, each);
}

/* What a claim is to the one that is asked about, if that denies nothing. */
static answer answer_of(const inquiry *self, const claim *each) {
    if (each->quoted && each->statement == NO_STATEMENT) {
        return is_quoted_again(self, each) ? ANSWER_REPORTS : ANSWER_NONE;
    }
    if (is_quoted_again(self, each)) {
        const answer by = answer_by_cue(self->in, each);
        return by == ANSWER_NONE && is_of_speaker(self, each) ? ANSWER_REPORTS : by;
    }
    float like = claim_likeness(self->of, each);
    if (like < SAME_CLAIM_LIKENESS || is_of_another_matter(self->in, self->of, each)) {
        return ANSWER_NONE;
    }
    answer how = answer_by_cue(self->in, each);
    bool same = is_same_claim(self->in, self->of, each);
    bool close = same || is_worded_like(self->in, self->of, each);
    bool reported = close && (like >= LIKE_OF_OTHERS || is_of_speaker(self, each));
    bool negated = has_negation(self->in, self->of);
    if (how == ANSWER_DENIES && negated && close && is_of_speaker(self, each)) {
        return ANSWER_REPORTS; /* "there were none", and denied that there were some */
    }
    if (how == ANSWER_DENIES && close && is_turned(self->in, self->of, each)) {
        how = ANSWER_REPORTS; /* who denies the contrary says the same */
        return is_of_one_kind(self->in, self->of, each) ? how : ANSWER_NONE;
    }
    if (how == ANSWER_REPORTS && close && are_contrary(self->in, self->of, each) &&
        !is_turned(self->in, self->of, each)) {
        return ANSWER_NONE; /* "profits rose", "profits fell" */
    }
    if (how == ANSWER_REPORTS && close && is_turned(self->in, self->of, each) &&
        !is_of_speaker(self, each)) {
        bool denies = same && each->statement != NO_STATEMENT &&
                      share_predicate(self->in, self->of, each) == PREDICATES_BOTH;
        return denies ? ANSWER_DENIES : ANSWER_NONE;
    }
    bool answers = how == ANSWER_CONFIRMS || how == ANSWER_DENIES;
    if (how == ANSWER_DENIES && negated && is_turned(self->in, self->of, each)) {
        return ANSWER_NONE; /* "denied any bombing" does not contradict "has not bombed" */
    }
    bool on_it = answers && is_answered_by(self->in, self->of, each) &&
                 (how != ANSWER_DENIES || is_much_of(self->of, each));
    return (reported || on_it) && is_of_one_kind(self->in, self->of, each) ? how : ANSWER_NONE;
}

answer inquiry_answer(const inquiry *self, const claim *each) {
    if (each == self->of || has_inner_words(self, each)) {
        return ANSWER_REPORTS;
    }
    const answer found = answer_of(self, each);
    if (found == ANSWER_NONE || answer_by_cue(self->in, self->of) != ANSWER_DENIES) {
        return found;
    }
    const bool denied = answer_by_cue(self->in, each) == ANSWER_DENIES;
    const bool turned = is_turned(self->in, self->of, each);
    /* who denies it, too, says the same; who asserts it says that the denial is not so */
    return denied == !turned || is_of_speaker(self, each) ? ANSWER_REPORTS : ANSWER_DENIES;
}

void inquiry_tell(inquiry *self, hearsay_evidence made) {
    for (size_t i = 0; i < self->evidence.count; i++) {
        const hearsay_evidence *other = &self->evidence.items[i];
        if (other->role == made.role && str_equal(plain(other->document), plain(made.document)) &&
            str_equal(plain(other->name), plain(made.name))) {
            return;
        }
    }
    vec_push(&self->evidence, made);
}
