/* Who is one in a store. */
#include "engine/stored.h"

#include <time.h>

/* --- a person --------------------------------------------------------------------------------- */

struct hearsay_person {
    arena *memory;
    hearsay_alias *aliases; /* [alias_count] */
    size_t alias_count;
    hearsay_bond *bonds; /* [bond_count] */
    size_t bond_count;
};

hearsay_status hearsay_store_person(hearsay_store *self, const char *id, hearsay_person **person,
                                    hearsay_error *error) {
    hearsay_person *made = mem_alloc(sizeof *made);
    *made = (hearsay_person){.memory = arena_new()};
    int64_t key;
    hearsay_status status = store_find_person(self->inner, str_from(id), &key, error);
    if (status == HEARSAY_OK) {
        status = store_person_aliases(self->inner, key, made->memory, &made->aliases,
                                      &made->alias_count, error);
    }
    if (status == HEARSAY_OK) {
        status = store_person_bonds(self->inner, key, made->memory, &made->bonds, &made->bond_count,
                                    error);
    }
    if (status != HEARSAY_OK) {
        hearsay_person_close(made);
        return status;
    }
    *person = made;
    return HEARSAY_OK;
}

void hearsay_person_close(hearsay_person *self) {
    if (self != NULL) {
        arena_free(self->memory);
        mem_free(self);
    }
}

size_t hearsay_person_aliases(const hearsay_person *self, const hearsay_alias **aliases) {
    *aliases = self->aliases;
    return self->alias_count;
}

size_t hearsay_person_bonds(const hearsay_person *self, const hearsay_bond **bonds) {
    *bonds = self->bonds;
    return self->bond_count;
}

/* --- by hand ---------------------------------------------------------------------------------- */

typedef hearsay_status deciding_fn(store *self, str a, str b, int64_t made, hearsay_error *error);

static hearsay_status decide(hearsay_store *self, deciding_fn *how, const char *name,
                             const char *other, hearsay_error *error) {
    if (name == NULL || other == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "two names are needed");
    }
    return how(self->inner, str_from(name), str_from(other), (int64_t)time(NULL), error);
}

hearsay_status hearsay_store_join(hearsay_store *self, const char *name, const char *other,
                                  hearsay_error *error) {
    return decide(self, store_join, name, other, error);
}

hearsay_status hearsay_store_part(hearsay_store *self, const char *name, const char *other,
                                  hearsay_error *error) {
    return decide(self, store_part, name, other, error);
}

hearsay_status hearsay_store_undecide(hearsay_store *self, hearsay_decision *undone,
                                      hearsay_error *error) {
    arena_free(self->told);
    self->told = arena_new();
    return store_undecide_last(self->inner, self->told, undone, error);
}
