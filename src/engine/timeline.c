/* A timeline: what whoever has a name said, by its dates. */
#include "engine/findings.h"

/* The last word of a name of several; empty: it has one. */
static str surname_of(str name) {
    size_t at = name.size;
    while (at > 0 && name.data[at - 1] != ' ') {
        at--;
    }
    return at > 0 ? str_slice(name, (span){at, name.size}) : STR("");
}

/* All that there is of whoever has a name or, where nobody has it, its last word; that is `called`
 * then, and empty otherwise. */
static hearsay_status find_who(store *in, str name, size_t limit, arena *into, store_hits *out,
                               str *called, hearsay_error *error) {
    *called = STR("");
    hearsay_status status = store_who(in, name, 0, limit, into, out, error);
    if (status == HEARSAY_OK && out->count == 0 && surname_of(name).size > 0) {
        *called = surname_of(name); /* who is "Putin" in all that there is */
        status = store_who(in, *called, 0, limit, into, out, error);
    }
    return status;
}

/* `speaker:"Ada Moreno" OR speaker:"Minister Moreno" radar`: all names of whoever bears this one.
 */
static hearsay_status put_query(store *in, str name, str about, arena *into, buf *query,
                                hearsay_error *error) {
    store_person *people;
    hearsay_alias *names;
    size_t count, name_count, put = 0;
    hearsay_status status = store_people(in, name, into, &people, &count, error);
    for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
        status = store_person_aliases(in, people[i].key, into, &names, &name_count, error);
        for (size_t k = 0; k < name_count && status == HEARSAY_OK; k++) {
            buf_printf(query, "%sspeaker:\"%.*s\"", put++ > 0 ? " OR " : "",
                       (int)names[k].name.size, names[k].name.data);
        }
    }
    if (put == 0) {
        buf_printf(query, "speaker:\"%.*s\"", (int)name.size, name.data);
    }
    buf_putc(query, ' ');
    buf_put(query, about);
    return status;
}

/* What is there of whoever has a name, and about something. */
static hearsay_status find_about(store *in, str name, str about, size_t limit, arena *into,
                                 store_hits *out, hearsay_error *error) {
    buf query = {0};
    hearsay_status status = put_query(in, name, about, into, &query, error);
    if (status == HEARSAY_OK) {
        status = store_search(in, buf_str(&query), 0, limit, into, out, error);
    }
    buf_free(&query);
    return status;
}

static bool is_called(const hearsay_findings *self, reason_place place, str called) {
    hearsay_str speaker = self->from.read[place.document].statements[place.statement].speaker;
    return str_equal((str){speaker.data, speaker.size}, called);
}

/* The documents of the hits, and the places of their statements; with `called`, those alone of
 * speakers of whom no other name is known. */
static hearsay_status take_hits(hearsay_findings *self, const store_hits *hits, str called,
                                reason_place *places, size_t *count, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    for (size_t i = 0; i < hits->count && status == HEARSAY_OK; i++) {
        reason_place place;
        hearsay_str id;
        int64_t document;
        if (hits->items[i].statement == 0) {
            continue;
        }
        status = store_statement_place(self->from.from, hits->items[i].statement, &document, &id,
                                       self->memory, error);
        if (status == HEARSAY_OK) {
            status = gather_add(&self->from, document, &place.document, error);
        }
        if (status == HEARSAY_OK &&
            gather_statement(&self->from, place.document, inner_str(id), &place.statement) &&
            (called.size == 0 || is_called(self, place, called))) {
            places[(*count)++] = place;
        }
    }
    return status;
}

hearsay_status hearsay_store_timeline(hearsay_store *self, const char *name, const char *about,
                                      size_t limit, hearsay_findings **out, hearsay_error *error) {
    if (name == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "nobody is named");
    }
    arena *memory = arena_new();
    store_hits hits = {.count = 0};
    str called = STR("");
    hearsay_status status =
        about == NULL
            ? find_who(self->inner, str_from(name), limit, memory, &hits, &called, error)
            : find_about(self->inner, str_from(name), str_from(about), limit, memory, &hits, error);
    hearsay_findings *made = findings_new(self->inner, hits.count);
    reason_place *places = arena_array(made->memory, reason_place, hits.count);
    size_t count = 0;
    if (status == HEARSAY_OK) {
        status = take_hits(made, &hits, called, places, &count, error);
    }
    if (status == HEARSAY_OK) {
        findings_read(made);
        made->found = reason_timeline(made->in, places, count, made->memory);
    }
    arena_free(memory);
    return findings_hand_out(made, status, out);
}
