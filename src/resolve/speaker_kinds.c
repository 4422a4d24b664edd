#include "resolve/names.h"
#include "resolve/resolver.h"

/* How sure "he" must be to show that a name is somebody's. */
#define SURE_OF_PERSON 0.5F

static const token *word_at(const resolver *self, size_t at) {
    return &self->tokens.items[at];
}

/* "Wolfe", of whom an excerpt tells no more: a surname alone. */
static bool is_surname(const resolver *self, const mention *full) {
    const token *only = word_at(self, full->name.begin);
    return full->name.end == full->name.begin + 1 && full->phrase.begin == full->name.begin &&
           !only->capitals && !only->headline && only->noun == 0 &&
           !(only->opening && list_find(LIST_OF_WORD_CLASSES, only->lower, NULL)) &&
           list_find(LIST_OF_SURNAMES, only->lower, NULL);
}

/* Whether a name of which nothing tells what it names is somebody's: he or she stands for it, it is
 * two or three words of which none is a common one, or a surname that "it" does not stand for. */
static bool is_somebody(const resolver *self, size_t number) {
    const mention *full = &self->mentions.items[self->entities.items[number].full];
    bool rare = name_is_rare(&self->tokens, full->name);
    for (size_t i = full->title.begin; i < full->title.end; i++) { /* "the news site" */
        rare &= word_at(self, i)->noun == 0 || (word_at(self, i)->noun & LETTER('p')) != 0;
    }
    return self->personal[number] || rare || (!self->bodily[number] && is_surname(self, full));
}

static speaker_kind kind_of(const resolver *self, size_t number) {
    const entity *who = &self->entities.items[number];
    switch (who->kind) {
    case NAMES_PERSON:
        return who->plural ? SPEAKER_GROUP : SPEAKER_PERSON;
    case NAMES_BODY:
    case NAMES_PLACE:
        return SPEAKER_ORGANIZATION;
    case NAMES_OUTLET:
        return SPEAKER_OUTLET;
    case NAMES_DOCUMENT:
        return SPEAKER_DOCUMENT;
    default:
        return who->named    ? is_somebody(self, number) ? SPEAKER_PERSON : SPEAKER_ORGANIZATION
               : who->plural ? SPEAKER_GROUP
                             : SPEAKER_UNKNOWN;
    }
}

/* "Trunk's wife", "the Trunk nomination": what only people have. */
static bool has_what_people_have(const resolver *self, const mention *name) {
    enum { WORDS_BEHIND = 3 };
    size_t at = name->name.end;
    const bool owner = at < self->tokens.count && word_at(self, at)->class == WORD_POSSESSIVE;
    at += owner;
    const token *last = word_at(self, name->name.end - 1);
    const bool of_name = name->function == FUNCTION_MODIFIER && last->noun == 0 &&
                         !list_find(LIST_OF_WORD_CLASSES, last->lower, NULL) &&
                         !list_find(LIST_OF_COUNTRIES, last->lower, NULL);
    for (size_t i = at; (owner || of_name) && i < self->tokens.count && i < at + WORDS_BEHIND &&
                        token_is_nominal(word_at(self, i));
         i++) {
        if (token_is_one_of(word_at(self, i),
                            "wife husband son daughter brother sister mother father speech rally "
                            "rallies candidacy presidency nomination supporters backers aides "
                            "doctrine inauguration memoir hair")) {
            return true;
        }
    }
    return false;
}

/* Whom "he" and "she" stand for more often than "they" does, and who has what people have. */
static void find_personal(resolver *self) {
    self->personal = arena_array(self->into, bool, self->entities.count + 1);
    self->bodily = arena_array(self->into, bool, self->entities.count + 1);
    int *more = arena_array(self->into, int, self->entities.count + 1);
    for (size_t i = 0; i < self->mentions.count; i++) {
        const mention *each = &self->mentions.items[i];
        if (each->form == MENTION_NAME && each->entity != NO_ENTITY) {
            more[each->entity] += has_what_people_have(self, each);
            self->personal[each->entity] = more[each->entity] > 0;
        }
        if (each->form == MENTION_PRONOUN && each->entity != NO_ENTITY) {
            const pronoun_sort sort = sort_of_pronoun(each);
            const bool sure = self->antecedents[i].certainty >= SURE_OF_PERSON;
            more[each->entity] += (sort == SORT_PERSON && sure) - (sort == SORT_PLURAL);
            self->bodily[each->entity] |= sort == SORT_THING && sure;
            self->personal[each->entity] = more[each->entity] > 0;
        }
    }
    for (size_t i = 0; i < self->mentions.count; i++) { /* "the airline" is nobody */
        const mention *each = &self->mentions.items[i];
        if (each->form == MENTION_DESCRIPTION && each->entity != NO_ENTITY &&
            each->kind == NAMES_BODY) {
            self->personal[each->entity] = false;
            self->bodily[each->entity] = true;
        }
    }
}

void find_kinds(resolver *self) {
    find_personal(self);
    self->kinds = arena_array(self->into, speaker_kind, self->entities.count + 1);
    for (size_t i = 0; i < self->entities.count; i++) {
        self->kinds[i] = kind_of(self, i);
    }
}
