/* What is copied, as passim writes its clusters: JSON lines, each a passage of a document and the
 * cluster of passages that it is one of. Positions are Unicode code points, as passim's. */
#include "cli/export_formats.h"

#include "base/json.h"
#include "base/memory.h"
#include "base/vec.h"

#include <stdlib.h>

/* A passage of a document; `next` leads to another of its cluster, up to one that leads to itself.
 */
typedef struct {
    const char *document; /* in `names` */
    hearsay_span span;
    size_t place; /* before it was sorted */
} passage;

typedef struct {
    arena *names;
    VEC(passage) passages; /* 2 i and 2 i + 1 are the same in two documents */
    size_t *next;          /* [passage] */
} clustering;

static void put_passage(clustering *self, hearsay_str document, hearsay_span where) {
    const char *name = str_copy(self->names, (str){document.data, document.size});
    const size_t place = self->passages.count;
    vec_push(&self->passages, (passage){name, where, place});
}

static void take_pair(void *context, const hearsay_copied *pair) {
    clustering *self = context;
    for (size_t i = 0; i < pair->passage_count; i++) {
        put_passage(self, pair->a, pair->passages[i].here);
        put_passage(self, pair->b, pair->passages[i].there);
    }
}

/* --- clusters --------------------------------------------------------------------------------- */

static size_t root_of(clustering *self, size_t at) {
    while (self->next[at] != at) {
        at = self->next[at] = self->next[self->next[at]];
    }
    return at;
}

static void join(clustering *self, size_t a, size_t b) {
    a = root_of(self, a);
    b = root_of(self, b);
    self->next[a > b ? a : b] = a > b ? b : a;
}

static int by_document(const void *left, const void *right) {
    const passage *a = left;
    const passage *b = right;
    const int order = str_compare(str_from(a->document), str_from(b->document));
    if (order != 0) {
        return order;
    }
    return a->span.begin != b->span.begin
               ? (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin)
               : (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

/* Whether two passages of a document, the first of which begins first, are the same one: half of
 * the shorter is in both. */
static bool is_same(const passage *a, const passage *b) {
    const size_t end = a->span.end < b->span.end ? a->span.end : b->span.end;
    const size_t shared = end > b->span.begin ? end - b->span.begin : 0;
    const size_t size_a = a->span.end - a->span.begin;
    const size_t size_b = b->span.end - b->span.begin;
    return str_equal(str_from(a->document), str_from(b->document)) &&
           2 * shared >= (size_a < size_b ? size_a : size_b);
}

static void cluster(clustering *self) {
    const size_t count = self->passages.count;
    self->next = mem_alloc(mem_product(count + 1, sizeof *self->next));
    for (size_t i = 0; i < count; i++) {
        self->next[i] = i;
    }
    for (size_t i = 0; i + 1 < count; i += 2) {
        join(self, i, i + 1);
    }
    if (count > 1) {
        qsort(self->passages.items, count, sizeof(passage), by_document);
    }
    for (size_t i = 1; i < count; i++) {
        if (is_same(&self->passages.items[i - 1], &self->passages.items[i])) {
            join(self, self->passages.items[i - 1].place, self->passages.items[i].place);
        }
    }
}

/* --- rows ------------------------------------------------------------------------------------- */

/* A row: passages of one cluster in one document that are the same one make one. */
typedef struct {
    size_t cluster;
    passage of;
} row;

static int by_cluster(const void *left, const void *right) {
    const row *a = left;
    const row *b = right;
    return a->cluster != b->cluster ? (a->cluster > b->cluster) - (a->cluster < b->cluster)
                                    : by_document(&a->of, &b->of);
}

typedef VEC(row) row_list;

static void make_rows(clustering *self, row_list *out) {
    for (size_t i = 0; i < self->passages.count; i++) {
        const passage *each = &self->passages.items[i];
        vec_push(out, (row){root_of(self, each->place), *each});
    }
    if (out->count > 1) {
        qsort(out->items, out->count, sizeof *out->items, by_cluster);
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        row *last = kept > 0 ? &out->items[kept - 1] : NULL;
        const row *each = &out->items[i];
        if (last != NULL && last->cluster == each->cluster && is_same(&last->of, &each->of)) {
            last->of.span.end =
                last->of.span.end > each->of.span.end ? last->of.span.end : each->of.span.end;
        } else {
            out->items[kept++] = *each;
        }
    }
    out->count = kept;
}

static void put_row(buf *out, const row *self, size_t number, size_t size) {
    write_open(out, '{');
    write_key(out, "id");
    write_string(out, str_from(self->of.document));
    write_key(out, "cluster");
    write_size(out, number);
    write_key(out, "size");
    write_size(out, size);
    write_key(out, "begin");
    write_size(out, self->of.span.begin);
    write_key(out, "end");
    write_size(out, self->of.span.end);
    write_close(out, '}');
    buf_putc(out, '\n');
}

static void put_rows(writing *self, const row_list *rows) {
    size_t number = 0;
    for (size_t begin = 0, end = 0; begin < rows->count; begin = end, number++) {
        while (end < rows->count && rows->items[end].cluster == rows->items[begin].cluster) {
            end++;
        }
        for (size_t i = begin; i < end; i++) {
            put_row(&self->out, &rows->items[i], number, end - begin);
        }
        if (self->drain != NULL) {
            self->drain(self->context);
        }
    }
}

static hearsay_status put_clusters(writing *self, hearsay_store *from, hearsay_error *error) {
    clustering all = {.names = arena_new()};
    row_list rows = {0};
    const hearsay_status status = hearsay_store_copies(from, take_pair, &all, error);
    if (status == HEARSAY_OK) {
        cluster(&all);
        make_rows(&all, &rows);
        put_rows(self, &rows);
    }
    vec_free(&rows);
    vec_free(&all.passages);
    mem_free(all.next);
    arena_free(all.names);
    return status;
}

const format EXPORT_PASSIM = {.name = "passim", .store = put_clusters};
