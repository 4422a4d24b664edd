/* The cases of reading: see the tops of the files in tests/cases/read. */
#include "support/cases.h"
#include "support/check.h"

#include "base/buf.h"
#include "read/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const size_t LARGEST = 100; /* bytes of a text in input.txt */

/* The files whose cases tell all that is known of a document. */
static const char *const WHOLE[] = {"/csv.txt", "/feed.txt", "/warc.txt", "/page.txt"};

/* --- markdown.txt ----------------------------------------------------------------------------- */

static void check_markdown(const test_case *each) {
    arena *memory = arena_new();
    reading text;
    read_text(memory, each->sections[0], &text);
    case_expect(each, 1, text.view.shown);
    arena_free(memory);
}

/* --- json.txt --------------------------------------------------------------------------------- */

static void put_field(buf *out, const char *name, hearsay_str value) {
    if (value.data != NULL) {
        buf_printf(out, "\n%s=", name);
        buf_put(out, (str){value.data, value.size});
    }
}

static void put_metadata(buf *out, const reading *text) {
    put_field(out, "id", text->metadata.id);
    put_field(out, "title", text->metadata.title);
    put_field(out, "author", text->metadata.author);
    put_field(out, "publisher", text->metadata.publisher);
    put_field(out, "url", text->metadata.url);
    put_field(out, "date", text->metadata.date);
    put_field(out, "language", text->metadata.language);
    if (text->flaw_count > 0) {
        buf_printf(out, "\nflaws: %zu, the first at %zu", text->flaw_count, text->first_flaw);
    }
}

static void check_json(const test_case *each) {
    arena *memory = arena_new();
    reading text;
    hearsay_error error;
    buf out = {0};
    if (read_json_line(memory, each->sections[0], &text, &error) == HEARSAY_OK) {
        buf_put(&out, text.view.shown);
        put_metadata(&out, &text);
    } else {
        buf_printf(&out, "error: %s", error.message);
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    arena_free(memory);
}

/* --- input.txt -------------------------------------------------------------------------------- */

/* What the whole text was read from. */
static void put_source(buf *out, const reading *text) {
    span source = reading_source(text, (span){0, text->view.text.size});
    assert_true(source.end <= text->original.size);
    buf_put(out, STR("\nfrom: "));
    buf_put(out, str_slice(text->original, source));
}

/* Reads the next document; false at the end. */
static bool put_next(input *from, bool whole, buf *out) {
    arena *memory = arena_new();
    reading text;
    str origin;
    hearsay_error error;
    hearsay_status status = input_next(from, memory, &text, &origin, &error);
    if (status == HEARSAY_OK) {
        buf_put(out, origin);
        buf_put(out, STR("| "));
        buf_put(out, text.view.shown);
        if (whole) {
            put_metadata(out, &text);
            put_source(out, &text);
        }
        buf_putc(out, '\n');
    } else if (status != HEARSAY_END) {
        buf_printf(out, "error %zu| %s\n", error.position, error.message);
    }
    arena_free(memory);
    return status != HEARSAY_END;
}

/* Runs in a folder of its own, where the file is then. */
static void check_input(const test_case *each, bool whole) {
    char *name = strndup(each->name, strcspn(each->name, " "));
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    fwrite(each->sections[0].data, 1, each->sections[0].size, file);
    fclose(file);
    hearsay_input_options options = {.max_size = whole ? 0 : LARGEST};
    input *from;
    assert_int_equal(input_open(name, &options, &from, NULL), HEARSAY_OK);
    buf out = {0};
    while (put_next(from, whole, &out)) {
    }
    case_expect(each, 1, buf_str(&out));
    buf_free(&out);
    input_close(from);
    unlink(name);
    free(name);
}

/* ---------------------------------------------------------------------------------------------- */

static void check(const test_case *each, void *unused) {
    (void)unused;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        if (strstr(each->file, WHOLE[i]) != NULL) {
            check_input(each, true);
            return;
        }
    }
    if (strstr(each->file, "/json.txt") != NULL) {
        check_json(each);
    } else if (strstr(each->file, "/input.txt") != NULL) {
        check_input(each, false);
    } else {
        check_markdown(each);
    }
}

static void cases(void **state) {
    (void)state;
    char folder[] = "/tmp/hearsay_read_XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    size_t failures = cases_run("read", check, NULL);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(failures, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
