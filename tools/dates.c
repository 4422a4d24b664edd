/* hearsay-dates: the dates of texts, for eval/dates.py and for looking. Reads a document a line
 * from standard input, {"text", "date"}; writes one a line:
 *
 *     {"mentions": [{"begin", "end", "kind", "value", "first", "last", "around", "vague",
 * "wrong"}], "expressions": [{"begin", "end", "bound", "value", "first", "last", "mention",
 * "count"}]}
 *
 * begin and end are code points; a value that is not known is null, and so is an end that is open.
 */
#include "resolve/dates.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/* Code points are counted on from one place to the next, which lies further on or at the same. */
typedef struct {
    str text;
    size_t at, count;
} counter;

static size_t code_points(counter *self, size_t to) {
    if (to < self->at) {
        *self = (counter){self->text, 0, 0};
    }
    self->count += utf8_count(str_slice(self->text, (span){self->at, to}));
    self->at = to;
    return self->count;
}

static json_t *written_value(date_value value) {
    buf out = {0};
    json_t *made = date_value_write(value, &out) ? json_string(out.data) : json_null();
    buf_free(&out);
    return made;
}

static json_t *written_day(date_value value, day_number day) {
    bool open = day == DAY_BEFORE_ALL || day == DAY_AFTER_ALL;
    bool known = value.precision != DATE_UNKNOWN && !open;
    return known ? written_value((date_value){DATE_DAY, day, day}) : json_null();
}

static json_t *written_mention(counter *places, const date_mention *of) {
    static const char *const kinds[] = {"date", "time", "vague", "span", "event"};
    size_t begin = code_points(places, of->span.begin);
    size_t end = code_points(places, of->span.end);
    return json_pack("{sI sI ss so so so so si sb}", "begin", (json_int_t)begin, "end",
                     (json_int_t)end, "kind", kinds[of->kind], "value", written_value(of->value),
                     "first", written_day(of->value, of->value.first), "last",
                     written_day(of->value, of->value.last), "around", written_value(of->around),
                     "vague", of->vague, "wrong", of->weekday_wrong);
}

static json_t *written_expression(counter *places, const date_expression *of) {
    static const char *const bounds[] = {"on", "before", "until", "after", "since", "from"};
    size_t begin = code_points(places, of->span.begin);
    size_t end = code_points(places, of->span.end);
    return json_pack("{sI sI ss so so so sI sI}", "begin", (json_int_t)begin, "end",
                     (json_int_t)end, "bound", bounds[of->bound], "value", written_value(of->value),
                     "first", written_day(of->value, of->value.first), "last",
                     written_day(of->value, of->value.last), "mention", (json_int_t)of->mention,
                     "count", (json_int_t)of->mention_count);
}

static json_t *written_dates(str text, const dates *found) {
    json_t *mentions = json_array();
    json_t *expressions = json_array();
    counter places = {text, 0, 0};
    for (size_t i = 0; i < found->mention_count; i++) {
        json_array_append_new(mentions, written_mention(&places, &found->mentions[i]));
    }
    for (size_t i = 0; i < found->expression_count; i++) {
        json_array_append_new(expressions, written_expression(&places, &found->expressions[i]));
    }
    return json_pack("{so so}", "mentions", mentions, "expressions", expressions);
}

static bool write_line(const date_finder *with, const char *line) {
    json_t *document = json_loads(line, 0, NULL);
    const char *text = json_string_value(json_object_get(document, "text"));
    const char *date = json_string_value(json_object_get(document, "date"));
    if (text != NULL) {
        arena *memory = arena_new();
        dates found;
        date_value written = date_value_read(str_from(date != NULL ? date : ""));
        dates_find(with, str_from(text), written, memory, &found);
        json_t *made = written_dates(str_from(text), &found);
        char *shown = json_dumps(made, 0);
        puts(shown);
        free(shown);
        json_decref(made);
        arena_free(memory);
    }
    json_decref(document);
    return text != NULL;
}

int main(void) {
    date_finder *finder = date_finder_new();
    char *line = NULL;
    size_t capacity = 0;
    bool good = true;
    while (good && getline(&line, &capacity, stdin) > 0) {
        good = write_line(finder, line);
        if (!good) {
            fprintf(stderr, "hearsay-dates: not a document: %s", line);
        }
    }
    free(line);
    date_finder_free(finder);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
