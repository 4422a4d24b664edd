/* The sieve of descriptions by their nouns: those whose modifiers do not contradict are one. */
#include "base/ascii.h"
#include "resolve/clusters.h"
#include "resolve/extents.h"
#include "resolve/offices.h"

#include <string.h>

enum { ENTRIES_TRIED = 24 };

static const token *word_at(const clusters *self, size_t at) {
    return &self->tokens->items[at];
}

/* A noun as it is looked up: in the singular, nearly, and an office as it is called. */
static str noun_key(const token *noun) {
    str lower = noun->lower;
    bool plural =
        lower.size > 3 && lower.data[lower.size - 1] == 's' && lower.data[lower.size - 2] != 's';
    return office_called(plural ? (str){lower.data, lower.size - 1} : lower);
}

void cluster_enter_noun(clusters *self, const token *noun, size_t index, size_t who) {
    uint32_t *latest = lexicon_put(&self->nouns, noun_key(noun));
    vec_push(&self->described, (described){index, who, *latest});
    *latest = (uint32_t)self->described.count;
}

static bool says_nothing(const token *self) {
    return self->class == WORD_DETERMINER || self->class == WORD_POSSESSIVE ||
           self->class == WORD_NUMBER || self->class == WORD_PREPOSITION ||
           self->class == WORD_MARK || token_is(self, "former") || token_is(self, "new") ||
           token_is(self, "own");
}

static bool has_word(const clusters *self, token_range in, str lower) {
    for (size_t i = in.begin; i < in.end; i++) {
        if (str_equal(noun_key(word_at(self, i)), lower)) {
            return true;
        }
    }
    return false;
}

/* Whether a word of capitals is made of the initials of words there: the "DNC" of "Democratic
 * National Committee". */
static bool has_spelled_out(const clusters *self, token_range in, const token *word) {
    const str letters = word->lower;
    for (size_t i = in.begin; word->capitals && letters.size > 1 && i + letters.size <= in.end;
         i++) {
        size_t same = 0;
        while (same < letters.size && word_at(self, i + same)->capital &&
               word_at(self, i + same)->lower.data[0] == letters.data[same]) {
            same++;
        }
        if (same == letters.size) {
            return true;
        }
    }
    return false;
}

/* "South" of "South Sudan", which is not Sudan. */
static bool has_direction(const clusters *self, token_range in, size_t at) {
    return at > in.begin && word_at(self, at - 1)->class == WORD_NAME &&
           token_is_one_of(word_at(self, at - 1), "north south east west new");
}

/* Whether the phrase has the name of word `at` without such a word before it, or with one, as
 * there. */
static bool has_same_place(const clusters *self, token_range of, size_t at, token_range in) {
    bool any = false;
    for (size_t i = in.begin; i < in.end; i++) {
        const bool same = str_equal(word_at(self, i)->lower, word_at(self, at)->lower);
        if (same && has_direction(self, in, i) == has_direction(self, of, at)) {
            return true;
        }
        any |= same;
    }
    return !any;
}

/* A vice president is no president. */
static bool is_lesser(const clusters *self, token_range phrase) {
    return has_word(self, phrase, STR("vice")) || has_word(self, phrase, STR("deputy")) ||
           has_word(self, phrase, STR("assistant"));
}

/* Whether all that the description says of its noun is said of the other, too. */
static bool is_compatible(const clusters *self, const mention *what, const described *other) {
    const mention *said = &self->mentions->items[other->mention];
    const mention *full =
        &self->mentions
             ->items[self->entities.items[cluster_of((clusters *)self, other->entity)].full];
    bool person = said->form == MENTION_NAME && said->kind == NAMES_PERSON; /* whose title it is */
    if (said->plural != what->plural && (said->form == MENTION_DESCRIPTION || person)) {
        return false;
    }
    token_range whole = said->phrase;
    if (said->form == MENTION_DESCRIPTION) { /* "a narrator in the ad" is "the ad's narrator" */
        whole.end = description_extent(self->tokens, said).end;
    }
    if (is_lesser(self, said->phrase) != is_lesser(self, what->phrase)) {
        return false;
    }
    for (size_t i = what->name.begin; i < what->name.end; i++) {
        const token *word = word_at(self, i);
        str lower = noun_key(word);
        if (i != what->head && !says_nothing(word) && !has_word(self, whole, lower) &&
            !has_word(self, full->phrase, lower) && !has_spelled_out(self, whole, word) &&
            word->class != WORD_PRONOUN) {
            return false;
        }
        if (i != what->head && word->class == WORD_NAME &&
            !(has_same_place(self, what->phrase, i, whole) &&
              has_same_place(self, what->phrase, i, full->phrase))) {
            return false;
        }
    }
    return true;
}

/* Whether one of the two is nothing but a part of the same possession: his lawyer, her lawyer. */
static bool is_possessed(const clusters *self, const mention *what) {
    const token *first = word_at(self, what->phrase.begin);
    return first->class == WORD_PRONOUN;
}

/* "all the jurors", of whom those that were spoken of may be a part. */
static bool is_whole(const clusters *self, const mention *what) {
    return token_is(word_at(self, what->phrase.begin), "all");
}

/* Nouns so general that a second one is hardly ever the first again. */
static bool is_general(const token *noun) {
    return token_is(noun, "people") || noun->class == WORD_DETERMINER;
}

static bool is_same_text(const clusters *self, const mention *a, const mention *b) {
    return b->form == MENTION_DESCRIPTION && a->definite == b->definite &&
           ascii_equal(tokens_text(self->tokens, a->name), tokens_text(self->tokens, b->name));
}

/* A state or union, and what is of it: the same said twice. */
static bool is_of_same_state(str a, str b) {
    static const char *const PAIRS[][2] = {{"u.s.", "american"},
                                           {"us", "american"},
                                           {"e.u.", "european"},
                                           {"eu", "european"},
                                           {"u.k.", "british"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        str one = str_from(PAIRS[i][0]);
        str other = str_from(PAIRS[i][1]);
        if ((str_equal(a, one) && str_equal(b, other)) ||
            (str_equal(a, other) && str_equal(b, one))) {
            return true;
        }
    }
    return str_equal(a, b);
}

/* "European leaders" and "E.U. leaders": two words each, of one state. */
static bool is_same_people(const clusters *self, const mention *a, const mention *b) {
    return a->name.end - a->name.begin == 2 && b->name.end - b->name.begin == 2 &&
           b->form == MENTION_DESCRIPTION &&
           is_of_same_state(word_at(self, a->name.begin)->lower,
                            word_at(self, b->name.begin)->lower);
}

/* "leaders": nothing is said of them but what they are. */
static bool is_bare(const mention *what) {
    return what->phrase.end - what->phrase.begin == 1 && what->kind == NAMES_PERSON &&
           what->function == FUNCTION_SUBJECT;
}

/* "Vice president talks tough": one without an article, as headlines have him. */
static bool is_headlined(const clusters *self, const mention *what) {
    const word_class first = word_at(self, what->phrase.begin)->class;
    return !what->plural && what->kind == NAMES_PERSON && what->function == FUNCTION_SUBJECT &&
           what->phrase.begin == what->name.begin && first != WORD_DETERMINER &&
           first != WORD_NUMBER && first != WORD_PRONOUN;
}

/* "some Republicans", who are not all that are spoken of. */
static bool is_some(const clusters *self, const mention *of) {
    return token_is_one_of(word_at(self, of->phrase.begin), "some many most several few");
}

/* Whether the description may mean the one whom the entry describes. */
static bool may_be_same(clusters *self, const mention *what, const described *entry) {
    const mention *said = &self->mentions->items[entry->mention];
    const entity *who = &self->entities.items[cluster_of(self, entry->entity)];
    bool gender = (who->gender & what->gender) != 0 || what->kind != NAMES_PERSON;
    bool role = who->named && !what->plural &&
                (what->name.end - what->name.begin > 2 || is_headlined(self, what));
    bool people = what->plural && is_same_people(self, what, said);
    bool exact = what->definite || role || people ||
                 (what->plural && (is_bare(what) || is_same_text(self, what, said)));
    const bool others =
        is_some(self, said) && word_at(self, what->phrase.begin)->class == WORD_NAME;
    return exact && gender && !others && (people || is_compatible(self, what, entry));
}

/* "the judge", whoever bears that title. */
static bool is_the_office(const clusters *self, const mention *what) {
    return what->definite && what->function != FUNCTION_MODIFIER &&
           token_is_office(word_at(self, what->head));
}

/* Those who may be meant by a description, of all that have its noun. */
typedef struct {
    const mention *described; /* the latest before it that has no name */
    size_t who;               /* that is */
    const mention *titled;    /* the latest before it that has one */
    size_t holder;            /* that is, NO_ENTITY where there is none */
    size_t named;             /* any other, or that; NO_ENTITY where there is none */
    bool several;             /* of these */
} namesakes;

static namesakes namesakes_find(clusters *self, const mention *what) {
    namesakes out = {.who = NO_ENTITY, .holder = NO_ENTITY, .named = NO_ENTITY};
    const uint32_t *latest = lexicon_find(&self->nouns, noun_key(word_at(self, what->head)));
    uint32_t at = latest != NULL ? *latest : 0;
    for (int tried = 0; at > 0 && tried < ENTRIES_TRIED; tried++) {
        const described *entry = &self->described.items[at - 1];
        const mention *said = &self->mentions->items[entry->mention];
        at = entry->older;
        if (!may_be_same(self, what, entry)) {
            continue;
        }
        const size_t who = cluster_of(self, entry->entity);
        const bool before = said->phrase.begin < what->phrase.begin;
        if (said->form == MENTION_DESCRIPTION && before) {
            const bool later =
                out.described == NULL || (said > out.described && is_the_office(self, what));
            out.described = later ? said : out.described;
            out.who = later ? who : out.who;
            continue;
        }
        if (before && (out.titled == NULL || said > out.titled)) {
            out.titled = said;
            out.holder = who;
        }
        out.several |= out.named != NO_ENTITY && out.named != who;
        out.named = out.named == NO_ENTITY ? who : out.named;
    }
    return out;
}

/* The latest description before it with the same noun that it may be, or who was named by it as a
 * title since, else the only one elsewhere; NO_ENTITY if there is none, or several hold the office
 * and nothing more is said. */
static size_t same_noun(clusters *self, const mention *what) {
    const namesakes of = namesakes_find(self, what);
    if (of.described != NULL) {
        const bool named_since = of.titled != NULL && of.titled > of.described && !of.several &&
                                 is_the_office(self, what);
        return named_since ? of.named : of.who;
    }
    bool bare = what->name.end - what->name.begin == 1 && what->kind == NAMES_PERSON;
    if (of.several && !bare && of.holder != NO_ENTITY && is_the_office(self, what)) {
        return of.holder; /* of two vice presidents the one who was named before */
    }
    return of.several && bare ? NO_ENTITY : of.named;
}

/* "his brother" where "his brother Tom Reed" was the last of whom so much was said, and "my mother"
 * all along; NO_ENTITY where there is none. */
static size_t same_possessed(clusters *self, const mention *what) {
    const token *owner = word_at(self, what->phrase.begin);
    const uint32_t *latest = lexicon_find(&self->nouns, noun_key(word_at(self, what->head)));
    if (latest == NULL || *latest == 0 || what->plural || owner->class != WORD_PRONOUN) {
        return NO_ENTITY;
    }
    const described *entry = &self->described.items[*latest - 1];
    const mention *said = &self->mentions->items[entry->mention];
    const token *other = word_at(self, said->phrase.begin);
    bool mine = token_is(owner, "my") && owner->quotation == 0 && other->quotation == 0;
    bool same = str_equal(owner->lower, other->lower) && said->phrase.begin < what->phrase.begin &&
                what->phrase.end - what->phrase.begin == 2;
    return same && (mine || said->form == MENTION_NAME) ? cluster_of(self, entry->entity)
                                                        : NO_ENTITY;
}

static void place_descriptions(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        mention *what = &self->mentions->items[i];
        if (what->form != MENTION_DESCRIPTION || what->entity != NO_ENTITY) {
            continue;
        }
        bool alone = is_possessed(self, what) || is_whole(self, what) ||
                     is_general(word_at(self, what->head));
        size_t found = alone ? same_possessed(self, what) : same_noun(self, what);
        if (found != NO_ENTITY) {
            cluster_add(self, found, i);
        } else {
            found = cluster_new(self, i);
        }
        cluster_enter_noun(self, word_at(self, what->head), i, found);
    }
}

void cluster_descriptions(clusters *self) {
    cluster_appositions(self);
    place_descriptions(self);
}
