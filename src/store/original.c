#include "store/original.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/lexicon.h"

#include <stdint.h>
#include <string.h>

/* Where a text says whose it is: so many bytes at both ends. */
enum { CREDIT_REACH = 400, INITIALS_MOST = 8 };

/* --- credit lines ----------------------------------------------------------------------------- */

static bool is_word_byte(char c) {
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

static bool names(str text, str name) {
    for (size_t at = 0; name.size > 1 && at + name.size <= text.size; at++) {
        const char *found = memchr(text.data + at, name.data[0], text.size - at - name.size + 1);
        if (found == NULL) {
            return false;
        }
        at = (size_t)(found - text.data);
        const size_t end = at + name.size;
        if (memcmp(found, name.data, name.size) == 0 &&
            (at == 0 || !is_word_byte(text.data[at - 1])) &&
            (end == text.size || !is_word_byte(text.data[end]))) {
            return true;
        }
    }
    return false;
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/* "AP" of "The Associated Press"; nothing of a single word. */
static str initials_of(str name, char out[INITIALS_MOST]) {
    size_t count = 0;
    for (size_t i = str_starts(name, STR("The ")) ? 4 : 0; i < name.size; i++) {
        if (is_capital(name.data[i]) && (i == 0 || !is_word_byte(name.data[i - 1])) &&
            count < INITIALS_MOST) {
            out[count++] = name.data[i];
        }
    }
    return (str){out, count > 1 ? count : 0};
}

/* Where a text says whose it is. */
typedef struct {
    str head, tail, author;
} credit_places;

static credit_places places_of(const reprinted *self) {
    const size_t size = self->text.size;
    const size_t reach = size < CREDIT_REACH ? size : CREDIT_REACH;
    return (credit_places){str_slice(self->text, (span){0, reach}),
                           str_slice(self->text, (span){size - reach, size}), self->author};
}

static bool credits(const reprinted *self, str publisher) {
    char letters[INITIALS_MOST];
    const str short_name = initials_of(publisher, letters);
    const credit_places at = places_of(self);
    const str places[] = {at.head, at.tail, at.author};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (names(places[i], publisher) || names(places[i], short_name)) {
            return true;
        }
    }
    return false;
}

/* Of each document the first one that is like it where credits are, and that of its publisher: a
 * thousand copies of one text are searched once for a name. */
typedef struct {
    const reprinted *all;
    size_t count;
    size_t *like, *same_publisher; /* [count] */
} crediting;

static size_t first_with(lexicon *known, str key, size_t place) {
    const uint32_t *found = lexicon_find(known, key);
    if (found != NULL) {
        return *found;
    }
    *lexicon_put(known, key) = (uint32_t)place;
    return place;
}

static crediting crediting_new(const reprinted *all, size_t count, arena *into) {
    crediting made = {all, count, arena_array(into, size_t, count),
                      arena_array(into, size_t, count)};
    lexicon places = {0}, publishers = {0};
    for (size_t i = 0; i < count; i++) {
        const credit_places at = places_of(&all[i]);
        buf key = {0};
        buf_printf(&key, "%zu %zu ", at.head.size, at.author.size);
        buf_put(&key, at.head);
        buf_put(&key, at.author);
        buf_put(&key, at.tail);
        made.like[i] = first_with(&places, buf_keep(&key, into), i);
        made.same_publisher[i] = first_with(&publishers, all[i].publisher, i);
    }
    lexicon_free(&places);
    lexicon_free(&publishers);
    return made;
}

/* How many of the others credit a document's publisher; those with the same one do not count.
 * `credit` [count] is for what was found of the first ones of those that are like each other. */
static size_t count_credits(const crediting *self, size_t of, bool *credit) {
    size_t found = 0;
    for (size_t i = 0; i < self->count; i++) {
        const str publisher = self->all[of].publisher;
        credit[i] = self->like[i] == i && publisher.size > 0 && credits(&self->all[i], publisher);
        found += credit[self->like[i]] && self->same_publisher[i] != self->same_publisher[of];
    }
    return found;
}

/* --- the choice ------------------------------------------------------------------------------- */

/* What speaks for a document; more is better. */
typedef struct {
    size_t credits;
    int64_t early; /* 0: its day is not known */
    size_t words;
} standing;

enum { BY_CREDIT, BY_DAY, BY_WORDS, REASONS };

static int64_t value_of(const standing *of, int reason) {
    return reason == BY_CREDIT ? (int64_t)of->credits
           : reason == BY_DAY  ? of->early
                               : (int64_t)of->words;
}

/* The only one for which the reason speaks most; `count` where there is none. */
static size_t best_by(const standing *all, size_t count, int reason) {
    size_t best = 0;
    bool alone = true;
    for (size_t i = 1; i < count; i++) {
        const int64_t value = value_of(&all[i], reason);
        const int64_t most = value_of(&all[best], reason);
        alone = value > most || (alone && value < most);
        best = value > most ? i : best;
    }
    return alone && value_of(&all[best], reason) > 0 ? best : count;
}

static void put_reason(buf *out, int reason, size_t credits) {
    buf_put(out, out->size > 0 ? STR("; ") : STR(""));
    if (reason == BY_CREDIT) {
        buf_printf(out, "credited by %zu other%s", credits, credits == 1 ? "" : "s");
    } else {
        buf_put(out, reason == BY_DAY ? STR("the earliest") : STR("the fullest"));
    }
}

size_t original_of(const reprinted *documents, size_t count, arena *into, str *why) {
    standing *all = arena_array(into, standing, count);
    bool *credit = arena_array(into, bool, count);
    const crediting by = crediting_new(documents, count, into);
    for (size_t i = 0; i < count; i++) {
        const day_number day = documents[i].day;
        const size_t first = by.same_publisher[i];
        all[i] = (standing){first < i ? all[first].credits : count_credits(&by, i, credit),
                            day > 0 ? DAY_END - day : 0, documents[i].words};
    }
    size_t chosen = count;
    buf reasons = {0};
    for (int reason = 0; reason < REASONS && count > 1; reason++) {
        const size_t best = best_by(all, count, reason);
        chosen = chosen == count ? best : chosen;
        if (best < count && best == chosen) {
            put_reason(&reasons, reason, all[best].credits);
        }
    }
    *why = (str){reasons.size > 0 ? str_copy(into, buf_str(&reasons)) : NULL, reasons.size};
    buf_free(&reasons);
    return chosen;
}
