/* hearsay-mentions FILE: what the stage of resolving sees in a plain text, a mention a line. */
#include "resolve/mentions.h"
#include "base/buf.h"
#include "base/file.h"
#include "segment/segment.h"

#include <stdio.h>

int main(int argc, char **argv) {
    buf bytes = {0};
    hearsay_error error;
    if (argc != 2 || file_read(argv[1], SIZE_MAX, &bytes, &error) != HEARSAY_OK) {
        fprintf(stderr, "hearsay-mentions FILE\n");
        return 1;
    }
    segmenter *with = segmenter_new((str){0}, (str){0});
    arena *memory = arena_new();
    segmentation text;
    segment(with, buf_str(&bytes), memory, &text);
    token_list tokens;
    tokens_find(&text, memory, &tokens);
    mention_list mentions;
    mentions_find(&tokens, memory, &mentions);
    for (size_t i = 0; i < mentions.count; i++) {
        const mention *m = &mentions.items[i];
        str whole = tokens_text(&tokens, m->phrase), name = tokens_text(&tokens, m->name);
        printf("%zu form %d kind %d fn %d gender %d%s%s | %.*s | %.*s\n", i, m->form, m->kind,
               m->function, m->gender, m->plural ? " pl" : "", m->definite ? " def" : "",
               (int)name.size, name.data, (int)whole.size, whole.data);
    }
    arena_free(memory);
    segmenter_free(with);
    buf_free(&bytes);
    return 0;
}
