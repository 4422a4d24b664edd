/* hearsay-pronouns ABBREVIATIONS WEIGHTS FILE.jsonl: what each pronoun of the third person may
 * stand for, with the features that speak for it, for train/pronouns.py.
 *
 * A line of the file is {"id", "text"}. Written is a line a document: "mentions", each [begin, end,
 * entity] with positions in code points, entity -1 for none; "pronouns", each {"mention", "sort",
 * "candidates": [[mention, entity, {feature: value}]]}. WEIGHTS is a file of lines "name TAB
 * value", by which pronouns are chosen on the way; - for the weights that are built in. */
#include "resolve/pronouns.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    json_t *pronouns;
    const mention_list *mentions;
} writer;

static void write_choice(void *to, size_t pronoun, const candidate *candidates,
                         const feature_list *features, size_t count) {
    writer *self = to;
    char room[48];
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++) {
        json_t *values = json_object();
        for (size_t k = 0; k < features[i].count; k++) {
            json_object_set_new(values, feature_name(features[i].which[k], room),
                                json_real((double)features[i].value[k]));
        }
        json_array_append_new(list, json_pack("[iio]", (int)candidates[i].mention,
                                              (int)candidates[i].entity, values));
    }
    const char *sort = SORT_NAMES[sort_of_pronoun(&self->mentions->items[pronoun])];
    json_array_append_new(self->pronouns, json_pack("{s:i, s:s, s:o}", "mention", (int)pronoun,
                                                    "sort", sort, "candidates", list));
}

static json_t *write_mentions(const token_list *tokens, const mention_list *mentions) {
    json_t *out = json_array();
    size_t byte = 0;
    size_t points = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const mention *each = &mentions->items[i];
        span part = tokens_span(tokens, each->name);
        while (byte > part.begin) { /* a phrase may begin before the one that was written last */
            byte--;
            points -= ((unsigned char)tokens->shown.data[byte] & 0xC0) != 0x80;
        }
        points += utf8_count(str_slice(tokens->shown, (span){byte, part.begin}));
        byte = part.begin;
        size_t length = utf8_count(str_slice(tokens->shown, part));
        int number = each->entity == NO_ENTITY ? -1 : (int)each->entity;
        json_array_append_new(out, json_pack("[iii]", (int)points, (int)(points + length), number));
    }
    return out;
}

static void resolve_line(const segmenter *with, const pronoun_weights *weights, json_t *document) {
    arena *memory = arena_new();
    const json_t *shown = json_object_get(document, "text");
    segmentation text;
    segment(with, (str){json_string_value(shown), json_string_length(shown)}, memory, &text);
    token_list tokens;
    mention_list mentions;
    entity_list entities;
    tokens_find(&text, memory, &tokens);
    mentions_find(&tokens, memory, &mentions);
    entities_find(&tokens, &mentions, memory, &entities);
    writer to = {json_array(), &mentions};
    const pronoun_task task = {.tokens = &tokens,
                               .mentions = &mentions,
                               .entities = &entities,
                               .weights = weights,
                               .report = write_choice,
                               .report_to = &to};
    pronouns_resolve(&task, memory, arena_array(memory, antecedent, mentions.count + 1));
    json_object_set_new(document, "mentions", write_mentions(&tokens, &mentions));
    json_object_set_new(document, "pronouns", to.pronouns);
    json_object_del(document, "text");
    arena_free(memory);
}

static bool read_all(const char *path, buf *out) {
    hearsay_error error;
    if (file_read(path, SIZE_MAX, out, &error) == HEARSAY_OK) {
        return true;
    }
    fprintf(stderr, "hearsay-pronouns: %s\n", error.message);
    return false;
}

static float weight_in(str file, const char *sort, const char *feature) {
    buf line = {0};
    buf_printf(&line, "\n%s.%s\t", sort, feature);
    buf_put(&line, (str){"", 1});
    const char *found = file.size > 0 ? strstr(file.data, line.data) : NULL;
    float value = found != NULL ? list_number(str_from(found + line.size - 1)) : 0.0F;
    buf_free(&line);
    return value;
}

static bool read_weights(const char *path, pronoun_weights *out) {
    if (strcmp(path, "-") == 0) {
        pronoun_weights_read(out);
        return true;
    }
    buf file = {0};
    bool good = read_all(path, &file);
    buf_put(&file, (str){"", 1});
    char room[48];
    for (size_t sort = 0; good && sort < SORT_COUNT; sort++) {
        for (size_t i = 0; i < FEATURE_TOTAL; i++) {
            out->of[sort][i] = weight_in(buf_str(&file), SORT_NAMES[sort], feature_name(i, room));
        }
    }
    buf_free(&file);
    return good;
}

static bool resolve_file(const segmenter *with, const pronoun_weights *weights, const char *path) {
    buf lines = {0};
    bool good = read_all(path, &lines);
    for (size_t pos = 0; good && pos < lines.size;) {
        const char *stop = memchr(lines.data + pos, '\n', lines.size - pos);
        size_t end = stop != NULL ? (size_t)(stop - lines.data) : lines.size;
        json_t *document = json_loadb(lines.data + pos, end - pos, 0, NULL);
        good = document != NULL;
        if (good) {
            resolve_line(with, weights, document);
            good = json_dumpf(document, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF;
        }
        json_decref(document);
        pos = end + 1;
    }
    buf_free(&lines);
    return good;
}

int main(int argc, char **argv) {
    buf abbreviations = {0};
    pronoun_weights weights;
    if (argc != 4 || !read_all(argv[1], &abbreviations) || !read_weights(argv[2], &weights)) {
        fprintf(stderr, "usage: hearsay-pronouns ABBREVIATIONS WEIGHTS FILE.jsonl\n");
        return EXIT_FAILURE;
    }
    segmenter *with = segmenter_new((str){0}, buf_str(&abbreviations));
    bool good = resolve_file(with, &weights, argv[3]);
    segmenter_free(with);
    buf_free(&abbreviations);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
