#include "resolve/possible_dates.h"

#include "base/ascii.h"
#include "base/vec.h"

/* What the expression means if it is when something was said, which was before it was written
 * down. Of "earlier this month", "late June" it is known only that it was in that month: where they
 * end, nobody says. */
static date_value past_value(const scene *self, const dates *all, const date_expression *each) {
    const date_mention *mention = &all->mentions[each->mention];
    date_value value = each->bound == DATE_ON ? mention->around : each->value, other = each->other;
    bool later = self->written.precision == DATE_DAY && value.first > self->written.last;
    if (later || all->mentions[each->mention].direction == DATE_FUTURE) {
        bool fits = other.precision != DATE_UNKNOWN && other.first <= self->written.last;
        return fits ? other : (date_value){.precision = DATE_UNKNOWN};
    }
    return value;
}

bool is_in_frame(const scene *self, size_t i, size_t at) {
    const frame *around = &self->frames[i];
    size_t low = 0;
    size_t high = around->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (around->items[middle] < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < around->count && around->items[low] == at;
}

/* The first of the dates that begins at word `at` or after it. */
static size_t first_from(const possible_dates *list, size_t at) {
    size_t low = 0;
    size_t high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].part.first >= at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static void find_owners(const scene *self, possible_dates *list) {
    for (size_t i = 0; i < self->relations->count; i++) {
        const frame *around = &self->frames[i];
        size_t end = around->count > 0 ? around->items[around->count - 1] : 0;
        size_t k = around->count > 0 ? first_from(list, around->items[0]) : list->count;
        for (; k < list->count && list->items[k].part.first <= end; k++) {
            possible_date *each = &list->items[k];
            if (each->owner_count < OWNERS_MAX && is_in_frame(self, i, each->part.first)) {
                each->owners[each->owner_count++] = i;
            }
        }
    }
}

/* "HARBOUR, Feb. 2 (UPI) — ": when a report was sent. */
static bool is_dateline(const scene *self, word_range part) {
    const word *items = self->words->items;
    const str shown = self->text->shown;
    size_t pos = items[part.last - 1].where.end;
    while (pos < shown.size && (shown.data[pos] == ' ' || shown.data[pos] == '.')) {
        pos++;
    }
    const bool followed = pos < shown.size && (shown.data[pos] == '(' || shown.data[pos] == '-' ||
                                               (shown.data[pos] & 0x80) != 0);
    if (part.first == 0 || items[part.first].before != ',' || !followed) {
        return false;
    }
    const str place = str_slice(shown, items[part.first - 1].where);
    bool capitals = place.size > 1;
    for (size_t i = 0; i < place.size; i++) {
        capitals &= ascii_is_upper(place.data[i]);
    }
    return capitals;
}

void possible_dates_find(const scene *self, const dates *all, possible_dates *out) {
    VEC(possible_date) found = {0};
    for (size_t i = 0; i < all->expression_count; i++) {
        possible_date new = {.from = &all->expressions[i],
                             .value = past_value(self, all, &all->expressions[i]),
                             .part = words_in(self->words, all->expressions[i].span)};
        buf written = {0};
        if (date_value_write(new.value, &written) && new.part.first < new.part.last) {
            new.dateline = is_dateline(self, new.part);
            str text = buf_str(&written);
            new.written = (str){str_copy(self->into, text), text.size};
            vec_push(&found, new);
        }
        buf_free(&written);
    }
    *out = (possible_dates){
        arena_copy(self->into, found.items, found.count * sizeof(possible_date)), found.count};
    vec_free(&found);
    find_owners(self, out);
}
