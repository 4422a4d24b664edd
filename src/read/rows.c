#include "read/rows.h"

#include <string.h>

static const char MARK = '"';

enum { FIELDS_MAX = 1 << 16 }; /* of a row that are kept: no table has so many */

void row_begin(table_row *self) {
    table_fields kept = self->fields;
    vec_clear(&kept);
    *self = (table_row){.delimiter = self->delimiter, .fields = kept};
}

/* What follows a closing mark up to the delimiter belongs to no field. */
static void end_field(table_row *self, size_t end) {
    table_field field = {.span = {self->begin, end}};
    if (self->quoted) {
        field =
            (table_field){{self->begin + 1, self->within ? end : self->end}, true, self->doubled};
    }
    if (self->fields.count < FIELDS_MAX) {
        vec_push(&self->fields, field);
    }
    self->quoted = self->doubled = false;
}

/* Within quotation marks: goes to the closing one, or the end. A mark that is the last byte may be
 * half of a doubled one; false then. */
static bool go_quoted(table_row *self, str bytes, bool whole) {
    while (self->at < bytes.size) {
        char c = bytes.data[self->at];
        if (c != MARK) {
            self->breaks += c == '\n';
            self->at++;
            continue;
        }
        if (self->at + 1 == bytes.size && !whole) {
            return false;
        }
        if (self->at + 1 == bytes.size || bytes.data[self->at + 1] != MARK) {
            self->within = false;
            self->end = self->at++;
            return true;
        }
        self->doubled = true;
        self->at += 2;
    }
    return whole;
}

/* The row's last field ends before its line break. */
static bool end_row(table_row *self, str bytes, size_t end) {
    bool feed = end > self->begin && bytes.data[end - 1] == '\r';
    end_field(self, feed && !self->within ? end - 1 : end);
    return true;
}

bool row_go_on(table_row *self, str bytes, bool whole) {
    while (self->at < bytes.size) {
        if (self->within) {
            if (!go_quoted(self, bytes, whole)) {
                return false;
            }
            continue;
        }
        char c = bytes.data[self->at];
        if (c == MARK && self->at == self->begin) {
            self->quoted = self->within = true;
        } else if (c == self->delimiter) {
            end_field(self, self->at);
            self->begin = self->at + 1;
        } else if (c == '\n') {
            end_row(self, bytes, self->at++);
            self->breaks++;
            return true;
        }
        self->at++;
    }
    return whole && end_row(self, bytes, bytes.size);
}

char row_delimiter(str bytes) {
    static const char DELIMITERS[] = {',', ';', '\t'};
    size_t most = 1;
    char found = '\0';
    for (size_t i = 0; i < sizeof DELIMITERS; i++) {
        table_row row = {.delimiter = DELIMITERS[i]};
        row_go_on(&row, bytes, true);
        if (row.fields.count > most) {
            most = row.fields.count;
            found = DELIMITERS[i];
        }
        vec_free(&row.fields);
    }
    return found;
}
