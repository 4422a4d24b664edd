/* The sieves of names: full names of people, short forms, single words. */
#include "resolve/cluster_parts.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "resolve/names.h"

#include <string.h>

enum { NICKNAMES_TRIED = 12, TYPOS_TRIED = 64 };

typedef struct {
    clusters *in;
    mention *of;
    size_t index;
} name_case;

size_t name_words(const mention *self) {
    return self->name.end - self->name.begin;
}

void cluster_note(lexicon *map, str key, size_t who) {
    uint32_t *place = lexicon_put(map, key);
    uint32_t value = (uint32_t)who + 1;
    *place = *place == 0 || *place == value ? value : AMBIGUOUS;
}

size_t cluster_find(clusters *self, const lexicon *map, str key) {
    const uint32_t *found = lexicon_find(map, key);
    return found == NULL || *found == AMBIGUOUS ? NO_ENTITY : cluster_of(self, *found - 1);
}

/* --- people ---------------------------------------------------------------------------------- */

static surname *surname_of(clusters *self, str last, bool make) {
    const uint32_t *found = lexicon_find(&self->last_names, last);
    if (found == NULL && make) {
        vec_push(&self->surnames, (surname){NO_ENTITY, NO_ENTITY, 0});
        *lexicon_put(&self->last_names, last) = (uint32_t)self->surnames.count;
        return &self->surnames.items[self->surnames.count - 1];
    }
    return found != NULL ? &self->surnames.items[*found - 1] : NULL;
}

static bool is_short_for(str nickname, str name) {
    str full = {0};
    return list_find(LIST_OF_NICKNAMES, nickname, &full) && ascii_has_word(full, name);
}

/* Whether one first name stands for the other; two that may both be "Pat" are two. */
static bool is_form_of(const clusters *self, str first, size_t who) {
    const mention *full = &self->mentions->items[self->entities.items[who].full];
    const str other = self->tokens->items[full->name.begin].lower;
    return str_equal(first, other) || is_short_for(first, other) || is_short_for(other, first);
}

/* Someone known by another form of the first name: Mike for Michael, J. for John. */
static size_t other_first_name(clusters *self, str first, str last) {
    str full = {0};
    if (list_find(LIST_OF_NICKNAMES, first, &full)) {
        size_t at = 0;
        for (int tried = 0; at < full.size && tried < NICKNAMES_TRIED; tried++) {
            const char *blank = memchr(full.data + at, ' ', full.size - at);
            size_t end = blank != NULL ? (size_t)(blank - full.data) : full.size;
            size_t found = cluster_find(self, &self->names,
                                        name_joined(self, str_slice(full, (span){at, end}), last));
            if (found != NO_ENTITY && is_form_of(self, first, found)) {
                return found;
            }
            at = end + 1;
        }
    }
    return NO_ENTITY;
}

static void register_person(clusters *self, size_t who, str first, str last) {
    *lexicon_put(&self->names, name_joined(self, first, last)) = (uint32_t)who + 1;
    str nickname = {0};
    if (list_find(LIST_OF_NICKNAMES, first, &nickname)) {
        for (size_t at = 0; at < nickname.size;) { /* so that the full form after it is found */
            const char *blank = memchr(nickname.data + at, ' ', nickname.size - at);
            size_t end = blank != NULL ? (size_t)(blank - nickname.data) : nickname.size;
            uint32_t *place = lexicon_put(
                &self->names, name_joined(self, str_slice(nickname, (span){at, end}), last));
            *place = *place == 0 ? (uint32_t)who + 1 : *place;
            at = end + 1;
        }
    }
    cluster_note(&self->forenames, first, who);
}

/* The surname alone means him whose name has no suffix, if there is one. */
static void note_surname(clusters *self, size_t who, str last, bool is_new) {
    surname *of = surname_of(self, last, true);
    of->count += is_new;
    const bool junior =
        name_has_suffix(self, &self->mentions->items[self->entities.items[who].full]);
    const bool other = of->foremost != NO_ENTITY && of->foremost != who;
    if (junior && other) {
        return;
    }
    const mention *full =
        other ? &self->mentions->items[self->entities.items[of->foremost].full] : NULL;
    if (full != NULL && name_has_suffix(self, full)) {
        of->foremost = NO_ENTITY;
    }
    if (of->foremost == NO_ENTITY ||
        self->full_count.items[who] > self->full_count.items[of->foremost]) {
        of->foremost = who;
    }
}

/* The person of that name before, of that suffix if there is one; NO_ENTITY where it is new. */
static size_t person_named(clusters *self, const mention *of, str whole, str first, str last) {
    size_t found = name_has_suffix(self, of)
                       ? cluster_find(self, &self->names, name_suffixed(self, whole, of))
                       : NO_ENTITY;
    if (found != NO_ENTITY) {
        return found;
    }
    found = cluster_find(self, &self->names, whole);
    found = found != NO_ENTITY ? found
                               : cluster_find(self, &self->names, name_joined(self, first, last));
    found = found != NO_ENTITY ? found : other_first_name(self, first, last);
    return found != NO_ENTITY && name_is_namesakes(self, of, found) ? NO_ENTITY : found;
}

static void place_person(clusters *self, size_t index) {
    mention *of = &self->mentions->items[index];
    str first = self->tokens->items[of->name.begin].lower;
    const bool shares = of->surname != NO_SURNAME;
    str last = shares ? self->tokens->items[of->surname].lower : name_last_word(self, of)->lower;
    str whole = shares ? name_joined(self, first, last) : name_key(self, of->name);
    const bool junior = name_has_suffix(self, of);
    const bool namesake = junior && cluster_find(self, &self->names, whole) != NO_ENTITY;
    size_t found = person_named(self, of, whole, first, last);
    bool is_new = found == NO_ENTITY;
    if (is_new) {
        found = cluster_new(self, index);
        for (size_t i = of->name.begin + 1; i + 2 <= of->name.end; i++) { /* Enrique Pena Nieto */
            cluster_note(&self->parts, name_key(self, (token_range){i, of->name.end}), found);
        }
        if (!namesake) {
            register_person(self, found, first, last);
        }
    } else {
        cluster_add(self, found, index);
    }
    if (junior) {
        *lexicon_put(&self->names, name_suffixed(self, whole, of)) = (uint32_t)found + 1;
        *lexicon_put(&self->names, name_suffixed(self, last, of)) = (uint32_t)found + 1;
    }
    if (!namesake) {
        *lexicon_put(&self->names, whole) = (uint32_t)found + 1;
    }
    const bool country = of->kind == NAMES_UNKNOWN && list_find(LIST_OF_COUNTRIES, last, NULL);
    if (!country) { /* "Unbalancing Norway" */
        note_surname(self, found, last, is_new);
    }
}

bool is_person_like(const mention *of) {
    return of->kind == NAMES_PERSON || of->kind == NAMES_UNKNOWN;
}

/* "Roth Jr.": a short name, as "Roth" is. */
static bool is_surname_with_suffix(const clusters *self, const mention *of) {
    return name_has_suffix(self, of) &&
           name_last_word(self, of) == &self->tokens->items[of->name.begin];
}

static void place_long_names(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        mention *of = &self->mentions->items[i];
        const bool is_short = name_words(of) < 2 && of->surname == NO_SURNAME;
        if (of->form != MENTION_NAME || is_short || is_surname_with_suffix(self, of)) {
            continue;
        }
        if (is_person_like(of)) {
            place_person(self, i);
        } else {
            cluster_place_body(self, i);
        }
    }
}

/* --- single words ---------------------------------------------------------------------------- */

static bool may_be(const clusters *self, size_t who, const mention *of) {
    bool titled = of->title.begin < of->title.end;
    return who != NO_ENTITY &&
           (!titled || of->gender == 0 || (self->entities.items[who].gender & of->gender) != 0);
}

static size_t by_surname(clusters *self, const mention *of, str last) {
    surname *among = surname_of(self, last, false);
    if (among == NULL || among->foremost == NO_ENTITY) {
        return NO_ENTITY;
    }
    size_t foremost = cluster_of(self, among->foremost);
    size_t latest = among->latest == NO_ENTITY ? NO_ENTITY : cluster_of(self, among->latest);
    if (latest != NO_ENTITY && may_be(self, latest, of) &&
        2 * self->full_count.items[latest] > self->full_count.items[foremost]) {
        return latest;
    }
    return may_be(self, foremost, of) ? foremost : may_be(self, latest, of) ? latest : NO_ENTITY;
}

static bool one_letter_apart(str a, str b) {
    str shorter = a.size <= b.size ? a : b;
    str longer = a.size <= b.size ? b : a;
    if (shorter.size < 5 || longer.size - shorter.size > 1) {
        return false;
    }
    size_t same = 0;
    while (same < shorter.size && shorter.data[same] == longer.data[same]) {
        same++;
    }
    str rest = str_slice(shorter, (span){same + (longer.size == shorter.size), shorter.size});
    return same > 0 && str_equal(rest, str_slice(longer, (span){same + 1, longer.size}));
}

/* A surname with one letter wrong is still the surname; only a few are tried. */
static size_t by_typo(clusters *self, str last) {
    size_t tried = self->last_names.capacity < TYPOS_TRIED * 4 ? self->last_names.capacity : 0;
    for (size_t i = 0; i < tried; i++) {
        const lexicon_entry *entry = &self->last_names.entries[i];
        const size_t foremost =
            entry->used ? self->surnames.items[entry->value - 1].foremost : NO_ENTITY;
        if (foremost != NO_ENTITY && !str_equal(entry->key, last) &&
            one_letter_apart(entry->key, last)) {
            return cluster_of(self, foremost);
        }
    }
    return NO_ENTITY;
}

/* "Los Hijos de Trunk", of a text that spoke of Trunk before: of which nothing tells that it names
 * a person, and who it would be. */
static bool is_thing_named_after(const clusters *self, size_t who, const mention *of, str word) {
    const entity *thing = &self->entities.items[who];
    const bool before =
        of < &self->mentions->items[thing->first] && !self->tokens->items[of->name.begin].headline;
    const mention *full = &self->mentions->items[thing->full];
    return thing->kind == NAMES_UNKNOWN && name_words(full) > 2 &&
           (before || lexicon_find(&self->words, word) != NULL);
}

/* One who is named in full elsewhere, by a first name that lists have or that is known for a
 * person's. */
static size_t by_first_name(clusters *self, const mention *of, str word) {
    const size_t found = cluster_find(self, &self->forenames, word);
    if (found == NO_ENTITY || first_name_gender(word) != 0) {
        return found;
    }
    const mention *full = &self->mentions->items[self->entities.items[found].full];
    return full->kind == NAMES_PERSON && of->kind != NAMES_PLACE &&
                   !list_find(LIST_OF_WORD_CLASSES, word, NULL)
               ? found
               : NO_ENTITY;
}

static size_t place_of_word(clusters *self, const mention *of, str word) {
    const token *only = &self->tokens->items[of->name.begin];
    bool titled = of->title.begin < of->title.end;
    size_t found = NO_ENTITY;
    if (!titled && (only->capitals || only->lower.size > word.size)) {
        found = cluster_find(self, &self->acronyms, word);
    }
    bool dotted = only->lower.size > word.size + 1;
    if (found == NO_ENTITY && !dotted) {
        found = by_surname(self, of, word);
        found =
            found != NO_ENTITY && is_thing_named_after(self, found, of, word) ? NO_ENTITY : found;
        found = found != NO_ENTITY || only->capitals ? found : by_first_name(self, of, word);
    }
    if (found == NO_ENTITY && !titled && of->kind != NAMES_PLACE) {
        found = cluster_find(self, &self->parts, word);
        found = found != NO_ENTITY && is_named_after(self, found) ? NO_ENTITY : found;
    }
    found = found != NO_ENTITY ? found : cluster_find(self, &self->words, word);
    bool may_be_typo =
        found == NO_ENTITY && of->kind == NAMES_UNKNOWN &&
        !list_find(LIST_OF_COUNTRIES, word, NULL) &&
        (of->function == FUNCTION_SUBJECT || !list_find(LIST_OF_WORD_CLASSES, word, NULL));
    return may_be_typo ? by_typo(self, word) : found;
}

/* An acronym that is spelled out only within a longer name is called by that part of it. */
static void spell_out(clusters *self, mention *of, str word) {
    const token *only = &self->tokens->items[of->name.begin];
    const uint32_t *found = lexicon_find(&self->beginnings, word);
    if (found != NULL && word.size > 1 && (only->capitals || only->lower.size > word.size)) {
        of->called = self->spelled.items[*found - 1];
    }
}

static void place_single(clusters *self, size_t index) {
    mention *of = &self->mentions->items[index];
    str word = name_key(self, of->name);
    const bool junior = name_has_suffix(self, of);
    size_t found = junior ? cluster_find(self, &self->names, name_suffixed(self, word, of))
                          : place_of_word(self, of, word);
    /* Alone, a word that is a first name of men may be a surname of anybody. */
    bool titled = of->title.begin < of->title.end;
    if (of->kind == NAMES_PERSON && !titled && found != NO_ENTITY) {
        of->gender = GENDER_MALE | GENDER_FEMALE;
    }
    if (found != NO_ENTITY) {
        cluster_add(self, found, index);
    } else {
        spell_out(self, of, word);
        found = cluster_new(self, index);
        if (junior) {
            *lexicon_put(&self->names, name_suffixed(self, word, of)) = (uint32_t)found + 1;
        }
        if (!junior || lexicon_find(&self->words, word) == NULL) {
            *lexicon_put(&self->words, word) = (uint32_t)found + 1;
        }
    }
    surname *among = surname_of(self, word, false);
    if (among != NULL && !junior) {
        among->latest = found;
    }
}

/* In the order of the text, as who was named last matters. */
static void place_short_names(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        mention *of = &self->mentions->items[i];
        if (of->form != MENTION_NAME) {
            continue;
        }
        if (of->surname != NO_SURNAME) {
            continue;
        }
        if (name_words(of) == 1 || is_surname_with_suffix(self, of)) {
            place_single(self, i);
        } else if (is_person_like(of) && !name_has_suffix(self, of)) {
            surname *among = surname_of(self, name_last_word(self, of)->lower, true);
            among->latest = of->entity;
        }
    }
}

void cluster_names(clusters *self) {
    place_long_names(self);
    cluster_join_parts(self);
    cluster_note_acronyms(self);
    place_short_names(self);
}
