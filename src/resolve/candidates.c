#include "resolve/names.h"
#include "resolve/offices.h"
#include "resolve/ranking.h"

enum {
    LOOK_BACK = 120, /* mentions */
    LOOK_AHEAD = 12  /* mentions, within the sentence */
};

/* Pronouns that were taken for somebody, each counted as far as it is sure, after which one of
 * another sex is no longer thought to mean the same. */
#define SURE_OF_SEX 1.2F

static bool may_be_plural(const entity *who) {
    return who->plural || who->kind == NAMES_BODY || who->kind == NAMES_OUTLET ||
           who->kind == NAMES_PLACE || (who->kind == NAMES_UNKNOWN && !who->named);
}

static bool agrees(const mention *pronoun, const entity *who) {
    switch (sort_of_pronoun(pronoun)) {
    case SORT_PLURAL:
        return may_be_plural(who);
    case SORT_THING:
        return (who->gender & GENDER_NEUTER) != 0 && !who->plural;
    default:
        return (who->gender & pronoun->gender) != 0 && !who->plural;
    }
}

/* Nouns that any body may be called by. */
static bool is_any_body(const token *noun) {
    return token_is_one_of(noun, "group organization organisation agency body company firm");
}

/* What a body's last word must not be for it to be called so: no party is an agency, though any
 * body may be a group. */
static bool is_other_body(const token *noun, const token *of_name) {
    static const struct {
        const char *nouns, *others;
    } OTHERS[] = {
        {"agency company firm", "committee party union association university college senate "
                                "congress court church council school campaign league"},
        {"company firm", "department ministry agency bureau administration commission police"},
    };
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        if (token_is_one_of(noun, OTHERS[i].nouns) && token_is_one_of(of_name, OTHERS[i].others)) {
            return true;
        }
    }
    return false;
}

/* What is a side in court, or learns and teaches: no other body is called so. */
static bool is_own_sort(const token *noun, const token *of_name) {
    const bool side = token_is_one_of(noun, "defense defence prosecution");
    const bool school = token_is(noun, "school");
    return side || (school && !token_is_one_of(of_name, "school university college academy "
                                                        "institute seminary state tech"));
}

/* "the union" for an association, a brotherhood. */
static bool is_union_of(const ranking *self, const token *noun, const mention *name) {
    for (size_t i = name->name.begin; i < name->name.end && token_is(noun, "union"); i++) {
        if (token_is_one_of(
                &self->task->tokens->items[i],
                "association federation brotherhood guild teamsters workers congress")) {
            return true;
        }
    }
    return false;
}

static bool is_country(const ranking *self, const mention *name) {
    str people = {0};
    return list_find(LIST_OF_COUNTRIES, name_lower(self->task->tokens, name->name), &people) &&
           people.size == 0;
}

/* "the bank" is no senate: the name has no other noun of a body. */
static bool body_fits(const ranking *self, const mention *what, const entity *who) {
    const token *items = self->task->tokens->items;
    const mention *name = &self->task->mentions->items[who->full];
    const token *noun = &items[what->head];
    const token *of_name = &items[name->head];
    bool governs = (noun->noun & LETTER('c')) != 0;
    if (who->kind == NAMES_PLACE || governs) {
        if (token_is_one_of(of_name, "street avenue road river lake mount park square hill bay")) {
            return false; /* Wall Street has no government */
        }
        const bool country = token_is_one_of(noun, "country nation");
        return who->kind == NAMES_PLACE && governs && (!country || is_country(self, name));
    }
    if (who->kind == NAMES_OUTLET && (noun->noun & LETTER('n')) == 0 && !is_any_body(noun)) {
        return false; /* no paper is a council */
    }
    if (is_other_body(noun, of_name) || is_own_sort(noun, of_name) ||
        (name_is_of_members(self->task->tokens, name->name) && !is_any_body(noun))) {
        return false; /* "Veterans of the Sea" are no legislature */
    }
    bool press = (noun->noun & LETTER('n')) != 0; /* "the newspaper", whatever its name ends in */
    if (press && (noun->noun & LETTER('o')) == 0) {
        return who->kind == NAMES_OUTLET;
    }
    bool other = (of_name->noun & (LETTER('o') | LETTER('n') | LETTER('d'))) != 0 &&
                 !str_equal(of_name->lower, noun->lower) && !is_union_of(self, noun, name);
    bool known = who->kind == NAMES_UNKNOWN && who->count >= 2 &&
                 !name_is_rare(self->task->tokens, name->name);
    bool kind = who->kind == NAMES_BODY || who->kind == NAMES_OUTLET || known;
    return kind && (!other || is_any_body(noun));
}

/* Whether the text calls this one by the office that the description tells, before the name. */
static bool holds_office(const ranking *self, const mention *what, size_t who) {
    const token *items = self->task->tokens->items;
    return self->offices[who] > 0 && str_equal(office_called(items[self->offices[who] - 1].lower),
                                               office_called(items[what->head].lower));
}

/* "the convicted killer" is not the judge who sentenced him. */
static bool is_accused_by(const token *noun, const token *office) {
    return token_is_one_of(noun, "killer murderer suspect defendant gunman shooter convict inmate "
                                 "prisoner rapist fugitive") &&
           token_is_one_of(office, "judge justice prosecutor sheriff detective attorney lawyer");
}

/* "the British prime minister" is not President Putin; but a candidate may be a senator, too. */
static bool holds_another(const ranking *self, const mention *what, size_t who) {
    const token *items = self->task->tokens->items;
    if (self->offices[who] > 0 &&
        is_accused_by(&items[what->head], &items[self->offices[who] - 1])) {
        return true;
    }
    return self->offices[who] > 0 && token_is_office(&items[what->head]) &&
           !token_may_be_held_besides(&items[what->head]) &&
           !token_may_be_held_besides(&items[self->offices[who] - 1]) &&
           !holds_office(self, what, who);
}

static bool may_be_described(const ranking *self, const mention *what, size_t number) {
    const entity *who = &self->task->entities->items[number];
    if (!who->named || who->plural) {
        return false;
    }
    if (what->kind == NAMES_PERSON) {
        return who->kind == NAMES_PERSON && (who->gender & what->gender) != 0 &&
               !holds_another(self, what, number);
    }
    return body_fits(self, what, who);
}

/* "he" for one who has been "she" before; or "it" for one who was either, of which a text is surer.
 */
static bool is_told_otherwise(const ranking *self, const mention *pronoun, size_t who) {
    const float sure = pronoun->gender == GENDER_NEUTER ? SURE_OF_SEX / 2 : SURE_OF_SEX;
    return (self->genders[who] & pronoun->gender) == 0 && self->told[who] >= sure;
}

/* Whether the description stands in a row with this one: "Max Roth and the mayor". */
static bool is_in_row_with(const ranking *self, size_t index, const mention *m) {
    const mention *p = &self->task->mentions->items[index];
    const mention *before = index > 0 ? p - 1 : p;
    return p->form == MENTION_DESCRIPTION && p->after_and && before->entity == m->entity &&
           before->phrase.end + 1 == p->phrase.begin;
}

/* Efforts, measures: whoever is said to have said or thought something is none of these. */
static bool is_inanimate(const token *noun) {
    str letters = {0};
    const str word = noun->lower;
    const bool s = word.size > 3 && word.data[word.size - 1] == 's';
    const str one = {word.data, word.size - s};
    return noun->noun == 0 && noun->class == WORD_NOUN &&
           list_find(LIST_OF_WORD_CLASSES, one, &letters) && letters.size > 0 &&
           letters.data[0] == 'N';
}

static bool cannot_say(const ranking *self, const mention *pronoun, const mention *m) {
    const token *noun = &self->task->tokens->items[m->head];
    const bool place = noun->noun == LETTER('l'); /* "the building" */
    return self->about.source_of != NO_RELATION && sort_of_pronoun(pronoun) == SORT_PLURAL &&
           m->form == MENTION_DESCRIPTION &&
           (place || (m->kind == NAMES_THING && is_inanimate(noun)));
}

/* "The mayor predicted that if Reed ran, he would lose": whom somebody names in what he is told to
 * have said is another. */
static bool is_named_by(const ranking *self, const mention *m) {
    const token *head = &self->task->tokens->items[m->head];
    return self->task->voices[m->head] == self->about.source_of && m->form == MENTION_NAME &&
           m->entity != NO_ENTITY && m->function != FUNCTION_MODIFIER && head->quotation == 0;
}

/* The first one behind mention `at` whom the source at `source` names; NULL: nobody. */
static const mention *next_named(const ranking *self, size_t source, size_t at) {
    const mention_list *mentions = self->task->mentions;
    for (size_t i = at + 1;
         self->about.source_of != NO_RELATION && i < mentions->count && i <= source + LOOK_AHEAD;
         i++) {
        if (is_named_by(self, &mentions->items[i])) {
            return &mentions->items[i];
        }
    }
    return NULL;
}

bool candidates_names(const ranking *self, size_t source, size_t who) {
    const mention *all = self->task->mentions->items;
    const mention *m = next_named(self, source, source);
    while (m != NULL && m->entity != who) {
        m = next_named(self, source, (size_t)(m - all));
    }
    return m != NULL;
}

void candidates_leave_out_named(ranking *self, size_t source) {
    const mention *all = self->task->mentions->items;
    for (const mention *m = next_named(self, source, source); m != NULL;
         m = next_named(self, source, (size_t)(m - all))) {
        self->seen[m->entity] = source + 1;
    }
}

static void consider(ranking *self, size_t pronoun, size_t index, uint32_t sentence) {
    const mention *m = &self->task->mentions->items[index];
    const mention *p = &self->task->mentions->items[pronoun];
    if (m->entity == NO_ENTITY || index == pronoun ||
        (p->entity == m->entity && p->form == MENTION_DESCRIPTION)) {
        return;
    }
    const entity *who = &self->task->entities->items[m->entity];
    if (is_in_row_with(self, pronoun, m)) {
        return; /* "Max Roth and the mayor" */
    }
    bool fits = p->form == MENTION_PRONOUN ? agrees(p, who) && !cannot_say(self, p, m) &&
                                                 !is_told_otherwise(self, p, m->entity)
                                           : may_be_described(self, p, m->entity);
    if (!fits) {
        return;
    }
    bool near = self->task->tokens->items[m->head].sentence + 1 >= sentence;
    if (self->seen[m->entity] == pronoun + 1) {
        for (size_t i = 0; i < self->count && near; i++) {
            self->candidates[i].again += self->candidates[i].entity == m->entity;
        }
        return;
    }
    if (self->count < CANDIDATES_MAX && !(m->phrase.begin <= p->head && m->phrase.end > p->head)) {
        self->seen[m->entity] = pronoun + 1;
        self->candidates[self->count] = (candidate){index, m->entity, self->count, near, 0, false};
        self->count++;
    }
}

/* Whether the pronoun's paragraph begins with the full name of somebody who may be meant. */
static bool is_led_by_name(const ranking *self, size_t pronoun) {
    const mention *p = &self->task->mentions->items[pronoun];
    const token *items = self->task->tokens->items;
    for (size_t i = 0; i < self->count; i++) {
        const mention *m = &self->task->mentions->items[self->candidates[i].mention];
        const token *first = &items[m->phrase.begin];
        if (m->form == MENTION_NAME && m->kind == NAMES_PERSON && m->name.end > m->name.begin + 1 &&
            m < p && first->quotation == 0 && first->paragraph == items[p->head].paragraph &&
            (m->phrase.begin == 0 || first[-1].paragraph != first->paragraph)) {
            return true;
        }
    }
    return false;
}

/* Whether something parts the tokens from `at` up to the phrase: a mark or "and"; for `strict`, any
 * word that begins a clause. */
static bool is_parted(const token *items, size_t at, size_t end, bool strict) {
    for (; at < end; at++) {
        const word_class class = items[at].class;
        if (class == WORD_MARK || class == WORD_CONJUNCTION ||
            (strict && (class == WORD_SUBORDINATOR || class == WORD_RELATIVE))) {
            return true;
        }
    }
    return false;
}

/* "The New York businessman praised Reed": whom his clause names behind him is another, and so is
 * the subject before him in "Weeks stopped the bout when the American gave no answer". */
static void leave_out_others(ranking *self, size_t described) {
    const mention_list *mentions = self->task->mentions;
    const token *items = self->task->tokens->items;
    const mention *what = &mentions->items[described];
    const token *head = &items[what->head];
    for (size_t i = described; i-- > 0 && i + LOOK_AHEAD > described;) {
        const mention *m = &mentions->items[i];
        if (items[m->head].sentence != head->sentence ||
            is_parted(items, m->phrase.end, what->phrase.begin, false)) {
            break;
        }
        if (m->form == MENTION_NAME && m->entity != NO_ENTITY && m->function == FUNCTION_SUBJECT) {
            self->seen[m->entity] = described + 1;
        }
    }
    for (size_t i = described + 1; i < mentions->count && i < described + LOOK_AHEAD; i++) {
        const mention *m = &mentions->items[i];
        const token *named = &items[m->head];
        if (named->sentence != head->sentence ||
            is_parted(items, what->phrase.end, m->phrase.begin, true)) {
            break;
        }
        if (m->form == MENTION_NAME && m->entity != NO_ENTITY) {
            self->seen[m->entity] = described + 1;
        }
    }
}

void candidates_gather(ranking *self, size_t pronoun) {
    const mention_list *mentions = self->task->mentions;
    const token_list *tokens = self->task->tokens;
    uint32_t sentence = tokens->items[mentions->items[pronoun].head].sentence;
    self->count = 0;
    const mention *what = &mentions->items[pronoun];
    const bool subject = what->form == MENTION_DESCRIPTION && what->function == FUNCTION_SUBJECT;
    if (subject) {
        leave_out_others(self, pronoun);
    }
    for (size_t i = pronoun; i-- > 0 && i + LOOK_BACK >= pronoun;) {
        consider(self, pronoun, i, sentence);
    }
    size_t limit = pronoun + LOOK_AHEAD;
    for (size_t i = pronoun + 1; i < mentions->count && i < limit && !subject; i++) {
        const mention *m = &mentions->items[i];
        if (tokens->items[m->head].sentence != sentence) {
            break;
        }
        if (m->form == MENTION_NAME) {
            consider(self, pronoun, i, sentence);
        }
    }
    const bool led = is_led_by_name(self, pronoun);
    for (size_t i = 0; i < self->count; i++) {
        candidate *each = &self->candidates[i];
        const mention *m = &mentions->items[each->mention];
        each->rivals = self->count;
        each->replaced = led && tokens->items[m->head].paragraph <
                                    tokens->items[mentions->items[pronoun].head].paragraph;
    }
}

/* "the Vermont senator": where somebody near is a senator by title, nobody else is meant. */
void candidates_keep_holders(ranking *self, const mention *what, bool told) {
    size_t kept = 0;
    bool place = true; /* is all that is said besides */
    for (size_t i = what->name.begin; i < what->head; i++) {
        place &= (self->task->tokens->items[i].noun & LETTER('l')) != 0;
    }
    for (size_t i = 0; i < self->count && (place || told); i++) {
        if (holds_office(self, what, self->candidates[i].entity)) {
            self->candidates[kept++] = self->candidates[i];
        }
    }
    self->count = kept > 0 || told ? kept : self->count;
}

/* Of each entity the office that the text calls it by: the first one, but rather one that is held
 * alone than one beside others. */
void candidates_find_offices(ranking *self) {
    const mention_list *mentions = self->task->mentions;
    const token *items = self->task->tokens->items;
    for (size_t i = 0; i < mentions->count; i++) {
        const mention *m = &mentions->items[i];
        if (m->form != MENTION_NAME || m->entity == NO_ENTITY) {
            continue;
        }
        size_t *held = &self->offices[m->entity];
        for (size_t at = m->title.begin; at < m->title.end; at++) {
            const bool here = *held > m->title.begin; /* the last of one title */
            const bool besides = token_may_be_held_besides(&items[at]);
            const bool more =
                *held == 0 || (token_may_be_held_besides(&items[*held - 1]) ? here || !besides
                                                                            : here && !besides);
            *held = token_holds_office(&items[at]) && more ? 1 + at : *held;
        }
    }
}
