#include "resolve/cast.h"

#include "base/ascii.h"
#include "base/vec.h"
#include "resolve/extents.h"

#include <stdlib.h>

/* Of one speaker, and of those named beside the speakers: more would tell little. */
enum { NAMES_MAX = 12, ROLES_MAX = 8, OTHERS_MAX = 40 };

enum { OTHER_MIN = 3 }; /* bytes of a name */

typedef struct {
    const cast_task *task;
    arena *into;
    size_t *places; /* for each entity, and the author: 1 + its place in the cast; 0: not in it */
    VEC(cast_member) members;
    uint8_t *pronouns; /* for each entity the genders of the pronouns that stand for it */
} casting;

/* --- what a member is called ------------------------------------------------------------------ */

static void add_name(name_list *to, size_t most, str name, arena *into) {
    bool known = name.size == 0 || to->count == most;
    for (size_t i = 0; !known && i < to->count; i++) {
        known = ascii_equal(to->items[i], name);
    }
    if (known) {
        return;
    }
    if (to->items == NULL) {
        to->items = arena_array(into, str, most);
    }
    to->items[to->count++] = name;
}

static void add_mention(casting *self, cast_member *to, const mention *m) {
    const token_list *tokens = self->task->tokens;
    if (m->form == MENTION_NAME) {
        add_name(&to->names, NAMES_MAX, tokens_text(tokens, without_article(tokens, m->name)),
                 self->into);
        add_name(&to->names, NAMES_MAX, tokens_text(tokens, without_article(tokens, m->called)),
                 self->into);
        add_name(&to->roles, ROLES_MAX, tokens_text(tokens, without_article(tokens, m->title)),
                 self->into);
    } else if (m->form == MENTION_DESCRIPTION && to->named) {
        add_name(&to->roles, ROLES_MAX, tokens_text(tokens, description_extent(tokens, m)),
                 self->into);
    }
}

/* --- who is in it ----------------------------------------------------------------------------- */

/* The gender that its names and titles tell or, where they tell none, all its pronouns. */
static char sex_of(const casting *self, size_t number) {
    uint8_t told = self->task->entities->items[number].gender & (GENDER_MALE | GENDER_FEMALE);
    uint8_t one = told == (GENDER_MALE | GENDER_FEMALE) ? self->pronouns[number] : told;
    return one == GENDER_MALE ? 'm' : one == GENDER_FEMALE ? 'f' : 0;
}

/* `name`: as it is called where it speaks alone; data NULL where it does not. */
static void add_member(casting *self, size_t number, str name) {
    const entity_list *entities = self->task->entities;
    if (self->places[number] != 0) {
        return;
    }
    cast_member new = {.entity = number, .name = STR("author"), .kind = SPEAKER_AUTHOR};
    if (number < entities->count) {
        const entity *who = &entities->items[number];
        new.name = name.data != NULL ? name : self->task->descriptions[number];
        new.kind = self->task->kinds[number];
        new.named = who->named;
        new.sex = new.kind == SPEAKER_PERSON ? sex_of(self, number) : 0;
    } else {
        add_name(&new.names, NAMES_MAX, self->task->facts->author, self->into);
    }
    vec_push(&self->members, new);
    self->places[number] = self->members.count;
}

static void count_pronouns(casting *self) {
    for (size_t i = 0; i < self->task->mentions->count; i++) {
        const mention *m = &self->task->mentions->items[i];
        uint8_t sex = m->gender & (GENDER_MALE | GENDER_FEMALE);
        if (m->form == MENTION_PRONOUN && m->entity != NO_ENTITY && !m->plural &&
            (sex == GENDER_MALE || sex == GENDER_FEMALE)) {
            self->pronouns[m->entity] |= sex;
        }
    }
}

/* --- who else is named ------------------------------------------------------------------------ */

/* Those mentioned most often come first, then those mentioned first. */
static int by_mentions(const void *left, const void *right) {
    const entity *a = *(const entity *const *)left, *b = *(const entity *const *)right;
    if (a->count != b->count) {
        return a->count > b->count ? -1 : 1;
    }
    return (a->first > b->first) - (a->first < b->first);
}

static bool is_worth_telling(const entity *self, str name) {
    return self->named && name.size >= OTHER_MIN && self->kind != NAMES_DOCUMENT;
}

static void find_others(casting *self, name_list *out) {
    const entity_list *entities = self->task->entities;
    const entity **sorted = mem_alloc(mem_product(entities->count + 1, sizeof *sorted));
    size_t count = 0;
    for (size_t i = 0; i < entities->count; i++) {
        if (is_worth_telling(&entities->items[i], self->task->descriptions[i])) {
            sorted[count++] = &entities->items[i];
        }
    }
    qsort(sorted, count, sizeof *sorted, by_mentions);
    for (size_t i = 0; i < count; i++) {
        str name = self->task->descriptions[sorted[i] - entities->items];
        add_name(out, OTHERS_MAX, name, self->into);
    }
    mem_free(sorted);
}

void cast_find(const cast_task *task, const speaker *speakers, size_t count, arena *into,
               cast *out) {
    size_t entities = task->entities->count + 1; /* the author is the last */
    casting self = {.task = task,
                    .into = into,
                    .places = arena_array(into, size_t, entities),
                    .pronouns = arena_array(into, uint8_t, entities)};
    count_pronouns(&self);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < speakers[i].member_count; k++) {
            bool alone = speakers[i].member_count == 1;
            add_member(&self, speakers[i].members[k], alone ? speakers[i].name : (str){0});
        }
        const speaker *other = speakers[i].presumed;
        if (other != NULL) {
            add_member(&self, other->members[0], other->name);
        }
    }
    for (size_t i = 0; i < task->mentions->count; i++) {
        const mention *m = &task->mentions->items[i];
        if (m->entity != NO_ENTITY && self.places[m->entity] != 0) {
            add_mention(&self, &self.members.items[self.places[m->entity] - 1], m);
        }
    }
    *out = (cast){.count = self.members.count};
    if (out->count > 0) {
        out->items = arena_copy(into, self.members.items, out->count * sizeof *out->items);
    }
    vec_free(&self.members);
    find_others(&self, &out->others);
}
