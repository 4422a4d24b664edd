/* Reasoning over each document of a store in turn. */
#include "engine/findings.h"

/* Looks at the document at place 0 of what was read, and sets what was found. */
typedef hearsay_status looking_fn(hearsay_findings *around, told_before *told,
                                  hearsay_error *error);

typedef struct {
    store *from;
    linker *with;
    neighbours *kept;
    told_before *told;
    looking_fn *look;
    bool once; /* a document of which something was told is not looked at any more */
    hearsay_findings_fn *tell;
    void *context;
    size_t done, total;
} walk;

static hearsay_status look_for_conflicts(hearsay_findings *around, told_before *told,
                                         hearsay_error *error) {
    (void)error;
    around->found = reason_conflicts(around->in, 0, REASON_ALL, told, around->memory);
    return HEARSAY_OK;
}

/* The documents around one, unless nothing new can come of it: a copy of one of the same day has
 * the same documents around it. */
static hearsay_status gather(walk *self, hearsay_findings *around, int64_t key, bool *any,
                             hearsay_error *error) {
    uint64_t number = 0;
    hearsay_status status = store_surroundings(self->from, key, &number, error);
    *any = status == HEARSAY_OK && (number == 0 || told_first(self->told, number));
    if (*any) {
        status = gather_add(&around->from, key, NULL, error);
        *any = status == HEARSAY_OK &&
               !(self->once && reason_is_told(self->told, around->from.read[0].about.id));
    }
    return *any ? gather_around(&around->from, 0, REASON_ALL, error) : status;
}

/* `*on` is false where whoever is told wants no more. */
static hearsay_status look_at(walk *self, int64_t key, bool *on, hearsay_error *error) {
    hearsay_findings *around =
        findings_new_among(self->from, self->with, self->kept, HEARSAY_NEARBY_MAX);
    bool any = false;
    neighbours_turn(self->kept);
    hearsay_status status = gather(self, around, key, &any, error);
    if (status == HEARSAY_OK && any) {
        findings_read(around);
        status = self->look(around, self->told, error);
    }
    if (status == HEARSAY_OK) {
        findings_complete(around);
    }
    if (status == HEARSAY_STORE || status == HEARSAY_FORMAT) { /* it alone is damaged */
        status = HEARSAY_OK;
    }
    self->done++;
    *on = status == HEARSAY_OK && self->tell(self->context, around->found.items,
                                             around->found.count, self->done, self->total);
    hearsay_findings_free(around);
    return status;
}

static hearsay_status look_at_all(walk *self, hearsay_store *from, hearsay_error *error) {
    self->from = from->inner;
    self->with = linker_new();
    self->told = told_before_new();
    self->kept = neighbours_new();
    int64_t key = 0;
    bool on = true;
    hearsay_status status = store_count_newest(from->inner, &self->total, error);
    while (status == HEARSAY_OK && on) {
        status = store_next(from->inner, key, false, &key, error);
        if (status == HEARSAY_OK) {
            status = look_at(self, key, &on, error);
        }
    }
    told_before_free(self->told);
    neighbours_free(self->kept);
    linker_free(self->with);
    return status == HEARSAY_END ? HEARSAY_OK : status;
}

hearsay_status hearsay_store_all_conflicts(hearsay_store *self, hearsay_findings_fn *told,
                                           void *context, hearsay_error *error) {
    walk over = {.look = look_for_conflicts, .tell = told, .context = context};
    return look_at_all(&over, self, error);
}

hearsay_status hearsay_store_all_stories(hearsay_store *self, hearsay_findings_fn *told,
                                         void *context, hearsay_error *error) {
    walk over = {.look = findings_story, .once = true, .tell = told, .context = context};
    return look_at_all(&over, self, error);
}
