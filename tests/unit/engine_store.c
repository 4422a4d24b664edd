/* The store through the public header: documents go in and come out as they were. */
#include "engine/stored.h"
#include "support/check.h"
#include "support/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A store in a folder of its own. */
typedef struct {
    char folder[32], path[64];
    hearsay_store *store;
} place;

static place begin(void) {
    place self = {.folder = "/tmp/hearsay-store-XXXXXX"};
    assert_non_null(mkdtemp(self.folder));
    snprintf(self.path, sizeof self.path, "%s/desk.db", self.folder);
    assert_int_equal(hearsay_store_open(self.path, HEARSAY_STORE_CREATE, &self.store, NULL),
                     HEARSAY_OK);
    return self;
}

static void end(place *self) {
    hearsay_store_close(self->store);
    unlink(self->path);
    rmdir(self->folder);
}

/* `found` as of findings_put; NULL: it was not read for statements. */
static hearsay_document *make(const char *id, const char *url, const char *text,
                              const char *found) {
    const hearsay_metadata metadata = {.id = {id, strlen(id)},
                                       .title = {"A \xF0\x9F\x98\x80 title", 12},
                                       .url = {url, url != NULL ? strlen(url) : 0},
                                       .date = {"2031-04-02", 10}};
    hearsay_document *made = NULL;
    assert_int_equal(
        hearsay_document_new((hearsay_str){text, strlen(text)}, &metadata, &made, NULL),
        HEARSAY_OK);
    if (found != NULL) {
        findings_put(made, str_from(found));
        made->found.made_by = STR("hearsay 0, by hand");
    }
    return made;
}

static hearsay_added add(hearsay_store *into, hearsay_document *document) {
    hearsay_added outcome = HEARSAY_ADDED_KNOWN;
    hearsay_error error = {HEARSAY_OK, 0, ""};
    hearsay_status status = hearsay_store_add(into, document, 0, &outcome, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, HEARSAY_OK);
    return outcome;
}

/* --- in and out ------------------------------------------------------------------------------- */

static const char TEXT[] = "\xE2\x80\x9CNo,\xE2\x80\x9D [she](http://a.b) said, "
                           "\xE2\x80\x9Cnever.\xE2\x80\x9D\n\nHe said so.";
static const char FOUND[] =
    "she | said | No + never | all | 0.875\nHe | said | so | none | 0.125\nlanguage | en";

static void test_comes_out_as_it_went_in(void **state) {
    (void)state;
    place at = begin();
    hearsay_document *in = make("7", "http://a.example/7", TEXT, FOUND), *out = NULL;
    assert_int_equal(add(at.store, in), HEARSAY_ADDED_NEW);
    hearsay_error error = {HEARSAY_OK, 0, ""};
    hearsay_store_document(at.store, "7", &out, &error);
    assert_string_equal(error.message, "");
    assert_string_equal(hearsay_document_json(out, HEARSAY_WITH_TEXT).data,
                        hearsay_document_json(in, HEARSAY_WITH_TEXT).data);
    hearsay_document_free(out);
    hearsay_store_document(at.store, "http://a.example/7", &out, &error);
    assert_string_equal(error.message, "");
    hearsay_document_free(out);
    hearsay_document_free(in);
    end(&at);
}

static void test_not_before_it_was_read(void **state) {
    (void)state;
    place at = begin();
    hearsay_document *unread = make("7", NULL, "It rained.", NULL);
    hearsay_added outcome;
    assert_int_equal(hearsay_store_would_add(at.store, unread, &outcome, NULL), HEARSAY_OK);
    assert_int_equal(outcome, HEARSAY_ADDED_NEW);
    assert_int_equal(hearsay_store_add(at.store, unread, 0, &outcome, NULL), HEARSAY_INVALID);
    assert_int_equal(hearsay_store_document(at.store, "7", &unread, NULL), HEARSAY_MISSING);
    hearsay_document_free(unread);
    end(&at);
}

/* Blocks and links of a page, which only its reader knows. */
static void test_structure(void **state) {
    (void)state;
    reading in = {.view = {.text = STR("A headline\n\nsee there")}}, out = {.view = in.view};
    block blocks[] = {{{0, 10}, BLOCK_HEADING}, {{12, 21}, BLOCK_PARAGRAPH}};
    hyperlink links[] = {{{16, 21}, STR("http://a.example/?b=c d")}};
    in.blocks = blocks;
    in.block_count = 2;
    in.links = links;
    in.link_count = 1;
    buf written = {0};
    arena *memory = arena_new();
    in.charset = STR("windows-1252");
    in.address = STR("http://a.example/two\nlines");
    structure_put(&in, true, &written);
    assert_true(structure_take(buf_str(&written), memory, &out));
    assert_int_equal(out.block_count, 2);
    assert_int_equal(out.blocks[1].span.begin, 12);
    assert_int_equal(out.blocks[0].kind, BLOCK_HEADING);
    assert_int_equal(out.link_count, 1);
    assert_int_equal(out.links[0].span.begin, 16);
    assert_true(str_equal(out.links[0].url, links[0].url));
    assert_true(out.page);
    assert_true(str_equal(out.charset, in.charset));
    assert_null(out.address.data); /* no server can have said so */
    buf_clear(&written);
    structure_put(&in, false, &written);
    out.page = false;
    assert_true(structure_take(buf_str(&written), memory, &out));
    assert_false(out.page);
    static const char *const WRONG[] = {"block 0-99 1", "block 3-2 1", "block 0-3 9",
                                        "block -1-3 1", "link 0-3",    "links",
                                        "block 0-3"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        assert_false(structure_take(str_from(WRONG[i]), memory, &out));
    }
    arena_free(memory);
    buf_free(&written);
}

/* --- versions --------------------------------------------------------------------------------- */

static size_t count(hearsay_store *from, unsigned flags, char *texts) {
    hearsay_documents *all;
    hearsay_document *each;
    size_t documents = 0;
    texts[0] = '\0';
    assert_int_equal(hearsay_documents_open(from, flags, &all, NULL), HEARSAY_OK);
    while (hearsay_documents_next(all, &each, NULL) == HEARSAY_OK) {
        hearsay_str text = hearsay_document_text(each);
        strncat(texts, text.data, text.size);
        documents++;
        hearsay_document_free(each);
    }
    hearsay_documents_close(all);
    return documents;
}

static void test_the_newest_version_is_meant(void **state) {
    (void)state;
    place at = begin();
    hearsay_document *all[] = {
        make("7", NULL, "one ", "one | one | one | none | 1"),
        make("8", "http://a.b", "two ", "two | two | two | none | 1"),
        make("9", "http://a.b", "three ", "three | three | three | none | 1")};
    const hearsay_added wanted[] = {HEARSAY_ADDED_NEW, HEARSAY_ADDED_NEW, HEARSAY_ADDED_VERSION};
    char texts[64];
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(add(at.store, all[i]), wanted[i]);
    }
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(add(at.store, all[i]), HEARSAY_ADDED_KNOWN);
        hearsay_document_free(all[i]);
    }
    assert_int_equal(count(at.store, 0, texts), 2);
    assert_string_equal(texts, "one three ");
    assert_int_equal(count(at.store, HEARSAY_ALL_VERSIONS, texts), 3);
    assert_string_equal(texts, "one two three ");
    end(&at);
}

/* --- what is refused -------------------------------------------------------------------------- */

static void test_only_create_makes_a_file(void **state) {
    (void)state;
    hearsay_store *none = NULL;
    hearsay_error error;
    assert_int_equal(hearsay_store_open("/tmp/hearsay-none.db", HEARSAY_STORE_WRITE, &none, &error),
                     HEARSAY_IO);
    assert_int_equal(access("/tmp/hearsay-none.db", F_OK), -1);
    assert_int_equal(hearsay_store_open(NULL, HEARSAY_STORE_CREATE, &none, &error),
                     HEARSAY_INVALID);
}

static void test_who_reads_changes_nothing(void **state) {
    (void)state;
    place at = begin();
    hearsay_store *reader = NULL;
    hearsay_document *in = make("7", NULL, TEXT, FOUND);
    hearsay_added outcome;
    hearsay_error error;
    char texts[64];
    assert_int_equal(hearsay_store_open(at.path, HEARSAY_STORE_READ, &reader, NULL), HEARSAY_OK);
    assert_int_equal(hearsay_store_add(reader, in, 0, &outcome, &error), HEARSAY_IO);
    assert_non_null(strstr(error.message, "read-only"));
    assert_int_equal(count(reader, 0, texts), 0);
    assert_int_equal(add(at.store, in), HEARSAY_ADDED_NEW);
    assert_int_equal(count(reader, 0, texts), 1);
    hearsay_document_free(in);
    hearsay_store_close(reader);
    end(&at);
}

static void test_mode(void **state) {
    (void)state;
    place at = begin();
    hearsay_document *in = make("7", NULL, TEXT, FOUND);
    add(at.store, in);
    static const char *const ENDS[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        char path[80];
        struct stat about;
        snprintf(path, sizeof path, "%s%s", at.path, ENDS[i]);
        assert_int_equal(stat(path, &about), 0);
        assert_int_equal(about.st_mode & 0777, 0600);
    }
    hearsay_document_free(in);
    end(&at);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comes_out_as_it_went_in),
        cmocka_unit_test(test_not_before_it_was_read),
        cmocka_unit_test(test_structure),
        cmocka_unit_test(test_the_newest_version_is_meant),
        cmocka_unit_test(test_only_create_makes_a_file),
        cmocka_unit_test(test_who_reads_changes_nothing),
        cmocka_unit_test(test_mode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
