#include "resolve/presumed.h"

#include "base/ascii.h"
#include "resolve/lists.h"
#include "resolve/source_head.h"

#include <stdint.h>

/* Far enough for a person to be introduced, and for a name to be in the reader's mind. */
enum { STATEMENTS_NEAR = 12 };

/* --- "Eric Vale" ------------------------------------------------------------------------------ */

/* A first name by which no common word is meant: "Ada", not "On". */
static bool is_first_name(const word *each) {
    str sexes = {0};
    return each->capital && each->lower.size > 1 &&
           list_find(LIST_OF_FIRST_NAMES, each->lower, &sexes) && sexes.size > 0 &&
           sexes.data[0] != '-';
}

/* The last word of the name of one person that a source's own words end in, though the document's
 * bodies have it too: "press secretary Josh Earnest", "Eric Vale" of the Eric Vale Foundation;
 * SIZE_MAX: there is none. */
static size_t surname_of(const scene *self, word_range source) {
    enum { NAMES_MAX = 3 };
    static const char *const TITLES[] = {"mr", "mrs", "ms", "sen", "rep", "gov", "dr"};
    const word *items = self->words->items;
    if (source.first >= source.last) {
        return SIZE_MAX;
    }
    const word_range part = head_part(self, source);
    const size_t last = part.last - 1;
    const uint64_t noun = list_letters(LIST_OF_NOUNS, items[last].lower);
    const bool body = (noun & LETTER('o')) != 0;
    word_range group = {0, 0};
    if ((noun & LETTER('t')) != 0 || entry_is(head_entry(self, part, &group), "collective")) {
        return SIZE_MAX;
    }
    for (size_t n = 1; n <= NAMES_MAX && last >= part.first + n && items[last - n + 1].capital;
         n++) {
        const size_t at = last - n;
        const bool initial = n == 2 && items[at + 1].lower.size == 1;
        if (WORD_IS_ONE_OF(self->words, at, TITLES) ||
            (is_first_name(&items[at]) && !items[at].possessive && (!body || initial))) {
            return last;
        }
    }
    return SIZE_MAX;
}

/* Whether the source is a person's by its form, or by that of another one near: "Vale". */
static bool is_persons_name(const scene *self, size_t i, word_range source, word_range *where) {
    *where = source;
    if (self->out[i].who.kind == SPEAKER_OUTLET) {
        return false;
    }
    if (surname_of(self, source) != SIZE_MAX) {
        return true;
    }
    size_t last = i + STATEMENTS_NEAR;
    const word *only = &self->words->items[source.first];
    for (size_t k = i > STATEMENTS_NEAR ? i - STATEMENTS_NEAR : 0;
         source.last == source.first + 1 && only->capital && k < last && k < self->relations->count;
         k++) {
        const size_t at = surname_of(self, self->frames[k].source);
        if (at != SIZE_MAX && str_equal(self->words->items[at].lower, only->lower)) {
            return true;
        }
    }
    return false;
}

/* --- "the senator" ---------------------------------------------------------------------------- */

static bool is_acronym(const scene *self, size_t at) {
    const str text = str_slice(self->text->shown, self->words->items[at].where);
    bool is = text.size > 1;
    for (size_t i = 0; i < text.size; i++) {
        is &= ascii_is_upper(text.data[i]);
    }
    return is;
}

/* Whether the words have the last word of a name of somebody who speaks near. */
static bool has_named(const scene *self, size_t i, word_range part) {
    size_t last = i + STATEMENTS_NEAR;
    for (size_t k = i > STATEMENTS_NEAR ? i - STATEMENTS_NEAR : 0;
         k < last && k < self->relations->count; k++) {
        const speaker *who = &self->out[k].who;
        size_t begin = who->name.size;
        while (begin > 0 && who->name.data[begin - 1] != ' ') {
            begin--;
        }
        const str surname = str_slice(who->name, (span){begin, who->name.size});
        for (size_t at = part.first; who->named && who->kind == SPEAKER_PERSON && at < part.last;
             at++) {
            if (ascii_equal(self->words->items[at].lower, surname)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether a source says by itself whose office it is, or of whom it speaks: "the chair of the
 * party", "the ad's narrator", "the FBI director". Such a one need have no name elsewhere. */
static bool is_complete(const scene *self, word_range source, word_range part, const entry *head) {
    for (size_t at = source.first; at < part.last; at++) {
        if (self->words->items[at].possessive || (entry_is(head, "role") && is_acronym(self, at))) {
            return true;
        }
    }
    const bool office = word_is(self->words, part.last - 1, "secretary") &&
                        word_is(self->words, part.last, "of") && part.last + 2 == source.last;
    return part.last < source.last && self->words->items[part.last].before == 0 && !office;
}

/* Whether somebody who is called by the same noun is introduced near: "a committee aide". */
static bool is_introduced(const scene *self, size_t i, str noun) {
    static const char *const INTRODUCES[] = {"a",   "an",    "another", "one",     "two",
                                             "his", "her",   "their",   "several", "some",
                                             "no",  "other", "every",   "any"};
    const word_list *words = self->words;
    size_t last = i + STATEMENTS_NEAR;
    for (size_t k = i > STATEMENTS_NEAR ? i - STATEMENTS_NEAR : 0;
         k < last && k < self->relations->count; k++) {
        const word_range source = self->frames[k].source;
        if (source.first >= source.last || k == i) {
            continue;
        }
        const word_range part = head_part(self, source);
        bool same = str_equal(words->items[part.last - 1].lower, noun);
        bool owned = false;
        for (size_t at = source.first; at < part.last; at++) {
            owned |= words->items[at].possessive;
        }
        if (same && (owned || WORD_IS_ONE_OF(words, source.first, INTRODUCES))) {
            return true;
        }
    }
    return false;
}

/* "the Vermont senator", "the candidate", of a headline "candidate": a reader is to know who that
 * is. */
static bool is_known_description(const scene *self, size_t i, word_range source,
                                 word_range *where) {
    const bool article =
        word_is(self->words, source.first, "the") && source.last > source.first + 1;
    const bool bare = source.last == source.first + 1 && !self->words->items[source.first].capital;
    if (!(article || bare) || self->out[i].who.plural || self->out[i].who.introduced) {
        return false;
    }
    const word_range part = head_part(self, source);
    const word *noun = &self->words->items[part.last - 1];
    const entry *head = head_entry(self, part, where);
    static const char *const ANYBODY[] = {"someone", "somebody", "anyone",   "anybody",
                                          "one",     "everyone", "everybody"};
    const bool held_back = ((list_letters(LIST_OF_NOUNS, noun->lower) & LETTER('h')) != 0 &&
                            !entry_is(head, "role")) ||
                           (list_letters(LIST_OF_NOUNS, noun->lower) & LETTER('e')) != 0 ||
                           WORD_IS_ONE_OF(self->words, part.last - 1, ANYBODY);
    bool person = entry_is(head, "role") || entry_is(head, "anonymous") ||
                  (head == NULL && names_person(self->words, part));
    *where = part;
    return person && !held_back && !is_plural(noun) && !is_complete(self, source, part, head) &&
           !has_named(self, i, part) && /* "the Trunk character" */
           !is_introduced(self, i, noun->lower);
}

/* "my father": who speaks of relatives mostly names them. */
static bool is_relative(const scene *self, word_range source, word_range *where) {
    static const char *const OWNERS[] = {"my", "his", "her", "our"};
    bool owned = WORD_IS_ONE_OF(self->words, source.first, OWNERS);
    for (size_t at = source.first; at < source.last; at++) {
        owned |= self->words->items[at].possessive ||
                 (word_is(self->words, at, "of") && at + 1 < source.last &&
                  self->words->items[at + 1].capital);
    }
    return owned && head_is(self, source, "kin", where) &&
           !is_plural(&self->words->items[where->last - 1]); /* "his cousins" */
}

/* --- "he" ------------------------------------------------------------------------------------- */

/* Whether the speaker of `i` speaks near by other words than a pronoun. */
static bool speaks_near(const scene *self, size_t i) {
    enum { NEAR = 3 };
    for (size_t k = i > NEAR ? i - NEAR : 0; k < i; k++) {
        const word_range source = self->frames[k].source;
        if (self->out[k].who.entity == self->out[i].who.entity && source.last > source.first + 1) {
            return true;
        }
    }
    return false;
}

/* "he" was taken for somebody without a name. Pronouns of news are seldom of such: he would have to
 * have spoken just before, and nobody with a name been spoken of since. */
static bool is_known_pronoun(const scene *self, size_t i, word_range *where) {
    static const char *const ONE[] = {"he", "she", "his", "her", "him"};
    const word_range source = self->frames[i].source;
    if (source.last != source.first + 1 || !WORD_IS_ONE_OF(self->words, source.first, ONE) ||
        self->out[i].who.name.data == NULL) {
        return false;
    }
    enum { WORDS_BACK = 400 }; /* what was named farther back is no longer in mind */
    size_t from = source.first;
    const step_list why = self->out[i].who.why;
    for (size_t k = 0; k < why.count; k++) {
        const word_range part = words_in(self->words, why.items[k].where);
        from = part.first < from && part.last > part.first ? part.first : from;
    }
    from = source.first > from + WORDS_BACK ? source.first - WORDS_BACK : from;
    *where = source;
    return !speaks_near(self, i) || has_named(self, i, (word_range){from, source.first});
}

/* --- "both", "the four" ----------------------------------------------------------------------- */

static bool is_both(const scene *self, word_range source, word_range *where) {
    static const char *const NUMBERS[] = {"two", "three", "four", "five"};
    *where = source;
    return source.last - source.first <= 3 &&
           (word_is(self->words, source.first, "both") ||
            (word_is(self->words, source.first, "the") &&
             WORD_IS_ONE_OF(self->words, source.first + 1, NUMBERS)));
}

/* Whether the document names anybody, not too far away. */
static bool names_anybody(const scene *self, size_t i) {
    enum { WORDS_AWAY = 2000 };
    const word *items = self->words->items;
    const size_t here = self->frames[i].anchor, last = here + WORDS_AWAY;
    for (size_t at = here > WORDS_AWAY ? here - WORDS_AWAY : 0;
         at < last && at + 1 < self->words->count; at++) {
        const uint64_t noun = list_letters(LIST_OF_NOUNS, items[at + 1].lower);
        const bool body = (noun & (LETTER('n') | LETTER('o'))) != 0; /* "West Kent Argus" */
        if (is_first_name(&items[at]) && items[at + 1].capital && items[at + 1].before == 0 &&
            !body) {
            return true;
        }
    }
    return false;
}

bool is_presumed_named(const scene *self, size_t i, word_range source, word_range *where) {
    const speaker *who = &self->out[i].who;
    if (source.first >= source.last || (who->named && who->kind == SPEAKER_OUTLET)) {
        return false; /* "the Varnian Star" */
    }
    return is_persons_name(self, i, source, where) ||
           (names_anybody(self, i) &&
            (is_known_description(self, i, source, where) || is_known_pronoun(self, i, where) ||
             is_both(self, source, where) || is_relative(self, source, where)));
}
