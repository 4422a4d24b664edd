#include "resolve/via_conversation.h"

#include "base/ascii.h"
#include "resolve/manner.h"
#include "resolve/outlets.h"
#include "resolve/via_carried.h"

/* Whether the words behind the outlet at [.., at) of a sentence name the speaker of `i` as one of
 * its people: "CNN's Gloria Vale", "Fox News anchor Max Roth", "ABC's host, Tom Reed". */
static bool is_of_outlet(const scene *self, size_t i, size_t at) {
    enum { WORDS_ON_NAME = 5 };
    const word *items = self->words->items;
    word_range behind = {at, at};
    bool comma = false;
    while (behind.last < self->words->count && behind.last - at < WORDS_ON_NAME &&
           items[behind.last].sentence == items[at - 1].sentence &&
           (items[behind.last].before == 0 || (items[behind.last].before == ',' &&
                                               behind.last > at)) && /* none in "told CNN, Vale" */
           (!comma || items[behind.last].capital)) { /* nor in "a paper, Vale said Roth" */
        behind.last++;
        comma = comma || (behind.last < self->words->count && items[behind.last].before == ',');
    }
    return behind.last > at && has_last_name(self, i, behind);
}

/* Whether the speaker of `i` is said, in the frame of `k`, to work for an outlet of it, or gives it
 * his name: "The Rachel Vale Show". */
static bool asks_for_outlet_of(const scene *self, size_t i, size_t k) {
    const frame *around = &self->frames[k];
    for (size_t n = 0; n < around->count; n++) {
        const size_t at = around->items[n];
        size_t length = 1;
        if (outlet_at(self, at, self->words->count, &length).data != NULL &&
            (is_of_outlet(self, i, at + length) ||
             has_last_name(self, i, (word_range){at, at + length}))) {
            return true;
        }
    }
    return false;
}

/* Who asks in an interview speaks where he is answered. */
void via_share_interview(scene *self, size_t i) {
    enum { NEAR = 8 };
    const resolved *out = &self->out[i];
    const size_t count = self->relations->count;
    for (size_t k = i > NEAR ? i - NEAR : 0; k < count && k <= i + NEAR; k++) {
        const resolved *other = &self->out[k];
        if (out->who.kind == SPEAKER_PERSON && via_may_be_shared(self, i) && other->via.count > 0 &&
            other->occasion == HEARSAY_OCCASION_INTERVIEW && other->who.entity != out->who.entity &&
            may_be_one_occasion(out, other) && asks_for_outlet_of(self, i, k)) {
            via_share(self, i, k);
        }
    }
}

/* "VALE: Well, ...": a turn of a conversation that is written down. */
static bool is_turn(const scene *self, size_t i) {
    const word_range source = self->frames[i].source;
    const span_list cue = self->relations->items[i].cue;
    bool is = source.last > source.first && cue.count == 1 &&
              self->text->shown.data[cue.items[0].begin] == ':';
    for (size_t at = source.first; is && at < source.last; at++) {
        const span where = self->words->items[at].where;
        for (size_t k = where.begin; is && k < where.end; k++) {
            is = !ascii_is_letter(self->text->shown.data[k]) ||
                 ascii_is_upper(self->text->shown.data[k]);
        }
    }
    return is;
}

/* One conversation goes on to its end, whoever speaks. */
void via_share_turns(scene *self) {
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < self->relations->count; i++) {
        if (!is_turn(self, i)) {
            continue;
        }
        if (last != SIZE_MAX && via_may_be_shared(self, i)) {
            via_share(self, i, last);
        }
        last = self->out[i].via.count > 0 ? i : last;
    }
}
