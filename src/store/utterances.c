/* Links -> utterances: which statements report the same, and what became of it in each. */
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "read/read.h"
#include "store/folds.h"
#include "store/links.h"
#include "store/shared.h"

#include <stdlib.h>
#include <string.h>

/* Links of a lower confidence are followed from the statement that is asked for alone: what two
 * doubtful steps lead to has little to do with it. */
static const float FOLLOWED = 0.8F;

/* A statement of a fold. */
typedef struct {
    int64_t fold;
    uint32_t place;
} node;

/* Those that were found, in that order, and a table of their places in the list, open-addressed; 0
 * is free. */
typedef struct {
    VEC(node) nodes;
    size_t *table;
    size_t size; /* a power of two */
} node_set;

static size_t slot_of(const node_set *of, node wanted) {
    uint64_t hash = (uint64_t)wanted.fold * 0x9E3779B97F4A7C15U ^ wanted.place;
    hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9U;
    size_t at = (size_t)(hash >> 32) & (of->size - 1);
    while (of->table[at] != 0) {
        const node *there = &of->nodes.items[of->table[at] - 1];
        if (there->fold == wanted.fold && there->place == wanted.place) {
            break;
        }
        at = (at + 1) & (of->size - 1);
    }
    return at;
}

static void grow(node_set *self) {
    mem_free(self->table);
    self->size = self->size > 0 ? 2 * self->size : 64;
    const size_t bytes = mem_product(self->size, sizeof *self->table);
    self->table = memset(mem_alloc(bytes), 0, bytes);
    for (size_t i = 0; i < self->nodes.count; i++) {
        self->table[slot_of(self, self->nodes.items[i])] = i + 1;
    }
}

static void add_node(node_set *self, node wanted) {
    if (2 * self->nodes.count >= self->size) {
        grow(self);
    }
    const size_t at = slot_of(self, wanted);
    if (self->table[at] == 0) {
        vec_push(&self->nodes, wanted);
        self->table[at] = self->nodes.count;
    }
}

/* --- following links -------------------------------------------------------------------------- */

/* Adds what a link between folds `a` and `b` leads to from the node. */
static void follow(node_set *into, const node *from, int64_t a, int64_t b, str links, float least) {
    for (link_pair each; shared_take_link(&links, &each);) {
        if (each.confidence < least) {
            continue;
        }
        if (from->fold == a && from->place == each.a) {
            add_node(into, (node){b, each.b});
        }
        if (from->fold == b && from->place == each.b) {
            add_node(into, (node){a, each.a});
        }
    }
}

static void find_nodes(store *self, node first, node_set *out) {
    query rows = query_new(self, "SELECT a, b, links FROM shared WHERE a = ?1 UNION "
                                 "SELECT a, b, links FROM shared WHERE b = ?1");
    add_node(out, first);
    for (size_t i = 0; i < out->nodes.count; i++) {
        const node from = out->nodes.items[i];
        query_int(&rows, from.fold);
        while (query_step(&rows)) {
            follow(out, &from, column_int(&rows, 0), column_int(&rows, 1), column_str(&rows, 2),
                   i == 0 ? 0 : FOLLOWED);
        }
        query_run(&rows);
    }
    query_end(&rows);
}

/* --- variants --------------------------------------------------------------------------------- */

/* A variant before it is compared with the fullest. */
typedef struct {
    node of;
    int64_t document, statement; /* keys */
    int64_t said, printed;       /* days as numbers; 0: not known */
    hearsay_str day;             /* `printed` as it is written */
    hearsay_str id;              /* the document's */
    size_t words;
    bool asked;
} found;

typedef VEC(found) found_list;

typedef struct {
    store *of;
    arena *into;
    linkable *alone; /* of a document that is not linked; else NULL */
    found_list all;
} tracing;

static const linkable *linkable_of(const tracing *self, int64_t fold) {
    return self->alone != NULL ? self->alone : links_fold(self->of, fold);
}

static void put_found(tracing *self, const query *row, node of, int64_t asked) {
    const linkable *made = linkable_of(self, of.fold);
    const found each = {.of = of,
                        .document = column_int(row, 0),
                        .statement = column_int(row, 1),
                        .said = column_int(row, 2),
                        .printed = column_int(row, 3),
                        .day = column_copy(row, 4, self->into),
                        .id = column_copy(row, 5, self->into),
                        .words = made != NULL ? linkable_words(made, of.place) : 0,
                        .asked = column_int(row, 0) == asked};
    vec_push(&self->all, each);
}

#define FOUND                                                                                      \
    "SELECT documents.key, statements.key, statements.day, day_number(documents.day), "            \
    "documents.day, documents.id FROM findings JOIN statements ON statements.key >= "              \
    "statements_begin AND statements.key < statements_end JOIN documents ON documents.key = "      \
    "findings.document WHERE place = ?1 AND "

/* The node's statement in each document of its fold. */
static void put_node(tracing *self, node of, int64_t document, bool asked) {
    query rows = query_new(self->of, self->alone != NULL ? FOUND "findings.document = ?2"
                                                         : FOUND "findings.fold = ?2");
    query_int(&rows, of.place);
    query_int(&rows, self->alone != NULL ? document : of.fold);
    while (query_step(&rows)) {
        put_found(self, &rows, of, asked ? document : 0);
    }
    query_end(&rows);
}

/* What is not known comes last. */
static int compare_days(int64_t a, int64_t b) {
    return (a == 0) != (b == 0) ? (a == 0) - (b == 0) : (a > b) - (a < b);
}

static int by_time(const void *left, const void *right) {
    const found *a = left;
    const found *b = right;
    const int said = compare_days(a->said, b->said);
    const int printed = said != 0 ? said : compare_days(a->printed, b->printed);
    const int named =
        printed != 0 ? printed
                     : str_compare((str){a->id.data, a->id.size}, (str){b->id.data, b->id.size});
    return named != 0 ? named : (a->of.place > b->of.place) - (a->of.place < b->of.place);
}

/* The one with the most words; ties by the hashes of the documents, then by place. */
static size_t find_fullest(const tracing *self) {
    size_t fullest = 0;
    uint64_t lowest = UINT64_MAX;
    for (size_t i = 0; i < self->all.count; i++) {
        const found *each = &self->all.items[i];
        const found *best = &self->all.items[fullest];
        const linkable *made = linkable_of(self, each->of.fold);
        const uint64_t hash = made != NULL ? linkable_hash(made) : UINT64_MAX;
        if (i == 0 || each->words > best->words ||
            (each->words == best->words &&
             (hash < lowest || (hash == lowest && each->of.place < best->of.place)))) {
            fullest = i;
            lowest = hash;
        }
    }
    return fullest;
}

/* The words with the marks that touch them: quotation marks before, a full stop behind; but nothing
 * before `from`, where the words before them end. */
static span with_marks(str text, span words, size_t from) {
    while (words.begin > from) {
        const uint32_t before = character_before(text, (span){from, text.size}, words.begin);
        if (is_space(before) || is_alphanumeric(before)) {
            break;
        }
        words.begin = character_back(text, words.begin);
    }
    for (size_t next = words.end; next < text.size; words.end = next) {
        const uint32_t cp = utf8_next(text, &next);
        if (is_space(cp) || is_alphanumeric(cp)) {
            break;
        }
    }
    return words;
}

/* `*from` is where the words before it ended. */
static hearsay_str words_of(const view *page, span part, size_t *from, arena *into) {
    if (part.begin >= part.end) {
        return (hearsay_str){NULL, 0};
    }
    const span whole = with_marks(page->text, part, *from < part.begin ? *from : part.begin);
    *from = whole.end;
    if (page->run_count > 0) { /* there is Markdown in it */
        const str shown = view_text(page, whole, into);
        return (hearsay_str){shown.data, shown.size};
    }
    const str words = str_slice(page->text, whole);
    return (hearsay_str){str_copy(into, words), words.size};
}

static void put_edits(hearsay_variant *out, const link_change *from, const view *before,
                      const view *after, arena *into) {
    hearsay_edit *edits = arena_array(into, hearsay_edit, from->edit_count);
    size_t at_before = 0;
    size_t at_after = 0;
    for (size_t i = 0; i < from->edit_count; i++) {
        const link_edit *each = &from->edits[i];
        edits[i] = (hearsay_edit){(hearsay_edit_kind)each->kind,
                                  words_of(before, each->in_a, &at_before, into),
                                  words_of(after, each->in_b, &at_after, into), each->marked};
    }
    out->edits = edits;
    out->edit_count = from->edit_count;
}

/* A text as a reader sees it. */
static view view_of(const tracing *self, int64_t document, str text) {
    reading read = {.view = {.text = text}};
    query row = query_new(self->of, "SELECT markup FROM texts WHERE document = ?");
    query_int(&row, document);
    if (query_step(&row) && column_int(&row, 0) != 0) {
        read_text(self->into, text, &read);
    }
    query_end(&row);
    return read.view;
}

static void compare_with(const tracing *self, const found *fullest, const found *each,
                         hearsay_variant *out) {
    const linkable *a = linkable_of(self, fullest->of.fold);
    const linkable *b = linkable_of(self, each->of.fold);
    if (a == NULL || b == NULL) {
        return;
    }
    const link_change change =
        link_compare(links_work(self->of), a, fullest->of.place, b, each->of.place, self->into);
    out->span = (hearsay_span){change.pair.in_b.begin, change.pair.in_b.end};
    out->kind = (hearsay_variant_kind)change.pair.kind;
    out->turns = change.pair.flags;
    out->confidence = change.pair.confidence;
    const view before = view_of(self, fullest->document, linkable_text(a));
    const view after = view_of(self, each->document, linkable_text(b));
    put_edits(out, &change, &before, &after, self->into);
}

static void make_variants(tracing *self, hearsay_variant *out, store_hit *hits, size_t fullest) {
    const found *full = &self->all.items[fullest];
    for (size_t i = 0; i < self->all.count && self->of->failure.code == HEARSAY_OK; i++) {
        const found *each = &self->all.items[i];
        hits[i] = (store_hit){each->document, each->statement, 0};
        hearsay_error why;
        out[i] = (hearsay_variant){.printed = each->day, .asked = each->asked};
        if (store_hit_read(self->of, &hits[i], self->into, &out[i].said, &why) != HEARSAY_OK) {
            self->of->failure = why;
        }
        compare_with(self, full, each, &out[i]);
    }
}

static void trace(tracing *self, int64_t document, node asked) {
    node_set nodes = {0};
    if (self->alone == NULL) {
        find_nodes(self->of, asked, &nodes);
    } else {
        add_node(&nodes, asked);
    }
    for (size_t i = 0; i < nodes.nodes.count; i++) {
        put_node(self, nodes.nodes.items[i], document, i == 0);
    }
    vec_free(&nodes.nodes);
    mem_free(nodes.table);
    if (self->all.count > 1) {
        qsort(self->all.items, self->all.count, sizeof *self->all.items, by_time);
    }
}

hearsay_status store_utterance(store *self, int64_t document, size_t place, arena *into,
                               hearsay_variant **out, store_hit **hits, size_t *count,
                               size_t *fullest, hearsay_error *error) {
    const int64_t fold = folds_of(self, document);
    tracing all = {.of = self, .into = into};
    all.alone = fold == 0 ? links_load(self, document) : NULL;
    trace(&all, document, (node){fold, (uint32_t)place});
    *count = all.all.count;
    *out = arena_array(into, hearsay_variant, *count);
    *fullest = find_fullest(&all);
    if (*count > 0) {
        *hits = arena_array(into, store_hit, *count);
        make_variants(&all, *out, *hits, *fullest);
    }
    vec_free(&all.all);
    linkable_free(all.alone);
    return sql_status(self, error);
}
