/* Correcting metadata, and taking it back. */
#include "base/ascii.h"
#include "store/days.h"
#include "store/edits.h"
#include "store/fields.h"
#include "store/words.h"

#include <stdio.h>
#include <string.h>

str edit_day(str date) {
    static const char FORM[] = "0000-00-00";
    size_t size = 0;
    while (size < date.size && size < sizeof FORM - 1 &&
           (FORM[size] == '0' ? date.data[size] >= '0' && date.data[size] <= '9'
                              : date.data[size] == '-')) {
        size++;
    }
    size = size >= 10 ? 10 : size >= 7 ? 7 : size >= 4 ? 4 : 0;
    bool goes_on = size < date.size && date.data[size] >= '0' && date.data[size] <= '9';
    return size > 0 && !goes_on ? (str){date.data, size} : (str){NULL, 0};
}

/* --- columns ---------------------------------------------------------------------------------- */

/* Sets a column whose name is one of STORE_FIELDS. */
static void set_column(store *self, int64_t key, str field, str value) {
    for (size_t i = 0; i < STORE_FIELD_COUNT; i++) {
        if (!str_equal(field, str_from(STORE_FIELDS[i].name))) {
            continue;
        }
        char sql[80];
        snprintf(sql, sizeof sql, "UPDATE documents SET %s = ? WHERE key = ?",
                 STORE_FIELDS[i].name);
        query set = query_new(self, sql);
        query_str(&set, value);
        query_int(&set, key);
        query_run(&set);
        query_end(&set);
    }
    if (str_equal(field, STR("date"))) {
        query set = query_new(self, "UPDATE documents SET day = ? WHERE key = ?");
        query_str(&set, edit_day(value));
        query_int(&set, key);
        query_run(&set);
        query_end(&set);
    }
}

/* A column's present value, in `out`; false where it is NULL. */
static bool get_column(store *self, int64_t key, str field, buf *out) {
    char sql[80];
    snprintf(sql, sizeof sql, "SELECT %.*s FROM documents WHERE key = ?", (int)field.size,
             field.data);
    query get = query_new(self, sql);
    query_int(&get, key);
    str value = query_step(&get) ? column_str(&get, 0) : (str){NULL, 0};
    buf_put(out, value.data != NULL ? value : STR(""));
    query_end(&get);
    return value.data != NULL;
}

/* --- one correction --------------------------------------------------------------------------- */

/* A document is found by its title, publisher and date, and so are its statements. */
static void set_value(store *self, int64_t key, str field, str value) {
    words_drop_stored(self, key);
    set_column(self, key, field, value);
    words_put_stored(self, key);
}

int64_t edit_begin(store *self) {
    return 1 + sql_number(self, "SELECT coalesce(max(change), 0) FROM edits");
}

void edit_put(store *self, int64_t key, int64_t change, str field, str value, int64_t made) {
    buf before = {0};
    str replaced = {NULL, 0};
    if (get_column(self, key, field, &before)) {
        replaced = buf_str(&before);
    }
    query row =
        query_new(self, "INSERT INTO edits (document, change, field, value, replaced, made) "
                        "VALUES (?, ?, ?, ?, ?, ?)");
    query_int(&row, key);
    query_int(&row, change);
    query_str(&row, field);
    query_str(&row, value);
    query_str(&row, replaced);
    query_int(&row, made);
    query_run(&row);
    query_end(&row);
    set_value(self, key, field, value);
    buf_free(&before);
}

void edit_take_back(store *self, int64_t key, arena *into, hearsay_metadata *metadata) {
    query edits = query_new(self, "SELECT field, replaced FROM edits WHERE document = ? "
                                  "ORDER BY key DESC");
    query_int(&edits, key);
    while (query_step(&edits)) {
        store_field_set(metadata, column_str(&edits, 0), column_copy(&edits, 1, into));
    }
    query_end(&edits);
}

/* --- what is kept ----------------------------------------------------------------------------- */

bool store_keeps_date(str date) {
    return day_is_told(date);
}

/* ISO 639-1, each followed by a space. */
static const char LANGUAGES[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

static bool is_language(str code) {
    for (const char *each = LANGUAGES; *each != '\0'; each += 3) {
        if (str_equal(code, (str){each, 2})) {
            return true;
        }
    }
    return false;
}

/* An address that a browser opens a page by: no other scheme, no space in it. */
static bool is_address(str url) {
    static const str SCHEMES[] = {{"http://", 7}, {"https://", 8}};
    size_t host = 0;
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        const span begin = {0, url.size < SCHEMES[i].size ? url.size : SCHEMES[i].size};
        host = ascii_equal(str_slice(url, begin), SCHEMES[i]) ? SCHEMES[i].size : host;
    }
    bool sound = host > 0 && url.size > host && url.data[host] != '/';
    for (size_t i = 0; i < url.size && sound; i++) {
        sound = (unsigned char)url.data[i] > ' ' && url.data[i] != 0x7F;
    }
    return sound;
}

/* An empty value is none: what was known wrongly is not known any more. */
static hearsay_status check_values(const hearsay_metadata *values, hearsay_error *error) {
    const str date = {values->date.data, values->date.size};
    const str url = {values->url.data, values->url.size};
    const str language = {values->language.data, values->language.size};
    if (date.size > 0 && !store_keeps_date(date)) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "“%.*s” is no date; it is a day, month or year, such as 2031-04-02, "
                         "2031-04 or 2031",
                         (int)date.size, date.data);
    }
    if (url.size > 0 && !is_address(url)) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "“%.*s” is no address of a page; it is one such as "
                         "https://courier.example/ferry",
                         (int)url.size, url.data);
    }
    if (language.size > 0 && !is_language(language)) {
        return error_set(error, HEARSAY_INVALID, 0,
                         "“%.*s” is no language; it is a code of ISO 639-1, such as en",
                         (int)language.size, language.data);
    }
    return HEARSAY_OK;
}

/* --- editing ---------------------------------------------------------------------------------- */

hearsay_status store_edit(store *self, int64_t key, const hearsay_metadata *values, int64_t made,
                          hearsay_error *error) {
    hearsay_status status = check_values(values, error);
    status = status == HEARSAY_OK ? store_begin(self, error) : status;
    if (status != HEARSAY_OK) {
        return status;
    }
    int64_t change = edit_begin(self);
    for (size_t i = 0; i < STORE_FIELD_COUNT; i++) {
        hearsay_str value = store_field_value(values, i);
        if (value.data != NULL) {
            edit_put(self, key, change, str_from(STORE_FIELDS[i].name),
                     (str){value.data, value.size}, made);
        }
    }
    return store_commit(self, error);
}

hearsay_status store_undo(store *self, int64_t key, hearsay_error *error) {
    hearsay_status status = store_begin(self, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    query last =
        query_new(self, "SELECT key, field, value, replaced FROM edits WHERE document = ?1 AND "
                        "change = (SELECT max(change) FROM edits WHERE document = ?1)");
    query drop = query_new(self, "DELETE FROM edits WHERE key = ?");
    size_t count = 0;
    query_int(&last, key);
    for (; query_step(&last); count++) {
        set_value(self, key, column_str(&last, 1), column_str(&last, 3));
        query_int(&drop, column_int(&last, 0));
        query_run(&drop);
    }
    query_end(&last);
    query_end(&drop);
    if (count == 0) {
        sql_refuse(self, HEARSAY_MISSING, "nothing of the document was corrected");
    }
    return store_commit(self, error);
}
