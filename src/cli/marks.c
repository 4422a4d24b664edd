#include "cli/marks.h"

#include <stdint.h>
#include <stdlib.h>

/* --- making ----------------------------------------------------------------------------------- */

static void add(marks *self, hearsay_spans spans, mark_kind kind, size_t statement, bool numbered) {
    for (size_t i = 0; i < spans.count; i++) {
        vec_push(&self->all, (mark){.span = spans.items[i],
                                    .kind = kind,
                                    .statement = statement,
                                    .numbered = numbered,
                                    .continued = i > 0});
    }
}

static int compare_sizes(size_t a, size_t b) {
    return (a > b) - (a < b);
}

/* Outer marks come first. */
static int compare(const void *first, const void *second) {
    const mark *a = first;
    const mark *b = second;
    int order = compare_sizes(a->span.begin, b->span.begin);
    order = order != 0 ? order : compare_sizes(b->span.end, a->span.end);
    order = order != 0 ? order : (int)a->kind - (int)b->kind;
    return order != 0 ? order : compare_sizes(a->statement, b->statement);
}

/* A statement's number is that of its first mark that shows it. */
static void give_numbers(marks *self, size_t count) {
    size_t *numbers = mem_alloc(mem_product(count, sizeof *numbers));
    for (size_t i = 0; i < self->all.count; i++) {
        mark *each = &self->all.items[i];
        if (each->numbered && !each->continued) {
            vec_push(&self->order, each->statement);
            numbers[each->statement] = self->order.count;
        }
    }
    for (size_t i = 0; i < self->all.count; i++) {
        self->all.items[i].number = numbers[self->all.items[i].statement];
    }
    mem_free(numbers);
}

void marks_init(marks *self, hearsay_document *document, size_t article) {
    const hearsay_statement *statements;
    size_t count = hearsay_document_statements(document, &statements);
    *self = (marks){.article = article};
    for (size_t i = 0; i < count; i++) {
        const hearsay_statement *each = &statements[i];
        bool has_content = each->content.count > 0;
        add(self, each->content, MARK_CONTENT, i, true);
        add(self, each->source, MARK_SOURCE, i, false);
        add(self, each->cue, MARK_CUE, i, !has_content);
    }
    if (self->all.count > 0) {
        qsort(self->all.items, self->all.count, sizeof *self->all.items, compare);
        give_numbers(self, count);
    }
}

void marks_free(marks *self) {
    vec_free(&self->all);
    vec_free(&self->open);
    vec_free(&self->order);
    vec_free(&self->numbers);
}

/* --- elements --------------------------------------------------------------------------------- */

static const char *const CLASSES[] = {
    [MARK_CONTENT] = "content", [MARK_SOURCE] = "source", [MARK_CUE] = "cue"};

static void put_tag(buf *out, const mark *each) {
    buf_printf(out, "<span class=\"%s", CLASSES[each->kind]);
    if (each->level > 1) {
        buf_printf(out, " l%u", each->level);
    }
    buf_putc(out, '"');
}

static void put_again(buf *out, const mark *each) {
    put_tag(out, each);
    buf_putc(out, '>');
}

/* `also`: another number stands right before its own. */
static void put_first(const marks *self, buf *out, const mark *each, bool also) {
    size_t a = self->article;
    size_t n = each->number;
    put_tag(out, each);
    if (each->numbered && !each->continued) {
        buf_printf(out, " id=\"a%zus%zu\"", a, n);
    }
    buf_putc(out, '>');
    if (each->numbered) {
        buf_printf(out,
                   "<a class=\"no%s\" href=\"#a%zun%zu\" aria-label=\"Statement %zu%s\" "
                   "data-no=\"%zu\"></a>",
                   also ? " also" : "", a, n, n, each->continued ? ", continued" : "", n);
    }
}

static void put_close(buf *out) {
    buf_put(out, STR("</span>"));
}

/* --- one after the other ---------------------------------------------------------------------- */

/* Closes down to the outermost mark that has ended, and opens again what goes on. */
void marks_end_at(marks *self, buf *out, size_t position) {
    size_t depth = 0;
    while (depth < self->open.count && self->open.items[depth]->span.end > position) {
        depth++;
    }
    for (size_t i = depth; i < self->open.count; i++) {
        put_close(out);
    }
    size_t kept = depth;
    for (size_t i = depth; i < self->open.count; i++) {
        if (self->open.items[i]->span.end > position) {
            self->open.items[kept++] = self->open.items[i];
            put_again(out, self->open.items[i]);
        }
    }
    self->open.count = kept;
}

static unsigned free_level(const marks *self) {
    bool taken[MARK_LEVELS + 1] = {false};
    for (size_t i = 0; i < self->open.count; i++) {
        taken[self->open.items[i]->level] = true;
    }
    unsigned level = 1;
    while (level < MARK_LEVELS && taken[level]) {
        level++;
    }
    return level;
}

/* Sorted as they are, equal marks follow each other. */
static bool is_shared(const marks *self, const mark *each) {
    const mark *last = self->open.count > 0 ? self->open.items[self->open.count - 1] : NULL;
    return last != NULL && !each->numbered && !last->numbered && last->kind == each->kind &&
           last->span.begin == each->span.begin && last->span.end == each->span.end;
}

void marks_begin_at(marks *self, buf *out, size_t position) {
    bool also = false;
    for (; self->next < self->all.count && self->all.items[self->next].span.begin <= position;
         self->next++) {
        mark *each = &self->all.items[self->next];
        if (each->span.end <= position || is_shared(self, each)) {
            continue; /* nothing of it is seen, or it is there already */
        }
        each->level = free_level(self);
        put_first(self, out, each, also && each->numbered);
        also = each->numbered;
        vec_push(&self->open, each);
        if (each->numbered && !each->continued) {
            vec_push(&self->numbers, each->number);
        }
    }
}

size_t marks_next(const marks *self) {
    size_t next = self->next < self->all.count ? self->all.items[self->next].span.begin : SIZE_MAX;
    for (size_t i = 0; i < self->open.count; i++) {
        size_t end = self->open.items[i]->span.end;
        next = end < next ? end : next;
    }
    return next;
}

void marks_suspend(marks *self, buf *out, size_t position) {
    size_t kept = 0;
    for (size_t i = 0; i < self->open.count; i++) {
        put_close(out);
        if (self->open.items[i]->span.end > position) {
            self->open.items[kept++] = self->open.items[i];
        }
    }
    self->open.count = kept;
}

void marks_resume(const marks *self, buf *out) {
    for (size_t i = 0; i < self->open.count; i++) {
        put_again(out, self->open.items[i]);
    }
}
