/* Changing what is in a store. */
#include "engine/given.h"
#include "engine/stored.h"

#include <time.h>

/* --- what follows from metadata --------------------------------------------------------------- */

/* Works out anew what follows from the document's statements and its metadata. They stay as they
 * were found, and so does the name of what found them. */
static hearsay_status resolve_anew(hearsay_document *document, const hearsay_model *with,
                                   hearsay_error *error) {
    hearsay_reader *reader;
    hearsay_status status = hearsay_reader_new(with, &reader, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    str maker = document->found.made_by;
    maker.data = str_copy(document->memory, maker);
    given_own(document);
    hearsay_attribute(reader, document);
    document->found.made_by = maker;
    hearsay_reader_free(reader);
    return HEARSAY_OK;
}

static hearsay_status renew(store *self, const hearsay_model *with, int64_t key,
                            hearsay_error *error) {
    hearsay_document *document;
    hearsay_status status = stored_get(self, key, &document, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    if (document->found.memory != NULL) {
        status = resolve_anew(document, with, error);
        buf json = {0};
        if (status == HEARSAY_OK) {
            store_findings found = stored_findings(document, &json);
            status = store_renew(self, key, NULL, &found, error);
        }
        buf_free(&json);
    }
    hearsay_document_free(document);
    return status;
}

/* `values` NULL: takes back. */
static hearsay_status change(store *self, const hearsay_model *with, const char *name,
                             const hearsay_metadata *values, hearsay_error *error) {
    int64_t key;
    hearsay_status status = store_find(self, str_from(name), &key, error);
    if (status == HEARSAY_OK) {
        status = values != NULL ? store_edit(self, key, values, (int64_t)time(NULL), error)
                                : store_undo(self, key, error);
    }
    return status == HEARSAY_OK ? renew(self, with, key, error) : status;
}

static hearsay_status change_at_once(store *self, const hearsay_model *with, const char *name,
                                     const hearsay_metadata *values, hearsay_error *error) {
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    status = change(self, with, name, values, error);
    if (status != HEARSAY_OK) {
        store_rollback(self);
        return status;
    }
    return store_commit(self, error);
}

hearsay_status hearsay_store_edit(hearsay_store *self, const hearsay_model *with, const char *name,
                                  const hearsay_metadata *values, hearsay_error *error) {
    if (with == NULL || name == NULL || values == NULL) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "hearsay_store_edit needs a model, a name and "
                         "values");
    }
    return change_at_once(self->inner, with, name, values, error);
}

hearsay_status hearsay_store_undo(hearsay_store *self, const hearsay_model *with, const char *name,
                                  hearsay_error *error) {
    if (with == NULL || name == NULL) {
        return error_set(error, HEARSAY_INVALID, 0, "hearsay_store_undo needs a model and a name");
    }
    return change_at_once(self->inner, with, name, NULL, error);
}

/* --- removing --------------------------------------------------------------------------------- */

/* Two names may mean one document. */
static hearsay_status remove_all(store *self, const char *const *names, size_t count,
                                 hearsay_error *error) {
    int64_t *keys = mem_alloc(mem_product(count, sizeof *keys));
    hearsay_status status = HEARSAY_OK;
    for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
        status = store_find(self, str_from(names[i]), &keys[i], error);
    }
    for (size_t i = 0; i < count && status == HEARSAY_OK; i++) {
        status = store_remove(self, keys[i], error);
    }
    mem_free(keys);
    return status;
}

hearsay_status hearsay_store_remove(hearsay_store *self, const char *const *names, size_t count,
                                    hearsay_error *error) {
    hearsay_status status = store_begin(self->inner, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    status = remove_all(self->inner, names, count, error);
    if (status != HEARSAY_OK) {
        store_rollback(self->inner);
        return status;
    }
    status = store_commit(self->inner, error);
    return status == HEARSAY_OK ? store_scrub(self->inner, error) : status;
}

hearsay_status hearsay_store_scrub(hearsay_store *self, hearsay_error *error) {
    return store_scrub(self->inner, error);
}
