#include "engine/hit.h"

#include <string.h>

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
    hearsay_status status = stored_get_text(from, key, &with->document, error);
    with->key = status == HEARSAY_OK ? key : 0;
    return status;
}

static const hearsay_statement *find(const hearsay_document *in, const hearsay_hit *hit) {
    for (size_t i = 0; i < in->found.statement_count; i++) {
        const hearsay_statement *each = &in->found.statements[i];
        if (str_equal(str_from(each->id), inner_str(hit->statement))) {
            return each;
        }
    }
    return NULL;
}

static hearsay_str copy(arena *into, hearsay_str text) {
    return (hearsay_str){str_copy(into, inner_str(text)), text.size};
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
        const hearsay_statement *said = find(document, out);
        const hearsay_spans none = {.count = 0};
        text = hearsay_document_shown_parts(document, said != NULL ? said->content : none);
        out->cue =
            copy(into, hearsay_document_shown_parts(document, said != NULL ? said->cue : none));
    }
    return store_hit_mark(from, of, inner_str(text), into, out, error);
}
