/* Links of a store. */
#include "engine/hit.h"
#include "engine/offsets.h"

#include "base/vec.h"

/* --- one utterance ---------------------------------------------------------------------------- */

struct hearsay_utterance {
    arena *memory;
    hearsay_variant *variants; /* [count] */
    size_t count, fullest;
};

static hearsay_status read_utterance(store *from, int64_t document, size_t place,
                                     hearsay_utterance *out, hearsay_error *error) {
    const store_hits none = {0};
    store_hit *hits;
    hit_reader with = {.key = 0};
    hearsay_status status = store_utterance(from, document, place, out->memory, &out->variants,
                                            &hits, &out->count, &out->fullest, error);
    for (size_t i = 0; status == HEARSAY_OK && i < out->count; i++) {
        status = hit_show(from, &with, &none, &hits[i], out->memory, &out->variants[i].said, error);
    }
    hit_reader_free(&with);
    return status;
}

hearsay_status hearsay_store_utterance(hearsay_store *self, const char *id,
                                       hearsay_utterance **utterance, hearsay_error *error) {
    int64_t document;
    size_t place;
    hearsay_status status =
        store_find_statement(self->inner, str_from(id), &document, &place, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_utterance *made = mem_alloc(sizeof *made);
    *made = (hearsay_utterance){.memory = arena_new()};
    status = read_utterance(self->inner, document, place, made, error);
    if (status != HEARSAY_OK) {
        hearsay_utterance_close(made);
        return status;
    }
    *utterance = made;
    return HEARSAY_OK;
}

void hearsay_utterance_close(hearsay_utterance *self) {
    if (self != NULL) {
        arena_free(self->memory);
        mem_free(self);
    }
}

size_t hearsay_utterance_variants(const hearsay_utterance *self, const hearsay_variant **variants,
                                  size_t *fullest) {
    *variants = self->variants;
    if (fullest != NULL) {
        *fullest = self->fullest;
    }
    return self->count;
}

/* --- reprints --------------------------------------------------------------------------------- */

struct hearsay_reprints {
    arena *memory;
    hearsay_str id; /* of the document that was asked for */
    store_reprints found;
};

hearsay_status hearsay_store_reprints(hearsay_store *self, const char *name,
                                      hearsay_reprints **reprints, hearsay_error *error) {
    int64_t key;
    store_record record;
    hearsay_status status = store_find(self->inner, str_from(name), &key, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_reprints *made = mem_alloc(sizeof *made);
    *made = (hearsay_reprints){.memory = arena_new()};
    status = store_get(self->inner, key, made->memory, &record, error);
    if (status == HEARSAY_OK) {
        made->id = record.document.metadata.id;
        status = store_find_reprints(self->inner, key, made->memory, &made->found, error);
    }
    if (status != HEARSAY_OK) {
        hearsay_reprints_close(made);
        return status;
    }
    *reprints = made;
    return HEARSAY_OK;
}

void hearsay_reprints_close(hearsay_reprints *self) {
    if (self != NULL) {
        arena_free(self->memory);
        mem_free(self);
    }
}

size_t hearsay_reprints_list(const hearsay_reprints *self, const hearsay_reprint **reprints) {
    *reprints = self->found.items;
    return self->found.count;
}

hearsay_str hearsay_reprints_original(const hearsay_reprints *self, hearsay_str *why) {
    const store_reprints *found = &self->found;
    if (why != NULL) {
        *why = found->why;
    }
    return found->original < found->count    ? found->items[found->original].document.id
           : found->original == found->count ? self->id
                                             : (hearsay_str){NULL, 0};
}

/* --- all of them ------------------------------------------------------------------------------ */

/* A document that an end of a link is in. */
typedef struct {
    int64_t key; /* 0: none */
    arena *memory;
    store_end of;
    offsets at;
} end_document;

/* Those that were asked for last, of either side: pairs come by their first documents. */
enum { SIDE_A, SIDE_B, SIDES, ENDS = 64 };

typedef struct {
    store *from;
    end_document ends[SIDES][ENDS];
    hearsay_linked_fn *linked; /* one of these */
    hearsay_copied_fn *copied;
    void *context;
    hearsay_error failure; /* code HEARSAY_OK: none */
} exporting;

static void forget(end_document *end) {
    if (end->key != 0) {
        offsets_free(&end->at);
        arena_free(end->memory);
    }
    *end = (end_document){.key = 0};
}

static const end_document *end_of(exporting *self, int side, int64_t document) {
    end_document *end = &self->ends[side][(uint64_t)document % ENDS];
    if (end->key == document) {
        return end;
    }
    forget(end);
    *end = (end_document){.key = document, .memory = arena_new()};
    hearsay_error why;
    if (store_get_end(self->from, document, end->memory, &end->of, &why) != HEARSAY_OK &&
        self->failure.code == HEARSAY_OK) {
        self->failure = why;
    }
    end->at = offsets_new(end->of.text);
    return end;
}

static size_t code_point(const end_document *in, size_t byte) {
    return offsets_at(&in->at, byte < in->of.text.size ? byte : in->of.text.size);
}

static hearsay_span code_points(const end_document *in, span where) {
    return (hearsay_span){code_point(in, where.begin), code_point(in, where.end)};
}

static hearsay_link_end link_end_of(const end_document *in, uint32_t place, span where) {
    hearsay_link_end out = {.document = in->of.id, .span = code_points(in, where)};
    if (place < in->of.statement_count) {
        out.statement = in->of.statements[place];
        out.speaker = in->of.speakers[place];
    }
    return out;
}

static void tell_links(void *context, int64_t a, int64_t b, const link_shared *found) {
    exporting *self = context;
    for (size_t i = 0; i < found->pair_count; i++) {
        const link_pair *each = &found->pairs[i];
        hearsay_linked link = {.kind = (hearsay_variant_kind)each->kind,
                               .turns = each->flags,
                               .confidence = each->confidence};
        link.a = link_end_of(end_of(self, SIDE_A, a), each->a, each->in_a);
        link.b = link_end_of(end_of(self, SIDE_B, b), each->b, each->in_b);
        self->linked(self->context, &link);
    }
}

static void tell_copies(void *context, int64_t a, int64_t b, const link_shared *found) {
    exporting *self = context;
    VEC(hearsay_passage_copied) passages = {0};
    const end_document *in_a = end_of(self, SIDE_A, a);
    const end_document *in_b = end_of(self, SIDE_B, b);
    const size_t words_a = in_a->of.words;
    const size_t words_b = in_b->of.words;
    link_copied sum = {.shorter = words_a < words_b ? words_a : words_b};
    for (size_t i = 0; i < found->passage_count; i++) {
        const link_passage *each = &found->passages[i];
        const hearsay_span here = code_points(in_a, each->in_a);
        const hearsay_span there = code_points(in_b, each->in_b);
        vec_push(&passages, (hearsay_passage_copied){here, there, each->words});
        link_count_passage(&sum, each);
    }
    const hearsay_copied pair = {.a = in_a->of.id,
                                 .b = in_b->of.id,
                                 .words = sum.words,
                                 .sentences = sum.sentences,
                                 .reprint = link_is_reprint(&sum),
                                 .passages = passages.items,
                                 .passage_count = passages.count};
    if (passages.count > 0) {
        self->copied(self->context, &pair);
    }
    vec_free(&passages);
}

static hearsay_status tell_all(exporting *self, store_shared_fn *told, hearsay_error *error) {
    hearsay_status status = store_each_shared(self->from, told, self, error);
    for (size_t i = 0; i < ENDS; i++) {
        forget(&self->ends[SIDE_A][i]);
        forget(&self->ends[SIDE_B][i]);
    }
    if (status == HEARSAY_OK && self->failure.code != HEARSAY_OK) {
        return error_set(error, self->failure.code, 0, "%s", self->failure.message);
    }
    return status;
}

hearsay_status hearsay_store_links(hearsay_store *self, hearsay_linked_fn *told, void *context,
                                   hearsay_error *error) {
    exporting all = {.from = self->inner, .linked = told, .context = context};
    return tell_all(&all, tell_links, error);
}

hearsay_status hearsay_store_copies(hearsay_store *self, hearsay_copied_fn *told, void *context,
                                    hearsay_error *error) {
    exporting all = {.from = self->inner, .copied = told, .context = context};
    return tell_all(&all, tell_copies, error);
}

/* --- linking ---------------------------------------------------------------------------------- */

hearsay_status hearsay_store_link(hearsay_store *self, unsigned flags, hearsay_linking_fn *told,
                                  void *context, hearsay_error *error) {
    size_t total;
    int64_t key = 0;
    hearsay_status status =
        store_begin_linking(self->inner, (flags & HEARSAY_RELINK_ALL) != 0, &total, error);
    for (size_t done = 1; status == HEARSAY_OK; done++) {
        status = store_link_next(self->inner, &key, error);
        if (status == HEARSAY_OK && told != NULL && !told(context, done, total)) {
            return HEARSAY_OK;
        }
    }
    return status == HEARSAY_END ? HEARSAY_OK : status;
}
