#include "resolve/date_tokens.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

enum { WORD_MAX = 40, DIGITS_MAX = 9 };

typedef VEC(date_token) token_list;

typedef struct {
    const date_grammar *grammar;
    str text;
    size_t at;
    token_list tokens;
    bool glued, starts; /* of the next token */
} cutter;

/* Marks that are written in several ways. */
typedef struct {
    uint32_t code_point;
    char mark;
} mark_form;

static const mark_form MARK_FORMS[] = {{0x2018, '\''}, {0x2019, '\''}, {0x2010, '-'}, {0x2011, '-'},
                                       {0x2012, '-'},  {0x2013, '-'},  {0x2212, '-'}, {'~', '-'},
                                       {0xA0, ' '},    {0x202F, ' '},  {0x2009, ' '}};

/* The code point at a place; a mark in its plain form. 0 at the end. */
static uint32_t look(const cutter *self, size_t at, size_t *next) {
    *next = at;
    if (at >= self->text.size) {
        return 0;
    }
    uint32_t cp = utf8_next(self->text, next);
    for (size_t i = 0; i < sizeof MARK_FORMS / sizeof *MARK_FORMS; i++) {
        if (MARK_FORMS[i].code_point == cp) {
            return (uint32_t)MARK_FORMS[i].mark;
        }
    }
    return cp;
}

static char peek(const cutter *self, size_t at) {
    return at < self->text.size ? self->text.data[at] : 0;
}

/* Letters of other scripts too, and every sign that is not general punctuation. */
static bool is_letter(uint32_t cp) {
    return cp < 0x80 ? ascii_is_letter((char)cp) : cp > 0xBF && (cp < 0x2000 || cp > 0x206F);
}

static void push(cutter *self, date_token token) {
    token.glued = self->glued;
    token.starts = self->starts;
    vec_push(&self->tokens, token);
    self->glued = true;
    self->starts = false;
    self->at = token.span.end;
}

static void describe(date_token *token, const date_word *word) {
    if (word != NULL) {
        token->classes = word->classes;
        token->value = word->value;
        token->literal = word->literal;
        token->doubtful = word->doubtful;
        token->begins_name = word->begins_name;
    }
}

/* In small letters, and a curved apostrophe made straight; nothing of what is longer than any word
 * of ours. */
static size_t lower(str text, char into[WORD_MAX]) {
    str curved = STR("\xE2\x80\x99");
    size_t size = 0;
    for (size_t i = 0; i < text.size && text.size <= WORD_MAX; i++) {
        bool apostrophe = str_starts(str_slice(text, (span){i, text.size}), curved);
        into[size++] = apostrophe ? '\'' : ascii_lower(text.data[i]);
        i += apostrophe ? curved.size - 1 : 0;
    }
    return size;
}

/* The end of a word that begins here. */
static size_t word_end(const cutter *self, size_t at) {
    size_t next = 0;
    while (is_letter(look(self, at, &next))) {
        at = next;
    }
    return at;
}

/* "a.m.", "U.S.": letters with full stops between them; the last one is not taken. */
static bool take_dotted(cutter *self) {
    char word[WORD_MAX];
    size_t size = 0;
    size_t at = self->at;
    while (size < 4 && ascii_is_letter(peek(self, at)) && peek(self, at + 1) == '.') {
        word[size++] = ascii_lower(peek(self, at));
        at += 2;
    }
    if (size < 2 || ascii_is_letter(peek(self, at))) {
        return false;
    }
    date_token token = {.span = {self->at, at - 1}, .is_word = true};
    describe(&token, date_grammar_word(self->grammar, (str){word, size}));
    push(self, token);
    self->at = at; /* past the last full stop */
    return true;
}

/* "Oct." stands for October, so that its full stop says nothing; but "in April. One of them" ends a
 * sentence: these names are never cut short. */
static void pass_full_stop(cutter *self, const date_token *word) {
    static const char *const WHOLE[] = {"march", "april", "may", "june", "july"};
    const str name = str_slice(self->text, word->span);
    bool month_or_day = date_token_is(word, CLASS_MONTH) || date_token_is(word, CLASS_WEEKDAY);
    bool whole = false;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        whole |= ascii_equal(name, str_from(WHOLE[i]));
    }
    if (month_or_day && !whole && name.size <= 5 && peek(self, self->at) == '.') {
        self->at++;
    }
}

static void take_word(cutter *self) {
    if (take_dotted(self)) {
        return;
    }
    span place = {self->at, word_end(self, self->at)};
    char word[WORD_MAX];
    str small = {word, lower(str_slice(self->text, place), word)};
    char first = self->text.data[place.begin];
    date_token token = {.span = place, .is_word = true, .capital = first >= 'A' && first <= 'Z'};
    describe(&token, date_grammar_word(self->grammar, small));
    push(self, token);
    pass_full_stop(self, &token);
}

/* What a number in digits can be. */
static uint32_t number_classes(int value, size_t digits) {
    uint32_t classes = 0;
    classes |= digits <= 4 && value < 10000 ? 1U << CLASS_NUM : 0;
    classes |= digits <= 2 && value >= 1 && value <= 12 ? 1U << CLASS_MM : 0;
    classes |= digits <= 2 && value >= 1 && value <= 31 ? 1U << CLASS_DAY : 0;
    classes |= digits == 4 && value >= 1000 && value < 3000 ? 1U << CLASS_YEAR : 0;
    classes |= digits == 2 ? 1U << CLASS_YY : 0;
    classes |= digits == 8 && value > 10000000 && value < 30000000 ? 1U << CLASS_COMPACT : 0;
    return classes;
}

/* "1st", "22nd": what the letters after a number make of it; their size, or 0. */
static size_t ordinal_ending(const cutter *self, size_t at) {
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    char word[WORD_MAX];
    size_t end = word_end(self, at);
    str small = {word, lower(str_slice(self->text, (span){at, end}), word)};
    for (size_t i = 0; i < 4; i++) {
        if (str_equal(small, str_from(endings[i]))) {
            return small.size;
        }
    }
    return 0;
}

/* "1990s", "90s", "'90s", "1990's": the size of what makes it a decade. */
static size_t decade_ending(const cutter *self, size_t at) {
    size_t next = 0;
    size_t mark = look(self, at, &next) == '\'' ? next - at : 0;
    bool ends = peek(self, at + mark) == 's' && word_end(self, at + mark) == at + mark + 1;
    return ends ? mark + 1 : 0;
}

/* "6,107": digits that go on in groups of three are no number of ours. */
static size_t thousands_end(const cutter *self, size_t at) {
    while (peek(self, at) == ',' && ascii_is_digit(peek(self, at + 1)) &&
           ascii_is_digit(peek(self, at + 2)) && ascii_is_digit(peek(self, at + 3))) {
        at += 4;
    }
    return at;
}

static void take_number(cutter *self) {
    size_t at = self->at;
    int value = 0;
    for (; ascii_is_digit(peek(self, at)); at++) {
        value = at - self->at < DIGITS_MAX ? value * 10 + peek(self, at) - '0' : value;
    }
    size_t digits = at - self->at;
    date_token token = {.span = {self->at, at}, .value = value};
    token.digits = (uint8_t)(digits < UINT8_MAX ? digits : UINT8_MAX);
    size_t ending = ordinal_ending(self, at);
    if (thousands_end(self, at) > at) {
        token.span.end = thousands_end(self, at);
    } else if (ending > 0) {
        token.span.end += ending;
        token.classes = digits <= 2 ? 1U << CLASS_ORD | 1U << CLASS_NTH : 0;
        token.classes |= number_classes(value, digits) & 1U << CLASS_DAY;
    } else if ((digits == 2 || digits == 4) && value % 10 == 0 && decade_ending(self, at) > 0) {
        token.span.end += decade_ending(self, at);
        token.classes = 1U << CLASS_DECADE;
        token.value = digits == 2 ? 1900 + value : value;
    } else {
        token.classes = number_classes(value, digits);
    }
    push(self, token);
}

/* A mark, or 's. */
static void take_mark(cutter *self, uint32_t cp, size_t next) {
    char written[2] = {(char)cp, 's'};
    bool genitive = cp == '\'' && peek(self, next) == 's' && word_end(self, next) == next + 1;
    date_token token = {.span = {self->at, next + genitive}};
    if (cp < 0x80) {
        describe(&token, date_grammar_word(self->grammar, (str){written, 1U + genitive}));
    }
    push(self, token);
}

static void cut(cutter *self) {
    size_t breaks = 0;
    while (self->at < self->text.size) {
        size_t next = 0;
        uint32_t cp = look(self, self->at, &next);
        if (cp < 0x80 && ascii_is_space((char)cp)) {
            breaks += cp == '\n';
            self->glued = false;
            self->starts |= breaks > 1;
            self->at = next;
            continue;
        }
        breaks = 0;
        if (cp < 0x80 && ascii_is_digit((char)cp)) {
            take_number(self);
        } else if (is_letter(cp)) {
            take_word(self);
        } else {
            take_mark(self, cp, next);
        }
    }
}

/* --- names of several words ------------------------------------------------------------------ */

/* The longest name that begins with the token; its tokens, or 0. */
static size_t name_at(const cutter *self, size_t first, const date_word **found) {
    char name[WORD_MAX];
    size_t size = 0;
    size_t best = 0;
    for (size_t i = 0; i < NAME_WORDS_MAX && first + i < self->tokens.count; i++) {
        str part = str_slice(self->text, self->tokens.items[first + i].span);
        if (size + 1 + part.size > WORD_MAX) {
            break;
        }
        if (i > 0) {
            name[size++] = ' ';
        }
        size += lower(part, name + size);
        const date_word *word = date_grammar_word(self->grammar, (str){name, size});
        if (i > 0 && word != NULL) {
            best = i + 1;
            *found = word;
        }
    }
    return best;
}

static void join_names(cutter *self) {
    size_t kept = 0;
    for (size_t i = 0; i < self->tokens.count; kept++) {
        date_token token = self->tokens.items[i];
        const date_word *name = NULL;
        size_t size = token.begins_name ? name_at(self, i, &name) : 0;
        if (size > 0) {
            token.span.end = self->tokens.items[i + size - 1].span.end;
            describe(&token, name);
        }
        self->tokens.items[kept] = token;
        i += size > 0 ? size : 1;
    }
    self->tokens.count = kept;
}

/* --- numbers in words ------------------------------------------------------------------------ */

static const date_token *token_at(const cutter *self, size_t at) {
    static const date_token none = {0};
    return at < self->tokens.count ? &self->tokens.items[at] : &none;
}

/* Past the hyphen of "twenty-first", if there is one. */
static size_t past_hyphen(const cutter *self, size_t at) {
    const date_token *mark = token_at(self, at);
    return at + (mark->glued && !mark->is_word && peek(self, mark->span.begin) == '-');
}

/* "twenty-one", "nineteen": the tokens that make a number below a hundred, or 0. */
static size_t below_hundred(const cutter *self, size_t at, int *value) {
    if (!date_token_is(token_at(self, at), CLASS_CARDINAL)) {
        return 0;
    }
    *value = token_at(self, at)->value;
    size_t next = past_hyphen(self, at + 1);
    const date_token *one = token_at(self, next);
    if (*value >= 20 && date_token_is(one, CLASS_CARDINAL) && one->value < 10) {
        *value += one->value;
        return next + 1 - at;
    }
    return 1;
}

/* "two thousand and five", "nineteen ninety-six": the tokens, or 0. */
static size_t cardinal_at(const cutter *self, size_t at, int *value) {
    size_t size = below_hundred(self, at, value);
    if (size == 0) {
        return 0;
    }
    int rest = 0;
    const date_token *scale = token_at(self, at + size);
    if (date_token_is(scale, CLASS_SCALE)) {
        *value *= scale->value;
        size++;
        str word = str_slice(self->text, token_at(self, at + size)->span);
        size_t with_and = size + ascii_equal(word, STR("and"));
        size_t more = below_hundred(self, at + with_and, &rest);
        *value += rest;
        return more > 0 ? with_and + more : size;
    }
    if (*value >= 15 && *value <= 20) {
        size_t more = below_hundred(self, at + size, &rest);
        if (more > 0 && rest >= 10) {
            *value = *value * 100 + rest;
            return size + more;
        }
    }
    return size;
}

/* "third", "twenty-first": the tokens, or 0. */
static size_t ordinal_at(const cutter *self, size_t at, int *value) {
    const date_token *first = token_at(self, at);
    *value = first->value;
    if (date_token_is(first, CLASS_ORDINAL)) {
        return 1;
    }
    size_t next = past_hyphen(self, at + 1);
    const date_token *one = token_at(self, next);
    bool tens = date_token_is(first, CLASS_CARDINAL) && first->value >= 20;
    if (tens && date_token_is(one, CLASS_ORDINAL) && one->value < 10) {
        *value += one->value;
        return next + 1 - at;
    }
    return 0;
}

static void join_numbers(cutter *self) {
    size_t kept = 0;
    for (size_t i = 0; i < self->tokens.count; kept++) {
        date_token token = self->tokens.items[i];
        int value = 0;
        size_t size = ordinal_at(self, i, &value);
        if (size > 0) {
            token.classes |= 1U << CLASS_ORD | (value <= 31 ? 1U << CLASS_DAY : 0);
        } else if ((size = cardinal_at(self, i, &value)) > 0) {
            token.classes |= number_classes(value, value > 99 ? 4 : 1);
        }
        if (size > 0) {
            token.value = value;
            token.span.end = self->tokens.items[i + size - 1].span.end;
        }
        self->tokens.items[kept] = token;
        i += size > 0 ? size : 1;
    }
    self->tokens.count = kept;
}

date_tokens date_tokens_of(const date_grammar *grammar, str text, arena *into) {
    cutter self = {.grammar = grammar, .text = text, .starts = true};
    cut(&self);
    join_names(&self);
    join_numbers(&self);
    size_t size = mem_product(self.tokens.count, sizeof(date_token));
    date_tokens made = {arena_copy(into, self.tokens.items, size), self.tokens.count};
    vec_free(&self.tokens);
    return made;
}
