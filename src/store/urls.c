/* Documents by their addresses, however these are written. */
#include "base/buf.h"
#include "store/sql.h"

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
