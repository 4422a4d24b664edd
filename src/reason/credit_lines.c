#include "reason/credit_lines.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/size.h"
#include "reason/names.h"
#include "reason/outlets.h"
#include "reason/reporting.h"
#include "reason/via.h"
#include "resolve/resolve.h"

#include <string.h>

enum { LINE_WORDS_MAX = 24, DATELINE_MAX = 90 };

void credit_add_outlet(const paper *of, credit each, credit_list *out) {
    if (each.name.size == 0) {
        return;
    }
    if (is_one_outlet(each.name, plain(of->is->about.publisher))) {
        each.kind = CREDIT_OWN;
    }
    for (size_t i = 0; i < out->count; i++) {
        credit *other = &out->items[i];
        if (other->kind <= CREDIT_LINK && is_one_outlet(other->name, each.name)) {
            return;
        }
    }
    vec_push(out, each);
}

/* Of the whole page. Its own name in its byline, dateline or foot is where it was printed, and
 * leads to no other page. */
static void add_line(const paper *of, credit each, credit_list *out) {
    if (!is_one_outlet(each.name, plain(of->is->about.publisher))) {
        credit_add_outlet(of, each, out);
    }
}

/* --- outlets in a sentence -------------------------------------------------------------------- */

/* The last words before `at` in the part, but for "the" and "local": [0] stands next to it. */
enum { BEFORE = 3 };

static void words_before(str text, span part, size_t at, str out[BEFORE]) {
    size_t pos = part.begin;
    span before = {part.begin, at};
    for (size_t i = 0; i < BEFORE; i++) {
        out[i] = (str){NULL, 0};
    }
    for (str word = next_word(text, before, &pos); word.data != NULL;
         word = next_word(text, before, &pos)) {
        if (!ascii_has_word(STR("the a local music news"), word)) {
            out[2] = out[1];
            out[1] = out[0];
            out[0] = word;
        }
    }
}

/* Whether what stands around a name says that something comes from there. */
static bool is_credited(str text, span part, span name) {
    str before[BEFORE];
    size_t pos = name.end;
    words_before(text, part, name.begin, before);
    str after = next_word(text, part, &pos);
    size_t kind = word_does(before[0], OUTLET_KIND) ? 1 : 0; /* "told the magazine Kontur" */
    str first = before[kind], second = before[kind + 1];
    bool over = name.end >= part.end || memchr(".,;", text.data[name.end], 3) != NULL;
    bool turned = over && kind == 0 && word_does(first, CREDITS_BEFORE); /* "reported Reuters." */
    return word_does(first, CREDITS_AFTER) || word_does(after, CREDITS_BEFORE) || turned ||
           (ascii_equal(first, STR("by")) && word_does(second, CREDITS_BY)) ||
           (ascii_equal(first, STR("to")) && ascii_equal(second, STR("according"))) ||
           (ascii_equal(first, STR("in")) && is_piece(after) &&
            !word_does(after, OUTLET_KIND)); /* "in a Gazette article" */
}

/* Whether a name that no list has is said to be an outlet's: "the magazine Kontur". */
static bool is_called_outlet(str text, span part, span name) {
    str before[BEFORE];
    words_before(text, part, name.begin, before);
    return word_does(before[0], OUTLET_KIND);
}

/* "InsideSources": written together out of words, as sites are called; people are "McCain". */
static bool is_written_together(str word) {
    enum { FIRST_LEAST = 5 };
    for (size_t i = FIRST_LEAST; i < word.size; i++) {
        if (ascii_is_upper(word.data[i]) && ascii_is_letter(word.data[i - 1]) &&
            !ascii_is_upper(word.data[i - 1])) {
            return true;
        }
    }
    return false;
}

/* "Henry told CRN.": letters that no list has, of an outlet that was told something. */
static bool is_told_acronym(str text, span part, span name) {
    size_t end = name.begin, pos = name.end;
    str word = str_slice(text, name);
    bool capitals = word.size > 1 && word.size < 6;
    for (size_t i = 0; i < word.size && capitals; i++) {
        capitals = word.data[i] >= 'A' && word.data[i] <= 'Z';
    }
    capitals = capitals || is_written_together(word);
    static const str TOLD = {" told ", 6};
    return capitals && end >= part.begin + TOLD.size &&
           str_equal(str_slice(text, (span){end - TOLD.size, end}), TOLD) &&
           !ascii_equal(next_word(text, part, &pos), STR("that"));
}

/* "told state television": where the name of a state's outlet ends that is called by what it is; 0:
 * `word` begins none. */
static size_t end_of_state_outlet(str text, span part, str word) {
    size_t pos = (size_t)(word.data - text.data) + word.size, begin = pos;
    str kind = next_word(text, part, &pos);
    bool is = str_equal(word, STR("state")) && kind.data == text.data + begin + 1 &&
              ascii_has_word(STR("television tv radio media"), kind);
    return is ? pos : 0;
}

void credited_in(const dossier *self, const paper *of, span part, bool anyhow, credit_list *out) {
    str text = of->is->text;
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        size_t begin = pos - word.size, end = name_end(text, part, begin);
        size_t state = anyhow ? 0 : end_of_state_outlet(text, part, word);
        bool article = ascii_equal(word, STR("The"));
        end = state > 0 ? state : end;
        if (end <= begin || (article && end == pos)) {
            continue;
        }
        begin += article ? word.size + 1 : 0;
        span where = {begin, end};
        str name = str_slice(text, where);
        if ((anyhow || is_credited(text, part, where)) &&
            (state > 0 || is_outlets_name(self, name) || is_called_outlet(text, part, where) ||
             is_told_acronym(text, part, where))) {
            credit found = {.kind = CREDIT_OUTLET, .name = name, .where = where};
            (anyhow ? add_line : credit_add_outlet)(of, found, out);
        }
        pos = end > pos ? end : pos;
    }
}

/* Whether a sentence says that somebody told "the newspaper" something. */
static bool has_told_outlet(str text, span part) {
    size_t pos = part.begin;
    str before = {NULL, 0}, last = {NULL, 0};
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        size_t next = pos;
        if (word_does(before, CREDITS_AFTER) && ascii_equal(last, STR("the")) &&
            word_does(word, OUTLET_KIND) && !begins_with_capital(next_word(text, part, &next))) {
            return true;
        }
        before = last;
        last = word;
    }
    return false;
}

/* The last outlet that a part names, but for one in brackets, as datelines have it; empty: none. */
static span last_outlet(const dossier *self, str text, span part) {
    span found = {part.begin, part.begin};
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        size_t begin = pos - word.size, end = name_end(text, part, begin);
        bool bracket = begin > part.begin && text.data[begin - 1] == '(';
        if (end > pos && !bracket && is_outlets_name(self, str_slice(text, (span){begin, end}))) {
            found = (span){begin, end};
        }
        pos = end > pos ? end : pos;
    }
    return found;
}

static bool has_outlet(const hearsay_statement *of) {
    return of->via_count == 1 || (of->sourcing == HEARSAY_SOURCING_OUTLET && of->speaker.size > 0);
}

/* The outlet through which the first statement of that sentence came that tells one, or that is its
 * speaker; data NULL: none. */
static str via_in(const paper *of, span sentence) {
    const placed_list there = placed_in(of->cues, sentence);
    size_t first = of->is->statement_count;
    for (size_t i = 0; i < there.count; i++) {
        const size_t place = there.items[i].item;
        first = has_outlet(&of->is->statements[place]) ? size_least(place, first) : first;
    }
    return first < of->is->statement_count ? plain(of->is->statements[first].via[0])
                                           : (str){NULL, 0};
}

void credited_as_kind(const dossier *self, const paper *of, size_t sentence, credit_list *out) {
    enum { SENTENCES_BACK = 3 };
    if (sentence >= of->sentence_count || !has_told_outlet(of->is->text, of->sentences[sentence])) {
        return;
    }
    for (size_t back = 1; back <= SENTENCES_BACK && back <= sentence; back++) {
        span before = of->sentences[sentence - back];
        span where = last_outlet(self, of->is->text, before);
        str via = where.begin == where.end ? via_in(of, before) : STR("");
        bool found = where.begin < where.end ||
                     (via.size > 0 && find_name(of->is->text, before, via, &where));
        if (found) {
            credit_add_outlet(of,
                              (credit){.kind = CREDIT_OUTLET,
                                       .name = str_slice(of->is->text, where),
                                       .where = where},
                              out);
            return;
        }
    }
}

/* --- bylines ---------------------------------------------------------------------------------- */

static bool parts_names(char c) {
    return c == ',' || c == ';' || c == '/' || c == '|' || c == '(' || c == ')';
}

/* A byline may name people and where they are from: "Ana Reed, Reuters". */
static void add_byline(const dossier *self, const paper *of, credit_list *out) {
    str author = plain(of->is->about.author);
    for (size_t begin = 0; begin < author.size;) {
        size_t end = begin;
        while (end < author.size && !parts_names(author.data[end])) {
            end++;
        }
        str name = ascii_trim(str_slice(author, (span){begin, end}));
        name = name.size > 3 && ascii_equal((str){name.data, 3}, STR("by "))
                   ? str_slice(name, (span){3, name.size})
                   : name;
        if (name.size > 0 && is_outlets_name(self, name)) {
            add_line(of, (credit){.kind = CREDIT_OUTLET, .name = name, .words = author}, out);
        }
        begin = end + 1;
    }
}

/* --- lines of the text ------------------------------------------------------------------------ */

/* "LONDON, Feb 3 (Reuters) -" */
static void add_dateline(const dossier *self, const paper *of, credit_list *out) {
    str text = of->is->text;
    size_t end = text.size < DATELINE_MAX ? text.size : DATELINE_MAX;
    size_t open = 0;
    while (open < end && text.data[open] != '(') {
        open++;
    }
    size_t close = open;
    while (close < end && text.data[close] != ')') {
        close++;
    }
    str inside = str_slice(text, (span){open + 1, close});
    size_t after = close + 1;
    while (after < text.size && text.data[after] == ' ') {
        after++;
    }
    bool dash =
        after < text.size && (text.data[after] == '-' || (unsigned char)text.data[after] == 0xE2);
    if (close < end && dash && is_outlets_name(self, inside)) {
        span where = {open + 1, close};
        add_line(of, (credit){.kind = CREDIT_OUTLET, .name = inside, .where = where}, out);
    }
}

static bool has(str text, str wanted) {
    while (text.size >= wanted.size) {
        const char *found = memchr(text.data, wanted.data[0], text.size - wanted.size + 1);
        if (found == NULL) {
            return false;
        }
        text = str_slice(text, (span){(size_t)(found - text.data), text.size});
        if (str_starts(text, wanted)) {
            return true;
        }
        text = str_slice(text, (span){1, text.size});
    }
    return false;
}

/* Whether a sentence says where the whole page is from. "First published in", but not "NBC News
 * first published the video". */
static bool is_credit_line(str text, span part) {
    static const char *const BEGIN[] = {
        "source:", "sources:", "via ", "credit:", "reprinted", "republished", "from: "};
    static const char *const WITHIN[] = {
        "first appeared",     "first published in",   "first published by",  "first published on",
        "first published at", "originally published", "originally appeared", "first aired on",
        "first aired in",     "first aired by",       "republished",         "reprinted",
        "courtesy of",        "first broadcast on",   "first broadcast by",  "first broadcast in",
        "was produced by"};
    str line = str_slice(text, part);
    buf small = {0};
    for (size_t i = 0; i < line.size; i++) {
        buf_putc(&small, ascii_lower(line.data[i]));
    }
    bool is = false;
    for (size_t i = 0; i < sizeof BEGIN / sizeof *BEGIN && !is && small.data != NULL; i++) {
        is = str_starts(buf_str(&small), str_from(BEGIN[i]));
    }
    for (size_t i = 0; i < sizeof WITHIN / sizeof *WITHIN && !is && small.data != NULL; i++) {
        is = has(buf_str(&small), str_from(WITHIN[i]));
    }
    buf_free(&small);
    return is;
}

/* "— Reuters", or the name alone, as a line of its own. */
static bool is_signature(str text, span part) {
    str line = ascii_trim(str_slice(text, part));
    size_t begin = 0;
    while (begin < line.size && !ascii_is_alphanumeric(line.data[begin])) {
        begin++;
    }
    return is_outlet_name(str_slice(line, (span){begin, line.size}));
}

static void add_lines(const dossier *self, const paper *of, credit_list *out) {
    str text = of->is->text;
    for (size_t i = 0; i < of->sentence_count; i++) {
        span part = of->sentences[i];
        if (count_words(text, part) <= LINE_WORDS_MAX &&
            (is_credit_line(text, part) || is_signature(text, part))) {
            credited_in(self, of, part, true, out);
        }
    }
}

struct page_credits {
    const credit *items;
    size_t count;
};

static const page_credits *credits_of_page(const dossier *self, const paper *of) {
    credit_list found = {0};
    add_byline(self, of, &found);
    add_dateline(self, of, &found);
    add_lines(self, of, &found);
    page_credits *made = arena_array(self->memory, page_credits, 1);
    const size_t size = found.count * sizeof *found.items;
    *made = (page_credits){arena_copy(self->memory, found.items, size), found.count};
    vec_free(&found);
    return made;
}

void credit_lines(const dossier *self, const paper *of, credit_list *out) {
    const page_credits **known = &self->credited[of - self->papers];
    if (*known == NULL) {
        *known = credits_of_page(self, of);
    }
    for (size_t i = 0; i < (*known)->count; i++) {
        vec_push(out, (*known)->items[i]);
    }
}
