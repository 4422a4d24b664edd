#include "segment/clauses.h"

#include "base/letters.h"
#include "base/utf8.h"
#include "segment/words.h"

#include <string.h>

enum { WORDS_MAX = 6 }; /* up to the one that reports */

/* As they stand beside direct speech: it hardly ever holds them after a comma. */
static const char *const REPORTING[] = {
    "said",    "says",     "told",      "tells",     "added",     "adds",      "asked",
    "asks",    "wrote",    "writes",    "tweeted",   "explained", "explains",  "insisted",
    "insists", "replied",  "recalled",  "noted",     "notes",     "continued", "argued",
    "argues",  "warned",   "declared",  "concluded", "announced", "stated",    "joked",
    "claimed", "admitted", "testified", "responded", "suggested", "according", "acknowledged",
};

static bool reports(str word) {
    for (size_t i = 0; i < sizeof REPORTING / sizeof *REPORTING; i++) {
        if (str_equal(word, str_from(REPORTING[i]))) {
            return true;
        }
    }
    return false;
}

static size_t word_end(str text, size_t pos, size_t end) {
    while (pos < end) {
        size_t next = pos;
        if (is_space(utf8_next(text, &next))) {
            break;
        }
        pos = next;
    }
    return pos;
}

/* Whether somebody may be named at `pos`: "Ms. Ortova", "the mayor". */
static bool names(str text, size_t pos, size_t end) {
    size_t begin = skip_space(text, pos, end);
    return is_upper(character_after(text, (span){pos, end}, begin)) ||
           str_equal(word_at(text, begin, end), STR("the"));
}

bool clause_reports(str text, size_t pos, size_t end, const lexicon *words, bool plain) {
    bool stopped = false;
    for (size_t i = 0; i < WORDS_MAX && pos < end && !stopped; i++) {
        size_t after = word_end(text, pos, end);
        str word = str_slice(text, (span){pos, after});
        char last = word.size > 0 ? word.data[word.size - 1] : ' ';
        stopped = strchr(",.!?:;", last) != NULL && last != '\0';
        word.size -= stopped;
        bool ends = (stopped && last != ':') || after == end;
        if (reports(word) && (!plain || (i == 0 ? !stopped && names(text, after, end) : ends))) {
            return true;
        }
        stopped = stopped && !(words_find(words, word) & WORD_LEADS_ON); /* "Ms. Ortova said" */
        pos = skip_space(text, after, end);
    }
    return false;
}
