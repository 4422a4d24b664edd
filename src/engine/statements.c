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
hearsay_spans statements_spans(span_list list, const view *page, arena *into) {
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

/* --- order ------------------------------------------------------------------------------------ */

static size_t first_of(span_list spans, size_t otherwise) {
    return spans.count > 0 && spans.items[0].begin < otherwise ? spans.items[0].begin : otherwise;
}

static size_t first_position(const relation *self) {
    return first_of(self->source, first_of(self->cue, first_of(self->content, SIZE_MAX)));
}

/* A relation that is found has a cue of its own; those that were given may differ in nothing but
 * their place in the list. */
static int compare(const void *left, const void *right) {
    const relation *a = *(relation *const *)left, *b = *(relation *const *)right;
    size_t keys[][2] = {{first_position(a), first_position(b)},
                        {first_of(a->cue, SIZE_MAX), first_of(b->cue, SIZE_MAX)},
                        {first_of(a->content, SIZE_MAX), first_of(b->content, SIZE_MAX)}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return (a > b) - (a < b);
}

void relations_order(relation_list *relations) {
    const size_t count = relations->count;
    relation **sorted = mem_alloc(mem_product(count, sizeof *sorted));
    relation *ordered = mem_alloc(mem_product(count, sizeof *ordered));
    size_t *places = mem_alloc(mem_product(count, sizeof *places)); /* new ones, from 1 */
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &relations->items[i];
    }
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++) {
        places[sorted[i] - relations->items] = i + 1;
        ordered[i] = *sorted[i];
    }
    for (size_t i = 0; i < count; i++) {
        size_t parent = ordered[i].parent;
        relations->items[i] = ordered[i];
        relations->items[i].parent = parent > 0 ? places[parent - 1] : 0;
    }
    mem_free(sorted);
    mem_free(ordered);
    mem_free(places);
}

/* --- statements ------------------------------------------------------------------------------- */

hearsay_statement *statements_from(relation_list *relations, const view *page, str document_id,
                                   arena *into) {
    relations_order(relations);
    hearsay_statement *statements = arena_array(into, hearsay_statement, relations->count);
    for (size_t i = 0; i < relations->count; i++) {
        const relation *from = &relations->items[i];
        statements[i] = (hearsay_statement){
            .id = from->id != NULL ? str_copy(into, str_from(from->id)) : NULL,
            .source = statements_spans(from->source, page, into),
            .cue = statements_spans(from->cue, page, into),
            .content = statements_spans(from->content, page, into),
            .type = type_of(from->quoted),
            .confidence = from->confidence,
            .parent = from->parent > 0 ? from->parent - 1 : HEARSAY_NO_PARENT,
        };
    }
    identity_of_statements(document_id, statements, relations->count, into);
    return statements;
}

/* --- what was resolved ------------------------------------------------------------------------ */

hearsay_str statements_text(str text, arena *into) {
    return (hearsay_str){text.data != NULL ? str_copy(into, text) : NULL, text.size};
}

static hearsay_step *steps_from(const step_list *first, const step_list *then, const view *page,
                                arena *into) {
    hearsay_step *steps = arena_array(into, hearsay_step, first->count + then->count);
    for (size_t i = 0; i < first->count + then->count; i++) {
        const step *from = i < first->count ? &first->items[i] : &then->items[i - first->count];
        span where = view_span(page, from->where);
        steps[i] =
            (hearsay_step){from->step, {where.begin, where.end}, statements_text(from->note, into)};
    }
    return steps;
}

static void take(hearsay_statement *self, const resolved *from, const view *page, arena *into) {
    self->kind = from->kind;
    self->polarity = from->polarity;
    self->speaker = statements_text(from->who.name, into);
    self->speaker_confidence = from->who.certainty;
    self->sourcing = from->sourcing;
    self->sourcing_confidence = from->sourcing_certainty;
    self->occasion = from->occasion;
    self->date = statements_text(from->date, into);
    hearsay_str *via = arena_array(into, hearsay_str, from->via.count);
    for (size_t i = 0; i < from->via.count; i++) {
        via[i] = statements_text(from->via.items[i], into);
    }
    self->via = via;
    self->via_count = from->via.count;
    self->anonymity = statements_spans(from->anonymity, page, into);
    self->anonymous_sources = from->anonymous_sources;
    self->why = steps_from(&from->who.why, &from->why, page, into);
    self->why_count = from->who.why.count + from->why.count;
}

void statements_resolve(hearsay_statement *statements, size_t count, const resolution *found,
                        const view *page, arena *into) {
    for (size_t i = 0; i < count; i++) {
        take(&statements[i], &found->items[i], page, into);
    }
}
