/* Documents that may be on the same matter, looked up by words. */
#include "base/vec.h"
#include "store/days.h"
#include "store/fts.h"
#include "store/sql.h"

#include <stdlib.h>

/* So many that fit are ranked, those that were added last: a pair of words may be common. */
enum {
    RANKED_MAX = 400,
    DAYS_AROUND = 100 /* a month more or less, as the number of a day counts */
};

static void put_word(buf *out, str word) {
    buf_putc(out, '"');
    for (size_t i = 0; i < word.size; i++) {
        buf_putc(out,
                 word.data[i] != '"' && (unsigned char)word.data[i] >= ' ' ? word.data[i] : ' ');
    }
    buf_putc(out, '"');
}

/* Any two of the words; all that have one of them would be too many. */
static void put_pairs(buf *out, const str *words, size_t count) {
    buf_put(out, STR("{title text} : ("));
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count || (count == 1 && k == 1); k++) {
            buf_put(out, i + k > 1 ? STR(" OR (") : STR("("));
            put_word(out, words[i]);
            buf_put(out, STR(" AND "));
            put_word(out, words[k < count ? k : i]);
            buf_putc(out, ')');
        }
    }
    buf_putc(out, ')');
}

static bool has(const int64_t *keys, size_t count, int64_t key) {
    for (size_t i = 0; i < count; i++) {
        if (keys[i] == key) {
            return true;
        }
    }
    return false;
}

/* Any of the words. */
static void put_words(buf *out, const str *words, size_t count) {
    buf_put(out, STR("{title text} : ("));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, i > 0 ? STR(" OR ") : STR(""));
        put_word(out, words[i]);
    }
    buf_putc(out, ')');
}

/* What finds the newest that fit, and tells how fit they are: by the index alone, or, where little
 * is left to look at, row by row. */
static const char BY_PAIRS[] =
    "SELECT key FROM (SELECT rowid AS key, fitness(document_index, 0, 0.75, 1, 4) AS fitness "
    "FROM document_index WHERE document_index MATCH ? ORDER BY rowid DESC LIMIT ?) "
    "ORDER BY fitness DESC, key DESC LIMIT ?";
static const char BY_WORDS[] =
    "SELECT key FROM (SELECT rowid AS key, pair_fitness(document_index, 0, 0.75, 1, 4) AS fitness "
    "FROM document_index WHERE document_index MATCH ? AND fitness >= 0 "
    "ORDER BY rowid DESC LIMIT ?) "
    "ORDER BY fitness DESC, key DESC LIMIT ?";

/* Adds the fittest that have two of the words, and what `also` asks for, unless that is empty. A
 * query of all pairs goes through few rows, but looks for 90 words in each: `by_words` is for where
 * `also` leaves few. */
static void rank(store *self, const str *words, size_t word_count, str also, bool by_words,
                 int64_t *keys, size_t limit, size_t *count) {
    buf match = {0};
    by_words = by_words && word_count > 1;
    if (word_count == 0) {
        return;
    }
    buf_putc(&match, '(');
    if (by_words) {
        put_words(&match, words, word_count);
    } else {
        put_pairs(&match, words, word_count);
    }
    buf_put(&match, also.size > 0 ? STR(") AND ") : STR(")"));
    buf_put(&match, also);
    buf_put(&match, STR(" NOT " MARK("OLD")));
    query rows = query_new(self, by_words ? BY_WORDS : BY_PAIRS);
    query_str(&rows, buf_str(&match));
    query_int(&rows, RANKED_MAX);
    query_int(&rows, (int64_t)limit);
    while (*count < limit && query_step(&rows)) {
        int64_t key = column_int(&rows, 0);
        if (!has(keys, *count, key)) {
            keys[(*count)++] = key;
        }
    }
    query_end(&rows);
    buf_free(&match);
}

/* First those that were published about the same time, then all. */
hearsay_status store_nearby(store *self, const str *words, size_t word_count, str date,
                            int64_t *keys, size_t limit, size_t *count, hearsay_error *error) {
    day_number day;
    if (day_read(date, &day)) {
        buf near = {0};
        buf_put(&near, STR("(\"\2"));
        size_t days = days_put_range(&near, day - DAYS_AROUND, day + DAYS_AROUND, STR(MARK_OR));
        buf_put(&near, days == 0 ? STR("NEVER\")") : STR("\")"));
        rank(self, words, word_count, buf_str(&near), false, keys, limit, count);
        buf_free(&near);
    }
    rank(self, words, word_count, STR(""), false, keys, limit, count);
    return sql_status(self, error);
}

hearsay_status store_nearby_of(store *self, const str *words, size_t word_count, str publisher,
                               int64_t *keys, size_t limit, size_t *count, hearsay_error *error) {
    buf by = {0};
    buf_put(&by, STR("{publisher} : "));
    put_word(&by, publisher);
    rank(self, words, word_count, buf_str(&by), true, keys, limit, count);
    buf_free(&by);
    return sql_status(self, error);
}

/* One look into the index for each, instead of all its rows. */
hearsay_status store_publishers(store *self, arena *into, hearsay_str **names, size_t *count,
                                hearsay_error *error) {
    query rows = query_new(
        self, "WITH RECURSIVE each (name) AS ("
              "SELECT min(publisher) FROM documents WHERE newest UNION ALL "
              "SELECT (SELECT min(publisher) FROM documents WHERE newest AND publisher > name) "
              "FROM each WHERE name IS NOT NULL) "
              "SELECT name FROM each WHERE name IS NOT NULL");
    VEC(hearsay_str) all = {0};
    while (query_step(&rows)) {
        vec_push(&all, column_copy(&rows, 0, into));
    }
    query_end(&rows);
    *count = all.count;
    *names = arena_copy(into, all.items, all.count * sizeof *all.items);
    vec_free(&all);
    return sql_status(self, error);
}
