#include "segment/lists.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"

/* What is nothing else at the beginning of a line, and what may be a dash in a sentence. */
static const char BULLETS[] = "*+•▪◦‣·";
static const char DASHES[] = "-–—";

enum { DIGITS_MAX = 2 }; /* of an item's number; years have more */

/* Past the full stop or parenthesis of the number at `at`; `at` if there is none. */
static size_t past_number(str text, size_t at, size_t end) {
    size_t digits = 0;
    while (at + digits < end && ascii_is_digit(text.data[at + digits])) {
        digits++;
    }
    size_t stop = at + digits;
    bool number = digits > 0 && digits <= DIGITS_MAX && stop < end &&
                  (text.data[stop] == '.' || text.data[stop] == ')');
    return number ? stop + 1 : at;
}

size_t past_list_mark(str text, size_t at, size_t end) {
    size_t past = at;
    uint32_t cp = at < end ? utf8_next(text, &past) : NO_CHARACTER;
    if (!is_one_of(cp, BULLETS) && !is_one_of(cp, DASHES)) {
        past = past_number(text, at, end);
    }
    size_t next = past;
    while (next < end && (text.data[next] == ' ' || text.data[next] == '\t')) {
        next++;
    }
    return past > at && next > past ? next : at;
}

/* Whether a sentence is over at the end of the part, or what it leads to follows. */
static bool ends_sentence(str text, span part) {
    size_t at = part.end;
    uint32_t cp = character_before(text, part, at);
    while (is_one_of(cp, "\"”’'»«“)]")) {
        at = character_back(text, at);
        cp = character_before(text, part, at);
    }
    return is_one_of(cp, ".!?…:;");
}

bool begins_list_item(str text, span before, size_t at, size_t end) {
    size_t past = past_list_mark(text, at, end);
    if (past == at) {
        return false;
    }
    span line = {at, end};
    if (is_one_of(character_after(text, line, at), BULLETS)) {
        return true;
    }
    bool goes_on = is_lower(character_after(text, line, past));
    bool in_list = past_list_mark(text, before.begin, before.end) > before.begin;
    return !goes_on && (in_list || ends_sentence(text, trim(text, before)));
}
