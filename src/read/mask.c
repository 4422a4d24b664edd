#include "read/mask.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "read/link.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

/* What masks: neither is ever markup, and the one is punctuation, the other a letter to the rules
 * that tell opening stars from closing ones. */
static const char PUNCTUATION = ',';
static const char LETTER = 'x';

enum {
    NESTED_MAX = 16,    /* `>` and list marks on a line, */
    INDENTED_MAX = 128, /* and bytes before its text: md4c is not linear in either */
    DEFINITION_MAX = 2000,
    CODE_MAX = 200, /* bytes of code between back-ticks */
    WORD_MAX = 100,
    FENCE = 3, /* back-ticks that begin or end a block of code */
    STARS = 3  /* most stars that mean something */
};

/* Stars that wait for others of their number, in the paragraph so far. */
typedef struct {
    size_t open[STARS + 1];   /* how many runs of that many stars may still be closed */
    size_t within[STARS + 1]; /* place of the last run within a word that none closed, + 1 */
} emphasis;

typedef struct {
    char *text;
    size_t size;
    emphasis stars;
    bool defined; /* whether the last line defined a link */
    size_t fence; /* place of the back-ticks that begin the block of code that is open, + 1 */
} mask;

static bool is_break(char c) {
    return c == '\n' || c == '\r';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static str whole(const mask *self) {
    return (str){self->text, self->size};
}

static size_t run_end(const mask *self, size_t at, size_t end) {
    size_t i = at;
    while (i < end && self->text[i] == self->text[at]) {
        i++;
    }
    return i;
}

/* --- beginnings of lines ---------------------------------------------------------------------- */

/* The size of the `>` or list mark at `at`; 0 where there is none. */
static size_t nesting_mark(const mask *self, size_t at, size_t end) {
    if (self->text[at] == '>') {
        return 1;
    }
    size_t i = at;
    while (i < end && ascii_is_digit(self->text[i])) {
        i++;
    }
    bool number = i > at && i < end && (self->text[i] == '.' || self->text[i] == ')');
    bool bullet = i == at && (self->text[i] == '-' || self->text[i] == '+' || self->text[i] == '*');
    bool apart = i + 1 >= end || is_blank(self->text[i + 1]);
    return (number || bullet) && apart ? i + 1 - at : 0;
}

/* Masks a line that is nested too deep; gives where the text of any other begins. */
static size_t mask_nesting(mask *self, size_t begin, size_t end) {
    size_t i = begin;
    size_t marks = 0;
    while (i < end) {
        size_t size = is_blank(self->text[i]) ? 1 : nesting_mark(self, i, end);
        if (size == 0) {
            break;
        }
        marks += !is_blank(self->text[i]);
        i += size;
        if (marks > NESTED_MAX || i - begin > INDENTED_MAX) {
            self->text[begin] = LETTER;
            return begin;
        }
    }
    return i;
}

/* A definition has one short line, as md4c copies its address for every use; what stands in
 * quotation marks on the next one is no title. */
static void mask_definition(mask *self, size_t at, size_t end) {
    if (self->defined && memchr("\"'(", self->text[at], 3) != NULL) {
        self->text[at] = LETTER;
    }
    self->defined = false;
    if (link_defines(whole(self), at, end)) {
        bool small = end - at <= DEFINITION_MAX;
        self->defined = small && link_definition_end(whole(self), at, end) == end;
        self->text[at] = self->defined ? '[' : PUNCTUATION;
    }
}

/* Whether the line is the first or last one of a block of code; keeps account of which. */
static bool is_fence(mask *self, size_t at, size_t end) {
    size_t ticks = at < end && self->text[at] == '`' ? run_end(self, at, end) - at : 0;
    if (ticks < FENCE || memchr(self->text + at + ticks, '`', end - at - ticks) != NULL) {
        return false;
    }
    self->fence = self->fence > 0 ? 0 : at + 1;
    return true;
}

/* --- within lines ----------------------------------------------------------------------------- */

/* Past the back-ticks at `at`, masked unless they enclose code; then past the code. Between two
 * quotations that open with back-ticks there is an apostrophe that closes the first. */
static size_t mask_ticks(mask *self, size_t at, size_t end) {
    size_t opened = run_end(self, at, end);
    size_t limit = end - opened > CODE_MAX ? opened + CODE_MAX : end;
    for (size_t i = opened; i < limit && self->text[i] != '\''; i++) {
        if (self->text[i] != '`') {
            continue;
        }
        size_t closed = run_end(self, i, end);
        if (closed - i == opened - at) {
            return closed;
        }
        i = closed - 1;
    }
    memset(self->text + at, PUNCTUATION, opened - at);
    return opened;
}

/* What stands beside stars, in the order of CommonMark's rules: those that open have something
 * of at least the same class after as before them, those that close the other way round. */
typedef enum { BESIDE_SPACE, BESIDE_PUNCTUATION, BESIDE_WORD } beside;

static beside class_of(uint32_t cp) {
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
    if (cp < 0x80) {
        return ascii_is_space((char)cp)         ? BESIDE_SPACE
               : ascii_is_punctuation((char)cp) ? BESIDE_PUNCTUATION
                                                : BESIDE_WORD;
    }
    if (category == UTF8PROC_CATEGORY_ZS) {
        return BESIDE_SPACE;
    }
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO ? BESIDE_PUNCTUATION
                                                                                : BESIDE_WORD;
}

static beside class_before(const mask *self, size_t at) {
    if (at == 0) {
        return BESIDE_SPACE;
    }
    size_t last = at - 1;
    while (last > 0 && ((unsigned char)self->text[last] & 0xC0) == 0x80) {
        last--;
    }
    return class_of(utf8_next(whole(self), &last));
}

static beside class_after(const mask *self, size_t at) {
    return at == self->size ? BESIDE_SPACE : class_of(utf8_next(whole(self), &at));
}

static bool is_one_word(const mask *self, size_t begin, size_t end) {
    size_t i = begin;
    while (i < end && end - begin < WORD_MAX && !ascii_is_space(self->text[i])) {
        i++;
    }
    return i == end;
}

/* Stars within a word are kept only where they match stars that plainly open before them or close
 * after them; `stars` keeps account of these. */
static void mask_stars(mask *self, size_t begin, size_t end) {
    beside before = class_before(self, begin);
    beside after = class_after(self, end);
    size_t count = end - begin;
    if (count > STARS) {
        memset(self->text + begin, LETTER, count);
        return;
    }
    size_t *open = &self->stars.open[count];
    size_t *within = &self->stars.within[count];
    bool closes = before != BESIDE_SPACE && before >= after;
    bool opens = after != BESIDE_SPACE && after >= before;
    if (closes && *open > 0) {
        *open -= 1;
    } else if (before == BESIDE_WORD && after == BESIDE_WORD) {
        memset(self->text + begin, LETTER, count); /* for the time being */
        *within = begin + 1;
    } else if (opens) {
        *open += 1;
        *within = 0;
    } else if (closes && *within > 0 && is_one_word(self, *within - 1, begin)) {
        memset(self->text + *within - 1, '*', count);
        *within = 0;
    }
}

/* Past the run of stars or underscores at `at`. */
static size_t mask_emphasis(mask *self, size_t at, size_t end, bool address) {
    size_t stop = run_end(self, at, end);
    bool goes_on = class_after(self, stop) == BESIDE_WORD ||
                   (stop < end && memchr("/-=&%#?+_*", self->text[stop], 10) != NULL);
    bool escaped = at > 0 && self->text[at - 1] == '\\';
    if (address && goes_on && !escaped) {
        memset(self->text + at, LETTER, stop - at);
    } else if (self->text[at] == '*') {
        mask_stars(self, at, stop);
    }
    return stop;
}

/* Whether an address or a handle begins here: its underscores and stars are its own. */
static bool begins_address(const mask *self, size_t at, size_t end) {
    str rest = {self->text + at, end - at};
    bool handle = at + 1 < end && (at == 0 || !ascii_is_alphanumeric(self->text[at - 1])) &&
                  (ascii_is_alphanumeric(rest.data[1]) || rest.data[1] == '_');
    return (rest.data[0] == '@' && handle) || str_starts(rest, STR("://")) ||
           str_starts(rest, STR("www."));
}

static bool ends_address(char c) {
    return ascii_is_space(c) || (c != '\0' && strchr("()[]<>\"", c) != NULL);
}

/* `](target)`: masks the bracket where the target cannot be one. */
static void mask_bracket(mask *self, size_t at, size_t end) {
    if (at + 1 >= end || self->text[at + 1] != '(') {
        return;
    }
    const char *opened = self->text + at + 2;
    size_t limit = end - at - 2 > CODE_MAX ? CODE_MAX : end - at - 2;
    const char *closed = memchr(opened, ')', limit);
    if (closed == NULL) {
        return;
    }
    str target = {opened, (size_t)(closed - opened)};
    const char *space = memchr(opened, ' ', target.size);
    target.size = space != NULL ? (size_t)(space - opened) : target.size;
    if (!link_is_target(target)) {
        self->text[at] = PUNCTUATION;
    }
}

static void mask_line(mask *self, size_t at, size_t end) {
    bool address = false;
    while (at < end) {
        char c = self->text[at];
        address = (address && !ends_address(c)) || begins_address(self, at, end);
        if (c == '`') {
            at = mask_ticks(self, at, end);
            continue;
        }
        if (c == '*' || c == '_') {
            at = mask_emphasis(self, at, end, address);
            continue;
        }
        if (c == ']') {
            mask_bracket(self, at, end);
        } else if (c == '~' || c == '\0') {
            self->text[at] = c == '~' ? PUNCTUATION : LETTER;
        }
        at++;
    }
}

/* A line of nothing but `*`, `-` or `_` is a rule, however many there are. */
static bool is_rule(const mask *self, size_t at, size_t end) {
    size_t i = at;
    while (i < end && (self->text[i] == self->text[at] || is_blank(self->text[i]))) {
        i++;
    }
    return i == end && memchr("*-_", self->text[at], 3) != NULL;
}

void mask_text(char *text, size_t size) {
    mask self = {.text = text, .size = size};
    size_t begin = 0;
    while (begin < size) {
        size_t end = begin;
        while (end < size && !is_break(text[end])) {
            end++;
        }
        size_t at = mask_nesting(&self, begin, end);
        if (at == end) {
            self.stars = (emphasis){0}; /* an empty line ends the paragraph */
        }
        if (at < end && !is_fence(&self, at, end) && !is_rule(&self, at, end)) {
            mask_definition(&self, at, end);
            mask_line(&self, at, end);
        }
        bool two = end + 1 < size && text[end] == '\r' && text[end + 1] == '\n';
        begin = two ? end + 2 : end + 1; /* between the two there is no empty line */
    }
    if (self.fence > 0) {
        memset(text + self.fence - 1, PUNCTUATION, FENCE); /* nothing ends it: it is none */
    }
}
