#include "engine/hit.h"

void hit_reader_free(hit_reader *self) {
    hearsay_document_free(self->document);
    *self = (hit_reader){.key = 0};
}

static hearsay_status read_document(store *from, hit_reader *with, int64_t key,
                                    hearsay_error *error) {
    if (with->key == key) {
        return HEARSAY_OK;
    }
    hit_reader_free(with);
    str found;
    hearsay_status status = stored_get_text(from, key, &with->document, &found, error);
    if (status == HEARSAY_OK) {
        with->key = key;
        with->statements = json_items(found, "statements", with->document->memory);
    }
    return status;
}

static hearsay_spans in_code_points(hearsay_document *of, hearsay_spans spans, arena *into) {
    hearsay_span *items = arena_array(into, hearsay_span, spans.count);
    for (size_t i = 0; i < spans.count; i++) {
        items[i] = (hearsay_span){hearsay_document_code_points(of, spans.items[i].begin),
                                  hearsay_document_code_points(of, spans.items[i].end)};
    }
    return (hearsay_spans){items, spans.count};
}

/* The hit's cue, and what is said. */
static hearsay_status read_words(store *from, hit_reader *with, int64_t statement, arena *into,
                                 hearsay_hit *out, hearsay_str *text, hearsay_error *error) {
    size_t place;
    hearsay_spans cue = {.count = 0}, content = {.count = 0};
    hearsay_status status = store_place_of(from, statement, &place, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    if (place >= with->statements.count ||
        !document_take_words(with->document, with->statements.items[place], into, &cue, &content)) {
        cue.count = content.count = 0;
    }
    const hearsay_str shown = hearsay_document_shown_parts(with->document, cue);
    out->cue = (hearsay_str){str_copy(into, inner_str(shown)), shown.size};
    out->spans = content;
    out->characters = in_code_points(with->document, content, into);
    *text = hearsay_document_shown_parts(with->document, content);
    return HEARSAY_OK;
}

hearsay_status hit_show(store *from, hit_reader *with, const store_hits *of, const store_hit *which,
                        arena *into, hearsay_hit *out, hearsay_error *error) {
    if (which->statement == 0 && of->asked == NULL) {
        return HEARSAY_OK;
    }
    hearsay_status status = read_document(from, with, which->document, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    hearsay_document *document = with->document;
    hearsay_str text;
    if (which->statement == 0) {
        text =
            hearsay_document_shown(document, (hearsay_span){0, document->reading.view.text.size});
    } else {
        status = read_words(from, with, which->statement, into, out, &text, error);
    }
    return status == HEARSAY_OK ? store_hit_mark(from, of, inner_str(text), into, out, error)
                                : status;
}
