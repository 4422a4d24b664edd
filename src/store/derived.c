#include "store/derived.h"

#include "store/days.h"
#include "store/edits.h"
#include "store/ids.h"
#include "store/keys.h"
#include "store/names.h"
#include "store/pack.h"
#include "store/people.h"
#include "store/ranges.h"
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

/* The rows of one document's speakers while they are made. */
typedef struct {
    store *of;
    int64_t document, begin, end; /* keys: those that are made lie before `end` */
    naming names;
    query find, make;
} speaker_rows;

/* The first key that no row has, from the query for the last one that has. */
static int64_t after_last(store *self, const char *last) {
    return 1 + sql_number(self, last);
}

static speaker_rows begin_speakers(store *self, int64_t document) {
    int64_t begin = after_last(self, "SELECT max(key) FROM speakers");
    return (speaker_rows){
        .of = self,
        .document = document,
        .begin = begin,
        .end = begin,
        .names = naming_begin(self),
        .find = query_new(self, "SELECT key FROM speakers WHERE key >= ? AND +name = ? AND "
                                "id = coalesce(?, id) LIMIT 1"),
        .make =
            query_new(self, "INSERT INTO speakers (key, document, id, name) VALUES (?, ?, ?, ?)"),
    };
}

static void end_speakers(speaker_rows *self) {
    naming_end(&self->names);
    query_end(&self->find);
    query_end(&self->make);
}

/* One of several is whoever the document calls so elsewhere; else it has the id of the list and its
 * name. */
static int64_t speaker_key(speaker_rows *self, str id, str name) {
    int64_t named = naming_key(&self->names, name), key = 0;
    query_int(&self->find, self->begin);
    query_int(&self->find, named);
    query_str(&self->find, id);
    if (query_step(&self->find)) {
        key = column_int(&self->find, 0);
    }
    query_run(&self->find);
    if (key != 0) {
        return key;
    }
    query_int(&self->make, self->end);
    query_int(&self->make, self->document);
    query_str(&self->make, id.data != NULL ? id : STR(""));
    query_int(&self->make, named);
    query_run(&self->make);
    return self->end++;
}

/* The keys of all that a statement is attributed to. */
static void find_speakers(speaker_rows *self, const hearsay_statement *from, key_list *out) {
    str rest = {from->speaker.data, from->speaker.size};
    bool alone = true;
    for (str name; take_name(&rest, &name); alone = false) {
        str id = from->speaker_id != NULL && alone && rest.size == 0 ? str_from(from->speaker_id)
                                                                     : (str){NULL, 0};
        key_list_add(out, speaker_key(self, id, name));
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

static void bind_or_null(query *into, bool is_there, int64_t value) {
    if (is_there) {
        query_int(into, value);
    } else {
        query_str(into, (str){NULL, 0});
    }
}

/* Its place in the document, and what is bound with it. */
typedef struct {
    size_t place;
    int64_t key;
    day_number day;
    const key_list *speakers;
    str content; /* spans */
} statement_row;

static void bind_statement(query *into, int64_t document, const hearsay_statement *all,
                           const statement_row *row) {
    const hearsay_statement *from = &all[row->place];
    size_t parent = sure_parent(all, row->place);
    query_int(into, row->key);
    query_int(into, document);
    query_int(into, (int64_t)row->place);
    query_id(into, str_from(from->id));
    const int numbers[] = {(int)from->type, (int)from->kind, (int)from->polarity,
                           (int)from->sourcing, (int)from->occasion};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        query_int(into, numbers[i]);
    }
    bind_or_null(into, parent != HEARSAY_NO_PARENT, (int64_t)parent);
    query_str(into, (str){from->date.data, from->date.size});
    query_int(into, row->day);
    query_int(into, (int64_t)(from->confidence * 10000 + 0.5F));
    bool one = row->speakers->count == 1;
    bind_or_null(into, one, one ? row->speakers->items[0] : 0);
    query_str(into, row->content);
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

/* The queries that statements are put with. */
typedef struct {
    query row, via, said_by;
} statement_queries;

static void put_statement(statement_queries *with, speaker_rows *speakers,
                          const store_findings *findings, size_t place, int64_t key,
                          day_number published) {
    const hearsay_statement *from = &findings->statements[place];
    key_list said = {0};
    buf spans = {0};
    spans_put(&spans, from->content);
    find_speakers(speakers, from, &said);
    const statement_row row = {place, key, day_of(from, published), &said,
                               spans.data != NULL ? buf_str(&spans) : STR("")};
    bind_statement(&with->row, speakers->document, findings->statements, &row);
    query_run(&with->row);
    put_via(&with->via, key, from);
    for (size_t i = 0; said.count > 1 && i < said.count; i++) {
        query_int(&with->said_by, key);
        query_int(&with->said_by, said.items[i]);
        query_run(&with->said_by);
    }
    key_list_free(&said);
    buf_free(&spans);
}

/* Puts them from the key `begin` on; returns the key after the last. */
static int64_t put_statements(store *self, speaker_rows *speakers, const store_findings *findings,
                              int64_t begin) {
    statement_queries with = {
        query_new(self, "INSERT INTO statements (key, document, place, id, type, kind, polarity, "
                        "sourcing, occasion, parent, date, day, confidence, speaker, content) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        query_new(self, "INSERT OR IGNORE INTO via (statement, name) VALUES (?, ?)"),
        query_new(self, "INSERT INTO said_by (statement, speaker) VALUES (?, ?)"),
    };
    day_number published = published_on(self, speakers->document);
    int64_t key = begin;
    for (size_t i = 0; i < findings->statement_count; i++) {
        if (!is_doubtful(&findings->statements[i])) {
            put_statement(&with, speakers, findings, i, key++, published);
        }
    }
    query *const all[] = {&with.row, &with.via, &with.said_by};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        query_end(all[i]);
    }
    return key;
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

void derived_put_found(store *self, int64_t key, str text, str found) {
    buf packed = {0};
    query row = query_new(self, "UPDATE texts SET found = ? WHERE document = ?");
    pack_found(found, text, &packed);
    query_blob(&row, buf_str(&packed));
    query_int(&row, key);
    query_run(&row);
    query_end(&row);
    buf_free(&packed);
}

static void put_findings(store *self, int64_t key, const store_findings *from,
                         const int64_t ranges[4]) {
    int64_t maker = maker_key(self, from->made_by);
    query row = query_new(self, "INSERT INTO findings (document, maker, language, words, "
                                "statements_begin, statements_end, speakers_begin, speakers_end) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    query_int(&row, key);
    query_int(&row, maker);
    query_str(&row, from->language);
    query_int(&row, (int64_t)from->words);
    for (size_t i = 0; i < 4; i++) {
        query_int(&row, ranges[i]);
    }
    query_run(&row);
    query_end(&row);
}

static void put_rows(store *self, int64_t key, const store_findings *findings) {
    speaker_rows speakers = begin_speakers(self, key);
    int64_t begin = after_last(self, "SELECT max(key) FROM statements");
    int64_t end = put_statements(self, &speakers, findings, begin);
    const int64_t ranges[] = {begin, end, speakers.begin, speakers.end};
    end_speakers(&speakers);
    put_findings(self, key, findings, ranges);
}

/* --- documents -------------------------------------------------------------------------------- */

void derived_put(store *self, int64_t key, str text, const store_findings *findings) {
    put_rows(self, key, findings);
    people_put(self, key, findings);
    names_put(self, key);
    words_put(self, key, text);
}

#define SPAN_OF(table) "coalesce(" table ".begin, 0), coalesce(" table ".end, 0)"

/* Where the rows of a damaged store lie, whose row of `findings` is lost: goes over all. */
static void find_ranges(store *self, int64_t key) {
    sql_run_with(self,
                 "INSERT INTO findings (document, maker, words, statements_begin, "
                 "statements_end, speakers_begin, speakers_end) SELECT ?1, 0, 0, " SPAN_OF(
                     "statements") ", " SPAN_OF("speakers") " FROM "
                                                            "(SELECT min(key) AS begin, max(key) + "
                                                            "1 AS end FROM statements "
                                                            "WHERE document = ?1) AS statements, "
                                                            "(SELECT min(key) AS begin, max(key) + "
                                                            "1 AS end FROM speakers "
                                                            "WHERE document = ?1) AS speakers "
                                                            "WHERE NOT EXISTS (SELECT 1 FROM "
                                                            "findings WHERE document = ?1)",
                 key);
}

/* Where rows are is told by `findings`, which go last. */
void derived_drop(store *self, int64_t key, str text) {
    find_ranges(self, key);
    key_list names = {0};
    if (text.data != NULL) {
        words_drop(self, key, text);
    }
    names_drop(self, key, &names);
    people_drop(self, key);
    names_tidy(self, &names);
    key_list_free(&names);
    sql_run_with(self, "DELETE FROM statements WHERE " STATEMENTS_OF("?1"), key);
    sql_run_with(self, "DELETE FROM findings WHERE document = ?", key);
}
