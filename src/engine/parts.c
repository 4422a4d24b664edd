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

static hearsay_block_kind public_kind(block_kind kind) {
    static const hearsay_block_kind KINDS[] = {
        [BLOCK_PARAGRAPH] = HEARSAY_BLOCK_PARAGRAPH, [BLOCK_HEADING] = HEARSAY_BLOCK_HEADING,
        [BLOCK_ITEM] = HEARSAY_BLOCK_ITEM,           [BLOCK_QUOTATION] = HEARSAY_BLOCK_QUOTATION,
        [BLOCK_POST] = HEARSAY_BLOCK_POST,
    };
    return KINDS[kind];
}

size_t hearsay_document_blocks(hearsay_document *self, const hearsay_block **blocks) {
    const reading *from = &self->reading;
    if (self->blocks == NULL) {
        self->blocks = arena_array(self->memory, hearsay_block, from->block_count);
        for (size_t i = 0; i < from->block_count; i++) {
            const block *each = &from->blocks[i];
            self->blocks[i] = (hearsay_block){.span = {each->span.begin, each->span.end},
                                              .kind = public_kind(each->kind)};
        }
    }
    *blocks = self->blocks;
    return from->block_count;
}

size_t hearsay_document_links(hearsay_document *self, const hearsay_link **links) {
    const reading *from = &self->reading;
    if (self->links == NULL) {
        self->links = arena_array(self->memory, hearsay_link, from->link_count);
        for (size_t i = 0; i < from->link_count; i++) {
            const hyperlink *each = &from->links[i];
            self->links[i] = (hearsay_link){.span = {each->span.begin, each->span.end},
                                            .url = public_str(each->url)};
        }
    }
    *links = self->links;
    return from->link_count;
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
