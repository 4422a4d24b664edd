#include "resolve/outlets.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "resolve/lists.h"

#include <string.h>

enum { NAME_WORDS_MAX = 6 };

/* The call sign of a station: "WTMJ", "KQED". */
static bool is_call_sign(str name) {
    bool is = (name.size == 3 || name.size == 4) && (name.data[0] == 'W' || name.data[0] == 'K');
    for (size_t i = 0; is && i < name.size; i++) {
        is = ascii_is_upper(name.data[i]);
    }
    return is;
}

/* Whether words [at, at + length) are a listed outlet; a single word only where it is well known.
 */
static bool is_listed(const scene *self, size_t at, size_t length, buf *name) {
    buf_clear(name);
    for (size_t i = 0; i < length; i++) {
        buf_put(name, i > 0 ? STR(" ") : STR(""));
        buf_put(name, self->words->items[at + i].lower);
    }
    return list_find(LIST_OF_NEWS, buf_str(name), NULL) ||
           (length > 1 && list_find(LIST_OF_OUTLETS, buf_str(name), NULL));
}

/* The words of the longest listed name that begins at `at`; 0: none does. */
static size_t listed_length(const scene *self, size_t at, size_t last) {
    buf name = {0};
    size_t length = last - at < NAME_WORDS_MAX ? last - at : NAME_WORDS_MAX;
    while (length > 0 &&
           !(self->words->items[at + length - 1].capital && is_listed(self, at, length, &name))) {
        length--;
    }
    buf_free(&name);
    return length;
}

/* Whether another name's word comes before: "Post" of "National Post", which nobody listed. */
static bool is_part_of_name(const scene *self, size_t at) {
    const word *items = self->words->items;
    return at > 0 && items[at].before == 0 && items[at - 1].capital && !items[at - 1].possessive &&
           items[at - 1].sentence == items[at].sentence && !word_is(self->words, at - 1, "the") &&
           !glossary_has(self->lists->channels, self->words, at - 1, at, "leads");
}

static bool ends_with(str text, str end) {
    return text.size > end.size &&
           str_equal(str_slice(text, (span){text.size - end.size, text.size}), end);
}

/* "told Le Parisien Wednesday", but not "the Northport Sunday Herald": the day is of what was told.
 */
static bool is_day_behind(const scene *self, size_t at) {
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    const word *next = &self->words->items[at + 1];
    return WORD_IS_ONE_OF(self->words, at, DAYS) &&
           (at + 1 == self->words->count || !next->capital || next->before != 0 ||
            next->sentence != self->words->items[at].sentence);
}

/* How many capitalized words follow each other from `at` on. */
static size_t capitals_from(const scene *self, size_t at, size_t last) {
    const word *items = self->words->items;
    size_t length = 1;
    while (at + length < last && length < NAME_WORDS_MAX && items[at + length].capital &&
           items[at + length].before == 0 && !items[at + length - 1].possessive &&
           items[at + length].sentence == items[at].sentence && !is_day_behind(self, at + length)) {
        length++;
    }
    return length;
}

/* "Times-Picayune", "Post-Gazette": of two parts, of which one is as outlets are called. */
static bool is_hyphened(const scene *self, size_t at) {
    static const char *const FIRST[] = {"times-", "journal-", "herald-", "tribune-", "gazette-"};
    static const char *const LAST[] = {"-times",  "-tribune", "-gazette", "-herald",   "-journal",
                                       "-ledger", "-sun",     "-news",    "-dispatch", "-post"};
    const str lower = self->words->items[at].lower;
    const str shown = str_slice(self->text->shown, self->words->items[at].where);
    const char *hyphen = memchr(shown.data, '-', shown.size);
    if (hyphen == NULL || hyphen + 1 >= shown.data + shown.size || !ascii_is_upper(hyphen[1])) {
        return false;
    }
    bool is = false;
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++) {
        is |= str_starts(lower, str_from(FIRST[i]));
    }
    for (size_t i = 0; i < sizeof LAST / sizeof *LAST; i++) {
        is |= ends_with(lower, str_from(LAST[i]));
    }
    return is;
}

/* "10News", a station. */
static bool is_numbered_news(str lower) {
    return lower.size > 4 && ascii_is_digit(lower.data[0]) && ends_with(lower, STR("news"));
}

/* The words of a name that only its form shows to be an outlet's: "the Harbour Tribune",
 * "harbour.com"; 0: none. */
static size_t formed_length(const scene *self, size_t at, size_t last) {
    static const char *const ENDS[] = {".com", ".org", "-tv", "-fm"};
    const word_list *words = self->words;
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        if (ends_with(words->items[at].lower, str_from(ENDS[i]))) {
            return 1;
        }
    }
    if (is_hyphened(self, at) || is_numbered_news(words->items[at].lower)) {
        return 1;
    }
    size_t length = capitals_from(self, at, last);
    const bool article = word_is(words, at, "the") && word_is(words, at + length - 1, "show");
    const bool led = glossary_has(self->lists->channels, words, at, at + 1, "leads"); /* "In TV" */
    const bool listed = word_is(words, at, "the") && word_is(words, at + length - 1, "post") &&
                        listed_length(self, at + 1, last) > 0; /* as which it is shown */
    bool formed =
        length > 1 && !article && !led && !listed &&
        (is_hyphened(self, at + length - 1) ||
         glossary_has(self->lists->channels, words, at + length - 1, at + length, "form"));
    return formed ? length : 0;
}

/* "the newspaper", "magazine". */
static bool is_called_outlet(const scene *self, size_t at) {
    const entry *each = glossary_at(self->lists->channels, self->words, at, at + 1, NULL);
    return entry_is(each, "called") || (each != NULL && str_equal(each->value, STR("outlet")));
}

/* The words of a name that the text calls an outlet: "the newspaper Harbour Echo", "Harbour Echo
 * magazine"; 0: none. */
static size_t called_length(const scene *self, size_t at, size_t last) {
    const word_list *words = self->words;
    size_t length = capitals_from(self, at, last);
    bool before = at > 0 && words->items[at].before == 0 && !words->items[at - 1].capital &&
                  is_called_outlet(self, at - 1);
    bool after = length > 1 && at + length < last && words->items[at + length].before == 0 &&
                 !words->items[at + length - 1].possessive && is_called_outlet(self, at + length);
    return before || after ? length : 0;
}

/* "Vice President", "the Hill", "Atlantic City": what is called as an outlet is, but is none here.
 */
static bool is_other_name(const scene *self, size_t at) {
    static const char *const LANDS[] = {"city", "county", "ocean", "coast", "beach", "island"};
    const word *next = &self->words->items[at + 1];
    bool followed = at + 1 < self->words->count && next->capital && next->before == 0 &&
                    !self->words->items[at].possessive;
    bool longer = followed && list_find(LIST_OF_WORD_CLASSES, next->lower, NULL);
    bool place = at > 1 && word_is(self->words, at - 1, "the") &&
                 !self->words->items[at - 1].capital && word_is(self->words, at - 2, "on");
    return (followed && WORD_IS_ONE_OF(self->words, at + 1, LANDS)) ||
           (list_find(LIST_OF_WORD_CLASSES, self->words->items[at].lower, NULL) &&
            (longer || place));
}

str outlet_at(const scene *self, size_t at, size_t last, size_t *length) {
    const word_list *words = self->words;
    *length = 1;
    last = last < words->count ? last : words->count;
    const bool numbered = at < last && is_numbered_news(words->items[at].lower);
    if (at >= last || !(words->items[at].capital || numbered)) {
        return (str){NULL, 0};
    }
    const entry *each = glossary_at(self->lists->channels, words, at, last, length);
    if (is_part_of_name(self, at) && !(entry_is(each, "program") && *length > 1)) {
        *length = 1;
        return (str){NULL, 0};
    }
    if (entry_is(each, "platform")) {
        return each->value;
    }
    if (entry_is(each, "program") ||
        (entry_is(each, "outlet") && !(*length == 1 && is_other_name(self, at)))) {
        return scene_text(self, (word_range){at, at + *length});
    }
    size_t listed = listed_length(self, at, last);
    *length = listed > 0 ? listed : formed_length(self, at, last);
    *length = *length > 0 ? *length : called_length(self, at, last);
    if (*length == 1 && is_other_name(self, at)) {
        return (str){NULL, 0};
    }
    if (*length > 0) {
        return scene_text(self, (word_range){at, at + *length});
    }
    *length = 1;
    str text = str_slice(self->text->shown, words->items[at].where);
    return is_call_sign(text) ? text : (str){NULL, 0};
}

/* --- what is meant ---------------------------------------------------------------------------- */

/* "the Post" for the New York Post, which was named before; else the name itself. */
static str full_name(const scene *self, size_t at, str name) {
    enum { WORDS_BACK = 200 };
    const str last = self->words->items[at].lower;
    for (size_t k = at; k > 0 && at - k < WORDS_BACK; k--) {
        size_t length = 1;
        if (str_equal(self->words->items[k - 1].lower, last)) {
            for (size_t begin = k - 1; begin > 0 && k - begin < 4; begin--) {
                const str longer = outlet_at(self, begin - 1, k, &length);
                if (longer.data != NULL && begin - 1 + length == k) {
                    return longer;
                }
            }
        }
    }
    return name;
}

/* "told the newspaper": the outlet that was named last; no data where `at` is no such noun. */
static str known_outlet(const scene *self, size_t at) {
    enum { WORDS_BACK = 150 };
    const word *items = self->words->items;
    if (at < 2 || items[at].capital || items[at].before != 0 || items[at].possessive ||
        !word_is(self->words, at - 1, "the") ||
        !entry_is(glossary_at(self->lists->channels, self->words, at, at + 1, NULL), "called") ||
        (at + 1 < self->words->count && items[at + 1].capital && items[at + 1].before == 0)) {
        return (str){NULL, 0};
    }
    for (size_t k = at - 1; k > 0 && at - k < WORDS_BACK; k--) {
        size_t length = 1;
        const entry *each = glossary_at(self->lists->channels, self->words, k - 1, at, NULL);
        const str name = outlet_at(self, k - 1, at, &length);
        if (name.data != NULL && !entry_is(each, "platform") && !entry_is(each, "program")) {
            return length == 1 ? full_name(self, k - 1, name) : name;
        }
    }
    return (str){NULL, 0};
}

/* The title in quotation marks right behind word `at`: of "the podcast “Harbour Talk”". */
static str title_behind(const scene *self, size_t at) {
    enum { TITLE_SIZE = 60 };
    static const char *const PAIRS[][2] = {{"\u201C", "\u201D"}, {"\"", "\""}};
    static const char *const SERIES[] = {"podcast", "show", "program", "broadcast"};
    if (!WORD_IS_ONE_OF(self->words, at, SERIES)) {
        return (str){NULL, 0};
    }
    const str shown = self->text->shown;
    size_t begin = self->words->items[at].where.end;
    begin += begin < shown.size && shown.data[begin] == ' ';
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const str open = str_from(PAIRS[i][0]), close = str_from(PAIRS[i][1]);
        if (!str_starts(str_slice(shown, (span){begin, shown.size}), open)) {
            continue;
        }
        begin += open.size;
        for (size_t end = begin; end + close.size <= shown.size && end < begin + TITLE_SIZE;
             end++) {
            if (str_starts(str_slice(shown, (span){end, shown.size}), close)) {
                const bool mark = end > begin && memchr(".,", shown.data[end - 1], 2) != NULL;
                return str_slice(shown, (span){begin, end - mark});
            }
        }
    }
    return (str){NULL, 0};
}

str outlet_meant_at(const scene *self, size_t at, size_t *length) {
    str name = outlet_at(self, at, self->words->count, length);
    if (name.data != NULL) {
        return *length == 1 ? full_name(self, at, name) : name;
    }
    name = known_outlet(self, at);
    return name.data != NULL ? name : title_behind(self, at);
}
