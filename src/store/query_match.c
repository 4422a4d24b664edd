/* What people ask for as an expression of FTS5. */
#include "store/query_fields.h"

#include "base/ascii.h"
#include "store/days.h"
#include "store/fts.h"

#include <string.h>

/* --- fields ----------------------------------------------------------------------------------- */

static const char *type_name(int value) {
    return hearsay_type_name((hearsay_type)value);
}

static const char *kind_name(int value) {
    return hearsay_kind_name((hearsay_kind)value);
}

static const char *sourcing_name(int value) {
    return hearsay_sourcing_name((hearsay_sourcing)value);
}

static const char *occasion_name(int value) {
    return hearsay_occasion_name((hearsay_occasion)value);
}

static const query_field FIELDS[] = {
    {.name = "speaker", .role = FIELD_WORDS, .column = "speaker"},
    {.name = "sourcing", .role = FIELD_MARK, .letter = 'S', .name_of = sourcing_name, .first = 1},
    {.name = "publisher", .role = FIELD_WORDS, .column = "publisher", .of_documents = true},
    {.name = "via", .role = FIELD_WORDS, .column = "via"},
    {.name = "after", .role = FIELD_AFTER, .of_documents = true},
    {.name = "before", .role = FIELD_BEFORE, .of_documents = true},
    {.name = "kind", .role = FIELD_MARK, .letter = 'K', .name_of = kind_name, .first = 1},
    {.name = "type", .role = FIELD_MARK, .letter = 'T', .name_of = type_name, .first = 0},
    {.name = "occasion", .role = FIELD_MARK, .letter = 'O', .name_of = occasion_name, .first = 1},
};

enum { FIELD_COUNT = sizeof FIELDS / sizeof *FIELDS };

const query_field *query_field_named(str name) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (ascii_equal(name, str_from(FIELDS[i].name))) {
            return &FIELDS[i];
        }
    }
    return NULL;
}

void query_fields_put(buf *out) {
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        buf_printf(out,
                   i == 0                ? "%s:"
                   : i + 1 < FIELD_COUNT ? ", %s:"
                                         : " and %s:",
                   FIELDS[i].name);
    }
}

/* --- terms ------------------------------------------------------------------------------------ */

/* Each word of a beginning by itself: FTS5 would gather all rows of all of them first. */
static void put_stems(buf *out, const query_term *term) {
    for (size_t i = 0; i < term->stem_count; i++) {
        buf_put(out, i == 0 ? STR("(\"") : STR(" OR \""));
        buf_putc(out, STEM);
        buf_put(out, term->stems[i]);
        buf_putc(out, '"');
    }
    buf_putc(out, ')');
}

static void put_words(buf *out, const char *columns, const query_term *term) {
    buf_printf(out, "{%s} : ", columns);
    if (term->stem_count > 0) {
        put_stems(out, term);
        return;
    }
    buf_putc(out, '"');
    for (size_t i = 0; i < term->text.size; i++) {
        const char c = term->text.data[i];
        buf_putc(out, c != '\0' && c != STEM && c != MARKS ? c : ' ');
    }
    buf_put(out, term->prefix ? STR("\" *") : STR("\""));
}

static void put_range(buf *out, day_number from, day_number until) {
    from = from > DAY_FIRST ? from : DAY_FIRST;
    until = until < DAY_END ? until : DAY_END;
    buf_put(out, STR("(\"\2"));
    if (days_put_range(out, from, until, STR(MARK_OR)) == 0) {
        buf_put(out, STR("NEVER")); /* which no row has */
    }
    buf_put(out, STR("\")"));
}

/* What one condition of time leaves; several that must all hold are one range (put_days). */
static void put_term(buf *out, query_target target, const query_term *term) {
    const query_field *field = term->field;
    if (field == NULL) {
        put_words(out, target == IN_STATEMENTS ? "content speaker" : "title text", term);
        return;
    }
    switch (field->role) {
    case FIELD_WORDS:
        put_words(out, field->column, term);
        break;
    case FIELD_MARK:
        buf_printf(out, MARK("%c%d"), field->letter, term->value);
        break;
    case FIELD_AFTER:
        put_range(out, term->value, DAY_END);
        break;
    case FIELD_BEFORE:
        put_range(out, DAY_FIRST, term->value);
        break;
    }
}

/* --- the whole -------------------------------------------------------------------------------- */

static bool is_known(const query_term *term, query_target target) {
    return target == IN_STATEMENTS || term->field == NULL || term->field->of_documents;
}

static bool is_alternative(const asked *self, size_t i) {
    return i < self->count && self->terms[i].alternative;
}

/* Whether a term says from when on or until when, and nothing else is as good. */
static bool is_bound(const asked *self, size_t i) {
    const query_term *term = &self->terms[i];
    return term->field != NULL && !term->excluded && !is_alternative(self, i) &&
           !is_alternative(self, i + 1) &&
           (term->field->role == FIELD_AFTER || term->field->role == FIELD_BEFORE);
}

/* The days that all such terms leave; false where there are no such terms. */
static bool put_days(const asked *self, buf *out) {
    day_number from = DAY_FIRST, until = DAY_END;
    bool any = false;
    for (size_t i = 0; i < self->count; i++) {
        day_number day = self->terms[i].value;
        if (!is_bound(self, i)) {
            continue;
        }
        any = true;
        if (self->terms[i].field->role == FIELD_AFTER) {
            from = day > from ? day : from;
        } else {
            until = day < until ? day : until;
        }
    }
    if (any) {
        put_range(out, from, until);
    }
    return any;
}

/* (a OR b) AND c: alternatives stand side by side. */
static void put_wanted(const asked *self, query_target target, buf *out) {
    bool first = true;
    for (size_t i = 0; i < self->count; i++) {
        if (self->terms[i].excluded || is_bound(self, i)) {
            continue;
        }
        buf_put(out, is_alternative(self, i) ? STR(" OR ") : first ? STR("(") : STR(") AND ("));
        put_term(out, target, &self->terms[i]);
        first = false;
    }
    size_t end = out->size;
    buf_put(out, first ? STR("(") : STR(") AND ("));
    if (!put_days(self, out)) {
        out->size = end;
    }
    buf_put(out, STR(")"));
}

bool query_put_match(const asked *self, query_target target, bool all_versions, buf *out) {
    for (size_t i = 0; i < self->count; i++) {
        if (!is_known(&self->terms[i], target) && !self->terms[i].excluded) {
            return false;
        }
    }
    size_t excluded = 0;
    buf_put(out, STR("("));
    put_wanted(self, target, out);
    buf_put(out, STR(")"));
    for (size_t i = 0; i < self->count; i++) {
        if (self->terms[i].excluded && is_known(&self->terms[i], target)) {
            buf_put(out, excluded++ == 0 ? STR(" NOT (") : STR(" OR "));
            put_term(out, target, &self->terms[i]);
        }
    }
    if (!all_versions) {
        buf_put(out, excluded++ == 0 ? STR(" NOT (") : STR(" OR "));
        buf_put(out, STR(MARK("OLD")));
    }
    buf_put(out, excluded > 0 ? STR(")") : STR(""));
    return true;
}

bool query_has_words(const asked *self) {
    bool any = false;
    for (size_t i = 0; i < self->count; i++) {
        any = any || (self->terms[i].field == NULL && !self->terms[i].excluded);
    }
    return any;
}

bool query_is_one_phrase(const asked *self) {
    size_t phrases = 0;
    for (size_t i = 0; i < self->count; i++) {
        const query_term *term = &self->terms[i];
        if (!term->excluded && (term->field == NULL || term->field->role == FIELD_WORDS)) {
            phrases += term->stem_count > 0 ? term->stem_count : 1;
        }
    }
    return phrases == 1;
}
