#include "read/html_title.h"

#include "base/letters.h"
#include "base/utf8.h"

#include <stdbool.h>

enum { WORDS_MIN = 4 }; /* of a title that has lost a part */

/* Each with white space around it where it may also stand within words. */
static const str SEPARATORS[] = {
    {" | ", 3}, {" - ", 3}, {" – ", 5},  {" — ", 5}, {" :: ", 4}, {" « ", 4},
    {" » ", 4}, {" / ", 3}, {" \\ ", 3}, {" · ", 4}, {" • ", 5},  {" > ", 3},
    {"|", 1},   {"｜", 3},  {"_", 1},    {" : ", 3},
};

/* A place where a title is parted. */
typedef struct {
    span before, after;
    bool found;
} parting;

/* The last separator, or the first. */
static parting part(str title, bool last) {
    parting out = {.found = false};
    for (size_t at = 0; at < title.size; at++) {
        for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++) {
            const str rest = {title.data + at, title.size - at};
            if (str_starts(rest, SEPARATORS[i]) && (last || !out.found)) {
                out = (parting){{0, at}, {at + SEPARATORS[i].size, title.size}, true};
                at += SEPARATORS[i].size - 1;
                break;
            }
        }
    }
    return out;
}

/* Whether two texts have the same letters; or the first has, without what follows a point, as in
 * "Example.com". */
static bool same_letters(str a, str b) {
    size_t i = 0;
    size_t k = 0;
    for (;;) {
        uint32_t left = NO_CHARACTER;
        uint32_t right = NO_CHARACTER;
        while (i < a.size && !is_alphanumeric(left)) {
            left = utf8_next(a, &i);
        }
        while (k < b.size && !is_alphanumeric(right)) {
            right = utf8_next(b, &k);
        }
        const bool more_left = is_alphanumeric(left);
        const bool more_right = is_alphanumeric(right);
        if (!more_left || !more_right) {
            return more_left == more_right;
        }
        const uint32_t small_left = left < 0x80 && left >= 'A' && left <= 'Z' ? left + 32 : left;
        const uint32_t small_right =
            right < 0x80 && right >= 'A' && right <= 'Z' ? right + 32 : right;
        if (small_left != small_right) {
            return false;
        }
    }
}

static str trimmed(str text, span of) {
    return str_slice(text, trim(text, of));
}

str html_title_without(str title, str publisher) {
    if (title.size == 0 || publisher.size == 0) {
        return title;
    }
    const parting last = part(title, true);
    if (last.found && same_letters(str_slice(title, last.after), publisher)) {
        return trimmed(title, last.before);
    }
    const parting first = part(title, false);
    if (first.found && same_letters(str_slice(title, first.before), publisher)) {
        return trimmed(title, first.after);
    }
    return title;
}

static size_t count_words(str text) {
    size_t count = 0;
    bool within = false;
    for (size_t at = 0; at < text.size;) {
        const bool counts = is_alphanumeric(utf8_next(text, &at));
        count += counts && !within;
        within = counts;
    }
    return count;
}

str html_title_guess(str title, str heading) {
    const parting last = part(title, true);
    const parting first = part(title, false);
    if (!last.found) {
        return title;
    }
    if (same_letters(heading, title)) {
        return title;
    }
    const span sides[] = {first.before, last.before, first.after, last.after};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        if (heading.size > 0 && same_letters(heading, str_slice(title, sides[i]))) {
            return trimmed(title, sides[i]);
        }
    }
    const str without = trimmed(title, last.before);
    return count_words(without) >= WORDS_MIN ? without : title;
}
