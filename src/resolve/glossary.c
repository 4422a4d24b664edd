#include "resolve/glossary.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 6, FORM_MAX = 64 }; /* of a phrase; bytes of a word's form */

struct glossary {
    VEC(entry) entries; /* by phrase; equal ones by their place in the text */
    glossary_forms forms;
};

/* --- reading ---------------------------------------------------------------------------------- */

static void take_line(glossary *self, str line, str *section) {
    line = ascii_trim(line);
    if (line.size == 0 || line.data[0] == '#') {
        return;
    }
    if (line.data[0] == '[') {
        *section = str_slice(line, (span){1, line.size - 1});
        return;
    }
    const char *sign = memchr(line.data, '=', line.size);
    size_t size = sign != NULL ? (size_t)(sign - line.data) : line.size;
    entry new = {.phrase = ascii_trim(str_slice(line, (span){0, size})), .section = *section};
    new.value = sign != NULL ? ascii_trim(str_slice(line, (span){size + 1, line.size})) : STR("");
    vec_push(&self->entries, new);
}

/* Phrases are parts of one text, so their addresses tell which came first. */
static int by_phrase(const void *left, const void *right) {
    const str a = ((const entry *)left)->phrase, b = ((const entry *)right)->phrase;
    int order = str_compare(a, b);
    return order != 0 ? order : (a.data > b.data) - (a.data < b.data);
}

glossary *glossary_new(str text, glossary_forms forms) {
    glossary *self = mem_alloc(sizeof *self);
    *self = (glossary){.forms = forms};
    str section = STR("");
    while (text.size > 0) {
        const char *end = memchr(text.data, '\n', text.size);
        size_t size = end != NULL ? (size_t)(end - text.data) : text.size;
        take_line(self, str_slice(text, (span){0, size}), &section);
        text = str_slice(text, (span){end != NULL ? size + 1 : size, text.size});
    }
    if (self->entries.count > 0) {
        qsort(self->entries.items, self->entries.count, sizeof(entry), by_phrase);
    }
    return self;
}

void glossary_free(glossary *self) {
    if (self != NULL) {
        vec_free(&self->entries);
        mem_free(self);
    }
}

/* --- looking up ------------------------------------------------------------------------------- */

static const entry *find(const glossary *self, str phrase) {
    size_t low = 0;
    size_t high = self->entries.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(self->entries.items[middle].phrase, phrase) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const entry *found = low < self->entries.count ? &self->entries.items[low] : NULL;
    return found != NULL && str_compare(found->phrase, phrase) == 0 ? found : NULL;
}

/* An ending that English adds, and what stands in its place in the word's first form. */
static const struct {
    const char *ending, *instead;
    bool undouble; /* "planned" */
} ENDINGS[] = {
    {"", "", false},     {"s", "", false},    {"es", "", false}, {"ies", "y", false},
    {"ied", "y", false}, {"d", "", false},    {"ed", "", false}, {"ed", "", true},
    {"ing", "", false},  {"ing", "e", false}, {"ing", "", true},
};

/* Puts what `form` would be without its ending `which` into `out`; false where it has
 * none. */
static bool put_form(str form, size_t which, buf *out) {
    str ending = str_from(ENDINGS[which].ending);
    if (form.size < ending.size + (ending.size > 0 ? 2 : 0) || form.size > FORM_MAX) {
        return false;
    }
    size_t stem = form.size - ending.size;
    if (!str_equal(str_slice(form, (span){stem, form.size}), ending)) {
        return false;
    }
    if (ENDINGS[which].undouble) {
        if (form.data[stem - 1] != form.data[stem - 2]) {
            return false;
        }
        stem--;
    }
    buf_put(out, str_slice(form, (span){0, stem}));
    buf_put(out, str_from(ENDINGS[which].instead));
    return true;
}

/* The entry of `length` words from `at` on whose first word has the ending `which` here. */
static const entry *find_form(const glossary *self, const word_list *words, size_t at,
                              size_t length, size_t which, buf *phrase) {
    buf_clear(phrase);
    if (!put_form(words->items[at].lower, which, phrase)) {
        return NULL;
    }
    for (size_t i = 1; i < length; i++) {
        buf_putc(phrase, ' ');
        buf_put(phrase, words->items[at + i].lower);
    }
    return find(self, buf_str(phrase));
}

const entry *glossary_at(const glossary *self, const word_list *words, size_t at, size_t last,
                         size_t *length) {
    const entry *found = NULL;
    buf phrase = {0};
    last = last < words->count ? last : words->count;
    size_t forms = self->forms == FORMS_ALL ? sizeof ENDINGS / sizeof *ENDINGS : 1;
    size_t n = at < last ? last - at : 0;
    n = n < WORDS_MAX ? n : WORDS_MAX;
    for (; n > 0 && found == NULL; n--) {
        for (size_t i = 0; i < forms && found == NULL; i++) {
            found = find_form(self, words, at, n, i, &phrase);
        }
        if (found != NULL && length != NULL) {
            *length = n;
        }
    }
    buf_free(&phrase);
    return found;
}

bool entry_is(const entry *self, const char *section) {
    return self != NULL && str_equal(self->section, str_from(section));
}

bool glossary_has(const glossary *self, const word_list *words, size_t at, size_t last,
                  const char *section) {
    return entry_is(glossary_at(self, words, at, last, NULL), section);
}
