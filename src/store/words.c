#include "store/words.h"

#include "store/pack.h"
#include "store/ranges.h"
#include "store/spans.h"

/* The SQL that puts, and that drops, from the key and the words. */
typedef struct {
    const char *document, *statement;
} telling;

/* What the first column of an index gets: words, and the marks in front of them. */
#define MARKED(words) "char(2) || marks || char(2) || " words

#define DOCUMENT(words) "key, " MARKED(words) ", title, publisher"
#define STATEMENT(words) "key, " MARKED(words) ", speaker, via, publisher"

static const telling PUT = {
    "INSERT INTO document_index (rowid, text, title, publisher) "
    "SELECT " DOCUMENT("?2") " FROM document_facts WHERE key = ?1",
    "INSERT INTO statement_index (rowid, content, speaker, via, publisher) "
    "SELECT " STATEMENT("?2") " FROM statement_facts WHERE key = ?1",
};

static const telling DROP = {
    "INSERT INTO document_index (document_index, rowid, text, title, publisher) "
    "SELECT 'delete', " DOCUMENT("?2") " FROM document_facts WHERE key = ?1",
    "INSERT INTO statement_index (statement_index, rowid, content, speaker, via, publisher) "
    "SELECT 'delete', " STATEMENT("?2") " FROM statement_facts WHERE key = ?1",
};

static void run(query *told, int64_t key, str words) {
    query_int(told, key);
    query_str(told, words.data != NULL ? words : STR(""));
    query_run(told);
}

static void tell_statements(store *self, const char *sql, int64_t document, str text) {
    query rows = query_new(self, "SELECT key, content FROM statements WHERE " STATEMENTS_OF("?1"));
    query told = query_new(self, sql);
    buf content = {0};
    query_int(&rows, document);
    while (query_step(&rows)) {
        buf_clear(&content);
        spans_put_text(&content, text, column_str(&rows, 1));
        run(&told, column_int(&rows, 0), buf_str(&content));
    }
    buf_free(&content);
    query_end(&rows);
    query_end(&told);
}

static void tell(store *self, const telling *how, int64_t document, str text) {
    query told = query_new(self, how->document);
    run(&told, document, text);
    query_end(&told);
    tell_statements(self, how->statement, document, text);
}

static void tell_stored(store *self, const telling *how, int64_t document) {
    query packed = query_new(self, "SELECT text FROM texts WHERE document = ?");
    buf text = {0};
    query_int(&packed, document);
    if (query_step(&packed)) {
        if (unpack(column_str(&packed, 0), STR(""), &text)) {
            tell(self, how, document, buf_str(&text));
        } else {
            sql_refuse(self, HEARSAY_STORE, "a packed text is damaged; hearsay check tells which");
        }
    }
    query_end(&packed);
    buf_free(&text);
}

void words_put(store *self, int64_t document, str text) {
    tell(self, &PUT, document, text);
}

void words_drop(store *self, int64_t document, str text) {
    tell(self, &DROP, document, text);
}

void words_put_stored(store *self, int64_t document) {
    tell_stored(self, &PUT, document);
}

void words_drop_stored(store *self, int64_t document) {
    tell_stored(self, &DROP, document);
}

/* The contents of a text's statements come one after the other: it is unpacked once. */
void words_put_all(store *self) {
    sql_run(self,
            "INSERT INTO document_index (document_index) VALUES ('delete-all');"
            "INSERT INTO statement_index (statement_index) VALUES ('delete-all');"
            "INSERT INTO document_index (rowid, text, title, publisher) "
            "SELECT " DOCUMENT(
                "text") " FROM document_texts;"
                        "INSERT INTO statement_index (rowid, content, speaker, via, publisher) "
                        "SELECT " STATEMENT(
                            "content") " FROM statement_contents ORDER BY document, key;"
                                       "INSERT INTO name_index (name_index) VALUES ('rebuild')");
}
