#include "resolve/date_grammar.h"

#include "base/arena.h"
#include "base/ascii.h"
#include "base/vec.h"
#include "resolve/calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SYMBOLS_MAX = 16, PARTS_MAX = 64 };

typedef VEC(date_word) date_words;
typedef VEC(date_rule) date_rule_list;

struct date_grammar {
    arena *memory;
    form_number *form_number;
    date_words words; /* while the file is read as they come, then sorted */
    size_t literal_count;
    VEC(holiday_rule) holidays;
    str symbols[SYMBOLS_MAX];
    size_t symbol_count;
    date_rule_list rules, bounds;
};

/* In the order of date_class. */
static const char *const CLASS_NAMES[CLASS_COUNT] = {
    "MONTH", "WEEKDAY", "UNIT",    "UNITS",   "SEASON", "REL",   "PART",    "EDGE",
    "REST",  "DAYWORD", "DAYPART", "NIGHT",   "DECADE", "VAGUE", "HOLIDAY", "CARDINAL",
    "SCALE", "ORDINAL", "TO_DATE", "MEASURE", "WILL",   "DID",   "NAMED",   "NUM",
    "MM",    "ORD",     "NTH",     "DAY",     "YEAR",   "YY",    "COMPACT"};

/* The file is part of the program, so it is right or the program is wrong. */
static _Noreturn void flaw(str line) {
    fprintf(stderr, "hearsay: data/dates.txt: %.*s\n", (int)line.size, line.data);
    abort();
}

/* --- reading text ---------------------------------------------------------------------------- */

/* Takes what stands before the mark off the front; all of it where there is no mark. */
static str take_until(str *rest, char mark) {
    const char *at = rest->size > 0 ? memchr(rest->data, mark, rest->size) : NULL;
    size_t size = at != NULL ? (size_t)(at - rest->data) : rest->size;
    str taken = {rest->data, size};
    *rest = str_slice(*rest, (span){size + (at != NULL), rest->size});
    return ascii_trim(taken);
}

/* Reads a number, with its sign, off the front; 0 where there is none. */
static int take_number(str *rest) {
    bool negative = rest->size > 0 && rest->data[0] == '-';
    size_t at = rest->size > 0 && (negative || rest->data[0] == '+');
    int value = 0;
    for (; at < rest->size && ascii_is_digit(rest->data[at]); at++) {
        value = value * 10 + rest->data[at] - '0';
    }
    *rest = str_slice(*rest, (span){at, rest->size});
    return negative ? -value : value;
}

/* --- words ----------------------------------------------------------------------------------- */

static date_word *word_of(date_grammar *self, str text) {
    for (size_t i = 0; i < self->words.count; i++) {
        if (str_equal(self->words.items[i].text, text)) {
            return &self->words.items[i];
        }
    }
    vec_push(&self->words, (date_word){.text = text});
    return &self->words.items[self->words.count - 1];
}

static int class_named(str name) {
    for (int i = 0; i < CLASS_COUNT; i++) {
        if (str_equal(str_from(CLASS_NAMES[i]), name)) {
            return i;
        }
    }
    return -1;
}

static int weekday_named(str name) {
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (int i = MONDAY; i <= SUNDAY; i++) {
        if (str_equal(str_from(names[i]), name)) {
            return i;
        }
    }
    return -1;
}

/* `12-25`, `9 mon 1`, `11 mon 1+1 even`, `easter-2`. */
static holiday_rule holiday_of(str rule) {
    str rest = rule;
    if (str_starts(rest, STR("easter"))) {
        rest = str_slice(rest, (span){sizeof "easter" - 1, rest.size});
        return (holiday_rule){.from_easter = true, .offset = take_number(&rest)};
    }
    int month = take_number(&rest);
    if (str_starts(rest, STR("-"))) {
        return (holiday_rule){.month = month, .day = -take_number(&rest)};
    }
    rest = ascii_trim(rest);
    int weekday = weekday_named(take_until(&rest, ' '));
    if (month == 0 || weekday < 0) {
        flaw(rule);
    }
    int nth = take_number(&rest);
    int offset = take_number(&rest);
    bool even_years = str_equal(ascii_trim(rest), STR("even"));
    return (holiday_rule){
        .month = month, .weekday = weekday, .nth = nth, .offset = offset, .even_years = even_years};
}

static void read_words(date_grammar *self, int class, str line) {
    str rest = line;
    str meaning = take_until(&rest, ':');
    int value = 0;
    if (class == CLASS_HOLIDAY) {
        value = (int)self->holidays.count;
        vec_push(&self->holidays, holiday_of(meaning));
    } else {
        value = take_number(&meaning);
    }
    while (rest.size > 0) {
        str text = take_until(&rest, ',');
        bool doubtful = text.size > 0 && text.data[text.size - 1] == '?';
        text.size -= doubtful;
        date_word *word = word_of(self, text);
        word->classes |= 1U << class;
        bool has_value = class < CLASS_TO_DATE;
        word->value = has_value ? value : word->value;
        word->doubtful |= doubtful;
        str more = text;
        str first = take_until(&more, ' ');
        if (more.size > 0) {
            word_of(self, first)->begins_name = true;
        }
    }
}

static uint16_t literal_of(date_grammar *self, str text) {
    date_word *word = word_of(self, text);
    if (word->literal == LITERAL_NONE) {
        if (self->literal_count + 1 == LITERALS_MAX) {
            flaw(text);
        }
        word->literal = (uint16_t)++self->literal_count;
    }
    return word->literal;
}

/* --- rules ----------------------------------------------------------------------------------- */

static size_t symbol_of(date_grammar *self, str name) {
    size_t i = 0;
    while (i < self->symbol_count && !str_equal(self->symbols[i], name)) {
        i++;
    }
    if (i == self->symbol_count) {
        if (i == SYMBOLS_MAX) {
            flaw(name);
        }
        self->symbols[self->symbol_count++] = name;
    }
    return i;
}

static element_choice choice_of(date_grammar *self, str text) {
    element_choice choice = {.value = ANY_VALUE};
    choice.glued = text.size > 1 && text.data[0] == '~';
    text = choice.glued ? str_slice(text, (span){1, text.size}) : text;
    if (!ascii_is_upper(text.data[0])) {
        choice.kind = CHOICE_LITERAL;
        choice.which = literal_of(self, text);
        return choice;
    }
    if (text.size > 1 && !ascii_is_upper(text.data[1])) {
        choice.kind = CHOICE_SYMBOL;
        choice.which = (uint16_t)symbol_of(self, text);
        return choice;
    }
    if (ascii_is_digit(text.data[text.size - 1])) {
        choice.value = (int16_t)(text.data[text.size - 1] - '0');
        text.size--;
    }
    int class = class_named(text);
    if (class < 0) {
        flaw(text);
    }
    choice.kind = CHOICE_CLASS;
    choice.which = (uint16_t) class;
    return choice;
}

static date_element element_of(date_grammar *self, str text) {
    date_element element = {.outside = text.data[0] == '('};
    if (element.outside) {
        text = str_slice(text, (span){1, text.size - 1});
    }
    while (text.size > 0) {
        if (element.choice_count == CHOICES_MAX) {
            flaw(text);
        }
        element.choices[element.choice_count++] = choice_of(self, take_until(&text, '|'));
    }
    return element;
}

/* A pattern cut at spaces, with brackets by themselves. */
typedef struct {
    str parts[PARTS_MAX];
    size_t count;
} pattern;

static pattern pattern_of(str text) {
    pattern cut = {.count = 0};
    while (text.size > 0) {
        if (cut.count == PARTS_MAX) {
            flaw(text);
        }
        size_t size = 1;
        while (text.data[0] != '[' && text.data[0] != ']' && size < text.size &&
               text.data[size] != ' ' && text.data[size] != ']') {
            size++;
        }
        cut.parts[cut.count++] = str_slice(text, (span){0, size});
        text = ascii_trim(str_slice(text, (span){size, text.size}));
    }
    return cut;
}

static size_t after_bracket(const pattern *of, size_t at) {
    int depth = 0;
    do {
        depth += str_equal(of->parts[at], STR("[")) - str_equal(of->parts[at], STR("]"));
        at++;
    } while (depth > 0 && at < of->count);
    return at;
}

static void note_first(date_rule *rule) {
    for (size_t i = 0; i < rule->elements[0].choice_count; i++) {
        const element_choice *choice = &rule->elements[0].choices[i];
        uint16_t which = choice->which;
        if (choice->kind == CHOICE_CLASS) {
            rule->first_classes |= 1U << which;
        } else if (choice->kind == CHOICE_SYMBOL) {
            rule->first_symbols |= 1U << which;
        } else {
            rule->first_literals[which / 64] |= (uint64_t)1 << which % 64;
        }
    }
}

/* Makes a rule of each way to go through the pattern from `at` on. `made` is what came before. */
static void expand(date_grammar *self, date_rule_list *into, const pattern *of, size_t at,
                   date_rule made) {
    if (at == of->count) {
        size_t size = made.element_count * sizeof(date_element);
        made.elements = arena_copy(self->memory, made.elements, size);
        note_first(&made);
        vec_push(into, made);
        return;
    }
    str part = of->parts[at];
    if (part.data[0] == '[') {
        expand(self, into, of, after_bracket(of, at), made);
    } else if (part.data[0] == '(' && part.size > 1) {
        expand(self, into, of, at + 1, made);
    }
    if (part.data[0] != '[' && part.data[0] != ']') {
        if (made.element_count == ELEMENTS_MAX) {
            flaw(part);
        }
        made.elements[made.element_count++] = element_of(self, part);
    }
    expand(self, into, of, at + 1, made);
}

/* `Symbol form: pattern`, or for a bound, `form: pattern`. */
static void read_rule(date_grammar *self, date_rule_list *into, str line) {
    str rest = line;
    str head = take_until(&rest, ':');
    date_rule rule = {0};
    if (into == &self->rules) {
        rule.symbol = (uint8_t)symbol_of(self, take_until(&head, ' '));
    }
    int form = self->form_number(head);
    if (form < 0) {
        flaw(line);
    }
    rule.form = (uint8_t)form;
    date_element elements[ELEMENTS_MAX];
    rule.elements = elements;
    pattern cut = pattern_of(ascii_trim(rest));
    expand(self, into, &cut, 0, rule);
}

/* --- the whole ------------------------------------------------------------------------------- */

static str without_comment(str line) {
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == '#' && (i == 0 || line.data[i - 1] == ' ')) {
            return ascii_trim(str_slice(line, (span){0, i}));
        }
    }
    return ascii_trim(line);
}

static void read_file(date_grammar *self, str file) {
    int class = -1;
    date_rule_list *into = NULL;
    while (file.size > 0) {
        str line = without_comment(take_until(&file, '\n'));
        if (line.size == 0) {
            continue;
        }
        if (line.data[0] == '[') {
            str name = str_slice(line, (span){1, line.size - 1});
            class = class_named(name);
            into = str_equal(name, STR("RULES"))    ? &self->rules
                   : str_equal(name, STR("BOUNDS")) ? &self->bounds
                                                    : NULL;
        } else if (into != NULL) {
            read_rule(self, into, line);
        } else if (class >= 0) {
            read_words(self, class, line);
        } else {
            flaw(line);
        }
    }
}

static int compare_words(const void *a, const void *b) {
    return str_compare(((const date_word *)a)->text, ((const date_word *)b)->text);
}

date_grammar *date_grammar_new(str file, form_number *number) {
    arena *memory = arena_new();
    date_grammar *self = arena_zalloc(memory, sizeof *self);
    self->memory = memory;
    self->form_number = number;
    read_file(self, file);
    qsort(self->words.items, self->words.count, sizeof *self->words.items, compare_words);
    return self;
}

void date_grammar_free(date_grammar *self) {
    if (self != NULL) {
        vec_free(&self->words);
        vec_free(&self->holidays);
        vec_free(&self->rules);
        vec_free(&self->bounds);
        arena_free(self->memory);
    }
}

const date_word *date_grammar_word(const date_grammar *self, str text) {
    date_word wanted = {.text = text};
    return bsearch(&wanted, self->words.items, self->words.count, sizeof wanted, compare_words);
}

const holiday_rule *date_grammar_holiday(const date_grammar *self, int index) {
    return &self->holidays.items[index];
}

date_rules date_grammar_rules(const date_grammar *self) {
    return (date_rules){self->rules.items, self->rules.count};
}

date_rules date_grammar_bounds(const date_grammar *self) {
    return (date_rules){self->bounds.items, self->bounds.count};
}

size_t date_grammar_symbol_count(const date_grammar *self) {
    return self->symbol_count;
}

size_t date_grammar_symbol(const date_grammar *self, const char *name) {
    for (size_t i = 0; i < self->symbol_count; i++) {
        if (str_equal(self->symbols[i], str_from(name))) {
            return i;
        }
    }
    flaw(str_from(name));
}
