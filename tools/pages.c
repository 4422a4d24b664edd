/* hearsay-pages FILE...: the articles of web pages, for eval/pages.py. Writes one a line: {"id",
 * "text", "title", "author", "publisher", "date", "url", "language"}, the id being the file's name.
 * With --time first, only how many pages are read in a second on one core, files apart: {"pages",
 * "seconds"}. */
#include "base/file.h"
#include "read/html.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SIZE_LIMIT = 64 << 20 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void set(json_t *line, const char *key, hearsay_str value) {
    json_object_set_new(line, key,
                        value.data != NULL ? json_stringn(value.data, value.size) : json_null());
}

static void show(const char *path, const reading *page) {
    const char *slash = strrchr(path, '/');
    json_t *line = json_object();
    json_object_set_new(line, "id", json_string(slash != NULL ? slash + 1 : path));
    set(line, "text", (hearsay_str){page->view.text.data, page->view.text.size});
    set(line, "title", page->metadata.title);
    set(line, "author", page->metadata.author);
    set(line, "publisher", page->metadata.publisher);
    set(line, "date", page->metadata.date);
    set(line, "url", page->metadata.url);
    set(line, "language", page->metadata.language);
    char *written = json_dumps(line, 0);
    puts(written);
    free(written);
    json_decref(line);
}

int main(int argc, char **argv) {
    const bool timed = argc > 1 && strcmp(argv[1], "--time") == 0;
    double seconds = 0;
    for (int i = 1 + timed; i < argc; i++) {
        buf bytes = {0};
        hearsay_error error;
        if (file_read(argv[i], SIZE_LIMIT, &bytes, &error) != HEARSAY_OK) {
            fprintf(stderr, "hearsay-pages: %s\n", error.message);
            return EXIT_FAILURE;
        }
        arena *memory = arena_new();
        reading page;
        const double begun = now();
        const hearsay_status status = read_html(memory, buf_str(&bytes), NULL, &page, &error);
        seconds += now() - begun;
        if (status != HEARSAY_OK) {
            fprintf(stderr, "hearsay-pages: %s: %s\n", argv[i], error.message);
        }
        if (!timed) {
            show(argv[i], &page);
        }
        arena_free(memory);
        buf_free(&bytes);
    }
    if (timed) {
        printf("{\"pages\": %d, \"seconds\": %.4f}\n", argc - 2, seconds);
    }
    return EXIT_SUCCESS;
}
