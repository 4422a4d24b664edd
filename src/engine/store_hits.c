/* Asking a store. */
#include "engine/hit.h"

#include "base/utf8.h"

struct hearsay_hits {
    store *of;
    arena *memory, *present; /* of all hits; of the one that was given last */
    store_hits found;
    hit_reader reader;
    size_t next;
    hearsay_hit hit;
};

static hearsay_hits *hits_new(hearsay_store *of) {
    hearsay_hits *made = mem_alloc(sizeof *made);
    *made = (hearsay_hits){.of = of->inner, .memory = arena_new(), .present = arena_new()};
    return made;
}

void hearsay_hits_close(hearsay_hits *self) {
    if (self == NULL) {
        return;
    }
    arena_free(self->memory);
    arena_free(self->present);
    hit_reader_free(&self->reader);
    mem_free(self);
}

static hearsay_status hand_out(hearsay_hits *made, hearsay_status status, hearsay_hits **out) {
    if (status != HEARSAY_OK) {
        hearsay_hits_close(made);
        return status;
    }
    *out = made;
    return HEARSAY_OK;
}

/* What people typed may be any bytes. */
static str typed(hearsay_hits *into, const char *text) {
    str out = {NULL, 0};
    if (text != NULL) {
        utf8_repair(str_from(text), into->memory, &out, NULL, NULL);
    }
    return out;
}

hearsay_status hearsay_store_search(hearsay_store *self, const char *query, unsigned flags,
                                    size_t limit, hearsay_hits **hits, hearsay_error *error) {
    hearsay_hits *made = hits_new(self);
    hearsay_status status = store_search(self->inner, typed(made, query), flags, limit,
                                         made->memory, &made->found, error);
    return hand_out(made, status, hits);
}

hearsay_status hearsay_store_who(hearsay_store *self, const char *name, unsigned flags,
                                 size_t limit, hearsay_hits **hits, hearsay_error *error) {
    hearsay_hits *made = hits_new(self);
    hearsay_status status =
        store_who(self->inner, typed(made, name), flags, limit, made->memory, &made->found, error);
    return hand_out(made, status, hits);
}

hearsay_status hearsay_store_list(hearsay_store *self, const char *query, unsigned flags,
                                  size_t limit, hearsay_hits **hits, hearsay_error *error) {
    hearsay_hits *made = hits_new(self);
    hearsay_status status = store_list(self->inner, typed(made, query), flags, limit, made->memory,
                                       &made->found, error);
    return hand_out(made, status, hits);
}

hearsay_status hearsay_store_count(hearsay_store *self, const char *query, hearsay_facet by,
                                   unsigned flags, size_t limit, hearsay_hits **hits,
                                   hearsay_error *error) {
    hearsay_hits *made = hits_new(self);
    hearsay_status status = store_count(self->inner, typed(made, query), by, flags, limit,
                                        made->memory, &made->found, error);
    return hand_out(made, status, hits);
}

size_t hearsay_hits_count(const hearsay_hits *self, bool *more) {
    if (more != NULL) {
        *more = self->found.more;
    }
    return self->found.matching;
}

size_t hearsay_hits_groups(const hearsay_hits *self, const hearsay_group **groups) {
    *groups = self->found.groups;
    return self->found.group_count;
}

hearsay_status hearsay_hits_next(hearsay_hits *self, const hearsay_hit **hit,
                                 hearsay_error *error) {
    if (self->next == self->found.count) {
        return HEARSAY_END;
    }
    arena_free(self->present);
    self->present = arena_new();
    const store_hit *which = &self->found.items[self->next++];
    hearsay_status status = store_hit_read(self->of, which, self->present, &self->hit, error);
    if (status == HEARSAY_OK) {
        status = hit_show(self->of, &self->reader, &self->found, which, self->present, &self->hit,
                          error);
    }
    *hit = status == HEARSAY_OK ? &self->hit : NULL;
    return status;
}
