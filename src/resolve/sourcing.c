#include "resolve/sourcing.h"

#include "base/ascii.h"
#include "resolve/lists.h"
#include "resolve/outlets.h"
#include "resolve/presumed.h"
#include "resolve/source_head.h"
#include "resolve/source_listed.h"

/* --- people without a name -------------------------------------------------------------------- */

/* "One senior Democrat", "a critic": one of those who as a group are nobody in particular. */
static bool is_one_of_group(const scene *self, word_range source) {
    word_range found = {0, 0};
    const word_range part = head_part(self, source);
    return entry_is(head_entry(self, part, &found), "collective") && found.last == part.last &&
           names_person(self->words, part) && !is_plural(&self->words->items[part.last - 1]) &&
           is_particular(self, source, &found);
}

/* "each custodian": whoever is one. */
static bool is_whoever(const scene *self, word_range source) {
    static const char *const WORDS[] = {"each", "every", "any", "no"};
    return WORD_IS_ONE_OF(self->words, source.first, WORDS);
}

/* A source without a name: by its head, and whether that is one or several. */
static hearsay_sourcing of_people(const scene *self, const speaker *who, word_range source,
                                  word_range *where) {
    word_range part = head_part(self, source);
    const entry *head = head_entry(self, part, where);
    bool plural =
        is_plural(&self->words->items[part.last - 1]) || who->plural || is_whoever(self, source);
    word_range sign = {0, 0};
    bool particular = is_particular(self, source, &sign);
    if (is_other_network(self, who, *where)) {
        return HEARSAY_SOURCING_COLLECTIVE;
    }
    if (entry_is(head, "outlet") &&
        !(plural && particular && !str_equal(head->value, STR("body")))) {
        return HEARSAY_SOURCING_OUTLET;
    }
    if (entry_is(head, "role") && !plural) {
        return HEARSAY_SOURCING_ROLE;
    }
    bool people = entry_is(head, "anonymous") || entry_is(head, "kin") || entry_is(head, "role") ||
                  entry_is(head, "outlet") || (head == NULL && names_person(self->words, part)) ||
                  is_one_of_group(self, source);
    if (entry_is(head, "insider") || (people && (!plural || particular))) {
        *where = sign.last > sign.first ? sign : *where;
        return HEARSAY_SOURCING_ANONYMOUS;
    }
    return HEARSAY_SOURCING_COLLECTIVE;
}

/* --- all sources ------------------------------------------------------------------------------ */

static bool is_first_person_plural(const scene *self, word_range source) {
    static const char *const WE[] = {"we", "we're", "we've", "we'll", "we'd", "our", "let's"};
    bool us = word_is(self->words, source.first, "us") && !self->words->items[source.first].capital;
    /* "[W]e" is two words here */
    return us || WORD_IS_ONE_OF(self->words, source.first, WE) ||
           (word_is(self->words, source.first, "w") && word_is(self->words, source.first + 1, "e"));
}

static bool is_nobody(const scene *self, word_range source) {
    static const char *const NOBODY[] = {"nobody", "none"};
    static const char *const NEARLY[] = {"virtually", "almost", "nearly", "practically"};
    source.first += WORD_IS_ONE_OF(self->words, source.first, NEARLY);
    return WORD_IS_ONE_OF(self->words, source.first, NOBODY) ||
           (word_is(self->words, source.first, "no") &&
            word_is(self->words, source.first + 1, "one"));
}

/* "Guests agree": a noun at the beginning of a sentence, and no name. */
static bool is_plural_noun(const scene *self, const speaker *who, word_range source) {
    const word *only = &self->words->items[source.first];
    const str singular = {only->lower.data, only->lower.size > 1 ? only->lower.size - 1 : 0};
    return source.last == source.first + 1 && only->capital && is_plural(only) &&
           ascii_equal(who->name, only->lower) &&
           (list_find(LIST_OF_WORD_CLASSES, singular, NULL) ||
            list_letters(LIST_OF_NOUNS, singular) != 0);
}

/* "The crisis highlighted": a thing, by which nobody says it. */
static bool is_thing_that_shows(const scene *self, size_t i, word_range source) {
    const word_range cue = self->frames[i].cue;
    const word_range part = head_part(self, source);
    word_range head = {0, 0};
    if (head_entry(self, part, &head) != NULL || names_person(self->words, part) ||
        self->words->items[part.last - 1].capital ||
        list_letters(LIST_OF_NOUNS, self->words->items[part.last - 1].lower) != 0) {
        return false;
    }
    for (size_t at = cue.first; at < cue.last; at++) {
        if (glossary_has(self->lists->sourcing, self->words, at, cue.last, "shows")) {
            return true;
        }
    }
    return false;
}

/* "aides to the governor", whoever the governor is. */
static bool are_insiders(const scene *self, word_range source) {
    word_range where = {0, 0};
    return head_is(self, source, "insider", &where) && is_plural(&self->words->items[where.first]);
}

/* A source that has words, of which only its words tell more than its speaker. */
static hearsay_sourcing of_words(const scene *self, const speaker *who, word_range source,
                                 word_range *where) {
    bool person = who->kind == SPEAKER_PERSON || who->kind == SPEAKER_UNKNOWN;
    if (is_nobody(self, source)) {
        return HEARSAY_SOURCING_NONE;
    }
    if (who->kind != SPEAKER_OUTLET && source_holds_name(self, source, true)) {
        return HEARSAY_SOURCING_NAMED;
    }
    if (who->named && who->kind == SPEAKER_PERSON && !are_insiders(self, source) &&
        source_holds_name(self, source, false)) {
        return HEARSAY_SOURCING_NAMED; /* "her opponents, Ada Moreno and Tom Reed" */
    }
    /* "the union", "her campaign": a body, though the document may name it */
    const bool we = is_first_person_plural(self, source);
    if ((we && who->kind != SPEAKER_PERSON) ||
        (head_is(self, source, "collective", where) && !is_one_of_group(self, source))) {
        return HEARSAY_SOURCING_COLLECTIVE;
    }
    if (who->named && person && !are_insiders(self, source)) {
        return is_plural_noun(self, who, source) ? HEARSAY_SOURCING_COLLECTIVE
                                                 : HEARSAY_SOURCING_NAMED;
    }
    hearsay_sourcing found = of_people(self, who, source, where);
    bool people = found == HEARSAY_SOURCING_ANONYMOUS || found == HEARSAY_SOURCING_ROLE ||
                  (found == HEARSAY_SOURCING_COLLECTIVE && who->kind != SPEAKER_ORGANIZATION);
    return people && !are_insiders(self, source) && source_holds_name(self, source, false)
               ? HEARSAY_SOURCING_NAMED
               : found;
}

/* "Time magazine": what the outlet is, behind its name. */
static word_range without_calling(const scene *self, word_range source) {
    static const char *const WORDS[] = {"magazine", "newspaper", "website"};
    bool called = source.last > source.first + 1 &&
                  WORD_IS_ONE_OF(self->words, source.last - 1, WORDS) &&
                  !self->words->items[source.last - 1].capital;
    return (word_range){source.first, source.last - called};
}

/* Whether the source is an outlet's name, of its own or a listed form: "The Harbour Tribune". */
static bool is_outlets_name(const scene *self, const speaker *who, word_range source) {
    source = without_calling(self, source);
    const size_t first =
        word_is(self->words, source.first, "the") ? source.first + 1 : source.first;
    size_t length = 1;
    return first < source.last && !who->plural &&
           (who->kind != SPEAKER_PERSON || source.last > first + 1) &&
           !entry_is(glossary_at(self->lists->channels, self->words, first, source.last, NULL),
                     "platform") &&
           outlet_at(self, first, source.last, &length).data != NULL &&
           first + length == source.last;
}

/* "a number of readers", "a number of Democrats" are no document, though a number is. */
static bool is_of_people(const scene *self, word_range source) {
    if (source.first >= source.last) {
        return false;
    }
    const word_range part = head_part(self, source);
    const uint64_t noun = list_letters(LIST_OF_NOUNS, self->words->items[part.last - 1].lower);
    const bool bodies = part.first > source.first + 1 && (noun & LETTER('o')) != 0;
    return bodies || names_person(self->words, part);
}

/* "the Marlow Times Record", "the Geological Survey": a name, whatever its last word is. */
static bool has_capital_head(const scene *self, word_range source) {
    if (source.first + 1 >= source.last) {
        return false;
    }
    const word_range part = head_part(self, source);
    return part.last - part.first > 1 && self->words->items[part.last - 1].capital &&
           self->words->items[part.last - 2].capital;
}

static hearsay_sourcing of_speaker(const scene *self, const speaker *who, word_range source,
                                   word_range *where) {
    if (is_outlets_name(self, who, source)) {
        return HEARSAY_SOURCING_OUTLET;
    }
    if (who->kind == SPEAKER_OUTLET && who->named && has_capital_head(self, source)) {
        return HEARSAY_SOURCING_OUTLET;
    }
    if ((head_is(self, source, "document", where) &&
         !(who->kind == SPEAKER_ORGANIZATION && who->named && has_capital_head(self, source))) ||
        (who->kind == SPEAKER_DOCUMENT && !is_of_people(self, source))) {
        return HEARSAY_SOURCING_DOCUMENT;
    }
    if (who->kind == SPEAKER_OUTLET && (who->named || !who->plural)) {
        return HEARSAY_SOURCING_OUTLET;
    }
    bool we = source.first < source.last && is_first_person_plural(self, source);
    if (who->kind == SPEAKER_AUTHOR && !who->plural && !we) {
        bool named = self->facts->author.size > 0;
        return named ? HEARSAY_SOURCING_NAMED : HEARSAY_SOURCING_ROLE;
    }
    return source.first < source.last ? of_words(self, who, source, where) : HEARSAY_SOURCING_NONE;
}

/* --- pronouns --------------------------------------------------------------------------------- */

static bool is_pronoun(const scene *self, word_range source) {
    static const char *const PRONOUNS[] = {"he",   "she",   "they", "it",  "who",  "which",
                                           "that", "his",   "her",  "him", "them", "their",
                                           "its",  "whose", "i",    "me",  "my"};
    return source.last == source.first + 1 && WORD_IS_ONE_OF(self->words, source.first, PRONOUNS);
}

/* One person or thing, whom nothing tells of where it is not known who that is. */
static bool is_unknown_one(const scene *self, const speaker *who, word_range source) {
    return is_pronoun(self, source) && who->name.data == NULL &&
           !word_is(self->words, source.first, "they") &&
           !word_is(self->words, source.first, "their") &&
           !word_is(self->words, source.first, "them");
}

/* Another source with the same speaker that is no pronoun. Empty where there is none near. */
static word_range told_elsewhere(const scene *self, size_t i) {
    enum { NEAR = 20 };
    for (size_t back = 1; back <= NEAR; back++) {
        size_t places[] = {i - back, i + back};
        for (size_t k = 0; k < 2; k++) {
            size_t at = places[k];
            if (at < self->relations->count &&
                self->out[at].who.entity == self->out[i].who.entity &&
                self->frames[at].source.last > self->frames[at].source.first &&
                !is_pronoun(self, self->frames[at].source) &&
                !is_first_person_plural(self, self->frames[at].source) &&
                !is_nobody(self, self->frames[at].source)) {
                return self->frames[at].source;
            }
        }
    }
    return (word_range){0, 0};
}

/* The words that the speaker was found to be called by. Empty where they are in no step. */
static word_range told_in_steps(const scene *self, const speaker *who) {
    word_range found = {0, 0};
    for (size_t i = 0; i < who->why.count; i++) {
        const step *each = &who->why.items[i];
        word_range part = words_in(self->words, each->where);
        found = part.last > part.first && !is_pronoun(self, part) ? part : found;
    }
    return found;
}

/* The words that tell how a source identifies its speaker: those of what a pronoun stands for, or
 * of a subject that is left out, elsewhere. */
static word_range telling_words(const scene *self, size_t i) {
    const speaker *who = &self->out[i].who;
    word_range source = self->frames[i].source;
    bool elided = source.first == source.last;
    const bool we = who->kind == SPEAKER_PERSON && is_first_person_plural(self, source);
    if (who->name.data == NULL || who->kind == SPEAKER_AUTHOR ||
        !(elided || ((we || is_pronoun(self, source)) && !who->named))) {
        return source;
    }
    word_range other = told_elsewhere(self, i);
    bool relative = !elided && (word_is(self->words, source.first, "who") ||
                                word_is(self->words, source.first, "that"));
    relative &= self->words->items[source.first].before != ',';
    if (other.last == other.first && !relative) { /* "a boy who" may be any, "a boy, who" is one */
        other = told_in_steps(self, who);
    }
    return other.last > other.first ? other : source;
}

/* --- how sure that is --------------------------------------------------------------------------
 */

static float certainty_of(const scene *self, size_t i, word_range source) {
    static const hint CLASSES[] = {
        [HEARSAY_SOURCING_UNKNOWN] = HINT_IS_UNKNOWN,
        [HEARSAY_SOURCING_NONE] = HINT_IS_NONE,
        [HEARSAY_SOURCING_DOCUMENT] = HINT_IS_DOCUMENT,
        [HEARSAY_SOURCING_OUTLET] = HINT_IS_OUTLET,
        [HEARSAY_SOURCING_NAMED] = HINT_IS_NAMED,
        [HEARSAY_SOURCING_ROLE] = HINT_IS_ROLE,
        [HEARSAY_SOURCING_ANONYMOUS] = HINT_IS_ANONYMOUS,
        [HEARSAY_SOURCING_COLLECTIVE] = HINT_IS_COLLECTIVE,
    };
    hints *of = &self->out[i].who.hints;
    word_range head = {0, 0};
    of->of[CLASSES[self->out[i].sourcing]] = 1;
    of->of[HINT_SPEAKER_ODDS] = log_odds_of(self->out[i].who.certainty);
    of->of[HINT_LISTED] =
        source.first < source.last && head_entry(self, head_part(self, source), &head) != NULL;
    return confidence_by_hints(self->confidence, CONFIDENCE_SOURCING, of);
}

/* That somebody without a name must have one makes it less sure who that is. */
static void note_presumed(const scene *self, speaker *who) {
    if (!who->named) {
        who->hints.of[HINT_PRESUMED] = 1;
        who->certainty = confidence_by_hints(self->confidence, CONFIDENCE_SPEAKER, &who->hints);
    }
}

/* People without a name. */
static bool is_unnamed(hearsay_sourcing of) {
    return of == HEARSAY_SOURCING_ROLE || of == HEARSAY_SOURCING_ANONYMOUS ||
           of == HEARSAY_SOURCING_COLLECTIVE || of == HEARSAY_SOURCING_OUTLET;
}

void find_sourcing(scene *self, size_t i) {
    static const char *const NOTES[] = {
        [HEARSAY_SOURCING_NONE] = "nobody is named as the source",
        [HEARSAY_SOURCING_DOCUMENT] = "a text or recording in its own right",
        [HEARSAY_SOURCING_OUTLET] = "a news outlet",
        [HEARSAY_SOURCING_NAMED] = "named in the document",
        [HEARSAY_SOURCING_ROLE] = "one unnamed person who speaks for an office",
        [HEARSAY_SOURCING_ANONYMOUS] = "particular people whose names are held back",
        [HEARSAY_SOURCING_COLLECTIVE] = "an institution or an open group",
    };
    resolved *out = &self->out[i];
    word_range source = telling_words(self, i);
    if (is_unknown_one(self, &out->who, source)) {
        out->sourcing_certainty = certainty_of(self, i, source);
        return; /* who knows what he is */
    }
    word_range where = source;
    out->sourcing = of_speaker(self, &out->who, source, &where);
    if (out->sourcing == HEARSAY_SOURCING_COLLECTIVE && !out->who.named &&
        source.first < source.last && is_thing_that_shows(self, i, source)) {
        out->sourcing = HEARSAY_SOURCING_NONE;
    }
    word_range telling = {0, 0};
    const bool presumed = is_unnamed(out->sourcing) && is_presumed_named(self, i, source, &telling);
    if (presumed) {
        out->sourcing = HEARSAY_SOURCING_NAMED;
        where = telling;
        note_presumed(self, &out->who);
    }
    out->sourcing_certainty = certainty_of(self, i, source);
    if (out->sourcing == HEARSAY_SOURCING_ANONYMOUS) {
        out->anonymous_sources = claimed_number(self->words, source);
    }
    scene_tell(self, i, "sourcing", where,
               presumed ? STR("named somewhere, as such words mostly mean")
                        : str_from(NOTES[out->sourcing]));
}

void settle_presumed(scene *self, size_t i) {
    speaker *who = &self->out[i].who;
    if (who->named || who->hints.of[HINT_PRESUMED] == 0) {
        return;
    }
    step_list why = who->why;
    if (who->presumed != NULL) {
        const step *told = &who->presumed->why.items[0];
        step_add(&why, self->into, told->step, told->where, told->note);
        *who = *who->presumed;
    } else { /* nobody knows who */
        who->name = (str){0};
        who->member_count = 0;
    }
    who->why = why;
}
