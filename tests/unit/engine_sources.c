/* The way from a document's text back to the bytes that it was made of, through the public header;
 * what files hold in each format is in tests/cases/read. */
#include "support/check.h"

#include "base/str.h"
#include "hearsay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/hearsay_sources_XXXXXX";

static int make_file(void **unused) {
    (void)unused;
    int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int remove_file(void **unused) {
    (void)unused;
    return unlink(path);
}

/* The first document of a file that holds these bytes. */
static hearsay_document *document_in(str bytes) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(bytes.data, 1, bytes.size, file);
    fclose(file);
    hearsay_input *from;
    hearsay_document *made;
    assert_int_equal(hearsay_input_open(path, NULL, &from, NULL), HEARSAY_OK);
    assert_int_equal(hearsay_input_next(from, &made, NULL), HEARSAY_OK);
    hearsay_input_close(from);
    return made;
}

static void expect_bytes(hearsay_str actual, const char *expected) {
    assert_int_equal(actual.size, strlen(expected));
    assert_memory_equal(actual.data, expected, actual.size);
}

/* Where `part` stands in the text; past its end if it does not. */
static size_t find(hearsay_str text, const char *part) {
    const str all = {text.data, text.size};
    size_t at = 0;
    while (at < all.size && !str_starts(str_slice(all, (span){at, all.size}), str_from(part))) {
        at++;
    }
    return at;
}

/* Where the first `part` of the text comes from. */
static void expect_source(hearsay_document *document, const char *part, const char *expected) {
    hearsay_str text = hearsay_document_text(document);
    size_t begin = find(text, part);
    assert_true(begin < text.size);
    hearsay_span source =
        hearsay_document_source(document, (hearsay_span){begin, begin + strlen(part)});
    hearsay_str original = hearsay_document_original(document);
    assert_true(source.begin <= source.end && source.end <= original.size);
    expect_bytes((hearsay_str){original.data + source.begin, source.end - source.begin}, expected);
}

static bool writes_text(hearsay_document *document) {
    hearsay_str line = hearsay_document_json(document, 0);
    return find(line, "\"text\":") < line.size;
}

static void a_text(void **unused) {
    (void)unused;
    hearsay_document *made = document_in(STR("\xEF\xBB\xBFIn the caf\xE9 he said *so*."));
    expect_bytes(hearsay_document_original(made), "\xEF\xBB\xBFIn the caf\xE9 he said *so*.");
    expect_source(made, "In", "In");
    expect_source(made, "caf\xEF\xBF\xBD", "caf\xE9");
    expect_source(made, "*so*.", "*so*.");
    const hearsay_block *blocks;
    const hearsay_link *links;
    assert_int_equal(hearsay_document_blocks(made, &blocks), 0);
    assert_int_equal(hearsay_document_links(made, &links), 0);
    assert_false(writes_text(made));
    hearsay_document_free(made);
}

static void utf16(void **unused) {
    (void)unused;
    hearsay_document *made = document_in(STR("\xFE\xFF\0H\0e\0 \0s\0a\0i\0d\0.\0\n"));
    assert_int_equal(hearsay_document_original(made).size, 20);
    hearsay_span source = hearsay_document_source(made, (hearsay_span){3, 9});
    assert_int_equal(source.begin, 8);
    assert_int_equal(source.end, 20);
    hearsay_document_free(made);
}

static void a_line(void **unused) {
    (void)unused;
    static const char LINE[] = "{\"a\": {\"text\": \"x\"}, \"text\": \"old\", "
                               "\"text\" : \"\\u201cNo\\\" \\ud83d\\ude00 she\\n\"}";
    hearsay_document *made = document_in(str_from(LINE));
    expect_bytes(hearsay_document_original(made), LINE);
    expect_source(made, "\xE2\x80\x9CNo", "\\u201cNo");
    expect_source(made, "No\"", "No\\\"");
    expect_source(made, "\xF0\x9F\x98\x80", "\\ud83d\\ude00");
    expect_source(made, "she\n", "she\\n");
    assert_false(writes_text(made));
    hearsay_document_free(made);
}

static void a_row(void **unused) {
    (void)unused;
    hearsay_document *made = document_in(STR("id,text\n7,\"He said \"\"no\"\".\"\n"));
    expect_bytes(hearsay_document_original(made), "7,\"He said \"\"no\"\".\"");
    expect_source(made, "said \"no", "said \"\"no");
    assert_true(writes_text(made));
    hearsay_document_free(made);
}

static void an_entry(void **unused) {
    (void)unused;
    static const char ENTRY[] = "<item><content:encoded><![CDATA[<h2>Ferry</h2><p>He said &ldquo;so"
                                "&rdquo; <a href='/8'>there</a>.</p>]]></content:encoded></item>";
    char feed[512];
    int size =
        snprintf(feed, sizeof feed,
                 "<rss xml:base='https://courier.example/'><channel>%s</channel></rss>", ENTRY);
    hearsay_document *made = document_in((str){feed, (size_t)size});
    expect_bytes(hearsay_document_original(made), ENTRY);
    expect_source(made, "\xE2\x80\x9Cso", "&ldquo;so");
    expect_source(made, "Ferry", "Ferry");
    const hearsay_block *blocks;
    assert_int_equal(hearsay_document_blocks(made, &blocks), 2);
    assert_int_equal(blocks[0].kind, HEARSAY_BLOCK_HEADING);
    assert_int_equal(blocks[1].kind, HEARSAY_BLOCK_PARAGRAPH);
    const hearsay_link *links;
    assert_int_equal(hearsay_document_links(made, &links), 1);
    expect_bytes(links[0].url, "https://courier.example/8");
    assert_true(writes_text(made));
    hearsay_document_free(made);
}

static void bytes_given(void **unused) {
    (void)unused;
    hearsay_document *made;
    hearsay_str bytes = {"a\xFFz", 3};
    assert_int_equal(hearsay_document_new(bytes, NULL, &made, NULL), HEARSAY_OK);
    expect_bytes(hearsay_document_original(made), "a\xFFz");
    expect_source(made, "z", "z");
    hearsay_span past = hearsay_document_source(made, (hearsay_span){9, 99});
    assert_int_equal(past.begin, 3);
    assert_int_equal(past.end, 3);
    hearsay_document_free(made);
}

static void files(void **unused) {
    (void)unused;
    const char *const paths[] = {path, "/nowhere/at/all"};
    const char *const none[] = {""};
    hearsay_files *found;
    const char *next;
    hearsay_error error;
    assert_int_equal(hearsay_files_open(none, 1, &found, NULL), HEARSAY_INVALID);
    assert_int_equal(hearsay_files_open(paths, 2, &found, NULL), HEARSAY_OK);
    assert_int_equal(hearsay_files_next(found, &next, &error), HEARSAY_OK);
    assert_string_equal(next, path);
    assert_int_equal(hearsay_files_next(found, &next, &error), HEARSAY_IO);
    assert_string_equal(error.message, "/nowhere/at/all: No such file or directory");
    assert_int_equal(hearsay_files_next(found, &next, &error), HEARSAY_END);
    hearsay_files_close(found);
    hearsay_files_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text), cmocka_unit_test(utf16),    cmocka_unit_test(a_line),
        cmocka_unit_test(a_row),  cmocka_unit_test(an_entry), cmocka_unit_test(bytes_given),
        cmocka_unit_test(files),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
