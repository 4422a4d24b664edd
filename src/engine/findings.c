/* Reasoning over a store. */
#include "engine/findings.h"

#include "base/utf8.h"

/* --- places ----------------------------------------------------------------------------------- */

/* What a document is called, and its address. The name of a file may be any bytes. */
static void put_called(hearsay_findings *self, hearsay_str id, hearsay_str *title,
                       hearsay_str *url) {
    size_t place;
    if (gather_document(&self->from, inner_str(id), &place)) {
        const hearsay_document *document = self->from.documents[place];
        const hearsay_metadata about = hearsay_document_metadata(document);
        str file = str_file_name(inner_str(hearsay_document_origin(document)));
        utf8_repair(file, self->memory, &file, NULL, NULL);
        *title = about.title.size > 0 ? about.title : public_str(file);
        *url = about.url;
    }
}

/* Whether the evidence begins within what the statement says. */
static bool is_of_content(const hearsay_statement *of, const hearsay_evidence *each) {
    for (size_t i = 0; i < of->content.count; i++) {
        const hearsay_span part = of->content.items[i];
        if (each->spans.items[0].begin >= part.begin && each->spans.items[0].begin < part.end) {
            return true;
        }
    }
    return false;
}

/* The words that stand at some spans, as a reader sees them. */
static hearsay_str shown_at(hearsay_findings *self, hearsay_document *document,
                            hearsay_spans spans) {
    buf words = {0};
    for (size_t i = 0; i < spans.count; i++) {
        buf_put(&words, i > 0 ? STR(" … ") : STR(""));
        buf_put(&words, inner_str(hearsay_document_shown(document, spans.items[i])));
    }
    return public_str(buf_keep(&words, self->memory));
}

/* What stands there, and where in code points; and which documents they are. */
static void complete_evidence(hearsay_findings *self, hearsay_evidence *each) {
    size_t place, statement;
    put_called(self, each->document, &each->title, &each->url);
    put_called(self, each->page, &each->page_title, &each->page_url);
    if (!gather_document(&self->from, inner_str(each->document), &place) ||
        each->spans.count == 0) {
        return;
    }
    hearsay_document *document = self->from.documents[place];
    hearsay_span *characters = arena_array(self->memory, hearsay_span, each->spans.count);
    for (size_t i = 0; i < each->spans.count; i++) {
        hearsay_span part = each->spans.items[i];
        characters[i].begin = hearsay_document_code_points(document, part.begin);
        characters[i].end = hearsay_document_code_points(document, part.end);
    }
    each->characters = (hearsay_spans){characters, each->spans.count};
    each->words = shown_at(self, document, each->spans);
    if (each->statement.size == 0 ||
        !gather_statement(&self->from, place, inner_str(each->statement), &statement)) {
        return;
    }
    const hearsay_statement *of = &self->from.read[place].statements[statement];
    if (of->cue.count > 0 && is_of_content(of, each)) {
        each->cue = shown_at(self, document, of->cue);
        each->polarity = of->polarity;
    }
}

void findings_complete(hearsay_findings *self) {
    for (size_t i = 0; i < self->found.count; i++) {
        hearsay_finding *each = &self->found.items[i];
        hearsay_evidence *evidence =
            arena_copy(self->memory, each->evidence, each->evidence_count * sizeof *each->evidence);
        for (size_t k = 0; k < each->evidence_count; k++) {
            complete_evidence(self, &evidence[k]);
        }
        each->evidence = evidence;
    }
}

/* --- the object ------------------------------------------------------------------------------- */

hearsay_findings *findings_new_among(store *from, const linker *with, neighbours *kept,
                                     size_t room) {
    hearsay_findings *made = mem_alloc(sizeof *made);
    *made = (hearsay_findings){.memory = arena_new()};
    gather_begin(&made->from, from, with, made->memory, room, kept);
    return made;
}

hearsay_findings *findings_new(store *from, size_t room) {
    linker *own = linker_new();
    hearsay_findings *made = findings_new_among(from, own, NULL, room);
    made->own = own;
    return made;
}

void hearsay_findings_free(hearsay_findings *self) {
    if (self == NULL) {
        return;
    }
    gather_end(&self->from);
    linker_free(self->own);
    arena_free(self->memory);
    mem_free(self);
}

size_t hearsay_findings_all(const hearsay_findings *self, const hearsay_finding **all) {
    *all = self->found.items;
    return self->found.count;
}

hearsay_status findings_hand_out(hearsay_findings *self, hearsay_status status,
                                 hearsay_findings **out) {
    if (status != HEARSAY_OK) {
        hearsay_findings_free(self);
        return status;
    }
    findings_complete(self);
    *out = self;
    return HEARSAY_OK;
}

void findings_read(hearsay_findings *self) {
    self->in = dossier_new(self->from.with, self->from.read, self->from.count, self->memory);
}

static void keep_one(hearsay_findings *self, hearsay_finding one) {
    self->found = (finding_list){arena_copy(self->memory, &one, sizeof one), 1};
}

/* --- what is asked about ---------------------------------------------------------------------- */

/* A statement, or a document as a whole (REASON_ALL), and all that is on the same matter. */
static hearsay_status find_place(hearsay_findings *self, const char *id, size_t *statement,
                                 hearsay_error *error) {
    store *from = self->from.from;
    int64_t key;
    size_t place;
    hearsay_error other;
    if (id == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "no statement or document is named");
    }
    *statement = REASON_ALL;
    hearsay_status status = store_find_statement(from, str_from(id), &key, &place, error);
    bool is_statement = status == HEARSAY_OK;
    if (status == HEARSAY_MISSING) {
        status = store_find(from, str_from(id), &key, &other);
        if (status != HEARSAY_OK) {
            status = error_set(error, status, 0, "no statement or document is called %s", id);
        }
    }
    if (status == HEARSAY_OK) {
        status = gather_add(&self->from, key, NULL, error);
    }
    /* Of the statements that are kept, the one at that place of all. */
    for (size_t i = 0;
         status == HEARSAY_OK && is_statement && i < self->from.read[0].statement_count; i++) {
        const char *each = self->from.read[0].statements[i].id;
        if (str_starts(str_from(each), str_from(id))) {
            *statement = i;
        }
    }
    return status;
}

/* --- one statement, or all of a document ------------------------------------------------------ */

typedef hearsay_finding statement_fn(const dossier *self, size_t document, size_t statement,
                                     arena *into);

static hearsay_status for_statements(hearsay_store *from, const char *id, statement_fn *reason,
                                     hearsay_findings **out, hearsay_error *error) {
    hearsay_findings *made = findings_new(from->inner, HEARSAY_NEARBY_MAX);
    size_t statement;
    hearsay_status status = find_place(made, id, &statement, error);
    if (status == HEARSAY_OK) {
        status = gather_credited(&made->from, 0, statement, error);
    }
    if (status == HEARSAY_OK) {
        status = gather_around(&made->from, 0, statement, error);
    }
    if (status == HEARSAY_OK && statement != REASON_ALL) {
        findings_read(made);
        keep_one(made, reason(made->in, 0, statement, made->memory));
    } else if (status == HEARSAY_OK) {
        size_t count = made->from.read[0].statement_count;
        findings_read(made);
        made->found = (finding_list){arena_array(made->memory, hearsay_finding, count), count};
        for (size_t i = 0; i < count; i++) {
            made->found.items[i] = reason(made->in, 0, i, made->memory);
        }
    }
    return findings_hand_out(made, status, out);
}

hearsay_status hearsay_store_chain(hearsay_store *self, const char *id, hearsay_findings **out,
                                   hearsay_error *error) {
    return for_statements(self, id, reason_chain, out, error);
}

hearsay_status hearsay_store_corroboration(hearsay_store *self, const char *id,
                                           hearsay_findings **out, hearsay_error *error) {
    return for_statements(self, id, reason_corroboration, out, error);
}

/* --- documents -------------------------------------------------------------------------------- */

hearsay_status hearsay_store_conflicts(hearsay_store *self, const char *id, hearsay_findings **out,
                                       hearsay_error *error) {
    hearsay_findings *made = findings_new(self->inner, HEARSAY_NEARBY_MAX);
    size_t statement;
    hearsay_status status = find_place(made, id, &statement, error);
    if (status == HEARSAY_OK) {
        status = gather_around(&made->from, 0, statement, error);
    }
    if (status == HEARSAY_OK) {
        findings_read(made);
        made->found = reason_conflicts(made->in, 0, statement, NULL, made->memory);
    }
    return findings_hand_out(made, status, out);
}

/* A document and what is around it, with the pages of the outlets that are credited, if `chains`
 * are looked at. */
static hearsay_status take_document(hearsay_findings *self, const char *id, bool chains,
                                    hearsay_error *error) {
    size_t unused;
    hearsay_status status = find_place(self, id, &unused, error);
    if (status == HEARSAY_OK && chains) {
        status = gather_credited(&self->from, 0, REASON_ALL, error);
    }
    return status == HEARSAY_OK ? gather_around(&self->from, 0, REASON_ALL, error) : status;
}

hearsay_status findings_story(hearsay_findings *self, told_before *told, hearsay_error *error) {
    size_t *members;
    size_t count = reason_same_events(self->in, 0, self->memory, &members);
    const size_t before = self->from.count;
    hearsay_status status = gather_copies(&self->from, &members, &count, error);
    if (status == HEARSAY_OK && before < self->from.count) {
        findings_read(self);
    }
    if (status == HEARSAY_OK) {
        self->found = reason_story(self->in, members, count, told, self->memory);
    }
    return status;
}

hearsay_status hearsay_store_story(hearsay_store *self, const char *id, hearsay_findings **out,
                                   hearsay_error *error) {
    hearsay_findings *made = findings_new(self->inner, HEARSAY_NEARBY_MAX);
    hearsay_status status = take_document(made, id, false, error);
    if (status == HEARSAY_OK) {
        findings_read(made);
        status = findings_story(made, NULL, error);
    }
    return findings_hand_out(made, status, out);
}

hearsay_status hearsay_store_audit(hearsay_store *self, const char *id, hearsay_findings **out,
                                   hearsay_error *error) {
    hearsay_findings *made = findings_new(self->inner, HEARSAY_NEARBY_MAX);
    hearsay_status status = take_document(made, id, true, error);
    if (status == HEARSAY_OK) {
        findings_read(made);
        made->found = reason_audit(made->in, 0, made->memory);
    }
    return findings_hand_out(made, status, out);
}
