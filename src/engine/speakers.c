#include "engine/speakers.h"

#include "base/lexicon.h"
#include "engine/identity.h"
#include "engine/statements.h"

/* While speakers are made. The list to be identified has the statements' speakers first, then the
 * members of the cast. */
typedef struct {
    const cast *who;
    findings *found;
    identified *all;
    size_t spoken;  /* statements with a speaker */
    size_t *places; /* for each entity of the cast its place there */
    lexicon known;  /* ids of speakers that are made */
} making;

static hearsay_speaker_type type_of(const cast_member *self) {
    static const hearsay_speaker_type TYPES[] = {
        [SPEAKER_NOBODY] = HEARSAY_SPEAKER_UNNAMED,
        [SPEAKER_PERSON] = HEARSAY_SPEAKER_PERSON,
        [SPEAKER_ORGANIZATION] = HEARSAY_SPEAKER_ORGANIZATION,
        [SPEAKER_OUTLET] = HEARSAY_SPEAKER_OUTLET,
        [SPEAKER_DOCUMENT] = HEARSAY_SPEAKER_DOCUMENT,
        [SPEAKER_GROUP] = HEARSAY_SPEAKER_GROUP,
        [SPEAKER_AUTHOR] = HEARSAY_SPEAKER_AUTHOR,
        [SPEAKER_UNKNOWN] = HEARSAY_SPEAKER_UNNAMED,
    };
    bool known = self->named || self->kind == SPEAKER_AUTHOR;
    return known ? TYPES[self->kind] : HEARSAY_SPEAKER_UNNAMED;
}

static const hearsay_str *texts(name_list from, arena *into) {
    hearsay_str *out = arena_array(into, hearsay_str, from.count);
    for (size_t i = 0; i < from.count; i++) {
        out[i] = statements_text(from.items[i], into);
    }
    return out;
}

static void add_one(making *self, const cast_member *from, const char *id) {
    arena *into = self->found->memory;
    self->found->speakers[self->found->speaker_count++] = (hearsay_speaker){
        .id = id,
        .name = statements_text(from->name, into),
        .type = type_of(from),
        .sex = from->sex,
        .names = texts(from->names, into),
        .name_count = from->names.count,
        .roles = texts(from->roles, into),
        .role_count = from->roles.count,
    };
}

static const char *id_of_entity(const making *self, size_t entity) {
    return self->all[self->spoken + self->places[entity]].id;
}

/* Who is no one of the cast: several together, or somebody whom only a source's own words call, and
 * who has no members. Each once. */
static void add_other(making *self, const speaker *from, const char *id) {
    arena *into = self->found->memory;
    uint32_t *known = lexicon_put(&self->known, str_from(id));
    if (*known != 0) {
        return;
    }
    *known = 1;
    const char **members = arena_array(into, const char *, from->member_count);
    for (size_t i = 0; i < from->member_count; i++) {
        members[i] = id_of_entity(self, from->members[i]);
    }
    self->found->speakers[self->found->speaker_count++] = (hearsay_speaker){
        .id = id,
        .name = statements_text(from->name, into),
        .type = from->named ? HEARSAY_SPEAKER_GROUP : HEARSAY_SPEAKER_UNNAMED,
        .members = members,
        .member_count = from->member_count,
    };
}

static void identify(making *self, const resolution *from, str document_id) {
    findings *found = self->found;
    for (size_t i = 0; i < found->statement_count; i++) {
        const speaker *who = &from->items[i].who;
        if (who->name.data != NULL) {
            self->all[self->spoken++] = (identified){public_str(who->name), who->entity, NULL};
        }
    }
    for (size_t i = 0; i < self->who->count; i++) {
        const cast_member *each = &self->who->items[i];
        self->places[each->entity] = i;
        self->all[self->spoken + i] = (identified){public_str(each->name), each->entity, NULL};
    }
    identity_of_speakers(document_id, self->all, self->spoken + self->who->count, found->memory);
    for (size_t i = 0, next = 0; i < found->statement_count; i++) {
        bool known = from->items[i].who.name.data != NULL;
        found->statements[i].speaker_id = known ? self->all[next++].id : NULL;
    }
}

void speakers_take(const resolution *from, str document_id, findings *found) {
    size_t most = found->statement_count + from->speakers.count;
    making self = {.who = &from->speakers,
                   .found = found,
                   .all = mem_alloc(mem_product(most, sizeof(identified)))};
    size_t entities = 0;
    for (size_t i = 0; i < self.who->count; i++) {
        size_t number = self.who->items[i].entity;
        entities = number >= entities ? number + 1 : entities;
    }
    self.places = mem_alloc(mem_product(entities, sizeof *self.places));
    identify(&self, from, document_id);
    found->speakers = arena_array(found->memory, hearsay_speaker, most);
    for (size_t i = 0; i < self.who->count; i++) {
        add_one(&self, &self.who->items[i], self.all[self.spoken + i].id);
    }
    for (size_t i = 0; i < found->statement_count; i++) {
        const speaker *who = &from->items[i].who;
        const char *id = found->statements[i].speaker_id;
        if (who->member_count > 1 || (id != NULL && who->entity == SIZE_MAX)) {
            add_other(&self, who, id);
        }
    }
    found->named = (hearsay_str *)texts(from->speakers.others, found->memory);
    found->named_count = from->speakers.others.count;
    lexicon_free(&self.known);
    mem_free(self.places);
    mem_free(self.all);
}

/* --- when statements go ----------------------------------------------------------------------- */

static void mark(const lexicon *places, bool *stays, const char *id) {
    const uint32_t *place = lexicon_find(places, str_from(id));
    if (place != NULL) {
        stays[*place] = true;
    }
}

void speakers_keep(findings *found) {
    lexicon places = {0};
    arena *scratch = arena_new();
    bool *stays = arena_array(scratch, bool, found->speaker_count);
    for (size_t i = 0; i < found->speaker_count; i++) {
        *lexicon_put(&places, str_from(found->speakers[i].id)) = (uint32_t)i;
    }
    for (size_t i = 0; i < found->statement_count; i++) {
        if (found->statements[i].speaker_id != NULL) {
            mark(&places, stays, found->statements[i].speaker_id);
        }
    }
    for (size_t i = 0; i < found->speaker_count; i++) {
        const hearsay_speaker *each = &found->speakers[i];
        for (size_t k = 0; stays[i] && k < each->member_count; k++) {
            mark(&places, stays, each->members[k]);
        }
    }
    size_t kept = 0;
    for (size_t i = 0; i < found->speaker_count; i++) {
        if (stays[i]) {
            found->speakers[kept++] = found->speakers[i];
        }
    }
    found->speaker_count = kept;
    lexicon_free(&places);
    arena_free(scratch);
}
