#include "engine/statements.h"

#include "engine/identity.h"

#include <stdlib.h>

const char *hearsay_type_name(hearsay_type type) {
    static const char *const NAMES[] = {
        [HEARSAY_DIRECT] = "direct", [HEARSAY_INDIRECT] = "indirect", [HEARSAY_MIXED] = "mixed"};
    return (size_t)type < sizeof NAMES / sizeof *NAMES ? NAMES[type] : "unknown";
}

static hearsay_type type_of(quoted how_much) {
    static const hearsay_type TYPES[] = {[QUOTED_NONE] = HEARSAY_INDIRECT,
                                         [QUOTED_SOME] = HEARSAY_MIXED,
                                         [QUOTED_ALL] = HEARSAY_DIRECT};
    return TYPES[how_much];
}

/* `list` ascends; parts that meet, as where marks were taken in, become one. */
static hearsay_spans spans_from(span_list list, const view *page, arena *into) {
    hearsay_span *items = arena_array(into, hearsay_span, list.count);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        span part = view_span(page, list.items[i]);
        if (count > 0 && part.begin <= items[count - 1].end) {
            items[count - 1].end =
                part.end > items[count - 1].end ? part.end : items[count - 1].end;
        } else {
            items[count++] = (hearsay_span){part.begin, part.end};
        }
    }
    return (hearsay_spans){items, count};
}

static size_t first_of(hearsay_spans spans, size_t otherwise) {
    return spans.count > 0 && spans.items[0].begin < otherwise ? spans.items[0].begin : otherwise;
}

static size_t first_position(const hearsay_statement *self) {
    return first_of(self->source, first_of(self->cue, first_of(self->content, SIZE_MAX)));
}

/* Every statement has a cue of its own, so nothing is left to chance. */
static int compare(const void *left, const void *right) {
    const hearsay_statement *a = left, *b = right;
    size_t keys[][2] = {{first_position(a), first_position(b)},
                        {first_of(a->cue, SIZE_MAX), first_of(b->cue, SIZE_MAX)},
                        {first_of(a->content, SIZE_MAX), first_of(b->content, SIZE_MAX)}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return 0;
}

hearsay_statement *statements_from(const relation_list *relations, const view *page,
                                   str document_id, arena *into) {
    hearsay_statement *statements = arena_array(into, hearsay_statement, relations->count);
    for (size_t i = 0; i < relations->count; i++) {
        const relation *from = &relations->items[i];
        statements[i] = (hearsay_statement){
            .source = spans_from(from->source, page, into),
            .cue = spans_from(from->cue, page, into),
            .content = spans_from(from->content, page, into),
            .type = type_of(from->quoted),
            .confidence = from->confidence,
        };
    }
    qsort(statements, relations->count, sizeof *statements, compare);
    identity_of_statements(document_id, statements, relations->count, into);
    return statements;
}
