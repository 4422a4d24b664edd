#include "store/links.h"

#include "store/folds.h"
#include "store/meetings.h"
#include "store/shared.h"
#include "store/waiting.h"

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

/* Those of them that a displaced fold may meet no more. */
static bool any_is_parted(meetings *with, displacement by, const key_list *partners) {
    for (size_t i = 0; i < partners->count; i++) {
        if (meetings_are_parted(with, by, partners->items[i])) {
            return true;
        }
    }
    return false;
}

/* Drops what a fold shares with folds that it does not meet. */
static void part(store *self, meetings *with, int64_t fold, const key_list *partners) {
    key_list met = {0};
    meetings_among(with, fold, partners, &met);
    for (size_t i = 0; i < partners->count; i++) {
        if (!key_list_has(&met, partners->items[i])) {
            drop_shared(self, fold, partners->items[i]);
        }
    }
    key_list_free(&met);
}

/* A fold that lost a place is no longer linked with what it does not meet any more. */
static void part_displaced(store *self, meetings *with, const displacement_list *displaced) {
    key_list partners = {0};
    for (size_t i = 0; i < displaced->count; i++) {
        partners_of(self, displaced->items[i].fold, &partners);
        if (any_is_parted(with, displaced->items[i], &partners)) {
            part(self, with, displaced->items[i].fold, &partners);
        }
    }
    key_list_free(&partners);
}

/* --- putting ---------------------------------------------------------------------------------- */

static void join_fold(store *self, meetings *with, int64_t fold) {
    key_list met = {0};
    displacement_list displaced = {0};
    meetings_put(with, fold, &met, &displaced);
    for (size_t i = 0; i < met.count; i++) {
        link_folds(self, fold, met.items[i]);
    }
    part_displaced(self, with, &displaced);
    link_folds(self, fold, fold);
    key_list_free(&met);
    vec_free(&displaced);
}

/* The document is of the fold of what is linked as `made` is, a new one where there is none. Takes
 * `made`. */
static void put_in_fold(store *self, int64_t document, linkable *made) {
    meetings with = meetings_begin(self);
    const int64_t known = folds_find(self, linkable_hash(made));
    const int64_t fold = known != 0 ? known : folds_add(self, made);
    set_fold(self, document, fold);
    links_keep(self, made);
    if (known == 0) {
        join_fold(self, &with, fold);
    }
    meetings_end(&with);
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
        put_in_fold(self, document, made);
    }
}

/* --- dropping --------------------------------------------------------------------------------- */

static bool are_linked(store *self, int64_t one, int64_t other) {
    query row = query_new(self, "SELECT 1 FROM shared WHERE a = min(?1, ?2) AND b = max(?1, ?2)");
    query_int(&row, one);
    query_int(&row, other);
    const bool found = query_step(&row);
    query_end(&row);
    return found;
}

/* Links a fold with those of some others that it meets now. */
static void link_new(store *self, meetings *with, int64_t fold, const meeting *pairs,
                     size_t count) {
    key_list some = {0};
    key_list met = {0};
    for (size_t i = 0; i < count; i++) {
        if (!are_linked(self, fold, pairs[i].b)) {
            key_list_add(&some, pairs[i].b);
        }
    }
    meetings_among(with, fold, &some, &met);
    for (size_t i = 0; i < met.count; i++) {
        link_folds(self, fold, met.items[i]);
    }
    key_list_free(&some);
    key_list_free(&met);
}

/* Links those of some pairs, in order, that meet. */
static void link_new_pairs(store *self, meetings *with, const meeting_list *pairs) {
    for (size_t begin = 0, end = 0; begin < pairs->count; begin = end) {
        while (end < pairs->count && pairs->items[end].a == pairs->items[begin].a) {
            end++;
        }
        link_new(self, with, pairs->items[begin].a, pairs->items + begin, end - begin);
    }
}

void links_drop(store *self, int64_t document) {
    const int64_t fold = folds_of(self, document);
    if (fold == 0) {
        return;
    }
    if (number_of(self, "SELECT count(*) FROM findings WHERE fold = ?", fold) > 1) {
        set_fold(self, document, 0);
        return;
    }
    meetings with = meetings_begin(self);
    meeting_list new_pairs = {0};
    meetings_drop(&with, fold, &new_pairs);
    set_fold(self, document, 0);
    sql_run_with(self, "DELETE FROM folds WHERE key = ?", fold);
    link_new_pairs(self, &with, &new_pairs);
    meetings_end(&with);
    vec_free(&new_pairs);
}

void links_clear(store *self) {
    waiting_forget(self);
    sql_run(self, "DELETE FROM shared; DELETE FROM postings; "
                  "UPDATE findings SET fold = NULL WHERE fold IS NOT NULL; "
                  "DELETE FROM folds; DELETE FROM waiting; DELETE FROM linked_by");
}
