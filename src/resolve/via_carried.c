#include "resolve/via_carried.h"

#include "resolve/manner.h"
#include "resolve/occasion.h"
#include "resolve/outlets.h"
#include "resolve/via.h"
#include "resolve/via_conversation.h"

#include <stdint.h>

/* How far a statement may be from the one whose outlet it shares: forwards, for what was said in an
 * interview; for posts, each of which stands for itself; and backwards, where the sentence that
 * tells comes last. */
enum { WORDS_ON = 300, OTHERS_ON = 4, WORDS_POST = 150, WORDS_BACK = 80, OTHERS_BACK = 1 };

/* --- what both tell --------------------------------------------------------------------------- */

static bool is_same_event(const resolved *a, const resolved *b) {
    return a->occasion == b->occasion && a->occasion != HEARSAY_OCCASION_UNKNOWN;
}

/* What came out once, however often the document comes back to it. */
static bool is_text(hearsay_occasion occasion) {
    return occasion == HEARSAY_OCCASION_LETTER || occasion == HEARSAY_OCCASION_WRITTEN_STATEMENT ||
           occasion == HEARSAY_OCCASION_REPORT || occasion == HEARSAY_OCCASION_BOOK ||
           occasion == HEARSAY_OCCASION_COURT_FILING;
}

/* Whether a statement may have come through an outlet that its sentence does not name. */
bool via_may_be_shared(const scene *self, size_t i) {
    const resolved *out = &self->out[i];
    return out->via.count == 0 && (is_said(self, i) || out->kind == HEARSAY_KIND_ATTITUDE) &&
           !self->told_here[i] && out->polarity != HEARSAY_POLARITY_CONDITIONAL &&
           self->relations->items[i].parent == 0 && out->who.name.data != NULL &&
           !is_of_other_times(self, i);
}

void via_share(scene *self, size_t i, size_t from) {
    const name_list names = self->out[from].via;
    self->told_here[i] = self->told_here[from];
    for (size_t k = 0; k < names.count; k++) {
        via_add(self, i, names.items[k], self->frames[from].cue);
    }
}

/* --- the sentences beside it -------------------------------------------------------------------
 */

/* Whether the lead is that of a credit: "first reported by", "that aired on". */
static bool is_credit(const scene *self, size_t lead) {
    return lead > 0 && glossary_has(self->lists->channels, self->words, lead - 1, lead, "passes");
}

/* "MSNBC anchor Gloria Vale interviewed Reed": the outlet before word `at` is that of who asks. */
static bool is_of_interviewer(const scene *self, size_t at) {
    enum { WORDS_ON_VERB = 9 };
    static const char *const ASKS[] = {"interviewed", "interviews", "questioned", "pressed",
                                       "grilled"};
    const size_t sentence = self->words->items[at - 1].sentence;
    for (size_t k = at; k < self->words->count && k < at + WORDS_ON_VERB; k++) {
        if (self->words->items[k].sentence != sentence || self->words->items[k].before == ',') {
            return false;
        }
        if (WORD_IS_ONE_OF(self->words, k, ASKS)) {
            return true;
        }
    }
    return false;
}

/* Whether what the same speaker says right before may be said on one occasion with `i`: one does
 * not write an answer on the air. */
static bool is_of_same_scene(const scene *self, size_t i, size_t before) {
    const resolved *here = &self->out[i], *there = &self->out[before];
    return there->who.entity == here->who.entity &&
           (here->occasion == HEARSAY_OCCASION_UNKNOWN ||
            there->occasion == HEARSAY_OCCASION_UNKNOWN ||
            is_text(here->occasion) == is_text(there->occasion));
}

/* Takes outlets of a sentence that reports nothing itself, or what the same speaker says there:
 * "Vale appeared on CNN. She said". */
static void look_in(scene *self, size_t i, word_range part, bool credits_only) {
    const size_t anchor = self->frames[i].anchor;
    size_t end = 0; /* of the last outlet */
    for (size_t at = part.first; at < part.last;) {
        size_t length = 1, lead = 0;
        str name = outlet_at(self, at, part.last, &length);
        const size_t teller = via_teller(self, i, at);
        if (name.data != NULL && self->inside[at] == self->inside[anchor] &&
            (teller == SIZE_MAX || is_of_same_scene(self, i, teller)) &&
            !via_is_program_of(self, at, end) &&
            !via_is_surname(self, i, (word_range){at, at + length}) &&
            ((via_is_led(self, (word_range){at, at + length}, &lead) &&
              (!credits_only || is_credit(self, lead))) ||
             (!credits_only && is_of_interviewer(self, at + length)))) {
            via_add(self, i, name, (word_range){at, at + length});
        }
        end = name.data != NULL ? at + length : end;
        at += length;
    }
}

/* "said in the interview": the one that was spoken of. */
static bool is_of_known_event(const scene *self, size_t i) {
    const frame *around = &self->frames[i];
    for (size_t k = 0; k < around->count; k++) {
        const size_t at = around->items[k];
        if (at > 1 && via_is_text(self, at) &&
            (word_is(self->words, at - 1, "the") || word_is(self->words, at - 1, "that")) &&
            glossary_has(self->lists->channels, self->words, at - 2, at - 1, "leads")) {
            return true;
        }
    }
    return false;
}

/* "reported", but not "ruled". */
static bool passes_on(const scene *self, size_t i) {
    const word_range cue = self->frames[i].cue;
    for (size_t at = cue.first; at < cue.last; at++) {
        if (glossary_has(self->lists->channels, self->words, at, at + 1, "passes")) {
            return true;
        }
    }
    return false;
}

/* "Vale's remarks, first reported by The Harbour Post": an outlet that says near of the speaker's
 * words that they were said. */
static void look_for_credit(scene *self, size_t i) {
    enum { NEAR = 6 };
    for (size_t k = i > NEAR ? i - NEAR : 0; k <= i + NEAR && k < self->relations->count; k++) {
        const span_list content = self->relations->items[k].content;
        if (self->out[k].who.kind != SPEAKER_OUTLET || !self->out[k].who.named ||
            content.count == 0 || !passes_on(self, k)) {
            continue;
        }
        const word_range part = words_in(self->words, content.items[0]);
        if (part.last > part.first &&
            glossary_has(self->lists->channels, self->words, part.last - 1, part.last, "remarks") &&
            speaks_of_speaker(self, i, part)) {
            via_add(self, i, self->out[k].who.name, self->frames[k].source);
        }
    }
}

/* Whether a sentence tells of an interview or the like: "an interview that he gave to CNN". */
static bool tells_of_appearance(const scene *self, word_range part) {
    for (size_t at = part.first; at < part.last; at++) {
        size_t length = 1;
        if (self->inside[at] == 0 &&
            (glossary_has(self->lists->channels, self->words, at, part.last, "appears") ||
             word_is(self->words, at, "appearance") || word_is(self->words, at, "interviewed") ||
             listed_occasion(self, at, &length) == HEARSAY_OCCASION_INTERVIEW)) {
            return true;
        }
    }
    return false;
}

/* Whether the speaker of `i` is somebody in a sentence, by name or as "he" or "she". */
static bool takes_part(const scene *self, size_t i, word_range part) {
    static const char *const PRONOUNS[] = {"he", "she", "his", "her"};
    bool meant = has_last_name(self, i, part);
    for (size_t at = part.first; !meant && at < part.last; at++) {
        meant = self->inside[at] == 0 && WORD_IS_ONE_OF(self->words, at, PRONOUNS);
    }
    return meant;
}

static void say_interviewed(scene *self, size_t i, word_range part) {
    resolved *out = &self->out[i];
    if (out->occasion == HEARSAY_OCCASION_UNKNOWN) {
        out->occasion = HEARSAY_OCCASION_INTERVIEW;
        scene_tell(self, i, "occasion", part, str_from(hearsay_occasion_name(out->occasion)));
    }
}

/* The sentences before: the one right before where it speaks of the speaker, or some more where
 * they tell of an interview, or one is known. */
static void look_before(scene *self, size_t i) {
    enum { SENTENCES_BACK = 4, SENTENCES_OF_APPEARANCE = 6 };
    const bool known = is_of_known_event(self, i);
    word_range part = words_of_sentence(self->words, self->frames[i].anchor);
    for (size_t n = 0; n < SENTENCES_OF_APPEARANCE && part.first > 0 && self->out[i].via.count == 0;
         n++) {
        part = words_of_sentence(self->words, part.first - 1);
        if ((n == 0 && speaks_of_speaker(self, i, part)) || (known && n < SENTENCES_BACK) ||
            (takes_part(self, i, part) && tells_of_appearance(self, part))) {
            look_in(self, i, part, false);
            if (self->out[i].via.count > 0 && tells_of_appearance(self, part)) {
                say_interviewed(self, i, part);
            }
        }
    }
}

static void look_beside(scene *self, size_t i) {
    look_before(self, i);
    const size_t last = words_of_sentence(self->words, self->frames[i].anchor).last;
    if (self->out[i].via.count == 0 && last < self->words->count) {
        const word_range part = words_of_sentence(self->words, last);
        if (speaks_of_speaker(self, i, part)) {
            look_in(self, i, part, true);
        }
    }
    if (self->out[i].via.count == 0) {
        look_for_credit(self, i);
    }
}

/* --- on and back ------------------------------------------------------------------------------ */

/* The last statement of one speaker that names an outlet itself, as statements are gone through. */
typedef struct {
    size_t from;   /* from 1; 0: none yet */
    size_t others; /* as many statements of others were passed before it */
    size_t own;    /* statements of this speaker passed so far */
} last_named;

static bool may_take(const scene *self, size_t i, size_t from, size_t others, bool on) {
    const resolved *here = &self->out[i], *there = &self->out[from];
    const size_t words = words_between(self->frames[i].anchor, self->frames[from].anchor);
    if (!via_may_be_shared(self, i) || !may_be_one_occasion(here, there)) {
        return false;
    }
    if (there->occasion == HEARSAY_OCCASION_POST) {
        return others == 0 && words <= WORDS_POST && is_same_event(here, there);
    }
    if (is_same_event(here, there) && is_text(here->occasion)) {
        return true;
    }
    return on ? words <= WORDS_ON && others <= OTHERS_ON
              : words <= WORDS_BACK && others <= OTHERS_BACK;
}

/* Goes through all statements, on or back. `named`: those whose sentence names an outlet, if only
 * the document's own: "told me" is no part of what was told CNN before. */
static void carry(scene *self, const bool *named, last_named *of, size_t entities, bool on) {
    const size_t count = self->relations->count;
    size_t passed = 0;
    for (size_t n = 0; n < count; n++) {
        const size_t i = on ? n : count - 1 - n;
        const size_t entity = self->out[i].who.entity;
        if (entity >= entities || self->relations->items[i].parent != 0) {
            continue;
        }
        last_named *last = &of[entity];
        if (is_repeated(self, i) && !named[i] && last->from > 0 &&
            words_between(self->frames[i].anchor, self->frames[last->from - 1].anchor) >
                WORDS_BACK) {
            last->from =
                0; /* what is told of other times parts what was said there from the rest */
        }
        const size_t others = passed - last->own;
        if (named[i]) {
            last->from = i + 1;
            last->others = others;
        } else if (last->from > 0 && may_take(self, i, last->from - 1, others - last->others, on)) {
            via_share(self, i, last->from - 1);
        }
        last->own++;
        passed++;
    }
}

static void share_answer(scene *self, size_t i) {
    const size_t answer = answer_to(self, i);
    if (answer != SIZE_MAX && self->out[i].via.count == 0 &&
        may_be_one_occasion(&self->out[i], &self->out[answer])) {
        via_share(self, i, answer);
    }
}

/* Who is asked for an outlet answers there. */
static void share_question(scene *self, size_t i) {
    const size_t answer = answer_to(self, i);
    if (answer != SIZE_MAX && self->out[i].via.count > 0 && via_may_be_shared(self, answer) &&
        may_be_one_occasion(&self->out[i], &self->out[answer])) {
        via_share(self, answer, i);
    }
}

/* What a speaker says, or says that he thinks, is said where he speaks; what a text tells came with
 * it. */
static void share_outer(scene *self, size_t i) {
    const size_t outer = outer_of(self, i), entity = self->out[i].who.entity;
    if (outer == 0 || self->out[i].via.count > 0) {
        return;
    }
    const resolved *out = &self->out[outer - 1];
    if ((entity != SIZE_MAX && out->who.entity == entity) ||
        (is_said(self, i) && out->sourcing == HEARSAY_SOURCING_DOCUMENT)) {
        via_share(self, i, outer - 1);
    }
}

void carry_via(scene *self) {
    const size_t count = self->relations->count;
    bool *named = arena_array(self->into, bool, count);
    size_t entities = 0;
    for (size_t i = 0; i < count; i++) {
        const size_t entity = self->out[i].who.entity;
        if (via_may_be_shared(self, i)) {
            look_beside(self, i);
        }
        named[i] = self->out[i].via.count > 0 || self->told_here[i];
        entities = entity != SIZE_MAX && entity >= entities ? entity + 1 : entities;
    }
    for (size_t i = 0; i < count; i++) {
        share_question(self, i);
        named[i] = self->out[i].via.count > 0 || self->told_here[i];
    }
    carry(self, named, arena_array(self->into, last_named, entities), entities, true);
    carry(self, named, arena_array(self->into, last_named, entities), entities, false);
    for (size_t i = count; i-- > 0;) {
        via_share_interview(self, i);
        share_answer(self, i);
    }
    via_share_turns(self);
    for (size_t i = 0; i < count; i++) {
        share_outer(self, i);
    }
}
