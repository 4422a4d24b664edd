/* The sieves of descriptions: appositions, titles and copulas, then nouns with fitting modifiers.
 */
#include "base/ascii.h"
#include "resolve/clusters.h"
#include "resolve/extents.h"
#include "resolve/functions.h"
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

static void enter(clusters *self, const token *noun, size_t index, size_t who) {
    uint32_t *latest = lexicon_put(&self->nouns, noun_key(noun));
    vec_push(&self->described, (described){index, who, *latest});
    *latest = (uint32_t)self->described.count;
}

/* --- appositions, titles, copulas ------------------------------------------------------------ */

static bool is_person_word(const token *self) {
    return (self->noun & LETTER('p')) != 0;
}

/* The mention that is the head of the phrase that begins at this token; NULL where none does.
 * Looked for from `from` on. */
static mention *head_of_phrase_at(clusters *self, size_t from, size_t begin) {
    mention *head = NULL;
    for (size_t i = from; i < self->mentions->count; i++) {
        mention *each = &self->mentions->items[i];
        if (each->phrase.begin > begin && (head != NULL || each->phrase.begin > begin + 8)) {
            break;
        }
        if (each->phrase.begin == begin && each->function != FUNCTION_MODIFIER &&
            each->function != FUNCTION_POSSESSOR) {
            head = each;
        }
    }
    return head;
}

/* Whether a description may say who the one named is. */
static bool fits(const clusters *self, const mention *name, const mention *what) {
    const entity *who = &self->entities.items[cluster_of((clusters *)self, name->entity)];
    bool kinds = who->kind == NAMES_UNKNOWN || who->kind == what->kind ||
                 (who->kind == NAMES_PLACE && what->kind == NAMES_BODY) ||
                 (who->kind == NAMES_OUTLET && what->kind == NAMES_BODY);
    return kinds && !what->plural && (who->gender & what->gender) != 0;
}

static void take_description(clusters *self, size_t who, size_t what) {
    cluster_add(self, who, what);
    enter(self, word_at(self, self->mentions->items[what].head), what, who);
}

static size_t past_comma(const clusters *self, size_t at) {
    const token_list *tokens = self->tokens;
    if (at < tokens->count &&
        token_is(&tokens->items[at], "(")) { /* Rep. Moore (D-Wis.), the ... */
        for (size_t i = at; i < tokens->count && i < at + 8; i++) {
            if (token_is(&tokens->items[i], ")")) {
                at = i + 1;
                break;
            }
        }
    }
    return at < tokens->count && token_is(&tokens->items[at], ",") ? at + 1 : at;
}

static bool is_copula(const token *self) {
    return token_is(self, "is") || token_is(self, "was") || token_is(self, "became") ||
           token_is(self, "remains");
}

/* Past "of California" behind a name. */
static size_t past_origin(const clusters *self, size_t at) {
    const token_list *tokens = self->tokens;
    if (at + 1 >= tokens->count ||
        !(token_is(&tokens->items[at], "of") || token_is(&tokens->items[at], "at"))) {
        return at;
    }
    size_t end = at + 1;
    while (end < tokens->count && end < at + 6 && tokens->items[end].class == WORD_NAME) {
        end++;
    }
    return end > at + 1 ? end : at;
}

static bool is_mark(const clusters *self, size_t at) {
    return at < self->tokens->count && word_at(self, at)->class == WORD_MARK;
}

/* "harbour master" beside a person's name: a noun that is not known for one of people may be, where
 * marks set it off. */
static bool may_be_calling(const clusters *self, const mention *name, const mention *what) {
    return what->kind == NAMES_THING && !what->plural && name->kind == NAMES_PERSON &&
           is_mark(self, description_extent(self->tokens, what).end);
}

/* "Ortova leads, poll finds"; "five weeks before it hit Gannet Rock, an engineer at the yard
 * wrote": the subject of what follows, which no mark sets off. */
static bool is_subject_of_rest(const clusters *self, const mention *what) {
    const size_t end = description_extent(self->tokens, what).end;
    return end < self->tokens->count && word_at(self, end)->class == WORD_VERB &&
           (what->function == FUNCTION_SUBJECT || is_saying(word_at(self, end)));
}

/* "John Brennan, the former CIA director" and "John Brennan is the CIA director". */
static void describe_behind(clusters *self, size_t index) {
    mention *name = &self->mentions->items[index];
    size_t end = past_origin(self, name->phrase.end);
    size_t begin = past_comma(self, end);
    bool comma = begin > end;
    if (!comma) {
        bool copula = begin < self->tokens->count && is_copula(word_at(self, begin));
        if (!copula) {
            return;
        }
        begin++;
    }
    mention *what = head_of_phrase_at(self, index + 1, begin);
    if (what != NULL && what->form == MENTION_DESCRIPTION && what->entity == NO_ENTITY &&
        !(comma && is_subject_of_rest(self, what)) &&
        (fits(self, name, what) || (comma && may_be_calling(self, name, what)))) {
        take_description(self, name->entity, (size_t)(what - self->mentions->items));
    }
}

static bool opens_apposition(const token *self) {
    return token_is(self, ",") || token_is(self, "(") || token_is(self, "-") ||
           token_is(self, "\u2013") || token_is(self, "\u2014");
}

/* Whether somebody's office stands before his name: "President Obama", but not "Mr. Obama". */
static bool has_office(const clusters *self, const mention *name) {
    for (size_t i = name->title.begin; i < name->title.end; i++) {
        if (is_person_word(word_at(self, i))) {
            return true;
        }
    }
    return false;
}

/* The name that an apposition from `begin` on gives; NULL where it gives none. Callings may stand
 * before it in a row: "the actress and activist Rosa Diaz". */
static mention *name_in_apposition(clusters *self, size_t index, size_t begin) {
    mention *first = head_of_phrase_at(self, index + 1, begin);
    if (first == NULL) {
        return NULL;
    }
    if (first->form == MENTION_NAME) {
        return has_office(self, first) ? NULL : first;
    }
    size_t end = first->phrase.end;
    if (first->form != MENTION_DESCRIPTION || first->kind != NAMES_PERSON || first->plural ||
        end >= self->tokens->count || !token_is(word_at(self, end), "and")) {
        return NULL;
    }
    size_t at = (size_t)(first - self->mentions->items);
    mention *next = head_of_phrase_at(self, at + 1, end + 1);
    bool called = next != NULL && next->form == MENTION_NAME && has_office(self, next);
    if (called && next->entity != NO_ENTITY && fits(self, next, first)) {
        take_description(self, next->entity, at);
        return next;
    }
    return NULL;
}

/* "from Hull, Yorkshire": a word behind the name of a place is where that lies. */
static bool tells_where(const clusters *self, const mention *name) {
    const token *before = word_at(self, name->phrase.begin - 2);
    return name->kind != NAMES_PERSON && name->name.end - name->name.begin == 1 &&
           before->class == WORD_NAME;
}

/* "the CIA director, John Brennan". A calling is none where it may be the end of another phrase:
 * "after the vote, John Brennan". */
static void describe_before(clusters *self, size_t index) {
    mention *what = &self->mentions->items[index];
    const token_list *tokens = self->tokens;
    size_t begin = description_extent(tokens, what).end;
    if (begin >= tokens->count || !opens_apposition(word_at(self, begin))) {
        return;
    }
    mention *name = name_in_apposition(self, index, begin + 1);
    if (name == NULL || name->entity == NO_ENTITY ||
        (begin > what->phrase.end && tells_where(self, name))) {
        return;
    }
    size_t end = name->phrase.end;
    bool and = end < tokens->count && token_is(word_at(self, end), "and");
    bool closed = is_mark(self, end);
    bool person = what->kind == NAMES_PERSON && fits(self, name, what);
    bool calling = closed && may_be_calling(self, name, what) &&
                   what->function != FUNCTION_OBLIQUE && what->function != FUNCTION_OBJECT;
    if (!and&&(person || calling)) {
        take_description(self, name->entity, index);
    }
}

/* The words before a name say who it is: enter the last noun of a person among them. */
static void enter_title(clusters *self, size_t index) {
    const mention *name = &self->mentions->items[index];
    for (size_t i = name->title.end; i-- > name->title.begin;) {
        const token *noun = word_at(self, i);
        if (is_person_word(noun) || token_holds_office(noun)) {
            enter(self, noun, index, name->entity);
        }
    }
}

/* "party" of "Democratic Party", "association" of "Association of Flight Attendants". */
static void enter_body(clusters *self, size_t index) {
    const mention *name = &self->mentions->items[index];
    size_t telling = name->name.begin;
    while (telling + 1 < name->name.end && word_at(self, telling + 1)->class != WORD_PREPOSITION) {
        telling++;
    }
    const token *noun = word_at(self, telling);
    bool of_body = (noun->noun & (LETTER('o') | LETTER('c') | LETTER('n') | LETTER('d'))) != 0;
    if (of_body && name->name.end - name->name.begin > 1) {
        enter(self, noun, index, name->entity);
    }
}

static void gather_descriptions(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        const mention *each = &self->mentions->items[i];
        if (each->form == MENTION_NAME) {
            enter_title(self, i);
            if (each->kind != NAMES_PERSON && each->kind != NAMES_UNKNOWN) {
                enter_body(self, i);
            }
            describe_behind(self, i);
        } else if (each->form == MENTION_DESCRIPTION && each->entity == NO_ENTITY) {
            describe_before(self, i);
        }
    }
}

/* --- by noun --------------------------------------------------------------------------------- */

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
            !has_word(self, full->phrase, lower) && word->class != WORD_PRONOUN) {
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
    return exact && gender && (people || is_compatible(self, what, entry));
}

/* The latest description before it with the same noun that it may be, else the only one elsewhere;
 * NO_ENTITY if there is none, or several hold the office and nothing more is said. */
static size_t same_noun(clusters *self, const mention *what) {
    const token *noun = word_at(self, what->head);
    const uint32_t *latest = lexicon_find(&self->nouns, noun_key(noun));
    uint32_t at = latest != NULL ? *latest : 0;
    size_t only = NO_ENTITY;
    bool several = false;
    for (int tried = 0; at > 0 && tried < ENTRIES_TRIED; tried++) {
        const described *entry = &self->described.items[at - 1];
        const mention *said = &self->mentions->items[entry->mention];
        if (may_be_same(self, what, entry)) {
            size_t who = cluster_of(self, entry->entity);
            if (said->form == MENTION_DESCRIPTION && said->phrase.begin < what->phrase.begin) {
                return who;
            }
            several |= only != NO_ENTITY && only != who;
            only = only == NO_ENTITY ? who : only;
        }
        at = entry->older;
    }
    bool bare = what->name.end - what->name.begin == 1 && what->kind == NAMES_PERSON;
    return several && bare ? NO_ENTITY : only;
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
        bool alone = is_possessed(self, what) || is_general(word_at(self, what->head));
        size_t found = alone ? same_possessed(self, what) : same_noun(self, what);
        if (found != NO_ENTITY) {
            cluster_add(self, found, i);
        } else {
            found = cluster_new(self, i);
        }
        enter(self, word_at(self, what->head), i, found);
    }
}

void cluster_descriptions(clusters *self) {
    gather_descriptions(self);
    place_descriptions(self);
}
