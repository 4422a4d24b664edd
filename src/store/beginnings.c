#include "store/beginnings.h"

#include "base/vec.h"
#include "store/tokens.h"

/* More take longer to look up than their rows to gather. */
enum { WORDS_MAX = 64 };

/* FTS5's own list of the words of an index, in their order. */
static const char *const LIST[] = {
    [IN_STATEMENTS] = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.statement_words "
                      "USING fts5vocab (main, statement_index, instance)",
    [IN_DOCUMENTS] = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.document_words "
                     "USING fts5vocab (main, document_index, instance)",
};
static const char *const FROM[] = {
    [IN_STATEMENTS] = "SELECT term FROM temp.statement_words WHERE term >= ? ORDER BY term LIMIT 1",
    [IN_DOCUMENTS] = "SELECT term FROM temp.document_words WHERE term >= ? ORDER BY term LIMIT 1",
};

/* The first word that does not come before `from`; false after the last. To go on to the next row
 * would go over all places of the word. */
static bool next_word(query *next, str from, arena *into, str *word) {
    query_str(next, from);
    bool found = query_step(next);
    if (found) {
        hearsay_str copy = column_copy(next, 0, into);
        *word = (str){copy.data, copy.size};
    }
    query_run(next);
    return found;
}

static void find(store *self, str beginning, query_target target, arena *into, query_term *out) {
    VEC(str) words = {0};
    buf from = {0};
    sql_run(self, LIST[target]);
    query next = query_new(self, FROM[target]);
    buf_put(&from, beginning);
    for (str word; words.count <= WORDS_MAX && next_word(&next, buf_str(&from), into, &word) &&
                   str_starts(word, beginning);) {
        vec_push(&words, word);
        buf_clear(&from);
        buf_put(&from, word);
        buf_putc(&from, STEM); /* before any letter */
    }
    query_end(&next);
    if (words.count <= WORDS_MAX) {
        out->stem_count = words.count;
        out->stems = arena_copy(into, words.items, words.count * sizeof *words.items);
    }
    vec_free(&words);
    buf_free(&from);
}

void beginnings_find(store *self, asked *what, query_target target, arena *into) {
    for (size_t i = 0; i < what->count; i++) {
        query_term *each = &what->terms[i];
        each->stem_count = 0;
        if (each->prefix) {
            const token_row words = tokens_of(self, each->text, into);
            if (words.count == 1) { /* and no phrase that ends so */
                find(self, words.items[0].stem, target, into, each);
            }
        }
    }
}
