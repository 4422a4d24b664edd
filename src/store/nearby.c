/* Documents that may be on the same matter, looked up by words and addresses. */
#include "base/vec.h"
#include "store/days.h"
#include "store/fts.h"
#include "store/ids.h"
#include "store/sql.h"

#include <stdlib.h>
#include <xxhash.h>

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
    "FROM document_index WHERE document_index MATCH ? AND fitness > 0 "
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

hearsay_status store_surroundings(store *self, int64_t key, uint64_t *number,
                                  hearsay_error *error) {
    query row = query_new(self, "SELECT fold, date FROM findings JOIN documents "
                                "ON documents.key = document WHERE document = ?");
    query_int(&row, key);
    *number = 0;
    if (query_step(&row) && column_int(&row, 0) != 0) {
        const int64_t fold = column_int(&row, 0);
        const str date = column_str(&row, 1);
        *number = XXH3_64bits_withSeed(date.data, date.size, XXH3_64bits(&fold, sizeof fold));
    }
    query_end(&row);
    return sql_status(self, error);
}

/* --- addresses -------------------------------------------------------------------------------- */

static int64_t key_at(store *self, str url) {
    query row = query_new(self, "SELECT key FROM documents WHERE url = ? AND newest LIMIT 1");
    query_str(&row, url);
    int64_t key = query_step(&row) ? column_int(&row, 0) : 0;
    query_end(&row);
    return key;
}

/* An address from behind its scheme and "www.", without what stands behind # or a last slash. */
static str bare(str url) {
    static const str BEFORE[] = {{"https://", 8}, {"http://", 7}, {"www.", 4}};
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        if (str_starts(url, BEFORE[i])) {
            url = str_slice(url, (span){BEFORE[i].size, url.size});
        }
    }
    size_t end = 0;
    while (end < url.size && url.data[end] != '#') {
        end++;
    }
    while (end > 0 && url.data[end - 1] == '/') {
        end--;
    }
    return str_slice(url, (span){0, end});
}

static str without_query(str url) {
    size_t end = 0;
    while (end < url.size && url.data[end] != '?') {
        end++;
    }
    return str_slice(url, (span){0, end});
}

static int64_t find_written(store *self, str page) {
    static const char *const BEFORE[] = {"https://", "http://", "https://www.", "http://www."};
    static const char *const AFTER[] = {"", "/"};
    int64_t key = 0;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE && key == 0; i++) {
        for (size_t k = 0; k < sizeof AFTER / sizeof *AFTER && key == 0; k++) {
            buf written = {0};
            buf_put(&written, str_from(BEFORE[i]));
            buf_put(&written, page);
            buf_put(&written, str_from(AFTER[k]));
            key = key_at(self, buf_str(&written));
            buf_free(&written);
        }
    }
    return key;
}

hearsay_status store_find_url(store *self, str url, int64_t *key, hearsay_error *error) {
    str page = bare(url), path = without_query(page);
    *key = key_at(self, url);
    if (*key == 0) {
        *key = find_written(self, page);
    }
    if (*key == 0 && path.size < page.size) {
        *key = find_written(self, path);
    }
    return sql_status(self, error);
}

/* --- documents -------------------------------------------------------------------------------- */

hearsay_status store_version(store *self, int64_t key, size_t *version, hearsay_error *error) {
    query row = query_new(self, "SELECT version FROM documents WHERE key = ?");
    query_int(&row, key);
    *version = query_step(&row) ? (size_t)column_int(&row, 0) : 0;
    query_end(&row);
    return sql_status(self, error);
}

hearsay_status store_count_newest(store *self, size_t *count, hearsay_error *error) {
    query row = query_new(self, "SELECT count(*) FROM documents WHERE newest");
    *count = query_step(&row) ? (size_t)column_int(&row, 0) : 0;
    query_end(&row);
    return sql_status(self, error);
}

hearsay_status store_statement_place(store *self, int64_t statement, int64_t *document,
                                     hearsay_str *id, arena *into, hearsay_error *error) {
    query row = query_new(self, "SELECT document, id FROM statements WHERE key = ?");
    query_int(&row, statement);
    bool found = query_step(&row);
    *document = found ? column_int(&row, 0) : 0;
    *id = found ? column_id(&row, 1, into) : (hearsay_str){NULL, 0};
    query_end(&row);
    return sql_status(self, error);
}
