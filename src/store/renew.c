/* Putting something new in the place of what was made of a document. */
#include "base/buf.h"
#include "store/derived.h"
#include "store/edits.h"
#include "store/hash.h"
#include "store/links.h"
#include "store/pack.h"
#include "store/words.h"

static bool get(store *self, int64_t key, arena *into, store_record *out) {
    hearsay_error why;
    if (self->failure.code == HEARSAY_OK &&
        store_get_remains(self, key, into, out, &why) != HEARSAY_OK) {
        self->failure = why;
    }
    return self->failure.code == HEARSAY_OK;
}

/* A version is known by its text: the same page, added once more, is no new one. */
static void put_fingerprint(store *self, const store_record *of, str text, arena *memory) {
    hearsay_metadata metadata = of->document.metadata;
    unsigned char hash[STORE_HASH_SIZE];
    edit_take_back(self, of->key, memory, &metadata);
    hash_content(text, &metadata, hash);
    query row = query_new(self, "UPDATE documents SET fingerprint = ? WHERE key = ?");
    query_blob(&row, (str){(const char *)hash, sizeof hash});
    query_int(&row, of->key);
    query_run(&row);
    query_end(&row);
}

static void put_text(store *self, const store_record *of, const store_document *anew,
                     arena *memory) {
    buf text = {0}, structure = {0};
    query row = query_new(self, "UPDATE texts SET size = ?, markup = ?, text = ?, structure = ? "
                                "WHERE document = ?");
    query_int(&row, (int64_t)anew->text.size);
    query_int(&row, anew->markup);
    query_packed(&row, anew->text, &text);
    query_packed(&row, anew->structure, &structure);
    query_int(&row, of->key);
    query_run(&row);
    query_end(&row);
    put_fingerprint(self, of, anew->text, memory);
    buf_free(&text);
    buf_free(&structure);
}

static bool differs(const store_document *anew, const store_document *was) {
    return !str_equal(anew->text, was->text) || !str_equal(anew->structure, was->structure);
}

hearsay_status store_renew(store *self, int64_t key, const store_document *text,
                           const store_findings *findings, hearsay_error *error) {
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    arena *memory = arena_new();
    store_record record;
    if (get(self, key, memory, &record)) {
        const bool damaged = record.text_is_damaged;
        str now = text != NULL ? text->text : record.document.text;
        links_drop(self, key);
        derived_drop(self, key, record.document.text);
        if (text != NULL && (damaged || differs(text, &record.document))) {
            put_text(self, &record, text, memory);
        }
        derived_put(self, key, now, findings);
        derived_put_found(self, key, now, findings->found);
        if (damaged) {
            words_put_all(self);
        }
        links_put(self, key);
    }
    arena_free(memory);
    return store_commit(self, error);
}
