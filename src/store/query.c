/* Reading what people ask for. */
#include "store/query_fields.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "store/days.h"

#include <string.h>

/* FTS5 takes time with the square of their number and more: a minute for 6,000. */
enum { TERMS_MAX = 500 };

typedef struct {
    str text;
    size_t at;
    VEC(query_term) terms;
    bool either; /* OR was read, and waits for what follows */
    hearsay_error *error;
    hearsay_status status;
} reading;

/* --- mistakes --------------------------------------------------------------------------------- */

static void refuse(reading *self, size_t at, const char *what) {
    size_t character = utf8_count(str_slice(self->text, (span){0, at})) + 1;
    self->status = error_set(self->error, HEARSAY_INVALID, character, "%s", what);
}

/* The words that a field knows, such as "named, role or none". */
static void put_values(buf *out, const query_field *field) {
    for (int i = field->first; strcmp(field->name_of(i), "unknown") != 0; i++) {
        bool last = strcmp(field->name_of(i + 1), "unknown") == 0;
        buf_put(out, i == field->first ? STR("") : last ? STR(" or ") : STR(", "));
        buf_put(out, str_from(field->name_of(i)));
    }
}

static void refuse_value(reading *self, const query_term *term) {
    buf what = {0};
    buf_printf(&what, "%s: has no value “%.*s”", term->field->name, (int)term->text.size,
               term->text.data);
    if (term->field->name_of != NULL) {
        buf_put(&what, STR("; it is "));
        put_values(&what, term->field);
    } else if (term->field->role != FIELD_WORDS) {
        buf_put(&what, STR("; it is a day, month or year, such as 2031-04-02, 2031-04 or 2031"));
    }
    refuse(self, term->place.begin, what.data);
    buf_free(&what);
}

/* --- values ----------------------------------------------------------------------------------- */

/* The same word, but for capitals, and hyphens for spaces. */
static bool is_word(str typed, str word) {
    bool same = typed.size == word.size;
    for (size_t i = 0; same && i < typed.size; i++) {
        char c = typed.data[i] == '-' ? ' ' : ascii_lower(typed.data[i]);
        same = c == word.data[i];
    }
    return same;
}

static bool take_listed(query_term *term) {
    for (int i = term->field->first; strcmp(term->field->name_of(i), "unknown") != 0; i++) {
        if (is_word(term->text, str_from(term->field->name_of(i)))) {
            term->value = i;
            return true;
        }
    }
    return false;
}

/* Something that an index can have: a letter or digit. */
static bool has_letter(str text) {
    for (size_t pos = 0; pos < text.size;) {
        if (is_alphanumeric(utf8_next(text, &pos))) {
            return true;
        }
    }
    return false;
}

static bool take_value(query_term *term) {
    if (term->field != NULL && term->field->name_of != NULL) {
        return take_listed(term);
    }
    if (term->field != NULL && term->field->role != FIELD_WORDS) {
        return day_read(term->text, &term->value);
    }
    return has_letter(term->text);
}

/* --- terms ------------------------------------------------------------------------------------ */

static bool is_at(const reading *self, char byte) {
    return self->at < self->text.size && self->text.data[self->at] == byte;
}

static bool at_space(const reading *self) {
    return self->at == self->text.size || ascii_is_space(self->text.data[self->at]);
}

/* `"like this"`; the mark is not part of it. */
static str take_quoted(reading *self) {
    size_t begin = ++self->at;
    while (self->at < self->text.size && !is_at(self, '"')) {
        self->at++;
    }
    if (self->at == self->text.size) {
        refuse(self, begin - 1, "this quotation mark is not closed");
        return STR("");
    }
    return str_slice(self->text, (span){begin, self->at++});
}

static str take_bare(reading *self) {
    size_t begin = self->at;
    while (!at_space(self) && !is_at(self, '"')) {
        self->at++;
    }
    size_t end = self->at;
    while (end > begin && self->text.data[end - 1] == '*') {
        end--;
    }
    self->at = end;
    return str_slice(self->text, (span){begin, end});
}

/* A name of letters and a colon: `speaker:`. A colon elsewhere (10:30) is part of a word. */
static const query_field *take_field(reading *self) {
    size_t end = self->at;
    while (end < self->text.size && ascii_is_letter(self->text.data[end])) {
        end++;
    }
    if (end == self->at || end >= self->text.size || self->text.data[end] != ':') {
        return NULL;
    }
    str name = str_slice(self->text, (span){self->at, end});
    const query_field *field = query_field_named(name);
    if (field == NULL) {
        buf what = {0};
        buf_printf(&what, "there is no field %.*s:, only ", (int)name.size, name.data);
        query_fields_put(&what);
        buf_put(&what, STR("; to look for the words, put them in quotation marks"));
        refuse(self, self->at, what.data);
        buf_free(&what);
    }
    self->at = end + 1;
    return field;
}

static bool take_or(reading *self) {
    str rest = str_slice(self->text, (span){self->at, self->text.size});
    if (!str_starts(rest, STR("OR")) || (rest.size > 2 && !ascii_is_space(rest.data[2]))) {
        return false;
    }
    if (self->terms.count == 0 || self->either) {
        refuse(self, self->at, "OR stands between two terms");
    } else if (self->terms.items[self->terms.count - 1].excluded) {
        refuse(self, self->at, "OR cannot join what is excluded; write -one -other");
    }
    self->either = true;
    self->at += 2;
    return true;
}

static void check(reading *self, query_term *term) {
    if (term->text.size == 0) {
        refuse(self, term->place.begin,
               term->field != NULL ? "nothing stands after the colon"
                                   : "nothing stands here that could be looked for");
    } else if (term->excluded && term->alternative) {
        refuse(self, term->place.begin, "OR cannot join what is excluded; write -one -other");
    } else if (term->prefix && term->field != NULL && term->field->role != FIELD_WORDS) {
        refuse(self, term->place.begin, "* stands after words alone");
    } else if (!take_value(term)) {
        if (term->field != NULL) {
            refuse_value(self, term);
        } else {
            refuse(self, term->place.begin, "this has no letter or digit to look for");
        }
    }
}

static void take_term(reading *self) {
    query_term term = {.place = {self->at, self->at}, .alternative = self->either};
    if (take_or(self)) {
        return;
    }
    self->either = false;
    if (is_at(self, '-')) {
        term.excluded = true;
        self->at++;
    }
    term.field = take_field(self);
    if (self->status != HEARSAY_OK) {
        return;
    }
    term.text = is_at(self, '"') ? take_quoted(self) : take_bare(self);
    if (is_at(self, '*')) {
        term.prefix = true;
        self->at++;
    }
    term.place.end = self->at;
    if (self->status == HEARSAY_OK) {
        check(self, &term);
        vec_push(&self->terms, term);
    }
}

/* --- the whole -------------------------------------------------------------------------------- */

static bool is_all_excluded(const reading *self) {
    bool all = true;
    for (size_t i = 0; i < self->terms.count; i++) {
        all = all && self->terms.items[i].excluded;
    }
    return all;
}

/* No day is both after one and before an earlier one. */
static void check_days(reading *self) {
    int from = DAY_FIRST, until = DAY_END;
    for (size_t i = 0; i < self->terms.count && self->status == HEARSAY_OK; i++) {
        const query_term *term = &self->terms.items[i];
        bool either = term->alternative ||
                      (i + 1 < self->terms.count && self->terms.items[i + 1].alternative);
        if (term->field == NULL || term->excluded || either) {
            continue;
        }
        from = term->field->role == FIELD_AFTER && term->value > from ? term->value : from;
        until = term->field->role == FIELD_BEFORE && term->value < until ? term->value : until;
        if (from >= until) {
            refuse(self, term->place.begin, "no day is so late and so early at once");
        }
    }
}

hearsay_status query_read(str written, arena *into, asked *out, hearsay_error *error) {
    reading self = {.text = written, .error = error};
    for (; self.at < written.size && self.status == HEARSAY_OK;) {
        if (at_space(&self)) {
            self.at++;
        } else if (self.terms.count == TERMS_MAX) {
            refuse(&self, self.at, "no query has more than 500 terms");
        } else {
            take_term(&self);
        }
    }
    if (self.status == HEARSAY_OK && self.either) {
        refuse(&self, written.size, "OR stands between two terms");
    } else if (self.status == HEARSAY_OK && self.terms.count == 0) {
        refuse(&self, 0, "nothing is asked for");
    } else if (self.status == HEARSAY_OK && is_all_excluded(&self)) {
        refuse(&self, 0, "only what is not wanted is named; name something that is");
    } else if (self.status == HEARSAY_OK) {
        check_days(&self);
    }
    out->count = self.terms.count;
    out->terms = arena_copy(into, self.terms.items, self.terms.count * sizeof *out->terms);
    vec_free(&self.terms);
    return self.status;
}
