/* Files that are none, streams, and sizes; what files hold is in tests/cases/read/input.txt. */
#include "support/check.h"

#include "base/buf.h"
#include "read/read.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[] = "/tmp/hearsay_input_XXXXXX";

static int make_file(void **unused) {
    (void)unused;
    int file = mkstemp(path);
    return file < 0 ? -1 : close(file);
}

static int remove_file(void **unused) {
    (void)unused;
    int failed = unlink(path);
    memset(path + sizeof path - 7, 'X', 6);
    return failed;
}

static void write_file(str bytes) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.data, 1, bytes.size, file), bytes.size);
    assert_int_equal(fclose(file), 0);
}

/* The next document's text, as a string that is the caller's; NULL with the error otherwise. */
static char *next(input *from, hearsay_error *error) {
    arena *memory = arena_new();
    reading text;
    str origin;
    hearsay_status status = input_next(from, memory, &text, &origin, error);
    char *shown = NULL;
    if (status == HEARSAY_OK) {
        shown =
            strndup(text.view.shown.data != NULL ? text.view.shown.data : "", text.view.shown.size);
    } else {
        error->code = status;
    }
    arena_free(memory);
    return shown;
}

static void expect_text(input *from, const char *expected) {
    hearsay_error error;
    char *shown = next(from, &error);
    assert_non_null(shown);
    assert_string_equal(shown, expected);
    free(shown);
}

static void expect_error(input *from, hearsay_status code, const char *part) {
    hearsay_error error = {.message = ""};
    char *shown = next(from, &error);
    assert_null(shown);
    free(shown);
    assert_int_equal(error.code, code);
    assert_non_null(strstr(error.message, part));
}

/* --- files that are none ---------------------------------------------------------------------- */

static void expect_no_file(const char *name, const char *message) {
    hearsay_error error;
    input *from;
    assert_int_equal(input_open(name, NULL, &from, &error), HEARSAY_IO);
    assert_string_equal(error.message, message);
}

static void no_files(void **unused) {
    (void)unused;
    expect_no_file("/tmp", "/tmp: Is a directory");
    expect_no_file("/nowhere/at/all", "/nowhere/at/all: No such file or directory");
    input *from;
    assert_int_equal(input_open(NULL, NULL, &from, NULL), HEARSAY_INVALID);
    hearsay_input_options options = {.format = (hearsay_input_format)7};
    assert_int_equal(input_open("/tmp", &options, &from, NULL), HEARSAY_INVALID);
    input_close(NULL);
}

static void unreadable_file(void **unused) {
    (void)unused;
    static const uid_t NOBODY = 65534;
    uid_t self = geteuid();
    assert_int_equal(chmod(path, 0), 0);
    if (self == 0) {
        assert_int_equal(seteuid(NOBODY), 0); /* root may read everything */
    }
    hearsay_error error;
    input *from;
    hearsay_status status = input_open(path, NULL, &from, &error);
    assert_int_equal(seteuid(self), 0);
    assert_int_equal(status, HEARSAY_IO);
    assert_non_null(strstr(error.message, "Permission denied"));
}

/* --- sizes ------------------------------------------------------------------------------------ */

static void put_line(buf *out, char letter, size_t size) {
    buf_put(out, STR("{\"text\": \""));
    buf_reserve(out, size);
    memset(out->data + out->size, letter, size);
    out->size += size;
    buf_put(out, STR("\"}\n"));
}

/* A line far above the limit is skipped, however long, and those beside it are read. */
static void large_lines(void **unused) {
    (void)unused;
    buf lines = {0};
    put_line(&lines, 'a', 9 << 20);
    put_line(&lines, 'b', 3);
    put_line(&lines, 'c', 1 << 20);
    put_line(&lines, 'd', (1 << 20) + 1);
    put_line(&lines, 'e', 9 << 20);
    lines.size -= 3; /* its end is missing */
    write_file(buf_str(&lines));
    hearsay_input_options options = {.max_size = 1 << 20};
    input *from;
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    hearsay_error error;
    expect_error(from, HEARSAY_TOO_LARGE, ":1: a line larger than 1 MB (--max-size");
    expect_text(from, "bbb");
    char *largest = next(from, &error);
    assert_int_equal(strlen(largest), 1 << 20);
    free(largest);
    expect_error(from, HEARSAY_TOO_LARGE, ":4: a text larger than 1 MB (--max-size");
    expect_error(from, HEARSAY_TOO_LARGE, ":5: a line larger than 1 MB (--max-size");
    expect_error(from, HEARSAY_END, "");
    expect_error(from, HEARSAY_END, "");
    input_close(from);
    buf_free(&lines);
}

static void largest_text(void **unused) {
    (void)unused;
    write_file(STR("12345"));
    input *from;
    hearsay_input_options options = {.max_size = 5};
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    expect_text(from, "12345");
    expect_error(from, HEARSAY_END, "");
    input_close(from);
    options.max_size = 4;
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    expect_error(from, HEARSAY_TOO_LARGE, "larger than 4 bytes (--max-size sets the limit)");
    expect_error(from, HEARSAY_END, "");
    input_close(from);
}

static void position(void **unused) {
    (void)unused;
    write_file(STR("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"));
    input *from;
    size_t size;
    assert_int_equal(input_open(path, NULL, &from, NULL), HEARSAY_OK);
    assert_int_equal(input_position(from, &size), 0);
    assert_int_equal(size, 28);
    expect_text(from, "a");
    expect_text(from, "b");
    expect_error(from, HEARSAY_END, "");
    assert_int_equal(input_position(from, NULL), 28);
    input_close(from);
}

/* What a file is said to be counts more than what it looks like. */
static void formats(void **unused) {
    (void)unused;
    write_file(STR("{\"text\": \"a\"}\n"));
    input *from;
    hearsay_input_options options = {.format = HEARSAY_INPUT_TEXT};
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    expect_text(from, "{\"text\": \"a\"}\n");
    input_close(from);
    write_file(STR("said\n"));
    options.format = HEARSAY_INPUT_JSONL;
    assert_int_equal(input_open(path, &options, &from, NULL), HEARSAY_OK);
    expect_error(from, HEARSAY_FORMAT, ":1: not JSON: ");
    input_close(from);
}

/* --- streams ---------------------------------------------------------------------------------- */

/* Writes byte by byte, with pauses, and a signal to the reader before each. */
static void write_slowly(int file, str bytes, pid_t reader) {
    for (size_t i = 0; i < bytes.size; i++) {
        usleep(300);
        kill(reader, SIGUSR1);
        if (write(file, bytes.data + i, 1) != 1) {
            _exit(1);
        }
    }
    _exit(0);
}

static void on_signal(int number) {
    (void)number;
}

/* A pipe as standard input; gives the process that writes. */
static pid_t begin_pipe(str bytes) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct sigaction action = {.sa_handler = on_signal}; /* without SA_RESTART: EINTR */
    sigaction(SIGUSR1, &action, NULL);
    pid_t reader = getpid();
    pid_t writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) {
        close(ends[0]);
        write_slowly(ends[1], bytes, reader);
    }
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    return writer;
}

static void slow_lines(void **unused) {
    (void)unused;
    pid_t writer = begin_pipe(STR("\xEF\xBB\xBF{\"text\": \"a\"}\r\n\n{\"text\": \"b\"}\n{\"te"));
    input *from;
    size_t size;
    assert_int_equal(input_open("-", NULL, &from, NULL), HEARSAY_OK);
    expect_text(from, "a");
    expect_text(from, "b");
    expect_error(from, HEARSAY_FORMAT, "standard input:4: not JSON");
    expect_error(from, HEARSAY_END, "");
    assert_int_equal(input_position(from, &size), 37);
    assert_int_equal(size, 0);
    input_close(from);
    waitpid(writer, NULL, 0);
}

static void slow_text(void **unused) {
    (void)unused;
    pid_t writer = begin_pipe(STR("\xFE\xFF\0H\0i\xD8\x3D\xDE\0\0.\0\n\0.\0\n"));
    input *from;
    assert_int_equal(input_open("-", NULL, &from, NULL), HEARSAY_OK);
    expect_text(from, "Hi\xF0\x9F\x98\x80.\n.\n");
    expect_error(from, HEARSAY_END, "");
    input_close(from);
    waitpid(writer, NULL, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_files),
        cmocka_unit_test_setup_teardown(unreadable_file, make_file, remove_file),
        cmocka_unit_test_setup_teardown(large_lines, make_file, remove_file),
        cmocka_unit_test_setup_teardown(largest_text, make_file, remove_file),
        cmocka_unit_test_setup_teardown(position, make_file, remove_file),
        cmocka_unit_test_setup_teardown(formats, make_file, remove_file),
        cmocka_unit_test(slow_lines),
        cmocka_unit_test(slow_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
