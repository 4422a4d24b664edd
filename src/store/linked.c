/* Documents of a store as they are linked. */
#include "base/vec.h"
#include "store/links.h"
#include "store/pack.h"
#include "store/ranges.h"
#include "store/spans.h"

/* Those that were linked last are likely to be asked for again: so many of them, and so many bytes,
 * but never less than KEPT_LEAST. */
enum { KEPT_MOST = 256, KEPT_LEAST = 4, KEPT_BYTES = 64 << 20 };

struct linking_store {
    linker *with;
    linking *work;
    linkable *kept[KEPT_MOST]; /* the last one that was asked for first */
    size_t count, bytes;
};

static struct linking_store *state_of(store *self) {
    if (self->links == NULL) {
        linker *with = linker_new();
        self->links = mem_alloc(sizeof *self->links);
        *self->links = (struct linking_store){.with = with, .work = linking_new(with)};
    }
    return self->links;
}

linking *links_work(store *self) {
    return state_of(self)->work;
}

void links_close(store *self) {
    struct linking_store *state = self->links;
    if (state == NULL) {
        return;
    }
    for (size_t i = 0; i < state->count; i++) {
        linkable_free(state->kept[i]);
    }
    linking_free(state->work);
    linker_free(state->with);
    mem_free(state);
    self->links = NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

typedef VEC(link_statement) statement_list;

static const span *spans_of(str written, arena *into, size_t *count) {
    VEC(span) found = {0};
    for (span each; spans_take(&written, &each);) {
        vec_push(&found, each);
    }
    *count = found.count;
    const span *out = arena_copy(into, found.items, found.count * sizeof *found.items);
    vec_free(&found);
    return out;
}

static link_statement statement_of(const query *row, arena *into) {
    const hearsay_str speaker = column_copy(row, 6, into);
    link_statement out = {
        .place = (uint32_t)column_int(row, 0),
        .speaker = {speaker.data, speaker.size},
        .type = column_int(row, 1) == HEARSAY_DIRECT  ? LINK_DIRECT
                : column_int(row, 1) == HEARSAY_MIXED ? LINK_MIXED
                                                      : LINK_INDIRECT,
        .said = column_int(row, 2) == HEARSAY_KIND_STATEMENT,
        .nested = column_int(row, 3) != 0,
        .confidence = (float)((double)column_int(row, 4) / 10000),
    };
    out.content = spans_of(column_str(row, 5), into, &out.content_count);
    return out;
}

static void read_statements(store *self, int64_t document, arena *into, statement_list *out) {
    query rows =
        query_new(self, "SELECT place, type, kind, parent IS NOT NULL, confidence, content, "
                        "statement_facts.speaker "
                        "FROM statements JOIN statement_facts USING (key) WHERE " STATEMENTS_OF(
                            "?1") "ORDER BY place");
    query_int(&rows, document);
    while (query_step(&rows)) {
        vec_push(out, statement_of(&rows, into));
    }
    query_end(&rows);
}

/* A text that is damaged has no words: hearsay check tells of it. */
static void read_text_of(store *self, int64_t document, buf *out) {
    query row = query_new(self, "SELECT text FROM texts WHERE document = ?");
    query_int(&row, document);
    if (query_step(&row) && !unpack(column_str(&row, 0), STR(""), out)) {
        buf_clear(out);
    }
    query_end(&row);
}

/* Spans that reach out of a text have nothing in it. */
static void bound(statement_list *of, size_t size) {
    for (size_t i = 0; i < of->count; i++) {
        for (size_t k = 0; k < of->items[i].content_count; k++) {
            const span each = of->items[i].content[k];
            if (each.begin > each.end || each.end > size) {
                of->items[i].content_count = 0;
            }
        }
    }
}

linkable *links_load(store *self, int64_t document) {
    arena *memory = arena_new();
    statement_list statements = {0};
    buf text = {0};
    read_text_of(self, document, &text);
    read_statements(self, document, memory, &statements);
    bound(&statements, text.size);
    const link_document read = {text.data != NULL ? buf_str(&text) : STR(""), statements.items,
                                statements.count};
    linkable *made =
        self->failure.code == HEARSAY_OK ? linkable_new(state_of(self)->with, &read) : NULL;
    buf_free(&text);
    vec_free(&statements);
    arena_free(memory);
    return made;
}

/* --- keeping ---------------------------------------------------------------------------------- */

static void move_to_front(struct linking_store *state, size_t at) {
    linkable *held = state->kept[at];
    for (; at > 0; at--) {
        state->kept[at] = state->kept[at - 1];
    }
    state->kept[0] = held;
}

static const linkable *find_kept(struct linking_store *state, uint64_t hash) {
    for (size_t i = 0; i < state->count; i++) {
        if (linkable_hash(state->kept[i]) == hash) {
            move_to_front(state, i);
            return state->kept[0];
        }
    }
    return NULL;
}

void links_keep(store *self, linkable *made) {
    struct linking_store *state = state_of(self);
    state->bytes += linkable_size(made);
    while (state->count == KEPT_MOST || (state->count >= KEPT_LEAST && state->bytes > KEPT_BYTES)) {
        linkable *last = state->kept[--state->count];
        state->bytes -= linkable_size(last);
        linkable_free(last);
    }
    state->kept[state->count] = made;
    move_to_front(state, state->count++);
}

const linkable *links_fold(store *self, int64_t fold) {
    query row = query_new(self, "SELECT hash, min(document) FROM folds JOIN findings "
                                "ON findings.fold = folds.key WHERE folds.key = ?");
    query_int(&row, fold);
    const bool found = query_step(&row);
    const uint64_t hash = found ? (uint64_t)column_int(&row, 0) : 0;
    const int64_t document = found ? column_int(&row, 1) : 0;
    query_end(&row);
    const linkable *kept = found ? find_kept(state_of(self), hash) : NULL;
    if (kept == NULL && found) {
        linkable *made = links_load(self, document);
        if (made != NULL) {
            kept = made;
            links_keep(self, made);
        }
    }
    return kept;
}
