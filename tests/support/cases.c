#include "support/cases.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"

#include <ctype.h>
#include <glob.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t FILE_LIMIT = 16 << 20;

/* --- reading ---------------------------------------------------------------------------------- */

/* Takes the next line, without its line break, off the front of `rest`. */
static str take_line(str *rest) {
    const char *stop = memchr(rest->data, '\n', rest->size);
    size_t size = stop != NULL ? (size_t)(stop - rest->data) : rest->size;
    str line = {rest->data, size};
    size_t taken = stop != NULL ? size + 1 : size;
    *rest = (str){rest->data + taken, rest->size - taken};
    return line;
}

static str without_last_breaks(str text) {
    while (text.size > 0 && text.data[text.size - 1] == '\n') {
        text.size--;
    }
    return text;
}

/* `<0xHH>` at `at`: its byte, or -1. */
static int written_byte(str text, size_t at) {
    str mark = str_slice(text, (span){at, at + 6});
    if (mark.size < 6 || !str_starts(mark, STR("<0x")) || mark.data[5] != '>' ||
        !isxdigit((unsigned char)mark.data[3]) || !isxdigit((unsigned char)mark.data[4])) {
        return -1;
    }
    const char digits[] = {mark.data[3], mark.data[4], '\0'};
    return (int)strtol(digits, NULL, 16);
}

static str with_bytes(arena *memory, str text) {
    char *out = arena_alloc(memory, text.size);
    size_t size = 0;
    for (size_t i = 0; i < text.size;) {
        int byte = written_byte(text, i);
        out[size++] = byte >= 0 ? (char)byte : text.data[i];
        i += byte >= 0 ? 6 : 1;
    }
    return (str){out, size};
}

/* Reads the sections of a case off the front of `rest`, up to the next case. */
static void take_sections(str *rest, arena *memory, test_case *into) {
    VEC(str) sections = {0};
    const char *begin = rest->data;
    for (bool more = true; more;) {
        const char *here = rest->data;
        more = rest->size > 0 && !str_starts(*rest, STR("=== "));
        if (more && !str_equal(take_line(rest), STR("---"))) {
            continue;
        }
        str section = {begin, (size_t)(here - begin)};
        vec_push(&sections, with_bytes(memory, without_last_breaks(section)));
        begin = rest->data;
    }
    into->count = sections.count;
    into->sections = arena_copy(memory, sections.items, sections.count * sizeof *sections.items);
    vec_free(&sections);
}

static size_t run_file(const char *path, case_check *check, void *context, size_t *failures) {
    buf bytes = {0};
    hearsay_error error;
    if (file_read(path, FILE_LIMIT, &bytes, &error) != HEARSAY_OK) {
        printf("%s\n", error.message);
        *failures += 1;
        return 0;
    }
    size_t count = 0;
    str all = buf_str(&bytes);
    for (str rest = all; rest.size > 0;) {
        size_t line = 1;
        for (const char *c = all.data; c < rest.data; c++) {
            line += *c == '\n';
        }
        str head = take_line(&rest);
        if (!str_starts(head, STR("=== "))) {
            continue; /* before the first case */
        }
        arena *memory = arena_new();
        test_case each = {.file = path, .line = line, .failures = failures};
        each.name = str_copy(memory, str_slice(head, (span){4, head.size}));
        take_sections(&rest, memory, &each);
        check(&each, context);
        arena_free(memory);
        count++;
    }
    buf_free(&bytes);
    return count;
}

size_t cases_run(const char *stage, case_check *check, void *context) {
    buf pattern = {0};
    buf_printf(&pattern, "%s/tests/cases/%s/*.txt", PROJECT_DIR, stage);
    glob_t found = {0};
    glob(pattern.data, 0, NULL, &found);
    size_t failures = 0;
    size_t count = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        count += run_file(found.gl_pathv[i], check, context, &failures);
    }
    if (count == 0) {
        printf("%s: no cases\n", pattern.data);
        failures++;
    }
    globfree(&found);
    buf_free(&pattern);
    return failures;
}

/* --- comparing -------------------------------------------------------------------------------- */

static void show(const char *title, str text) {
    printf("  %s:\n    ", title);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte == '\n') {
            printf("\n    ");
        } else if (byte < 0x20 || byte == 0x7F) {
            printf("<0x%02X>", byte);
        } else {
            putchar(byte);
        }
    }
    printf("\n");
}

void case_expect(const test_case *self, size_t n, str actual) {
    str expected = n < self->count ? self->sections[n] : STR("(a section that is missing)");
    if (n < self->count &&
        (str_equal(expected, actual) || str_equal(expected, without_last_breaks(actual)))) {
        return;
    }
    *self->failures += 1;
    printf("%s:%zu: %s\n", self->file, self->line, self->name);
    show("expected", expected);
    show("got", actual);
}
