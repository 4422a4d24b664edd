/* Any bytes at all, read as a file of any format: the first byte says of which, or that it is to be
 * told. What must hold: nothing crashes, text and metadata are well formed, each part of the text
 * leads to a part of the original, blocks and links lie in the text, and reading comes to an end.
 *
 *   mkdir -p /tmp/corpus && build/fuzz/fuzz-read_documents -max_total_time=60 -timeout=5
 * /tmp/corpus */
#include "base/utf8.h"
#include "read/documents.h"

#include <stdlib.h>
#include <string.h>

enum { SIZE_MAX_OF_TEXT = 64 << 10, SECONDS = 60, LAYERS = 4, RATIO = 250 };

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

static void check_text(arena *memory, str text) {
    str repaired;
    require(utf8_repair(text, memory, &repaired, NULL, NULL) == 0);
}

static void check_metadata(arena *memory, const hearsay_metadata *about) {
    const hearsay_str fields[] = {about->id,  about->title, about->author,  about->publisher,
                                  about->url, about->date,  about->language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        check_text(memory, (str){fields[i].data, fields[i].size});
    }
}

static void check_sources(const reading *read) {
    const size_t size = read->view.text.size;
    require(read->source_count == 0 || read->sources[0].text == 0 || size == 0);
    for (size_t i = 0; i < read->source_count; i++) {
        const source_run *each = &read->sources[i];
        require(each->source <= each->source_end && each->source_end <= read->original.size);
        require(i == 0 || each[-1].text < each->text);
        require(each->text < size);
    }
    for (size_t i = 0; i < size; i++) {
        span source = reading_source(read, (span){i, i + 1});
        require(source.begin <= source.end && source.end <= read->original.size);
    }
}

static void check_parts(const reading *read) {
    const size_t size = read->view.text.size;
    for (size_t i = 0; i < read->block_count; i++) {
        require(read->blocks[i].span.begin < read->blocks[i].span.end);
        require(read->blocks[i].span.end <= size);
    }
    for (size_t i = 0; i < read->link_count; i++) {
        require(read->links[i].span.begin <= read->links[i].span.end);
        require(read->links[i].span.end <= size);
    }
}

static hearsay_status read_next(documents *from) {
    arena *memory = arena_new();
    reading read;
    buf place = {0};
    hearsay_error error = {.message = ""};
    hearsay_status status = documents_next(from, memory, &read, &place, &error);
    if (status == HEARSAY_OK) {
        require(read.view.text.size <= SIZE_MAX_OF_TEXT);
        check_text(memory, read.view.text);
        check_metadata(memory, &read.metadata);
        check_sources(&read);
        check_parts(&read);
    } else if (status != HEARSAY_END) {
        require(strlen(error.message) > 0);
    }
    buf_free(&place);
    arena_free(memory);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    const hearsay_input_options limits = {.max_size = SIZE_MAX_OF_TEXT,
                                          .max_record = 4 * (size_t)SIZE_MAX_OF_TEXT,
                                          .max_ratio = RATIO,
                                          .max_layers = LAYERS,
                                          .max_seconds = SECONDS};
    budget within = {.seconds = SECONDS, .begun = budget_clock()};
    const surroundings in = {.limits = &limits, .within = &within, .layers = LAYERS};
    stream *bytes = stream_of((str){(const char *)data + 1, size - 1}, &within);
    documents *from =
        documents_new(bytes, &in, (hearsay_input_format)(data[0] % (HEARSAY_INPUT_HTML + 1)));
    size_t results = 0;
    while (read_next(from) != HEARSAY_END) {
        require(++results <= size + 1);
    }
    documents_free(from);
    return 0;
}
