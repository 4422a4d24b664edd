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
            span part = view_run(page, i);
            items[i] = (hearsay_span){part.begin, part.end};
        }
        self->seen = (hearsay_spans){items, page->run_count};
    }
    return self->seen;
}

/* Spans of the shown text as spans of the text. */
static hearsay_spans in_text(hearsay_document *self, const span *shown, size_t count) {
    hearsay_span *items = arena_array(self->memory, hearsay_span, count);
    for (size_t i = 0; i < count; i++) {
        span part = view_span(&self->reading.view, shown[i]);
        items[i] = (hearsay_span){part.begin, part.end};
    }
    return (hearsay_spans){items, count};
}

hearsay_spans hearsay_document_paragraphs(hearsay_document *self) {
    if (self->paragraphs.items == NULL) {
        segmentation found;
        segment_paragraphs(self->reading.view.shown, self->memory, &found);
        self->paragraphs = in_text(self, found.paragraphs, found.paragraph_count);
    }
    return self->paragraphs;
}

static hearsay_spans all_sentences(hearsay_document *self) {
    if (self->sentences.items == NULL) {
        segmentation found;
        segment_sentences(self->reading.view.shown, self->memory, &found);
        self->sentences = in_text(self, found.sentences, found.sentence_count);
    }
    return self->sentences;
}

static bool touches(hearsay_spans spans, hearsay_span part) {
    for (size_t i = 0; i < spans.count; i++) {
        if (spans.items[i].begin < part.end && spans.items[i].end > part.begin) {
            return true;
        }
    }
    return false;
}

/* Whether one paragraph holds what is seen at both positions. */
static bool in_one_paragraph(hearsay_document *self, size_t a, size_t b) {
    hearsay_spans all = hearsay_document_paragraphs(self);
    for (size_t i = 0; i < all.count; i++) {
        if (all.items[i].begin <= a && a < all.items[i].end) {
            return b < all.items[i].end;
        }
    }
    return false;
}

hearsay_spans hearsay_document_sentences(hearsay_document *self, const hearsay_statement *said) {
    hearsay_spans all = all_sentences(self);
    hearsay_span *found = arena_array(self->memory, hearsay_span, all.count);
    size_t count = 0, last = 0; /* the place of the last one that was taken */
    for (size_t i = 0; i < all.count; i++) {
        hearsay_span each = all.items[i];
        if (!touches(said->source, each) && !touches(said->cue, each) &&
            !touches(said->content, each)) {
            continue;
        }
        if (count > 0 && last + 1 == i &&
            in_one_paragraph(self, all.items[last].begin, each.begin)) {
            found[count - 1].end = each.end;
        } else {
            found[count++] = each;
        }
        last = i;
    }
    return (hearsay_spans){found, count};
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
