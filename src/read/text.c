#include "read/read.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "read/align.h"
#include "read/encoding.h"
#include "read/view.h"

static void take_sources(arena *into, const origins *from, reading *out) {
    out->sources = origins_copy(into, from);
    out->source_count = from->count;
}

void read_text(arena *into, str bytes, reading *out) {
    *out = (reading){.original = bytes};
    utf8_flaw *flaws;
    str text;
    out->flaw_count = utf8_repair(bytes, into, &text, &flaws, NULL);
    out->first_flaw = out->flaw_count > 0 ? flaws[0].position : 0;
    if (out->flaw_count > 0) {
        origins from = {0};
        align(&from, 0, text, bytes, 0, align_utf8, NULL);
        take_sources(into, &from, out);
        vec_free(&from);
    }
    parts seen = {0};
    markdown_seen(text, &seen);
    view_make(into, text, &seen, &out->view);
    vec_free(&seen);
}

/* Decodes what follows the mark. A run for each character would take more memory than the text, so
 * that there is one for each word. */
static void decode(const encoding *as, str bytes, buf *out, origins *from) {
    size_t at = as->mark_size;
    while (at < bytes.size) {
        size_t begin = at;
        size_t before = out->size;
        bool space = false;
        while (at < bytes.size && !space) {
            char character[4];
            size_t size = encoding_next(as, bytes, &at, character);
            buf_put(out, (str){character, size});
            space = ascii_is_space(character[0]);
        }
        origins_add(from, before, out->size - before, (span){begin, at});
    }
}

/* The origins of the text in what was decoded, if those differ. */
static origins origins_in_decoded(const reading *out) {
    origins from = {0};
    for (size_t i = 0; i < out->source_count; i++) {
        vec_push(&from, out->sources[i]);
    }
    if (from.count == 0 && out->view.text.size > 0) {
        origins_add(&from, 0, out->view.text.size, (span){0, out->view.text.size});
    }
    return from;
}

void read_text_file(arena *into, str bytes, reading *out) {
    const encoding *as = encoding_of(bytes);
    if (as->unit == 1 && as->mark_size == 0) {
        read_text(into, bytes, out);
        return;
    }
    buf decoded = {0};
    origins further = {0};
    if (as->unit == 1) {
        buf_put(&decoded, str_slice(bytes, (span){as->mark_size, bytes.size}));
        origins_add(&further, 0, decoded.size, (span){as->mark_size, bytes.size});
    } else {
        decode(as, bytes, &decoded, &further);
    }
    read_text(into, (str){arena_copy(into, decoded.data, decoded.size), decoded.size}, out);
    origins from = origins_in_decoded(out);
    origins_extend(&from, out->view.text.size, &further, decoded.size);
    take_sources(into, &from, out);
    out->original = bytes;
    vec_free(&from);
    vec_free(&further);
    buf_free(&decoded);
}
