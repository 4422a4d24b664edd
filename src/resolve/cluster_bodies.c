/* The sieves of names of bodies: their parts, and the acronyms that they make. */
#include "resolve/cluster_parts.h"

#include "base/buf.h"

/* The first letters of the capitalized words, or of all words. */
static str initials(clusters *self, token_range name, bool all) {
    buf made = {0};
    for (size_t i = name.begin; i < name.end; i++) {
        const token *word = &self->tokens->items[i];
        if (all || word->capital) {
            buf_put(&made, str_slice(word->lower, (span){0, 1}));
        }
    }
    return key_kept(self, &made);
}

/* "Sachs" of "Goldman Sachs", "Corp.", the "America" of an outlet; but the Opal TV, Opal Services
 * and the Marlow Post are not Opal and Marlow. */
static bool says_nothing_besides(const clusters *self, token_range rest) {
    for (size_t i = rest.begin; i < rest.end; i++) {
        const token *word = &self->tokens->items[i];
        const bool form = token_is_one_of(word, "inc inc. corp corp. co co. ltd ltd. llc plc group "
                                                "company corporation international holdings "
                                                "pharmaceuticals technologies industries & and");
        if (!form && !token_is_place(word) &&
            (word->noun != 0 || word->capitals ||
             list_find(LIST_OF_WORD_CLASSES, word->lower, NULL))) {
            return false;
        }
    }
    return true;
}

/* Ends of two and more words of the name, and its beginnings: "Security Council", "Goldman". */
static void register_parts(clusters *self, size_t who, token_range name, named_kind kind) {
    size_t shortest = kind == NAMES_OUTLET ? 1 : 2; /* words; "the Times" */
    for (size_t i = name.begin + 1; i + shortest <= name.end; i++) {
        if (self->tokens->items[i].capital) {
            cluster_note(&self->parts, name_key(self, (token_range){i, name.end}), who);
        }
    }
    for (size_t i = name.begin + 2; i < name.end; i++) { /* "United Nations" of its council */
        if (!self->tokens->items[i - 1].capital || self->tokens->items[name.begin].capitals) {
            continue; /* "D.C. Court of" spells nothing out */
        }
        vec_push(&self->spelled, (token_range){name.begin, i});
        *lexicon_put(&self->beginnings, initials(self, (token_range){name.begin, i}, false)) =
            (uint32_t)self->spelled.count;
    }
    for (size_t i = name.begin + 1; i < name.end; i++) {
        if (self->tokens->items[i - 1].capital &&
            (i > name.begin + 1 || says_nothing_besides(self, (token_range){i, name.end}))) {
            cluster_note(&self->parts, name_key(self, (token_range){name.begin, i}), who);
        }
    }
}

void cluster_place_body(clusters *self, size_t index) {
    mention *of = &self->mentions->items[index];
    str whole = name_key(self, of->name);
    size_t found = cluster_find(self, &self->names, whole);
    if (found != NO_ENTITY) {
        cluster_add(self, found, index);
        return;
    }
    found = cluster_new(self, index);
    *lexicon_put(&self->names, whole) = (uint32_t)found + 1;
    if (of->kind != NAMES_PLACE && of->kind != NAMES_THING) {
        register_parts(self, found, of->name, of->kind);
    }
}

/* Whether a body bears the name of somebody: the Ford Foundation is not Ford. */
bool is_named_after(const clusters *self, size_t who) {
    const mention *full = &self->mentions->items[self->entities.items[who].full];
    return token_is_one_of(&self->tokens->items[full->head],
                           "foundation institute university center centre tower library "
                           "administration campaign hospital act school");
}

/* Of several words, and no surname with a suffix, which waits for its bearer. */
static bool is_long(const mention *of) {
    return of->form == MENTION_NAME && name_words(of) >= 2 && of->entity != NO_ENTITY;
}

/* A body whose whole name is the end of one other's is that one. */
void cluster_join_parts(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        mention *of = &self->mentions->items[i];
        if (is_long(of)) {
            size_t whole = cluster_find(self, &self->parts, name_key(self, of->name));
            bool apart =
                whole != NO_ENTITY && of->kind == NAMES_PERSON && is_named_after(self, whole);
            if (whole != NO_ENTITY && of->kind != NAMES_PLACE && !apart) {
                cluster_merge(self, of->entity, whole);
            }
        }
    }
}

/* The initials of a body's name; without a state's, as the DOJ is the U.S. Department of Justice.
 */
static void register_acronym(clusters *self, const mention *of, bool all) {
    const size_t who = cluster_of(self, of->entity);
    cluster_note(&self->acronyms, initials(self, of->name, all), who);
    const token *first = &self->tokens->items[of->name.begin];
    if ((first->noun & LETTER('l')) != 0 || token_is_one_of(first, "u.s. us u.k. uk")) {
        const token_range rest = {of->name.begin + 1, of->name.end};
        cluster_note(&self->acronyms, initials(self, rest, all), who);
    }
}

/* Once those that are one are joined. Those of all words count where none of capitals are the same.
 */
void cluster_note_acronyms(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        const mention *of = &self->mentions->items[i];
        if (is_long(of) && !is_person_like(of)) {
            register_acronym(self, of, false);
        }
    }
    for (size_t i = 0; i < self->mentions->count; i++) {
        const mention *of = &self->mentions->items[i];
        if (is_long(of) && !is_person_like(of) &&
            cluster_find(self, &self->acronyms, initials(self, of->name, true)) == NO_ENTITY) {
            register_acronym(self, of, true);
        }
    }
}
