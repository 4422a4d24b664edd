/* hearsay-feed FILE...: each entry of feeds as a line of JSON, with the name of its file, to be
 * compared with what others find in them: title, link, author, date, and the content and summary
 * as they stand in the feed, text or HTML. */
#include "read/feed.h"
#include "base/file.h"
#include "read/encoding.h"
#include "read/html_charset.h"
#include "read/xml.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static json_t *value_of(const feed_entry *entry, feed_kind kind) {
    const feed_field *field = feed_find(entry, kind);
    return field != NULL ? json_stringn(field->value.data, field->value.size) : json_null();
}

static void print_entry(const char *file, const feed_entry *entry) {
    json_t *line =
        json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "file", file, "title",
                  value_of(entry, FEED_TITLE), "link", value_of(entry, FEED_LINK), "id",
                  value_of(entry, FEED_ID), "author", value_of(entry, FEED_AUTHOR), "content",
                  value_of(entry, FEED_CONTENT), "summary", value_of(entry, FEED_SUMMARY));
    json_dumpf(line, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(line);
}

static str decode(arena *into, str bytes) {
    const encoding *as = encoding_of(bytes);
    buf text = {0};
    if (as->unit > 1) {
        encoding_decode(as, str_slice(bytes, (span){as->mark_size, bytes.size}), true, &text);
        bytes = (str){arena_copy(into, text.data, text.size), text.size};
        buf_free(&text);
    }
    html_text decoded = html_decode(into, bytes, xml_encoding(bytes));
    vec_free(&decoded.from);
    return decoded.text;
}

static bool print_feed(const char *file) {
    buf bytes = {0};
    hearsay_error error;
    if (file_read(file, SIZE_MAX, &bytes, &error) != HEARSAY_OK) {
        fprintf(stderr, "%s\n", error.message);
        return false;
    }
    arena *memory = arena_new();
    budget within = {.seconds = HEARSAY_MAX_SECONDS, .begun = budget_clock()};
    feed found;
    feed_read(memory, decode(memory, buf_str(&bytes)), (str){NULL, 0}, &within, &found);
    for (size_t i = 0; i < found.entry_count; i++) {
        print_entry(file, &found.entries[i]);
    }
    arena_free(memory);
    buf_free(&bytes);
    return true;
}

int main(int count, char **files) {
    bool all = count > 1;
    for (int i = 1; i < count; i++) {
        all = print_feed(files[i]) && all;
    }
    return all ? EXIT_SUCCESS : EXIT_FAILURE;
}
