#include "engine/gather.h"

#include "base/size.h"

#include <string.h>

/* Words by which others are looked for. A third of the room is left for what is linked, a half for
 * what is on the matter and credited nowhere. */
enum {
    WORDS_OF_STATEMENT = 8,
    WORDS_OF_DOCUMENT = 10,
    NEARBY = (int)HEARSAY_NEARBY_MAX * 3 / 4,
    CREDITED_MOST = (int)HEARSAY_NEARBY_MAX / 2,
    OUTLETS_MOST = 8,
    PAGES_OF_OUTLET = 4
};

void gather_begin(gathered *self, store *from, const linker *with, arena *memory, size_t room,
                  neighbours *kept) {
    *self = (gathered){.from = from, .memory = memory, .with = with, .room = room, .kept = kept};
    self->keys = arena_array(memory, int64_t, room);
    self->documents = arena_array(memory, hearsay_document *, room);
    self->read = arena_array(memory, reason_document, room);
    self->statements = arena_array(memory, lexicon, room);
}

void gather_end(gathered *self) {
    for (size_t i = 0; i < self->count; i++) {
        lexicon_free(&self->statements[i]);
        if (self->kept == NULL) {
            hearsay_document_free(self->documents[i]);
        }
    }
    lexicon_free(&self->places);
}

/* --- a document ------------------------------------------------------------------------------- */

static hearsay_status take_persons(store *from, neighbour *of, hearsay_error *error) {
    store_known *all;
    size_t count = 0;
    lexicon places = {0};
    reason_document *out = &of->read;
    hearsay_status status = store_document_persons(from, of->key, of->memory, &all, &count, error);
    hearsay_str *persons = arena_array(of->memory, hearsay_str, out->statement_count);
    for (size_t i = 0; status == HEARSAY_OK && i < count; i++) {
        *lexicon_put(&places, inner_str(all[i].speaker)) = (uint32_t)i;
    }
    for (size_t i = 0; status == HEARSAY_OK && i < out->statement_count; i++) {
        const char *id = out->statements[i].speaker_id;
        const uint32_t *place = id != NULL ? lexicon_find(&places, str_from(id)) : NULL;
        persons[i] = place != NULL ? all[*place].person : (hearsay_str){NULL, 0};
    }
    lexicon_free(&places);
    out->persons = persons;
    return status;
}

static void take_types(neighbour *of) {
    const hearsay_speaker *all;
    lexicon places = {0};
    reason_document *out = &of->read;
    size_t count = hearsay_document_speakers(of->document, &all);
    hearsay_speaker_type *types =
        arena_array(of->memory, hearsay_speaker_type, out->statement_count);
    for (size_t i = 0; i < count; i++) {
        *lexicon_put(&places, str_from(all[i].id)) = (uint32_t)i;
    }
    for (size_t i = 0; i < out->statement_count; i++) {
        const char *id = out->statements[i].speaker_id;
        const uint32_t *place = id != NULL ? lexicon_find(&places, str_from(id)) : NULL;
        types[i] = place != NULL ? all[*place].type : types[i];
    }
    lexicon_free(&places);
    out->types = types;
}

/* `out` has its key and memory; its document is NULL after a failure. */
static hearsay_status read_one(const gathered *self, neighbour *out, hearsay_error *error) {
    store *from = self->from;
    hearsay_status status = stored_get(from, out->key, &out->document, error);
    if (status != HEARSAY_OK) {
        out->document = NULL;
        return status;
    }
    hearsay_document_keep(out->document, (float)HEARSAY_MIN_CONFIDENCE);
    reason_document *read = &out->read;
    hearsay_str text = hearsay_document_text(out->document);
    *read = (reason_document){.about = hearsay_document_metadata(out->document),
                              .text = inner_str(text)};
    read->statement_count = hearsay_document_statements(out->document, &read->statements);
    read->link_count = hearsay_document_links(out->document, &read->links);
    take_types(out);
    read->paper = reason_paper(self->with, read, out->memory);
    status = store_version(from, out->key, &read->version, error);
    return status == HEARSAY_OK ? take_persons(from, out, error) : status;
}

static void put(gathered *self, const neighbour *read) {
    self->keys[self->count] = read->key;
    self->documents[self->count] = read->document;
    self->read[self->count] = read->read;
    *lexicon_put(&self->places, inner_str(read->read.about.id)) = (uint32_t)self->count;
    self->count++;
}

/* Reads it where it is kept, with all that dossiers have to know of it. */
static hearsay_status load_kept(gathered *self, int64_t key, hearsay_error *error) {
    neighbour read = {.key = key, .memory = arena_new()};
    hearsay_status status = read_one(self, &read, error);
    if (status != HEARSAY_OK) {
        neighbour_free(&read);
        return status;
    }
    put(self, neighbours_keep(self->kept, read));
    return HEARSAY_OK;
}

static hearsay_status load(gathered *self, int64_t key, hearsay_error *error) {
    const neighbour *known = self->kept != NULL ? neighbours_find(self->kept, key) : NULL;
    if (known != NULL) {
        put(self, known);
        return HEARSAY_OK;
    }
    if (self->kept != NULL) {
        return load_kept(self, key, error);
    }
    neighbour read = {.key = key, .memory = self->memory};
    hearsay_status status = read_one(self, &read, error);
    if (read.document != NULL) {
        put(self, &read); /* which frees it in the end */
    }
    return status;
}

hearsay_status gather_add(gathered *self, int64_t key, size_t *place, hearsay_error *error) {
    for (size_t i = 0; i < self->count; i++) {
        if (self->keys[i] == key) {
            if (place != NULL) {
                *place = i;
            }
            return HEARSAY_OK;
        }
    }
    if (self->count == self->room) {
        return HEARSAY_OK;
    }
    if (place != NULL) {
        *place = self->count;
    }
    return load(self, key, error);
}

bool gather_document(const gathered *self, str id, size_t *place) {
    const uint32_t *found = lexicon_find(&self->places, id);
    if (found != NULL) {
        *place = *found;
    }
    return found != NULL;
}

bool gather_statement(const gathered *self, size_t place, str id, size_t *statement) {
    const reason_document *in = &self->read[place];
    lexicon *places = &self->statements[place];
    for (size_t i = 0; i < in->statement_count && places->count < in->statement_count; i++) {
        *lexicon_put(places, str_from(in->statements[i].id)) = (uint32_t)i;
    }
    const uint32_t *found = lexicon_find(places, id);
    if (found != NULL) {
        *statement = *found;
    }
    return found != NULL;
}

/* --- others ----------------------------------------------------------------------------------- */

/* A damaged neighbour is left out, as it is not what was asked about. */
static hearsay_status add_other(gathered *self, int64_t key, hearsay_error *error) {
    hearsay_status status = gather_add(self, key, NULL, error);
    return status == HEARSAY_STORE || status == HEARSAY_FORMAT ? HEARSAY_OK : status;
}

static hearsay_status add_linked(gathered *self, size_t place, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    const reason_document *from = &self->read[place];
    for (size_t i = 0; i < from->link_count && status == HEARSAY_OK; i++) {
        int64_t key = 0;
        bool before = false;
        for (size_t k = 0; k < i && !before; k++) {
            before = str_equal(inner_str(from->links[k].url), inner_str(from->links[i].url));
        }
        if (!before) {
            status = store_find_url(self->from, inner_str(from->links[i].url), &key, error);
        }
        if (status == HEARSAY_OK && key != 0) {
            status = add_other(self, key, error);
        }
    }
    return status;
}

/* Adds pages of the publishers who are the outlet. */
static hearsay_status add_pages_of(gathered *self, hearsay_str outlet, const str *words,
                                   size_t word_count, const hearsay_str *publishers,
                                   size_t publisher_count, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    for (size_t i = 0; i < publisher_count && status == HEARSAY_OK; i++) {
        int64_t keys[PAGES_OF_OUTLET];
        size_t count = 0;
        if (reason_is_one_outlet(outlet, publishers[i])) {
            status = store_nearby_of(self->from, words, word_count, inner_str(publishers[i]), keys,
                                     PAGES_OF_OUTLET, &count, error);
        }
        for (size_t k = 0; k < count && status == HEARSAY_OK; k++) {
            status = add_other(self, keys[k], error);
        }
    }
    return status;
}

hearsay_status gather_credited(gathered *self, size_t place, size_t statement,
                               hearsay_error *error) {
    str *words;
    hearsay_str *publishers, *outlets;
    size_t most = statement == REASON_ALL ? WORDS_OF_DOCUMENT : WORDS_OF_STATEMENT;
    size_t publisher_count = 0;
    size_t word_count =
        reason_topic(self->with, &self->read[place], statement, most, self->memory, &words);
    hearsay_status status =
        store_publishers(self->from, self->memory, &publishers, &publisher_count, error);
    for (bool further = true; status == HEARSAY_OK && further;) {
        const dossier *in = dossier_new(self->with, self->read, self->count, self->memory);
        size_t before = self->count;
        size_t count =
            reason_outlets_without_page(in, place, statement, OUTLETS_MOST, self->memory, &outlets);
        for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
            status = add_pages_of(self, outlets[i], words, word_count, publishers, publisher_count,
                                  error);
        }
        further = statement != REASON_ALL && before < self->count && self->count < CREDITED_MOST;
    }
    return status;
}

/* Which of them have the text of another one. */
static hearsay_status find_copies(gathered *self, hearsay_error *error) {
    store_copied copied;
    size_t *originals = arena_array(self->memory, size_t, self->count);
    hearsay_status status =
        store_copies(self->from, self->keys, self->count, self->memory, &copied, error);
    if (status == HEARSAY_OK) {
        status = store_originals(self->from, self->keys, self->count, &copied, self->memory,
                                 originals, error);
    }
    if (status != HEARSAY_OK) {
        return status;
    }
    const size_t folds = copied.fold_count;
    reason_copy *shared = arena_array(self->memory, reason_copy, mem_product(folds, folds));
    for (size_t i = 0; i < folds * folds; i++) {
        const store_copy *each = &copied.shared[i];
        shared[i] = (reason_copy){.words = each->shared.words,
                                  .told = each->shared.told,
                                  .reprint = store_copy_is_reprint(each)};
    }
    for (size_t i = 0; i < self->count; i++) {
        self->read[i].fold = copied.folds[i];
        self->read[i].copies = &shared[copied.folds[i] * folds];
        self->read[i].original = originals[i];
    }
    return HEARSAY_OK;
}

hearsay_status gather_around(gathered *self, size_t place, size_t statement, hearsay_error *error) {
    const reason_document *of = &self->read[place];
    str *words;
    int64_t keys[NEARBY];
    size_t most = statement == REASON_ALL ? WORDS_OF_DOCUMENT : WORDS_OF_STATEMENT;
    size_t word_count = reason_topic(self->with, of, statement, most, self->memory, &words);
    size_t count = 0, first = self->count;
    hearsay_status status = add_linked(self, place, error);
    if (status == HEARSAY_OK) {
        status = store_nearby(self->from, words, word_count, inner_str(of->about.date), keys,
                              NEARBY, &count, error);
    }
    for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
        status = add_other(self, keys[i], error);
    }
    size_t last = self->count;
    for (size_t i = first; i < last && status == HEARSAY_OK; i++) {
        status = add_linked(self, i, error);
    }
    return status == HEARSAY_OK ? find_copies(self, error) : status;
}

/* Pointers to what was read are good until then only. */
static void make_room(gathered *self, size_t more) {
    const size_t count = self->count;
    gathered wider = *self;
    wider.room = size_greatest(self->room, count + more);
    wider.keys = arena_array(self->memory, int64_t, wider.room);
    wider.documents = arena_array(self->memory, hearsay_document *, wider.room);
    wider.read = arena_array(self->memory, reason_document, wider.room);
    wider.statements = arena_array(self->memory, lexicon, wider.room);
    for (size_t i = 0; i < count; i++) {
        wider.keys[i] = self->keys[i];
        wider.documents[i] = self->documents[i];
        wider.read[i] = self->read[i];
        wider.statements[i] = self->statements[i];
    }
    *self = wider;
}

hearsay_status gather_copies(gathered *self, size_t **members, size_t *member_count,
                             hearsay_error *error) {
    int64_t *keys, *same;
    size_t count = 0;
    keys = arena_array(self->memory, int64_t, *member_count);
    for (size_t i = 0; i < *member_count; i++) {
        keys[i] = self->keys[(*members)[i]];
    }
    hearsay_status status =
        store_same(self->from, keys, *member_count, self->memory, &same, &count, error);
    if (status != HEARSAY_OK || count == 0) {
        return status;
    }
    make_room(self, count);
    size_t *all = arena_array(self->memory, size_t, *member_count + count);
    memcpy(all, *members, *member_count * sizeof *all);
    *members = all;
    for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
        size_t place = self->room;
        status = gather_add(self, same[i], &place, error);
        if (status == HEARSAY_OK) {
            all[(*member_count)++] = place;
        } else if (status == HEARSAY_STORE || status == HEARSAY_FORMAT) { /* it alone is damaged */
            status = HEARSAY_OK;
        }
    }
    return status == HEARSAY_OK ? find_copies(self, error) : status;
}
