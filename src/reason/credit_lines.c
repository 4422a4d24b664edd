#include "reason/credit_lines.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "reason/reporting.h"
#include "resolve/resolve.h"

enum { NAME_WORDS_MAX = 5, LINE_WORDS_MAX = 24, DATELINE_MAX = 90 };

static str without_article(str name) {
    bool has = name.size > 4 && ascii_equal((str){name.data, 4}, STR("the "));
    return has ? str_slice(name, (span){4, name.size}) : name;
}

void credit_add_outlet(const paper *of, credit each, credit_list *out) {
    str own = plain(of->is->about.publisher);
    if (each.name.size == 0 || (own.size > 0 && is_same_outlet(each.name, own))) {
        return;
    }
    for (size_t i = 0; i < out->count; i++) {
        credit *other = &out->items[i];
        if ((other->kind == CREDIT_OUTLET || other->kind == CREDIT_LINK) &&
            is_same_outlet(other->name, each.name)) {
            return;
        }
    }
    vec_push(out, each);
}

/* --- outlets in a sentence -------------------------------------------------------------------- */

/* The word before `at` in the part, but for "the"; data NULL: none. */
static str word_before(str text, span part, size_t at) {
    str last = {NULL, 0};
    size_t pos = part.begin;
    for (str word = next_word(text, (span){part.begin, at}, &pos); word.data != NULL;
         word = next_word(text, (span){part.begin, at}, &pos)) {
        last = ascii_equal(word, STR("the")) ? last : word;
    }
    return last;
}

static str word_after(str text, span part, size_t at) {
    size_t pos = at;
    return next_word(text, part, &pos);
}

static void add_named(const paper *of, span part, str name, span where, bool anyhow,
                      credit_list *out) {
    str text = of->is->text;
    if (anyhow || word_does(word_before(text, part, where.begin), CREDITS_AFTER) ||
        word_does(word_after(text, part, where.end), CREDITS_BEFORE)) {
        credit_add_outlet(of, (credit){.kind = CREDIT_OUTLET, .name = name, .where = where}, out);
    }
}

/* The publishers of the other documents. */
static void find_publishers(const dossier *self, const paper *of, span part, bool anyhow,
                            credit_list *out) {
    for (size_t i = 0; i < self->count; i++) {
        str name = without_article(plain(self->papers[i].is->about.publisher));
        span where;
        if (name.size > 2 && find_name(of->is->text, part, name, &where)) {
            add_named(of, part, str_slice(of->is->text, where), where, anyhow, out);
        }
    }
}

static bool is_capital(str word) {
    return word.size > 0 && word.data[0] >= 'A' && word.data[0] <= 'Z';
}

/* Names of the lists: the longest run of words from `begin` on that is one. */
static size_t listed_end(str text, span part, size_t begin) {
    size_t pos = begin, found = 0;
    for (size_t i = 0; i < NAME_WORDS_MAX; i++) {
        str word = next_word(text, part, &pos);
        if (word.data == NULL) {
            break;
        }
        if (is_capital(word) && is_outlet_name(str_slice(text, (span){begin, pos}))) {
            found = pos;
        }
    }
    return found;
}

static void find_listed(const paper *of, span part, bool anyhow, credit_list *out) {
    str text = of->is->text;
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        size_t begin = pos - word.size;
        size_t end = is_capital(word) && !ascii_equal(word, STR("The")) ? listed_end(text, part, begin) : 0;
        if (end > 0) {
            span where = {begin, end};
            add_named(of, part, str_slice(text, where), where, anyhow, out);
            pos = end;
        }
    }
}

void credited_in(const dossier *self, const paper *of, span part, bool anyhow, credit_list *out) {
    find_publishers(self, of, part, anyhow, out);
    find_listed(of, part, anyhow, out);
}

/* --- bylines ---------------------------------------------------------------------------------- */

static bool is_of_dossier(const dossier *self, str name) {
    for (size_t i = 0; i < self->count; i++) {
        str publisher = plain(self->papers[i].is->about.publisher);
        if (publisher.size > 0 && is_same_outlet(name, publisher)) {
            return true;
        }
    }
    return false;
}

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
        if (name.size > 0 && (is_outlet_name(name) || is_of_dossier(self, name))) {
            credit_add_outlet(of, (credit){.kind = CREDIT_OUTLET, .name = name, .words = author},
                              out);
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
    bool dash = after < text.size &&
                (text.data[after] == '-' || (unsigned char)text.data[after] == 0xE2);
    if (close < end && dash && (is_outlet_name(inside) || is_of_dossier(self, inside))) {
        span where = {open + 1, close};
        credit_add_outlet(of, (credit){.kind = CREDIT_OUTLET, .name = inside, .where = where}, out);
    }
}

/* Whether a sentence says where the whole page is from. */
static bool is_credit_line(str text, span part) {
    static const char *const BEGIN[] = {"source:", "sources:", "via ", "credit:", "reprinted",
                                        "republished", "from: "};
    static const char *const WITHIN[] = {
        "first appeared", "first published", "originally published", "originally appeared",
        "first aired",    "republished",     "reprinted",            "courtesy of",
        "first broadcast", "was produced by", "was first reported"};
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
        str wanted = str_from(WITHIN[i]);
        for (size_t k = 0; k + wanted.size <= small.size && !is; k++) {
            is = str_starts(str_slice(buf_str(&small), (span){k, small.size}), wanted);
        }
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

static size_t count_words(str text, span part) {
    size_t count = 0, pos = part.begin;
    while (next_word(text, part, &pos).data != NULL) {
        count++;
    }
    return count;
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

void credit_lines(const dossier *self, const paper *of, credit_list *out) {
    add_byline(self, of, out);
    add_dateline(self, of, out);
    add_lines(self, of, out);
}
