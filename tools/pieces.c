/* hearsay-pieces VOCABULARY ABBREVIATIONS FILE.jsonl...: documents as the program segments them,
 * for train/. Reads a document a line; writes one a line: {"id", "ids", "begin", "end", "quote",
 * "case", "start", "further"}, a list entry per piece, as src/segment/segment.h numbers them; begin
 * and end are code points of the document's text. With --shown first, {"id", "shown", "ids",
 * "begin", "end"} instead, with begin and end in the shown text, which train/compare_pieces.py
 * compares. */
#include "base/buf.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/read.h"
#include "segment/segment.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* For every byte of the text, and its end, how many code points come before it. */
static uint32_t *code_points_before(str text) {
    uint32_t *before = mem_alloc(mem_product(text.size + 1, sizeof *before));
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
        before[i] = count - 1;
    }
    before[text.size] = count;
    return before;
}

static void put_string(buf *out, str text) {
    json_t *value = json_stringn(text.data != NULL ? text.data : "", text.size);
    char *written = json_dumps(value, JSON_ENCODE_ANY);
    buf_put(out, str_from(written));
    free(written);
    json_decref(value);
}

static void put_name(buf *out, const char *name) {
    buf_printf(out, ", \"%s\": ", name);
}

typedef unsigned value_of(const piece *each);

static unsigned id_of(const piece *each) {
    return each->id;
}

static unsigned quote_of(const piece *each) {
    return each->quote;
}

static unsigned case_of(const piece *each) {
    return each->letter_case;
}

static unsigned start_of(const piece *each) {
    return each->start;
}

static unsigned further_of(const piece *each) {
    return each->further;
}

static void put_values(buf *out, const char *name, const segmentation *of, value_of *value) {
    put_name(out, name);
    for (size_t i = 0; i < of->piece_count; i++) {
        buf_printf(out, "%s%u", i > 0 ? ", " : "[", value(&of->pieces[i]));
    }
    buf_put(out, of->piece_count > 0 ? STR("]") : STR("[]"));
}

static void put_places(buf *out, const segmentation *of, const view *seen) {
    str text = seen != NULL ? seen->text : of->shown;
    uint32_t *before = code_points_before(text);
    buf begins = {0};
    buf ends = {0};
    for (size_t i = 0; i < of->piece_count; i++) {
        span place = {of->pieces[i].begin, of->pieces[i].end};
        place = seen != NULL ? view_span(seen, place) : place;
        const char *comma = i > 0 ? ", " : "";
        buf_printf(&begins, "%s%u", comma, before[place.begin]);
        buf_printf(&ends, "%s%u", comma, before[place.end]);
    }
    buf_put(out, STR(", \"begin\": ["));
    buf_put(out, buf_str(&begins));
    buf_put(out, STR("], \"end\": ["));
    buf_put(out, buf_str(&ends));
    buf_put(out, STR("]"));
    buf_free(&begins);
    buf_free(&ends);
    mem_free(before);
}

static void put_document(buf *out, const reading *document, const segmentation *of, bool shown) {
    buf_put(out, STR("{\"id\": "));
    put_string(out, (str){document->metadata.id.data, document->metadata.id.size});
    if (shown) {
        put_name(out, "shown");
        put_string(out, of->shown);
    }
    put_values(out, "ids", of, id_of);
    put_places(out, of, shown ? NULL : &document->view);
    if (!shown) {
        put_values(out, "quote", of, quote_of);
        put_values(out, "case", of, case_of);
        put_values(out, "start", of, start_of);
        put_values(out, "further", of, further_of);
    }
    buf_put(out, STR("}\n"));
}

static bool write_line(const segmenter *with, str line, bool shown) {
    arena *memory = arena_new();
    reading document;
    hearsay_error error;
    bool good = read_json_line(memory, line, &document, &error) == HEARSAY_OK;
    if (good) {
        segmentation found;
        segment(with, document.view.shown, memory, &found);
        buf out = {0};
        put_document(&out, &document, &found, shown);
        good = fwrite(out.data, 1, out.size, stdout) == out.size;
        buf_free(&out);
    } else {
        fprintf(stderr, "hearsay-pieces: %s\n", error.message);
    }
    arena_free(memory);
    return good;
}

static bool read_all(const char *path, buf *out) {
    hearsay_error error;
    if (file_read(path, SIZE_MAX, out, &error) == HEARSAY_OK) {
        return true;
    }
    fprintf(stderr, "hearsay-pieces: %s\n", error.message);
    return false;
}

static bool write_file(const segmenter *with, const char *path, bool shown) {
    buf lines = {0};
    bool good = read_all(path, &lines);
    for (size_t pos = 0; good && pos < lines.size;) {
        const char *stop = memchr(lines.data + pos, '\n', lines.size - pos);
        size_t end = stop != NULL ? (size_t)(stop - lines.data) : lines.size;
        good = write_line(with, str_slice(buf_str(&lines), (span){pos, end}), shown);
        pos = end + 1;
    }
    buf_free(&lines);
    return good;
}

int main(int count, char **arguments) {
    bool shown = count > 1 && strcmp(arguments[1], "--shown") == 0;
    int first = shown ? 2 : 1;
    buf vocabulary = {0};
    buf words = {0};
    if (count < first + 3) {
        fputs("usage: hearsay-pieces [--shown] VOCABULARY ABBREVIATIONS FILE.jsonl...\n", stderr);
        return 2;
    }
    bool good = read_all(arguments[first], &vocabulary) && read_all(arguments[first + 1], &words);
    if (good) {
        segmenter *with = segmenter_new(buf_str(&vocabulary), buf_str(&words));
        for (int i = first + 2; good && i < count; i++) {
            good = write_file(with, arguments[i], shown);
        }
        segmenter_free(with);
    }
    buf_free(&vocabulary);
    buf_free(&words);
    return good && fflush(stdout) == 0 ? 0 : 1;
}
