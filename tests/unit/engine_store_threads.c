/* Threads that write to one store while others read, each with a store of its own. */
#include "engine/document.h"
#include "support/check.h"
#include "support/findings.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WRITERS = 2, DOCUMENTS = 12 };

static void *write_all(void *path) {
    hearsay_store *store = NULL;
    size_t *added = calloc(1, sizeof *added);
    assert_int_equal(hearsay_store_open(path, HEARSAY_STORE_CREATE, &store, NULL), HEARSAY_OK);
    for (int i = 0; i < DOCUMENTS; i++) {
        char id[8];
        snprintf(id, sizeof id, "%d", i);
        const hearsay_metadata metadata = {.id = {id, strlen(id)}};
        hearsay_document *each = NULL;
        hearsay_added outcome;
        hearsay_document_new((hearsay_str){"She said so.", 12}, &metadata, &each, NULL);
        findings_put(each, STR("She | said | so | none | 1"));
        each->found.made_by = STR("hearsay 0, by hand");
        assert_int_equal(hearsay_store_add(store, each, 0, &outcome, NULL), HEARSAY_OK);
        *added += outcome == HEARSAY_ADDED_NEW || outcome == HEARSAY_ADDED_COPY;
        hearsay_document_free(each);
    }
    hearsay_store_close(store);
    return added;
}

/* What a reader sees only grows, and is whole. */
static void *read_all(void *path) {
    hearsay_store *store = NULL;
    assert_int_equal(hearsay_store_open(path, HEARSAY_STORE_READ, &store, NULL), HEARSAY_OK);
    for (size_t before = 0, now = 0; now < DOCUMENTS; before = now) {
        hearsay_documents *all = NULL;
        hearsay_document *each = NULL;
        const hearsay_statement *statements;
        hearsay_documents_open(store, 0, &all, NULL);
        for (now = 0; hearsay_documents_next(all, &each, NULL) == HEARSAY_OK; now++) {
            assert_int_equal(hearsay_document_statements(each, &statements), 1);
            hearsay_document_free(each);
        }
        hearsay_documents_close(all);
        assert_true(now >= before);
    }
    hearsay_store_close(store);
    return NULL;
}

static void test_writers_and_a_reader(void **state) {
    (void)state;
    char folder[] = "/tmp/hearsay-store-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/desk.db", folder);
    hearsay_store *store = NULL;
    assert_int_equal(hearsay_store_open(path, HEARSAY_STORE_CREATE, &store, NULL), HEARSAY_OK);
    pthread_t writers[WRITERS], reader;
    for (int i = 0; i < WRITERS; i++) {
        assert_int_equal(pthread_create(&writers[i], NULL, write_all, path), 0);
    }
    assert_int_equal(pthread_create(&reader, NULL, read_all, path), 0);
    size_t added = 0;
    for (int i = 0; i < WRITERS; i++) {
        void *of_one = NULL;
        pthread_join(writers[i], &of_one);
        added += *(size_t *)of_one;
        free(of_one);
    }
    pthread_join(reader, NULL);
    assert_int_equal(added, DOCUMENTS);
    hearsay_store_close(store);
    unlink(path);
    rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_writers_and_a_reader)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
