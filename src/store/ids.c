#include "store/ids.h"

enum { DIGITS = 16, BYTES = DIGITS / 2 };

/* -1 where it is none that an id has. */
static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The digits of an id, or those it begins with and as many more of `rest` as it lacks; false where
 * it has others. */
static bool pack(str id, int rest, unsigned char out[BYTES]) {
    for (size_t i = 0; i < DIGITS; i++) {
        const int value = i < id.size ? digit(id.data[i]) : rest;
        if (value < 0) {
            return false;
        }
        out[i / 2] = (unsigned char)(i % 2 == 0 ? value << 4 : out[i / 2] | value);
    }
    return id.size <= DIGITS;
}

static void bind_packed(query *self, const unsigned char bytes[BYTES]) {
    sqlite3_bind_blob(self->handle, ++self->bound, bytes, BYTES, SQLITE_TRANSIENT);
}

static void bind_plain(query *self, str text) {
    sqlite3_bind_text64(self->handle, ++self->bound, text.data, text.size, SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void query_id(query *self, str id) {
    unsigned char bytes[BYTES];
    if (id.size == DIGITS && pack(id, 0, bytes)) {
        bind_packed(self, bytes);
    } else {
        bind_plain(self, id);
    }
}

bool query_ids_packed(query *self, str beginning) {
    unsigned char first[BYTES], last[BYTES];
    if (!pack(beginning, 0, first) || !pack(beginning, 0xF, last)) {
        return false;
    }
    bind_packed(self, first);
    bind_packed(self, last);
    return true;
}

/* All that begins so comes before the last of all characters in its place. */
void query_ids_plain(query *self, str beginning) {
    buf last = {0};
    buf_put(&last, beginning);
    buf_put(&last, STR("\xF4\x8F\xBF\xBF"));
    bind_plain(self, beginning);
    bind_plain(self, buf_str(&last));
    buf_free(&last);
}

hearsay_str column_id(const query *self, int column, arena *into) {
    if (sqlite3_column_type(self->handle, column) != SQLITE_BLOB) {
        return column_copy(self, column, into);
    }
    const str bytes = column_str(self, column);
    char *text = arena_array(into, char, 2 * bytes.size + 1);
    for (size_t i = 0; i < bytes.size; i++) {
        const unsigned char byte = (unsigned char)bytes.data[i];
        text[2 * i] = "0123456789abcdef"[byte >> 4];
        text[2 * i + 1] = "0123456789abcdef"[byte & 0xF];
    }
    text[2 * bytes.size] = '\0';
    return (hearsay_str){text, 2 * bytes.size};
}

void ids_pack_all(store *self) {
    sql_run(self, "ALTER TABLE statements ADD COLUMN packed ANY NOT NULL DEFAULT ''");
    query rows = query_new(self, "SELECT key, id FROM statements");
    query row = query_new(self, "UPDATE statements SET packed = ? WHERE key = ?");
    while (query_step(&rows)) {
        query_id(&row, column_str(&rows, 1));
        query_int(&row, column_int(&rows, 0));
        query_run(&row);
    }
    query_end(&rows);
    query_end(&row);
    queries_forget(self);
    sql_run(self, "DROP INDEX statements_id; ALTER TABLE statements DROP COLUMN id;"
                  "ALTER TABLE statements RENAME COLUMN packed TO id;"
                  "CREATE INDEX statements_id ON statements (substr(id, 1, 4))");
}
