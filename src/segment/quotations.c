/* Quotations: which marks open and which close, from what stands around them and what is open.
 *
 * Marks are paired within their paragraph, on a stack, as most texts are careless somewhere and a
 * stray mark must not swallow what follows. Only a first double mark that nothing closes runs on
 * to the end of its paragraph, and that only if the next paragraph reopens it, or if it began as
 * quotations begin: the paragraph, or after a colon or comma. One that begins the paragraph ends
 * before a clause that tells whose words they are. Some texts are one long paragraph, so that one
 * which is not reopened ends sooner there, with a sentence. */
#include "base/letters.h"
#include "base/vec.h"
#include "segment/clauses.h"
#include "segment/marks.h"
#include "segment/steps.h"
#include "segment/words.h"

enum {
    DEEPEST = 16,           /* marks open at once; those beyond are passed over */
    LONGEST_UNCLOSED = 2000 /* bytes; PolNeAR has thirteen, the longest of 1,820 */
};

typedef enum { STRAY, OPENS, CLOSES } mark_role;

/* A mark that is open, and the quotation that it began: items[index] of the reading, which has
 * no end yet. */
typedef struct {
    size_t index;
    quote_mark mark;
} open_mark;

/* What is known while a text is read for its quotations. */
typedef struct {
    str text;
    const segmentation *of; /* with paragraphs and sentences */
    const lexicon *words;
    span paragraph;
    open_mark open[DEEPEST];
    size_t depth;
    VEC(quotation) found; /* by begin; those that never ended are empty and drop out at the end */
} quote_reading;

/* What often stands after a mark that closes, and hardly after one that opens. */
static const char AFTER_CLOSING[] = ".,;:!?)]}";

/* What may stand before a mark that opens. */
static bool opens_after(uint32_t cp) {
    return is_space(cp) || is_one_of(cp, "([{<—–-/…―`") || is_mark(cp);
}

/* The innermost double mark that is open, or NO_CHARACTER. */
static uint32_t innermost_double(const quote_reading *self) {
    for (size_t i = self->depth; i > 0; i--) {
        if (self->open[i - 1].mark.is_double) {
            return self->open[i - 1].mark.character;
        }
    }
    return NO_CHARACTER;
}

/* A straight mark between `left` and `right`: its shape does not say what it does. */
static mark_role straight_role(uint32_t left, uint32_t right, bool within) {
    bool space_left = is_space(left);
    bool space_right = is_space(right);
    if (space_left && space_right) {
        return within ? CLOSES : OPENS;
    }
    if (within) {
        return space_left && !is_one_of(right, AFTER_CLOSING) ? OPENS : CLOSES;
    }
    return space_right || is_alphanumeric(left) ? STRAY : OPENS;
}

/* Whether the next double mark of the paragraph is a ”, which needs one that opens before it. */
static bool awaits_closing(const quote_reading *self, size_t pos) {
    quote_mark mark = {0};
    while (next_mark(self->text, pos, self->paragraph.end, &mark) && !mark.is_double) {
        pos = mark.end;
    }
    return mark.is_double && mark.character == U'”';
}

/* “ for ”, as programs write it that took the space before it for a beginning: "It is late, “he
 * said. */
static bool is_turned(const quote_reading *self, const quote_mark *mark, uint32_t top) {
    span before = trim(self->text, (span){self->paragraph.begin, mark->begin});
    uint32_t last = character_before(self->text, before, before.end);
    return top == U'"' && before.end < mark->begin && is_one_of(last, ".,!?…") &&
           !awaits_closing(self, mark->end);
}

/* “ and ‟, which close what „ opened, and what ” did in Hebrew. */
static mark_role high_role(uint32_t left, uint32_t right, uint32_t top) {
    bool at_end = !is_space(left) && (is_space(right) || is_one_of(right, AFTER_CLOSING));
    if ((top == U'„' && !is_space(left)) || (top != NO_CHARACTER && at_end)) {
        return CLOSES;
    }
    return at_end ? STRAY : OPENS;
}

/* ” and », which open in Swedish and German; and at the beginning of a paragraph, where there is
 * nothing to close, even before a space. */
static mark_role closing_role(uint32_t c, uint32_t left, uint32_t right, uint32_t top) {
    bool at_beginning = is_space(left) && !is_space(right);
    if (top == NO_CHARACTER) {
        bool first = left == NO_CHARACTER && right != NO_CHARACTER;
        return at_beginning || first ? OPENS : STRAY;
    }
    return at_beginning && c == U'”' && (top == U'”' || top == U'»') ? OPENS : CLOSES;
}

static mark_role double_role(const quote_reading *self, const quote_mark *mark) {
    uint32_t left = character_before(self->text, self->paragraph, mark->begin);
    uint32_t right = character_after(self->text, self->paragraph, mark->end);
    uint32_t top = innermost_double(self);
    switch (mark->character) {
    case U'"':
        return straight_role(left, right, top != NO_CHARACTER);
    case U'“':
    case U'‟':
        return is_turned(self, mark, top) ? CLOSES : high_role(left, right, top);
    case U'„':
    case U'「':
    case U'『':
        return OPENS;
    case U'」':
    case U'』':
        return CLOSES;
    case U'«':
        return top == U'»' ? CLOSES : OPENS;
    default:
        return closing_role(mark->character, left, right, top);
    }
}

static void open_quotation(quote_reading *self, const quote_mark *mark) {
    if (self->depth == DEEPEST) {
        return;
    }
    self->open[self->depth++] = (open_mark){self->found.count, *mark};
    quotation begun = {.span = {mark->begin, mark->begin}, .is_double = mark->is_double};
    vec_push(&self->found, begun);
}

static void close_innermost(quote_reading *self, const quote_mark *mark) {
    quotation *ended = &self->found.items[self->open[--self->depth].index];
    ended->span.end = mark->end;
    ended->closed = true;
}

/* Between letters or digits. */
static bool is_apostrophe(uint32_t left, uint32_t right) {
    return is_alphanumeric(left) && is_alphanumeric(right);
}

/* Whether a single mark that closes follows before any other that is no apostrophe. As it looks
 * no further than to the next such mark, all looks together pass over the text once. */
static bool closes_later(const quote_reading *self, size_t pos) {
    quote_mark mark;
    while (next_mark(self->text, pos, self->paragraph.end, &mark) && !mark.is_double) {
        uint32_t left = character_before(self->text, self->paragraph, mark.begin);
        uint32_t right = character_after(self->text, self->paragraph, mark.end);
        if (!is_apostrophe(left, right)) {
            return !is_space(left) && !is_alphanumeric(right);
        }
        pos = mark.end;
    }
    return false;
}

/* Whether a double mark ends what a single one began, as in ‘no", where no double one is open. Not
 * where both are straight, or after a digit: they may be of elisions and inches. */
static bool closes_single(const quote_reading *self, const quote_mark *mark) {
    if (self->depth == 0 || innermost_double(self) != NO_CHARACTER) {
        return false;
    }
    uint32_t opened = self->open[self->depth - 1].mark.character;
    uint32_t left = character_before(self->text, self->paragraph, mark->begin);
    uint32_t right = character_after(self->text, self->paragraph, mark->end);
    return (mark->character == U'”' || (mark->character == U'"' && opened == U'‘')) &&
           !is_space(left) && !is_digit(left) &&
           (is_space(right) || is_one_of(right, AFTER_CLOSING)) && !closes_later(self, mark->end);
}

static void take_double(quote_reading *self, const quote_mark *mark) {
    if (closes_single(self, mark)) {
        self->found.items[self->open[self->depth - 1].index].is_double = true;
        close_innermost(self, mark);
        return;
    }
    mark_role role = double_role(self, mark);
    if (role == OPENS) {
        open_quotation(self, mark);
    } else if (role == CLOSES && innermost_double(self) != NO_CHARACTER) {
        while (!self->open[self->depth - 1].mark.is_double) {
            self->depth--; /* single marks that nothing closed */
        }
        close_innermost(self, mark);
    }
}

/* "the workers' demands" inside single marks, which end only later. */
static bool is_genitive(const quote_reading *self, const quote_mark *mark, uint32_t left) {
    str text = self->text;
    span rest = self->paragraph;
    return (left == 's' || left == 'S') && character_after(text, rest, mark->end) == ' ' &&
           is_lower(character_after(text, rest, mark->end + 1)) && closes_later(self, mark->end);
}

/* Digits with an s or not, as in '90s, or a word that is known to be cut: 'em. */
static bool is_elided(const quote_reading *self, size_t pos) {
    enum { LONGEST_YEAR = 3 };
    str word = word_at(self->text, pos, self->paragraph.end);
    size_t digits = 0;
    while (digits < word.size && is_digit((unsigned char)word.data[digits])) {
        digits++;
    }
    size_t end = digits;
    while (end < word.size && word.data[end] == 's') {
        end++;
    }
    bool is_year = digits > 0 && end == word.size && end <= LONGEST_YEAR;
    return is_year || (words_find(self->words, word) & WORD_ELIDED);
}

static void take_single(quote_reading *self, const quote_mark *mark) {
    uint32_t left = character_before(self->text, self->paragraph, mark->begin);
    uint32_t right = character_after(self->text, self->paragraph, mark->end);
    uint32_t c = mark->character;
    if (is_apostrophe(left, right)) {
        return;
    }
    bool within = self->depth > 0 && !self->open[self->depth - 1].mark.is_double;
    uint32_t top = within ? self->open[self->depth - 1].mark.character : NO_CHARACTER;
    bool may_close =
        c != U'‚' && (c != U'‘' || top == U'‚') && !is_space(left) && !is_alphanumeric(right);
    if (c == U'`' && top == U'`') {
        self->depth--; /* code, as programmers write it */
    } else if (within && may_close && c != U'`') {
        if (!is_genitive(self, mark, left)) {
            close_innermost(self, mark);
        }
    } else if (c != U'’' && c != U'›' && opens_after(left) && !is_space(right) &&
               !is_elided(self, mark->end)) {
        open_quotation(self, mark);
    }
}

/* Whether two double marks may open parts of the same quotation. */
static bool same_family(uint32_t a, uint32_t b) {
    bool straight = a == U'"';
    bool angular = a == U'«' || a == U'»';
    return straight == (b == U'"') && angular == (b == U'«' || b == U'»');
}

/* The outermost double mark that is open, or NULL. */
static const open_mark *outermost_double(const quote_reading *self) {
    for (size_t i = 0; i < self->depth; i++) {
        if (self->open[i].mark.is_double) {
            return &self->open[i];
        }
    }
    return NULL;
}

/* Whether a double mark of the same family begins the paragraph at `next`. */
static bool is_reopened(const quote_reading *self, uint32_t opened, size_t next) {
    quote_mark mark;
    return next < self->text.size && next_mark(self->text, next, next + 1, &mark) &&
           mark.is_double && same_family(opened, mark.character);
}

/* The end of the last sentence that ends at or before `limit`; 0 where there is none. */
static size_t last_sentence_end(const segmentation *of, size_t limit) {
    size_t low = 0;
    size_t high = of->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (of->sentences[middle].end <= limit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? of->sentences[low - 1].end : 0;
}

/* Where a quotation that is too long ends: with the last sentence that fits and that no quotation
 * inside reaches beyond, so that they nest. Before its beginning where there is none. */
static size_t cut_end(const quote_reading *self, const open_mark *first) {
    size_t end = last_sentence_end(self->of, first->mark.begin + LONGEST_UNCLOSED);
    for (size_t i = self->found.count; i-- > first->index + 1;) {
        span inner = self->found.items[i].span;
        end = inner.begin < end && inner.end > end ? last_sentence_end(self->of, inner.begin) : end;
    }
    return end;
}

/* Where the words of a quotation that nothing closes end, as it is said next whose they are; 0
 * where that is not said. Not within a quotation inside. If the next paragraph reopens this one,
 * speech that goes on is likelier, and what others said may be told in it: only a plain clause
 * counts. */
static size_t end_before_clause(const quote_reading *self, const open_mark *first) {
    bool plain = self->found.items[first->index].continued;
    size_t limit = first->mark.begin + LONGEST_UNCLOSED;
    limit = limit < self->paragraph.end ? limit : self->paragraph.end;
    size_t inner = first->index + 1;
    for (size_t pos = first->mark.end; pos < limit; pos++) {
        for (; inner < self->found.count && self->found.items[inner].span.begin <= pos; inner++) {
            size_t past = self->found.items[inner].span.end;
            pos = past > pos ? past : pos;
        }
        char c = pos < limit ? self->text.data[pos] : ' ';
        bool may_end = c == ',' || c == '!' || c == '?' || (c == '.' && !plain);
        size_t begin = may_end ? skip_space(self->text, pos + 1, self->paragraph.end) : 0;
        if (begin > pos + 1 &&
            clause_reports(self->text, begin, self->paragraph.end, self->words, plain)) {
            return pos + 1;
        }
    }
    return 0;
}

/* Ends, or drops, the quotation of a double mark that the paragraph leaves open. `next` is where
 * the next paragraph begins. */
static void end_unclosed(quote_reading *self, size_t next) {
    const open_mark *first = outermost_double(self);
    if (first == NULL) {
        return;
    }
    size_t begin = first->mark.begin;
    size_t end = self->paragraph.end;
    quotation *unclosed = &self->found.items[first->index];
    unclosed->continued = is_reopened(self, first->mark.character, next);
    span before = trim(self->text, (span){self->paragraph.begin, begin});
    uint32_t last = character_before(self->text, before, before.end);
    size_t said = last == NO_CHARACTER ? end_before_clause(self, first) : 0;
    if (said > 0) {
        unclosed->continued = false;
        end = said;
    } else if (!unclosed->continued) {
        if (last != NO_CHARACTER && last != ':' && last != ',') {
            return;
        }
        end = end - begin > LONGEST_UNCLOSED ? cut_end(self, first) : end;
    }
    unclosed->span.end = end > first->mark.end ? end : begin;
}

static void read_paragraph(quote_reading *self, span paragraph, size_t next) {
    self->paragraph = paragraph;
    quote_mark mark;
    for (size_t pos = paragraph.begin; next_mark(self->text, pos, paragraph.end, &mark);
         pos = mark.end) {
        if (mark.is_double) {
            take_double(self, &mark);
        } else {
            take_single(self, &mark);
        }
    }
    end_unclosed(self, next);
    self->depth = 0;
}

static void drop_empty(quote_reading *self) {
    size_t kept = 0;
    for (size_t i = 0; i < self->found.count; i++) {
        quotation each = self->found.items[i];
        if (each.span.end > each.span.begin) {
            self->found.items[kept++] = each;
        }
    }
    self->found.count = kept;
}

void find_quotations(const lexicon *words, arena *into, segmentation *out) {
    quote_reading reading = {.text = out->shown, .of = out, .words = words};
    vec_reserve(&reading.found, out->paragraph_count); /* about as many, in news */
    for (size_t i = 0; i < out->paragraph_count; i++) {
        bool last = i + 1 == out->paragraph_count;
        size_t next = last ? out->shown.size : out->paragraphs[i + 1].begin;
        read_paragraph(&reading, out->paragraphs[i], next);
    }
    drop_empty(&reading);
    out->quotations =
        arena_copy(into, reading.found.items, reading.found.count * sizeof *reading.found.items);
    out->quotation_count = reading.found.count;
    vec_free(&reading.found);
}
