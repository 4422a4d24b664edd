#include "resolve/sourcing.h"

#include "base/ascii.h"
#include "resolve/lists.h"

/* --- the head of a source --------------------------------------------------------------------- */

/* What ends a noun phrase's first part, after which its head does not come. */
static bool ends_head(const word_list *words, size_t at) {
    static const char *const AFTER[] = {
        "of",    "in", "at",    "from",  "with", "to",   "for", "who",   "that",  "whom",    "on",
        "close", "by", "who's", "which", "near", "like", "as",  "among", "about", "familiar"};
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++) {
        if (word_is(words, at, AFTER[i])) {
            return true;
        }
    }
    return words->items[at].before == ',' || words->items[at].before == '(' ||
           word_is(words, at, "and");
}

/* "a trio of": a number of what follows. */
static bool is_number_of(const word_list *words, size_t at) {
    static const char *const WORDS[] = {"pair", "couple", "trio",    "handful",
                                        "half", "dozen",  "quartet", "number"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (word_is(words, at, WORDS[i]) && word_is(words, at + 1, "of")) {
            return true;
        }
    }
    return false;
}

/* The words of the source's own noun phrase, up to what describes it. */
static word_range head_part(const word_list *words, word_range source) {
    for (size_t at = source.first; at + 2 < source.last && at < source.first + 3; at++) {
        if (is_number_of(words, at)) {
            source.first = at + 2;
        }
    }
    size_t last = source.first + 1;
    while (last < source.last && !ends_head(words, last)) {
        last++;
    }
    return (word_range){source.first, last};
}

/* The entry of the last word or phrase of the part that is listed: "Pentagon spokesman". */
static const entry *head_entry(const scene *self, word_range part, word_range *where) {
    const entry *found = NULL;
    for (size_t at = part.first; at < part.last;) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->sourcing, self->words, at, part.last, &length);
        if (each != NULL && !entry_is(each, "particular") && !entry_is(each, "adverb")) {
            found = each;
            *where = (word_range){at, at + length};
        }
        at += length;
    }
    return found;
}

static bool has_section(const scene *self, word_range part, const char *section,
                        word_range *where) {
    for (size_t at = part.first; at < part.last; at++) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->sourcing, self->words, at, part.last, &length);
        if (entry_is(each, section)) {
            *where = (word_range){at, at + length};
            return true;
        }
    }
    return false;
}

word_range source_head(const scene *self, size_t i) {
    word_range where = {0, 0};
    word_range source = self->frames[i].source;
    if (source.last > source.first) {
        head_entry(self, head_part(self->words, source), &where);
    }
    return where;
}

/* --- people without a name -------------------------------------------------------------------- */

static bool ends_with(str text, const char *ending) {
    str end = str_from(ending);
    return text.size > end.size &&
           str_equal(str_slice(text, (span){text.size - end.size, text.size}), end);
}

static bool is_plural(const word *head) {
    return ends_with(head->lower, "s") || ends_with(head->lower, "men") ||
           ends_with(head->lower, "people");
}

/* How many a source claims to be: "two officials", "a dozen people"; 0 where it does not tell. */
static size_t claimed_number(const word_list *words, word_range source) {
    static const char *const NUMBERS[] = {"one",   "two",   "three", "four", "five",   "six",
                                          "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (size_t at = source.first; at < source.last && at < source.first + 3; at++) {
        for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
            if (word_is(words, at, NUMBERS[i])) {
                return i + 1;
            }
        }
        str text = words->items[at].lower;
        if (str_equal(text, STR("dozen"))) {
            return 12;
        }
        size_t number = 0;
        for (size_t i = 0; i < text.size && i < 6 && ascii_is_digit(text.data[i]); i++) {
            number = 10 * number + (size_t)(text.data[i] - '0');
        }
        bool of_many = word_is(words, at + 1, "million") || word_is(words, at + 1, "thousand") ||
                       word_is(words, at + 1, "percent");
        if (number > 0) {
            return of_many ? 0 : number;
        }
    }
    return 0;
}

/* A determiner or number that picks out some. */
static bool is_counted(const word_list *words, word_range source) {
    static const char *const WORDS[] = {"a", "an", "another", "several", "dozens"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (word_is(words, source.first, WORDS[i])) {
            return true;
        }
    }
    return claimed_number(words, source) > 0 && !word_is(words, source.first, "all");
}

/* Whether the text withholds who they are, and does not just speak of their kind. */
static bool is_particular(const scene *self, word_range source, word_range *where) {
    return has_section(self, source, "particular", where) || is_counted(self->words, source);
}

/* Whether the part's last word names a person by what they are: "negotiator". */
static bool names_person(const word_list *words, word_range part) {
    str noun = words->items[part.last - 1].lower;
    uint64_t letters = list_letters(LIST_OF_NOUNS, noun);
    if (letters == 0 && ends_with(noun, "s")) {
        letters = list_letters(LIST_OF_NOUNS, (str){noun.data, noun.size - 1});
    }
    return (letters & (LETTER('p') | LETTER('m') | LETTER('f'))) != 0;
}

/* A source without a name: by its head, and whether that is one or several. */
static hearsay_sourcing of_people(const scene *self, const speaker *who, word_range source,
                                  word_range *where) {
    word_range part = head_part(self->words, source);
    const entry *head = head_entry(self, part, where);
    bool plural = is_plural(&self->words->items[part.last - 1]) || who->plural;
    word_range sign = {0, 0};
    bool particular = is_particular(self, source, &sign);
    if (entry_is(head, "outlet") && !(plural && particular)) {
        return HEARSAY_SOURCING_OUTLET;
    }
    if (entry_is(head, "role") && !plural) {
        return HEARSAY_SOURCING_ROLE;
    }
    bool people = entry_is(head, "anonymous") || entry_is(head, "role") ||
                  entry_is(head, "outlet") || (head == NULL && names_person(self->words, part));
    if (entry_is(head, "insider") || (people && (!plural || particular))) {
        *where = sign.last > sign.first ? sign : *where;
        return HEARSAY_SOURCING_ANONYMOUS;
    }
    return HEARSAY_SOURCING_COLLECTIVE;
}

/* --- all sources ------------------------------------------------------------------------------ */

/* Whether the source's own words say that it is a text: "the NBC poll", "her letter". */
static bool is_text(const scene *self, word_range source, word_range *where) {
    word_range found = {0, 0};
    if (source.first >= source.last) {
        return false;
    }
    word_range part = head_part(self->words, source);
    const entry *head = head_entry(self, part, &found);
    bool is = entry_is(head, "document") && found.last == part.last &&
              !self->words->items[found.first].capital;
    *where = is ? found : *where;
    return is;
}

static bool is_one_of(const word_list *words, size_t at, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (word_is(words, at, list[i])) {
            return true;
        }
    }
    return false;
}

#define IS_ONE_OF(words, at, list) is_one_of((words), (at), (list), sizeof(list) / sizeof *(list))

static bool is_first_person_plural(const scene *self, word_range source) {
    static const char *const WE[] = {"we", "we're", "we've", "we'll", "we'd", "us", "our"};
    /* "[W]e" is two words here */
    return IS_ONE_OF(self->words, source.first, WE) ||
           (word_is(self->words, source.first, "w") && word_is(self->words, source.first + 1, "e"));
}

static bool is_nobody(const scene *self, word_range source) {
    static const char *const NOBODY[] = {"nobody", "none"};
    return IS_ONE_OF(self->words, source.first, NOBODY) ||
           (word_is(self->words, source.first, "no") &&
            word_is(self->words, source.first + 1, "one"));
}

/* "the union", "her campaign": a body, though the document may name it. */
static bool is_body(const scene *self, word_range source) {
    word_range part = head_part(self->words, source), where = {0, 0};
    const entry *head = head_entry(self, part, &where);
    return entry_is(head, "collective") && where.last == part.last &&
           !self->words->items[where.first].capital;
}

/* "aides to the governor", whoever the governor is. */
static bool are_insiders(const scene *self, word_range source) {
    word_range part = head_part(self->words, source), where = {0, 0};
    const entry *head = head_entry(self, part, &where);
    return entry_is(head, "insider") && where.last == part.last &&
           !self->words->items[where.first].capital && is_plural(&self->words->items[where.first]);
}

/* Whether it lists people by name: "two captains, Ada Moreno and ..." */
static bool holds_name(const scene *self, word_range source) {
    const word *items = self->words->items;
    for (size_t at = source.first + 1; at + 1 < source.last; at++) {
        bool lists = items[at].before == ',' || word_is(self->words, at - 1, "like") ||
                     word_is(self->words, at - 1, "including");
        if (lists && items[at].capital && items[at + 1].capital && items[at + 1].before == 0 &&
            items[at + 1].lower.size > 1 && list_find(LIST_OF_FIRST_NAMES, items[at].lower, NULL)) {
            return true;
        }
    }
    return false;
}

/* A source that has words, of which only its words tell more than its speaker. */
static hearsay_sourcing of_words(const scene *self, const speaker *who, word_range source,
                                 word_range *where) {
    bool person = who->kind == SPEAKER_PERSON || who->kind == SPEAKER_UNKNOWN;
    if (is_nobody(self, source)) {
        return HEARSAY_SOURCING_NONE;
    }
    if (is_first_person_plural(self, source) || is_body(self, source)) {
        return HEARSAY_SOURCING_COLLECTIVE;
    }
    if (who->named && person && !are_insiders(self, source)) {
        return HEARSAY_SOURCING_NAMED;
    }
    hearsay_sourcing found = of_people(self, who, source, where);
    bool people = found == HEARSAY_SOURCING_ANONYMOUS || found == HEARSAY_SOURCING_ROLE ||
                  (found == HEARSAY_SOURCING_COLLECTIVE && who->kind != SPEAKER_ORGANIZATION);
    return people && holds_name(self, source) ? HEARSAY_SOURCING_NAMED : found;
}

static hearsay_sourcing of_speaker(const scene *self, const speaker *who, word_range source,
                                   word_range *where) {
    if (is_text(self, source, where) || who->kind == SPEAKER_DOCUMENT) {
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
    return source.last == source.first + 1 && IS_ONE_OF(self->words, source.first, PRONOUNS);
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
                !is_pronoun(self, self->frames[at].source)) {
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
    if (who->name.data == NULL || !(elided || (is_pronoun(self, source) && !who->named))) {
        return source;
    }
    word_range other = told_elsewhere(self, i);
    bool relative = !elided && (word_is(self->words, source.first, "who") ||
                                word_is(self->words, source.first, "that"));
    if (other.last == other.first && !relative) { /* "a boy who" may be any */
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
    of->of[HINT_LISTED] = source.first < source.last &&
                          head_entry(self, head_part(self->words, source), &head) != NULL;
    return confidence_by_hints(self->confidence, CONFIDENCE_SOURCING, of);
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
    out->sourcing_certainty = certainty_of(self, i, source);
    if (out->sourcing == HEARSAY_SOURCING_ANONYMOUS) {
        out->anonymous_sources = claimed_number(self->words, source);
    }
    scene_tell(self, i, "sourcing", where, str_from(NOTES[out->sourcing]));
}
