/* Taking documents away, and what was made of them. */
#include "base/vec.h"
#include "store/derived.h"
#include "store/links.h"
#include "store/people.h"
#include "store/words.h"

/* --- one version ------------------------------------------------------------------------------ */

/* Its text, in the arena; data NULL where it is damaged. */
static bool get_text(store *self, int64_t key, arena *into, str *text) {
    store_record record;
    hearsay_error why;
    if (self->failure.code != HEARSAY_OK) {
        return false;
    }
    if (store_get_remains(self, key, into, &record, &why) != HEARSAY_OK) {
        self->failure = why;
        return false;
    }
    *text = record.document.text;
    return true;
}

static void remove_version(store *self, int64_t key) {
    arena *memory = arena_new();
    str text;
    if (get_text(self, key, memory, &text)) {
        links_drop(self, key);
        derived_drop(self, key, text);
        query row = query_new(self, "DELETE FROM documents WHERE key = ?");
        query_int(&row, key);
        query_run(&row);
        query_end(&row);
        if (text.data == NULL) {
            words_put_all(self);
        }
    }
    arena_free(memory);
}

/* --- a document ------------------------------------------------------------------------------- */

hearsay_status store_remove(store *self, int64_t key, hearsay_error *error) {
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    VEC(int64_t) versions = {0};
    query all = query_new(self, "SELECT key FROM documents WHERE work = "
                                "(SELECT work FROM documents WHERE key = ?)");
    query_int(&all, key);
    while (query_step(&all)) {
        vec_push(&versions, column_int(&all, 0));
    }
    query_end(&all);
    for (size_t i = 0; i < versions.count; i++) {
        remove_version(self, versions.items[i]);
    }
    vec_free(&versions);
    people_tidy(self);
    return store_commit(self, error);
}
