#include "store/links.h"

#include "store/keys.h"
#include "store/postings.h"
#include "store/shared.h"

#include <stdlib.h>

/* --- folds ------------------------------------------------------------------------------------ */

/* A mark is the upper three bytes of a hash: folds that have the same one, one pair among some
 * thousand folds, count as one where the first that have a key are told. */
enum { MARK_SHIFT = 40 };

static uint32_t mark_of(const linkable *of) {
    return (uint32_t)(linkable_hash(of) >> MARK_SHIFT);
}

static int64_t number_of(store *self, const char *sql, int64_t with) {
    query asked = query_new(self, sql);
    query_int(&asked, with);
    const int64_t number = query_step(&asked) ? column_int(&asked, 0) : 0;
    query_end(&asked);
    return number;
}

static void set_fold(store *self, int64_t document, int64_t fold) {
    query row = query_new(self, "UPDATE findings SET fold = nullif(?, 0) WHERE document = ?");
    query_int(&row, fold);
    query_int(&row, document);
    query_run(&row);
    query_end(&row);
}

/* The folds that have a mark: as a rule one. */
static void folds_marked(store *self, uint32_t mark, key_list *out) {
    query rows = query_new(self, "SELECT key FROM folds WHERE hash BETWEEN ? AND ?");
    query_int(&rows, (int64_t)((uint64_t)mark << MARK_SHIFT));
    query_int(&rows, (int64_t)(((uint64_t)mark << MARK_SHIFT) | (((uint64_t)1 << MARK_SHIFT) - 1)));
    vec_clear(out);
    while (query_step(&rows)) {
        vec_push(out, column_int(&rows, 0));
    }
    query_end(&rows);
}

/* --- two folds -------------------------------------------------------------------------------- */

static void put_shared(store *self, int64_t a, int64_t b, const link_shared *found) {
    buf links = {0};
    buf passages = {0};
    shared_put_links(&links, found);
    shared_put_passages(&passages, found);
    query row = query_new(
        self, "INSERT OR REPLACE INTO shared (a, b, links, passages) VALUES (?, ?, ?, ?)");
    query_int(&row, a);
    query_int(&row, b);
    query_blob(&row, links.data != NULL ? buf_str(&links) : STR(""));
    query_blob(&row, passages.data != NULL ? buf_str(&passages) : STR(""));
    query_run(&row);
    query_end(&row);
    buf_free(&links);
    buf_free(&passages);
}

static void link_folds(store *self, int64_t one, int64_t other) {
    const int64_t a = one < other ? one : other;
    const int64_t b = one < other ? other : one;
    const linkable *in_a = links_fold(self, a);
    const linkable *in_b = links_fold(self, b);
    if (in_a == NULL || in_b == NULL) {
        return;
    }
    arena *memory = arena_new();
    const link_shared found = link_two(links_work(self), in_a, in_b, memory);
    if (found.pair_count + found.passage_count > 0) {
        put_shared(self, a, b, &found);
    }
    arena_free(memory);
}

/* Whether a key pairs two folds. */
static bool are_paired(store *self, postings *with, int64_t one, int64_t other) {
    const linkable *a = links_fold(self, one);
    const linkable *b = links_fold(self, other);
    if (a == NULL || b == NULL) {
        return false;
    }
    const uint32_t *x, *y;
    const size_t count_x = linkable_keys(a, &x);
    const size_t count_y = linkable_keys(b, &y);
    bool paired = false;
    mark_list marks = {0};
    for (size_t i = 0, j = 0; i < count_x && j < count_y && !paired;) {
        if (x[i] == y[j]) {
            postings_of(with, x[i], &marks);
            paired = mark_place(&marks, mark_of(a)) < LINK_FELLOWS ||
                     mark_place(&marks, mark_of(b)) < LINK_FELLOWS;
        }
        const uint32_t at = x[i] < y[j] ? x[i] : y[j];
        i += x[i] == at;
        j += j < count_y && y[j] == at;
    }
    vec_free(&marks);
    return paired;
}

/* --- candidates ------------------------------------------------------------------------------- */

/* Marks that a key pairs. */
typedef struct {
    uint32_t a, b;
} meeting;

typedef VEC(meeting) meeting_list;

static int by_marks(const void *left, const void *right) {
    const meeting *x = left;
    const meeting *y = right;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* Each pair once. */
static void keep_once(meeting_list *of) {
    if (of->count > 1) {
        qsort(of->items, of->count, sizeof *of->items, by_marks);
    }
    size_t kept = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (kept == 0 || by_marks(&of->items[kept - 1], &of->items[i]) != 0) {
            of->items[kept++] = of->items[i];
        }
    }
    of->count = kept;
}

/* --- putting ---------------------------------------------------------------------------------- */

typedef struct {
    store *of;
    postings with;
    mark_list marks;        /* scratch */
    meeting_list meetings;  /* of the new fold */
    meeting_list displaced; /* marks `a` that had a key pair them with all */
} joining;

/* Puts one key of the new fold, and notes whom it meets there, and whose place it takes. */
static void put_key(joining *self, uint32_t key, uint32_t mark) {
    mark_list *marks = &self->marks;
    const bool is_new = postings_put(&self->with, key, mark, marks);
    const size_t place = mark_place(marks, mark);
    const bool fellow = place < LINK_FELLOWS;
    const size_t end = fellow || marks->count < LINK_FELLOWS ? marks->count : LINK_FELLOWS;
    for (size_t i = 0; i < end; i++) {
        if (i != place || !is_new) {
            vec_push(&self->meetings, (meeting){mark, marks->items[i]});
        }
    }
    if (fellow && is_new && marks->count > LINK_FELLOWS) {
        vec_push(&self->displaced, (meeting){marks->items[LINK_FELLOWS], 0});
    }
}

static void link_met(joining *self, int64_t fold) {
    key_list folds = {0};
    keep_once(&self->meetings);
    for (size_t i = 0; i < self->meetings.count; i++) {
        folds_marked(self->of, self->meetings.items[i].b, &folds);
        for (size_t k = 0; k < folds.count; k++) {
            if (folds.items[k] != fold) {
                link_folds(self->of, fold, folds.items[k]);
            }
        }
    }
    key_list_free(&folds);
}

/* Who shares something with a fold. */
static void partners_of(store *self, int64_t fold, key_list *out) {
    query rows = query_new(self, "SELECT b FROM shared WHERE a = ?1 AND b != ?1 UNION ALL "
                                 "SELECT a FROM shared WHERE b = ?1 AND a != ?1");
    query_int(&rows, fold);
    vec_clear(out);
    while (query_step(&rows)) {
        vec_push(out, column_int(&rows, 0));
    }
    query_end(&rows);
}

static void drop_shared(store *self, int64_t one, int64_t other) {
    query row = query_new(self, "DELETE FROM shared WHERE a = min(?1, ?2) AND b = max(?1, ?2)");
    query_int(&row, one);
    query_int(&row, other);
    query_run(&row);
    query_end(&row);
}

/* What no key pairs any more with a fold that lost its place is no longer linked with it. */
static void part_displaced(joining *self) {
    key_list folds = {0};
    key_list partners = {0};
    keep_once(&self->displaced);
    for (size_t i = 0; i < self->displaced.count; i++) {
        folds_marked(self->of, self->displaced.items[i].a, &folds);
        for (size_t k = 0; k < folds.count; k++) {
            partners_of(self->of, folds.items[k], &partners);
            for (size_t p = 0; p < partners.count; p++) {
                if (!are_paired(self->of, &self->with, folds.items[k], partners.items[p])) {
                    drop_shared(self->of, folds.items[k], partners.items[p]);
                }
            }
        }
    }
    key_list_free(&folds);
    key_list_free(&partners);
}

/* Links a fold that is new; `made` is kept. */
static void join_fold(store *self, int64_t fold, const linkable *made) {
    joining all = {.of = self, .with = postings_begin(self)};
    const uint32_t *keys;
    const size_t count = linkable_keys(made, &keys);
    for (size_t i = 0; i < count; i++) {
        put_key(&all, keys[i], mark_of(made));
    }
    link_met(&all, fold);
    part_displaced(&all);
    link_folds(self, fold, fold);
    postings_end(&all.with);
    vec_free(&all.marks);
    vec_free(&all.meetings);
    vec_free(&all.displaced);
}

/* The fold of what is linked as `made` is, a new one with its links where there is none. */
static int64_t fold_for(store *self, int64_t document, linkable *made) {
    const int64_t hash = (int64_t)linkable_hash(made);
    int64_t fold = number_of(self, "SELECT key FROM folds WHERE hash = ?", hash);
    const bool is_new = fold == 0;
    if (is_new) {
        sql_run_with(self, "INSERT INTO folds (hash) VALUES (?)", hash);
        fold = sqlite3_last_insert_rowid(self->connection);
    }
    set_fold(self, document, fold);
    links_keep(self, made);
    if (is_new) {
        const linkable *kept = links_fold(self, fold);
        if (kept != NULL) {
            join_fold(self, fold, kept);
        }
    }
    return fold;
}

bool links_are_current(store *self) {
    const int64_t version = sql_number(self, "SELECT version FROM linked_by");
    return version == 0 || version == LINK_VERSION;
}

void links_put(store *self, int64_t document) {
    if (!links_are_current(self) ||
        number_of(self,
                  "SELECT newest AND fold IS NULL FROM documents JOIN findings ON document = "
                  "documents.key WHERE documents.key = ?",
                  document) == 0) {
        return;
    }
    linkable *made = links_load(self, document);
    if (made != NULL) {
        sql_run_with(self,
                     "INSERT INTO linked_by (version) SELECT ? WHERE NOT EXISTS "
                     "(SELECT 1 FROM linked_by)",
                     LINK_VERSION);
        fold_for(self, document, made);
    }
}

/* --- dropping --------------------------------------------------------------------------------- */

static bool has_key(const linkable *self, uint32_t key) {
    const uint32_t *keys;
    size_t high = linkable_keys(self, &keys);
    for (size_t low = 0; low < high;) {
        const size_t middle = low + (high - low) / 2;
        if (keys[middle] == key) {
            return true;
        }
        if (keys[middle] < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

/* Whether another fold with the same mark has the key, too. */
static bool is_needed(store *self, const key_list *namesakes, int64_t fold, uint32_t key) {
    for (size_t i = 0; i < namesakes->count; i++) {
        const linkable *other =
            namesakes->items[i] != fold ? links_fold(self, namesakes->items[i]) : NULL;
        if (other != NULL && has_key(other, key)) {
            return true;
        }
    }
    return false;
}

/* Takes the fold's keys away, and notes whom the next ones in their places meet. */
static void drop_keys(joining *self, int64_t fold, const linkable *of) {
    const uint32_t mark = mark_of(of);
    const uint32_t *keys;
    const size_t count = linkable_keys(of, &keys);
    key_list namesakes = {0};
    folds_marked(self->of, mark, &namesakes);
    for (size_t i = 0; i < count; i++) {
        mark_list *marks = &self->marks;
        if (is_needed(self->of, &namesakes, fold, keys[i]) ||
            !postings_drop(&self->with, keys[i], mark, marks) ||
            mark_place(marks, mark) >= LINK_FELLOWS) {
            continue;
        }
        for (size_t k = LINK_FELLOWS; k < marks->count; k++) {
            vec_push(&self->meetings, (meeting){marks->items[LINK_FELLOWS - 1], marks->items[k]});
        }
    }
    key_list_free(&namesakes);
}

static bool are_linked(store *self, int64_t one, int64_t other) {
    query row = query_new(self, "SELECT 1 FROM shared WHERE a = min(?1, ?2) AND b = max(?1, ?2)");
    query_int(&row, one);
    query_int(&row, other);
    const bool found = query_step(&row);
    query_end(&row);
    return found;
}

static void link_promoted(joining *self) {
    key_list ones = {0};
    key_list others = {0};
    keep_once(&self->meetings);
    for (size_t i = 0; i < self->meetings.count; i++) {
        folds_marked(self->of, self->meetings.items[i].a, &ones);
        folds_marked(self->of, self->meetings.items[i].b, &others);
        for (size_t k = 0; k < ones.count * others.count; k++) {
            const int64_t one = ones.items[k / others.count];
            const int64_t other = others.items[k % others.count];
            if (!are_linked(self->of, one, other) &&
                are_paired(self->of, &self->with, one, other)) {
                link_folds(self->of, one, other);
            }
        }
    }
    key_list_free(&ones);
    key_list_free(&others);
}

void links_drop(store *self, int64_t document) {
    const int64_t fold = number_of(self, "SELECT fold FROM findings WHERE document = ?", document);
    if (fold == 0) {
        return;
    }
    linkable *made = links_load(self, document);
    set_fold(self, document, 0);
    if (number_of(self, "SELECT count(*) FROM findings WHERE fold = ?", fold) > 0 || made == NULL) {
        linkable_free(made);
        return;
    }
    joining all = {.of = self, .with = postings_begin(self)};
    drop_keys(&all, fold, made);
    sql_run_with(self, "DELETE FROM folds WHERE key = ?", fold);
    link_promoted(&all);
    postings_end(&all.with);
    vec_free(&all.marks);
    vec_free(&all.meetings);
    vec_free(&all.displaced);
    linkable_free(made);
}

void links_clear(store *self) {
    sql_run(self, "DELETE FROM shared; DELETE FROM postings; "
                  "UPDATE findings SET fold = NULL WHERE fold IS NOT NULL; "
                  "DELETE FROM folds; DELETE FROM linked_by");
}
