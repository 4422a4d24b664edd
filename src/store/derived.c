#include "store/derived.h"

#include "store/days.h"
#include "store/edits.h"
#include "store/names.h"
#include "store/people.h"
#include "store/spans.h"
#include "store/words.h"

/* --- speakers --------------------------------------------------------------------------------- */

/* Takes the first name off a list such as "Ada Moreno; Ben Ito". */
static bool take_name(str *rest, str *name) {
    static const str BETWEEN = {"; ", 2};
    if (rest->size == 0) {
        return false;
    }
    size_t end = 0;
    while (end < rest->size && !str_starts(str_slice(*rest, (span){end, rest->size}), BETWEEN)) {
        end++;
    }
    *name = str_slice(*rest, (span){0, end});
    *rest = str_slice(*rest, (span){end + BETWEEN.size, rest->size});
    return true;
}

/* One of several is whoever the document calls so elsewhere; else it has the id of the list and its
 * name. */
typedef struct {
    query find, make, say;
} speaker_queries;

static int64_t speaker_key(store *self, speaker_queries *with, int64_t document, str id, str name) {
    int64_t key = 0;
    query_int(&with->find, document);
    query_str(&with->find, name);
    query_str(&with->find, id);
    if (query_step(&with->find)) {
        key = column_int(&with->find, 0);
    }
    query_run(&with->find);
    if (key != 0) {
        return key;
    }
    query_int(&with->make, document);
    query_str(&with->make, id.data != NULL ? id : STR(""));
    query_str(&with->make, name);
    query_run(&with->make);
    return sqlite3_last_insert_rowid(self->connection);
}

static void put_speakers(store *self, speaker_queries *with, int64_t document, int64_t key,
                         const hearsay_statement *from) {
    str rest = {from->speaker.data, from->speaker.size};
    bool alone = true;
    for (str name; take_name(&rest, &name); alone = false) {
        str id = from->speaker_id != NULL && alone && rest.size == 0 ? str_from(from->speaker_id)
                                                                     : (str){NULL, 0};
        int64_t speaker = speaker_key(self, with, document, id, name);
        query_int(&with->say, speaker);
        query_int(&with->say, key);
        query_run(&with->say);
    }
}

/* --- statements ------------------------------------------------------------------------------- */

/* Whether hearsay quotes would leave it out: such a statement is kept, but not looked for. */
static bool is_doubtful(const hearsay_statement *self) {
    return self->confidence < (float)HEARSAY_MIN_CONFIDENCE;
}

/* The place of the statement around it that is looked for. */
static size_t sure_parent(const hearsay_statement *all, size_t place) {
    size_t parent = all[place].parent;
    while (parent != HEARSAY_NO_PARENT && is_doubtful(&all[parent])) {
        parent = all[parent].parent;
    }
    return parent;
}

/* When it was said, as far as the year is told, else when the document was published. */
static day_number day_of(const hearsay_statement *from, day_number published) {
    day_number said = published;
    day_read(edit_day((str){from->date.data, from->date.size}), &said);
    return said;
}

static void bind_statement(query *into, int64_t document, const hearsay_statement *all,
                           size_t place, day_number day, const buf *content) {
    const hearsay_statement *from = &all[place];
    size_t parent = sure_parent(all, place);
    query_int(into, document);
    query_int(into, (int64_t)place);
    query_str(into, str_from(from->id));
    const int numbers[] = {(int)from->type, (int)from->kind, (int)from->polarity,
                           (int)from->sourcing, (int)from->occasion};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        query_int(into, numbers[i]);
    }
    if (parent != HEARSAY_NO_PARENT) {
        query_int(into, (int64_t)parent);
    } else {
        query_str(into, (str){NULL, 0});
    }
    query_str(into, (str){from->date.data, from->date.size});
    query_int(into, day);
    query_int(into, (int64_t)(from->confidence * 10000 + 0.5F));
    query_str(into, content->data != NULL ? buf_str(content) : STR(""));
}

static void put_via(query *into, int64_t key, const hearsay_statement *from) {
    for (size_t i = 0; i < from->via_count; i++) {
        query_int(into, key);
        query_str(into, (str){from->via[i].data, from->via[i].size});
        query_run(into);
    }
}

/* The day on which a document was published; 0 where it is not known. */
static day_number published_on(store *self, int64_t document) {
    query day = query_new(self, "SELECT day_number(day) FROM documents WHERE key = ?");
    query_int(&day, document);
    day_number found = query_step(&day) ? (day_number)column_int(&day, 0) : 0;
    query_end(&day);
    return found;
}

static void put_statements(store *self, int64_t document, const store_findings *findings) {
    query row = query_new(
        self,
        "INSERT INTO statements (document, place, id, type, kind, polarity, sourcing, occasion, "
        "parent, date, day, confidence, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query via = query_new(self, "INSERT OR IGNORE INTO via (statement, name) VALUES (?, ?)");
    speaker_queries who = {
        query_new(self, "SELECT key FROM speakers WHERE document = ? AND name = ? AND "
                        "id = coalesce(?, id) LIMIT 1"),
        query_new(self, "INSERT INTO speakers (document, id, name) VALUES (?, ?, ?)"),
        query_new(self, "INSERT OR IGNORE INTO said_by (speaker, statement) VALUES (?, ?)"),
    };
    buf spans = {0};
    day_number published = published_on(self, document);
    for (size_t i = 0; i < findings->statement_count; i++) {
        const hearsay_statement *each = &findings->statements[i];
        if (is_doubtful(each)) {
            continue;
        }
        buf_clear(&spans);
        spans_put(&spans, each->content);
        bind_statement(&row, document, findings->statements, i, day_of(each, published), &spans);
        query_run(&row);
        int64_t key = sqlite3_last_insert_rowid(self->connection);
        put_via(&via, key, each);
        put_speakers(self, &who, document, key, each);
    }
    buf_free(&spans);
    query *const all[] = {&row, &via, &who.find, &who.make, &who.say};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        query_end(all[i]);
    }
}

static int64_t maker_key(store *self, str name) {
    query make = query_new(self, "INSERT OR IGNORE INTO makers (name) VALUES (?)");
    query_str(&make, name);
    query_run(&make);
    query_end(&make);
    query find = query_new(self, "SELECT key FROM makers WHERE name = ?");
    query_str(&find, name);
    int64_t key = query_step(&find) ? column_int(&find, 0) : 0;
    query_end(&find);
    return key;
}

static int64_t rows_of(const store_findings *from) {
    int64_t rows = 0;
    for (size_t i = 0; i < from->statement_count; i++) {
        rows += !is_doubtful(&from->statements[i]);
    }
    return rows;
}

void derived_put_found(store *self, int64_t key, str text, str found) {
    buf packed = {0};
    query row = query_new(self, "UPDATE texts SET found = ? WHERE document = ?");
    query_packed(&row, found, text, &packed);
    query_int(&row, key);
    query_run(&row);
    query_end(&row);
    buf_free(&packed);
}

static void put_findings(store *self, int64_t key, const store_findings *from) {
    int64_t maker = maker_key(self, from->made_by);
    query row = query_new(self, "INSERT INTO findings (document, maker, language, words, rows) "
                                "VALUES (?, ?, ?, ?, ?)");
    query_int(&row, key);
    query_int(&row, maker);
    query_str(&row, from->language);
    query_int(&row, (int64_t)from->words);
    query_int(&row, rows_of(from));
    query_run(&row);
    query_end(&row);
}

/* --- documents -------------------------------------------------------------------------------- */

void derived_put(store *self, int64_t key, str text, const store_findings *findings) {
    put_statements(self, key, findings);
    put_findings(self, key, findings);
    people_put(self, key, findings);
    names_put(self, key);
    words_put(self, key, text);
}

void derived_drop(store *self, int64_t key, str text) {
    words_drop(self, key, text);
    names_drop(self, key);
    sql_run_with(self, "DELETE FROM findings WHERE document = ?", key);
    sql_run_with(self, "DELETE FROM statements WHERE document = ?", key);
    people_drop(self, key);
}
