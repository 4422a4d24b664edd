#include "resolve/remarks.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/vec.h"

typedef VEC(remark) remarks;

static span_list two_spans(const scene *self, span a, span b) {
    span *items = arena_array(self->into, span, 2);
    items[0] = a.begin < b.begin ? a : b;
    items[1] = a.begin < b.begin ? b : a;
    return (span_list){items, 2};
}

/* --- weekdays --------------------------------------------------------------------------------- */

/* "Thursday, March 12" parts after its first word. */
static void take_weekday(const scene *self, const date_mention *each, remarks *out) {
    static const char *const DAYS[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
    word_range part = words_in(self->words, each->span);
    if (!each->weekday_wrong || part.last < part.first + 2) {
        return;
    }
    buf note = {0};
    const char *day = DAYS[calendar_weekday(each->value.first)];
    buf written = {0};
    date_value_write(each->value, &written);
    buf_printf(&note, "%.*s was a %s", (int)written.size, written.data, day);
    str text = buf_str(&note);
    remark new = {"weekday",
                  two_spans(self, self->words->items[part.first].where,
                            scene_span(self, (word_range){part.first + 1, part.last})),
                  {str_copy(self->into, text), text.size}};
    vec_push(out, new);
    buf_free(&note);
    buf_free(&written);
}

/* --- dates that contradict each other --------------------------------------------------------- */

/* An event that a date is given for: "the collision on March 12". */
typedef struct {
    str noun;
    const date_mention *when;
} dated_event;

typedef VEC(dated_event) dated_events;

static bool has_digit(str text) {
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_digit(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* Only what is surely one event and surely a day of the calendar: "the" before the noun, and a
 * number in the date. Where it says "Tuesday" there may have been several. */
static bool event_of(const scene *self, const date_mention *each, dated_event *out) {
    const word_list *words = self->words;
    size_t at = words_in(words, each->span).first;
    bool governed = at >= 3 && (word_is(words, at - 1, "on") || word_is(words, at - 1, "of")) &&
                    word_is(words, at - 3, "the") && words->items[at].before == 0 &&
                    words->items[at - 1].before == 0;
    if (!governed || each->value.precision != DATE_DAY ||
        !has_digit(str_slice(self->text->shown, each->span))) {
        return false;
    }
    *out = (dated_event){words->items[at - 2].lower, each};
    return true;
}

/* Events are few; those beyond the limit are not compared, so that no text takes long. */
enum { EVENTS_MAX = 200 };

static void take_contradiction(const scene *self, const dated_event *new,
                               const dated_events *before, remarks *out) {
    for (size_t i = 0; i < before->count; i++) {
        const dated_event *old = &before->items[i];
        if (str_equal(old->noun, new->noun) &&
            date_values_contradict(old->when->value, new->when->value)) {
            remark made = {"contradicting-dates", two_spans(self, old->when->span, new->when->span),
                           new->noun};
            vec_push(out, made);
            return;
        }
    }
}

void find_remarks(const scene *self, const dates *all, resolution *out) {
    remarks found = {0};
    dated_events events = {0};
    for (size_t i = 0; i < all->mention_count; i++) {
        dated_event event;
        take_weekday(self, &all->mentions[i], &found);
        if (events.count < EVENTS_MAX && event_of(self, &all->mentions[i], &event)) {
            take_contradiction(self, &event, &events, &found);
            vec_push(&events, event);
        }
    }
    out->remarks = arena_copy(self->into, found.items, found.count * sizeof *found.items);
    out->remark_count = found.count;
    vec_free(&found);
    vec_free(&events);
}
