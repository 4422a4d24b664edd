/* Documents into a store and out of it. */
#include "engine/stored.h"

#include <time.h>

hearsay_status hearsay_store_open(const char *path, hearsay_store_mode mode, hearsay_store **out,
                                  hearsay_error *error) {
    if (path == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "no store is named");
    }
    store *inner;
    hearsay_status status = store_open(path, mode, &inner, error);
    if (status == HEARSAY_OK) {
        *out = mem_alloc(sizeof **out);
        **out = (hearsay_store){.inner = inner};
    }
    return status;
}

void hearsay_store_close(hearsay_store *self) {
    if (self == NULL) {
        return;
    }
    store_settle(self->inner, NULL);
    store_close(self->inner);
    arena_free(self->told);
    mem_free(self);
}

/* --- in --------------------------------------------------------------------------------------- */

/* Whether there is something in the text that is not shown. */
static bool has_markup(const view *page) {
    return page->shown.size != page->text.size;
}

/* The bytes that the text was made of; where it was given as a text, that itself, and not the line
 * of JSON around it. */
static str original_of(const hearsay_document *from) {
    return from->reading.made ? from->reading.original : from->reading.view.text;
}

store_document stored_document(const hearsay_document *from, unsigned flags, buf *structure) {
    store_document record = {.metadata = from->reading.metadata,
                             .text = from->reading.view.text,
                             .markup = has_markup(&from->reading.view),
                             .origin = inner_str(from->origin),
                             .made = from->reading.made,
                             .added = (int64_t)time(NULL)};
    const str original = original_of(from);
    store_hash(original, record.sha256);
    if ((flags & HEARSAY_NO_ORIGINAL) == 0 && !str_equal(original, record.text)) {
        record.original = original;
    }
    structure_put(&from->reading, from->reading.page && record.original.data != NULL, structure);
    record.structure = buf_str(structure);
    return record;
}

store_findings stored_findings(hearsay_document *from, buf *json) {
    const findings *found = &from->found;
    const char *language = hearsay_document_language(from);
    document_put_findings(from, json);
    return (store_findings){.made_by = found->made_by,
                            .language = language != NULL ? str_from(language) : (str){NULL, 0},
                            .words = found->words,
                            .found = buf_str(json),
                            .statements = found->statements,
                            .statement_count = found->statement_count,
                            .speakers = found->speakers,
                            .speaker_count = found->speaker_count,
                            .named = found->named,
                            .named_count = found->named_count};
}

hearsay_status hearsay_store_add(hearsay_store *self, hearsay_document *document, unsigned flags,
                                 hearsay_added *outcome, hearsay_error *error) {
    if (document->found.memory == NULL) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "a document is added after it was read for statements");
    }
    buf structure = {0}, json = {0};
    store_document record = stored_document(document, flags, &structure);
    store_findings found = stored_findings(document, &json);
    hearsay_status status =
        store_add(self->inner, &record, &found, (flags & HEARSAY_NO_LINKS) == 0, outcome, error);
    buf_free(&structure);
    buf_free(&json);
    return status;
}

hearsay_status hearsay_store_settle(hearsay_store *self, hearsay_error *error) {
    return store_settle(self->inner, error);
}

hearsay_str hearsay_document_check_date(hearsay_document *self) {
    const hearsay_str none = {NULL, 0}, date = self->reading.metadata.date;
    if (date.size == 0 || store_keeps_date(inner_str(date))) {
        return none;
    }
    self->reading.metadata.date = none;
    return date;
}

hearsay_status hearsay_store_would_add(hearsay_store *self, hearsay_document *document,
                                       hearsay_added *outcome, hearsay_error *error) {
    store_document record = {.metadata = document->reading.metadata,
                             .text = document->reading.view.text,
                             .made = document->reading.made};
    if (record.made && record.metadata.url.size == 0) {
        store_hash(document->reading.original, record.sha256);
    }
    return store_would_add(self->inner, &record, document->memory, outcome, &document->corrected,
                           error);
}

/* --- out -------------------------------------------------------------------------------------- */

/* All of a text is shown. */
static void read_plainly(arena *into, str text, reading *out) {
    *out = (reading){.view = {.text = text, .shown = text}};
    if (text.size > 0) {
        out->view.runs = arena_array(into, run, 1);
        out->view.run_count = 1;
    }
}

static void take_text(str text, bool markup, hearsay_document *made) {
    if (markup) {
        read_text(made->memory, text, &made->reading);
    } else {
        read_plainly(made->memory, text, &made->reading);
    }
}

/* What is permanent of the record, which lies in the document's memory. */
static void take_document(const store_document *from, hearsay_document *made) {
    take_text(from->text, from->markup, made);
    structure_take(from->structure, made->memory, &made->reading);
    made->reading.metadata = from->metadata;
    made->origin = public_str(from->origin);
}

/* Reads a page anew, whose reader may have become a better one. What it says of itself stays: that
 * is what the document was known by when it was added. Where it is not known any more what a server
 * had said of a page, its text tells whether it was read as before. HEARSAY_STORE where neither its
 * text nor its bytes can be read. */
static hearsay_status read_again(const store_record *record, hearsay_document *made,
                                 hearsay_error *error) {
    reading anew = {0}, *was = &made->reading;
    const str bytes = record->document.original;
    const bool page = was->page || record->structure_is_damaged;
    if (page && bytes.data != NULL &&
        read_web_page(made->memory, bytes, was->charset, was->address, &anew, NULL) == HEARSAY_OK &&
        (was->page || str_equal(anew.view.text, record->document.text))) {
        anew.metadata = was->metadata;
        *was = anew;
    } else if (record->text_is_damaged) {
        return error_set(error, HEARSAY_STORE, 0, "the text of %s is damaged",
                         was->metadata.id.data);
    }
    return HEARSAY_OK;
}

/* Tells its speakers who they are across documents. */
static hearsay_status take_persons(store *from, int64_t key, hearsay_document *made,
                                   hearsay_error *error) {
    store_known *known;
    size_t count;
    hearsay_status status = store_document_persons(from, key, made->memory, &known, &count, error);
    for (size_t i = 0; status == HEARSAY_OK && i < made->found.speaker_count; i++) {
        hearsay_speaker *each = &made->found.speakers[i];
        for (size_t k = 0; k < count; k++) {
            if (str_equal(str_from(each->id), inner_str(known[k].speaker))) {
                each->person = known[k].person;
                each->person_name = known[k].name;
            }
        }
    }
    return status;
}

static hearsay_status get(store *from, int64_t key, bool with_findings, hearsay_document **out,
                          hearsay_error *error) {
    hearsay_document *made = document_begin();
    store_record record;
    store_findings found = {.words = 0};
    hearsay_status status = with_findings
                                ? store_get(from, key, made->memory, &record, error)
                                : store_get_remains(from, key, made->memory, &record, error);
    if (status == HEARSAY_OK) {
        take_document(&record.document, made);
    }
    if (status == HEARSAY_OK && !with_findings) {
        status = read_again(&record, made, error);
    }
    if (status == HEARSAY_OK && with_findings) {
        status = store_get_findings(from, key, made->memory, &found, error);
    }
    if (status == HEARSAY_OK && found.made_by.data != NULL) {
        status = document_take_findings(made, found.found, found.language, error);
        status = status == HEARSAY_OK ? take_persons(from, key, made, error) : status;
    }
    if (status != HEARSAY_OK) {
        hearsay_document_free(made);
        return status;
    }
    return document_complete(made, out, error);
}

hearsay_status stored_get(store *from, int64_t key, hearsay_document **out, hearsay_error *error) {
    return get(from, key, true, out, error);
}

hearsay_status stored_get_unread(store *from, int64_t key, hearsay_document **out,
                                 hearsay_error *error) {
    return get(from, key, false, out, error);
}

hearsay_status stored_get_found(store *from, int64_t key, str made_by, hearsay_document **out,
                                hearsay_error *error) {
    hearsay_document *made = document_begin();
    store_record record;
    store_found found;
    hearsay_status status = store_get_remains(from, key, made->memory, &record, error);
    status =
        status == HEARSAY_OK ? store_get_found(from, key, made->memory, &found, error) : status;
    if (status == HEARSAY_OK && found.found.data != NULL && !record.structure_is_damaged) {
        take_document(&record.document, made);
        if (document_take_findings(made, found.found, found.language, NULL) == HEARSAY_OK &&
            str_equal(made->found.made_by, made_by)) {
            return document_complete(made, out, error);
        }
    }
    hearsay_document_free(made);
    *out = NULL;
    return status;
}

hearsay_status stored_get_text(store *from, int64_t key, hearsay_document **out, str *found,
                               hearsay_error *error) {
    hearsay_document *made = document_begin();
    store_found stored;
    hearsay_status status = store_get_found(from, key, made->memory, &stored, error);
    if (status != HEARSAY_OK) {
        hearsay_document_free(made);
        return status;
    }
    take_text(stored.text.data != NULL ? stored.text : STR(""), stored.markup, made);
    *found = stored.found;
    *out = made;
    return HEARSAY_OK;
}

hearsay_status hearsay_store_document(hearsay_store *self, const char *name,
                                      hearsay_document **document, hearsay_error *error) {
    int64_t key;
    hearsay_status status = store_find(self->inner, str_from(name), &key, error);
    return status == HEARSAY_OK ? stored_get(self->inner, key, document, error) : status;
}

hearsay_status hearsay_store_statement(hearsay_store *self, const char *id,
                                       hearsay_document **document, size_t *place,
                                       hearsay_error *error) {
    int64_t key;
    hearsay_status status = store_find_statement(self->inner, str_from(id), &key, place, error);
    return status == HEARSAY_OK ? stored_get(self->inner, key, document, error) : status;
}

struct hearsay_documents {
    store *from;
    bool all_versions;
    int64_t last; /* the key of the last one */
};

hearsay_status hearsay_documents_open(hearsay_store *from, unsigned flags, hearsay_documents **out,
                                      hearsay_error *error) {
    if (from == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "no store is named");
    }
    *out = mem_alloc(sizeof **out);
    **out = (hearsay_documents){from->inner, (flags & HEARSAY_ALL_VERSIONS) != 0, 0};
    return HEARSAY_OK;
}

void hearsay_documents_close(hearsay_documents *self) {
    mem_free(self);
}

hearsay_status hearsay_documents_next(hearsay_documents *self, hearsay_document **document,
                                      hearsay_error *error) {
    hearsay_status status =
        store_next(self->from, self->last, self->all_versions, &self->last, error);
    return status == HEARSAY_OK ? stored_get(self->from, self->last, document, error) : status;
}
