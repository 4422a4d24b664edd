/* hearsay-blocks WEIGHTS FEATURES FILE...: the blocks of web pages as they are judged, for
 * train/pages.py. Writes a page a line: {"id", "blocks", "chance"}, a list entry per block, and
 * into the file FEATURES the features of all blocks, one after the other, as floats. WEIGHTS is a
 * file of the model's numbers, first those of a block alone. */
#include "base/file.h"
#include "read/html_article.h"
#include "read/html_metadata.h"
#include "read/html_text.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE_LIMIT = 64 << 20 };

/* Reads `count` numbers; false where there are less. `*at` moves on. */
static bool read_numbers(char **at, float *out, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *end;
        out[i] = strtof(*at, &end);
        if (end == *at) {
            return false;
        }
        *at = end;
    }
    return true;
}

static html_model read_model(const char *path) {
    html_model out = {{0}, {0}};
    buf text = {0};
    hearsay_error error = {.message = ""};
    char *at = NULL;
    if (file_read(path, SIZE_LIMIT, &text, &error) == HEARSAY_OK) {
        at = text.data;
    }
    if (at == NULL || !read_numbers(&at, out.alone, HTML_ALONE) ||
        !read_numbers(&at, out.stacked, HTML_FEATURES)) {
        fprintf(stderr, "hearsay-blocks: %s: not all of the weights %s\n", path, error.message);
        exit(EXIT_FAILURE);
    }
    buf_free(&text);
    return out;
}

static void put_numbers(const char *name, const float *values, size_t count) {
    printf(", \"%s\": [", name);
    for (size_t i = 0; i < count; i++) {
        printf(i > 0 ? ",%.5g" : "%.5g", (double)values[i]);
    }
    putchar(']');
}

static void put_blocks(const reading *all) {
    printf(", \"blocks\": [");
    for (size_t i = 0; i < all->block_count; i++) {
        const str text = str_slice(all->view.text, all->blocks[i].span);
        json_t *value = json_stringn(text.data, text.size);
        char *written = json_dumps(value, JSON_ENCODE_ANY);
        printf(i > 0 ? ",%s" : "%s", written);
        free(written);
        json_decref(value);
    }
    putchar(']');
}

static void show(const char *path, str bytes, const html_model *model, FILE *features) {
    html_page page;
    html_page_make(&page, bytes, (str){NULL, 0});
    uint64_t titles[HTML_TITLES];
    hearsay_metadata metadata = {0};
    html_metadata_read(page.scratch, &page, (str){NULL, 0}, &metadata, titles);
    const html_judgement judged = html_article_judge(page.scratch, &page, titles, model);
    memset(judged.chosen, true, page.blocks.count * sizeof *judged.chosen);
    reading all = {0};
    origins from = {0};
    html_text_write(page.scratch, &page.tree, &page.context, &page.blocks, judged.chosen,
                    (str){NULL, 0}, &all, &from);
    vec_free(&from);
    printf("{\"id\": \"%s\"", path);
    put_blocks(&all);
    put_numbers("chance", judged.chance, page.blocks.count);
    fwrite(judged.features, sizeof *judged.features, page.blocks.count, features);
    puts("}");
    html_page_free(&page);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: hearsay-blocks WEIGHTS FEATURES FILE...\n");
        return EXIT_FAILURE;
    }
    const html_model model = read_model(argv[1]);
    FILE *features = fopen(argv[2], "wb");
    if (features == NULL) {
        fprintf(stderr, "hearsay-blocks: %s cannot be written\n", argv[2]);
        return EXIT_FAILURE;
    }
    for (int i = 3; i < argc; i++) {
        buf bytes = {0};
        hearsay_error error;
        if (file_read(argv[i], SIZE_LIMIT, &bytes, &error) != HEARSAY_OK) {
            fprintf(stderr, "hearsay-blocks: %s\n", error.message);
            return EXIT_FAILURE;
        }
        show(argv[i], buf_str(&bytes), &model, features);
        buf_free(&bytes);
    }
    return fclose(features) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
