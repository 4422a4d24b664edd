/* A document's text in parts, for those who show it. They depend on the text alone, and most
 * documents are never asked: each is made when it is first wanted. */
#include "engine/document.h"
#include "engine/shown.h"
#include "segment/segment.h"

hearsay_spans hearsay_document_seen(hearsay_document *self) {
    const view *page = &self->reading.view;
    if (self->seen.items == NULL && page->run_count > 0) {
        hearsay_span *items = arena_array(self->memory, hearsay_span, page->run_count);
        for (size_t i = 0; i < page->run_count; i++) {
            span part = shown_run(page, i);
            items[i] = (hearsay_span){part.begin, part.end};
        }
        self->seen = (hearsay_spans){items, page->run_count};
    }
    return self->seen;
}

hearsay_spans hearsay_document_paragraphs(hearsay_document *self) {
    const view *page = &self->reading.view;
    if (self->paragraphs.items == NULL) {
        segmentation found;
        segment_paragraphs(page->shown, self->memory, &found);
        size_t count = found.paragraph_count;
        hearsay_span *items = arena_array(self->memory, hearsay_span, count);
        for (size_t i = 0; i < count; i++) {
            span part = view_span(page, found.paragraphs[i]);
            items[i] = (hearsay_span){part.begin, part.end};
        }
        self->paragraphs = (hearsay_spans){items, count};
    }
    return self->paragraphs;
}

const offsets *document_offsets(hearsay_document *self) {
    if (self->at.text.data == NULL) {
        self->at = offsets_new(self->reading.view.text);
    }
    return &self->at;
}

size_t hearsay_document_code_points(hearsay_document *self, size_t position) {
    size_t size = self->reading.view.text.size;
    return offsets_at(document_offsets(self), position < size ? position : size);
}
