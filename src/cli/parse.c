#include "cli/parse.h"

#include "cli/values.h"

#include <string.h>

typedef struct {
    flag_table flags;
    char **arguments;
    size_t count, next; /* arguments; the one to look at */
    void *options;
    buf *problem;
} parser;

/* --- values ----------------------------------------------------------------------------------- */

static bool read_value(const flag *which, const char *text, void *options) {
    char *place = (char *)options + which->place;
    str value = str_from(text);
    switch (which->kind) {
    case FLAG_CHOICE:
        return value_choice(value, which->choices, (int *)(void *)place);
    case FLAG_COUNT:
        return value_count(value, which->most, (size_t *)(void *)place);
    case FLAG_SHARE:
        return value_share(value, (double *)(void *)place);
    case FLAG_SIZE:
        return value_size(value, (size_t *)(void *)place);
    case FLAG_FILE:
    case FLAG_WORD:
        *(const char **)(void *)place = text;
        return value.size > 0;
    case FLAG_SWITCH:
        *(bool *)(void *)place = true;
        return true;
    case FLAG_HELP:
        break;
    }
    return true;
}

static void put_wanted(buf *out, const flag *which) {
    switch (which->kind) {
    case FLAG_CHOICE:
        buf_put(out, STR("one of "));
        choices_put(out, which->choices, STR(", "));
        return;
    case FLAG_COUNT:
        buf_printf(out, "a whole number from 0 to %zu", which->most);
        return;
    case FLAG_SHARE:
        buf_put(out, STR("a number from 0 to 1, such as 0.8"));
        return;
    case FLAG_SIZE:
        buf_put(out, STR("a size in bytes, such as 500K, 16M or 2G"));
        return;
    case FLAG_WORD:
        buf_put(out, STR("a word"));
        return;
    case FLAG_FILE:
    case FLAG_SWITCH:
    case FLAG_HELP:
        buf_put(out, STR("the name of a file"));
        return;
    }
}

/* `value` NULL: there is none. */
static parsed wrong_value(parser *self, const flag *which, const char *value) {
    buf_printf(self->problem, "--%s needs ", which->name);
    put_wanted(self->problem, which);
    if (value != NULL && value[0] != '\0') {
        buf_printf(self->problem, ", not %s", value);
    }
    return PARSED_WRONG;
}

/* A flag that may stand alone takes the next argument only if that is one of its words. */
static bool takes_next(const parser *self, const flag *which) {
    int ignored;
    return self->next < self->count &&
           (which->alone == NULL ||
            value_choice(str_from(self->arguments[self->next]), which->choices, &ignored));
}

/* `attached`: the value in the same argument, or NULL. */
static parsed set(parser *self, const flag *which, const char *attached) {
    const char *value = attached;
    if (!flag_has_value(which)) {
        return which->kind == FLAG_HELP ? PARSED_HELP
                                        : (read_value(which, "", self->options), PARSED);
    }
    if (value == NULL) {
        value = takes_next(self, which) ? self->arguments[self->next++] : which->alone;
    }
    return value != NULL && read_value(which, value, self->options)
               ? PARSED
               : wrong_value(self, which, value);
}

/* --- flags ------------------------------------------------------------------------------------ */

/* `name` is without its dashes. */
static parsed unknown(parser *self, const char *dashes, str name) {
    const char *meant = flag_like(self->flags, name);
    buf_printf(self->problem, "unknown option %s", dashes);
    buf_put(self->problem, name);
    if (meant != NULL) {
        buf_printf(self->problem, "; did you mean --%s?", meant);
    }
    return PARSED_WRONG;
}

static parsed take_long(parser *self, const char *argument) {
    size_t size = strcspn(argument, "=");
    const char *value = argument[size] == '=' ? argument + size + 1 : NULL;
    for (size_t i = 0; i < self->flags.count; i++) {
        const flag *which = &self->flags.items[i];
        if (!str_equal(str_from(which->name), (str){argument, size})) {
            continue;
        }
        if (value != NULL && !flag_has_value(which)) {
            buf_printf(self->problem, "--%s takes no value", which->name);
            return PARSED_WRONG;
        }
        return set(self, which, value);
    }
    return unknown(self, "--", (str){argument, size});
}

static const flag *with_letter(const parser *self, char letter) {
    for (size_t i = 0; i < self->flags.count; i++) {
        const flag *each = self->flags.items + i;
        if (letter != '\0' && each->letter == letter) {
            return each;
        }
    }
    return NULL;
}

/* One or more letters; the last one may have a value. */
static parsed take_short(parser *self, const char *letters) {
    for (const char *letter = letters; *letter != '\0'; letter++) {
        const flag *which = with_letter(self, *letter);
        if (which == NULL) {
            return unknown(self, "-", (str){letter, strcspn(letter, "=")});
        }
        bool last = flag_has_value(which);
        parsed result = set(self, which, last && letter[1] != '\0' ? letter + 1 : NULL);
        if (result != PARSED || last) {
            return result;
        }
    }
    return PARSED;
}

/* --- words that begin with a dash ------------------------------------------------------------- */

/* How a word of a query looks that begins so: "speaker:moreno". */
static bool is_condition(const char *letters) {
    const size_t size = strspn(letters, "abcdefghijklmnopqrstuvwxyz");
    return size > 1 && letters[size] == ':';
}

/* Whether -LETTERS, of a command that takes a query, is a word that must not be there: -peace,
 * -speaker:moreno. A flag by itself is one, and with a value behind it, where that fits. Of -spain
 * nobody can tell whether it means the store "pain": that is refused. */
static parsed take_dashed(parser *self, const char *letters, bool *is_word) {
    const flag *first = with_letter(self, letters[0]);
    *is_word = false;
    if (letters[1] == '\0') {
        return PARSED;
    }
    size_t ignored;
    *is_word =
        first == NULL || !flag_has_value(first) || is_condition(letters) ||
        (first->kind == FLAG_COUNT && !value_count(str_from(letters + 1), first->most, &ignored));
    if (!*is_word && first->kind == FLAG_FILE && strpbrk(letters + 1, "./") == NULL) {
        buf_printf(self->problem,
                   "-%s is --%s=%s, or a word that must not be there: write the one so, or put -- "
                   "before the words of the query",
                   letters, first->name, letters + 1);
        return PARSED_WRONG;
    }
    return PARSED;
}

static parsed take_short_or_word(parser *self, char *argument, size_t *words) {
    bool is_word = false;
    const parsed result = self->flags.query ? take_dashed(self, argument + 1, &is_word) : PARSED;
    if (is_word) {
        self->arguments[(*words)++] = argument;
    }
    return result != PARSED || is_word ? result : take_short(self, argument + 1);
}

parsed parse_arguments(flag_table flags, char **arguments, size_t count, void *options,
                       size_t *files, buf *problem) {
    parser self = {flags, arguments, count, 0, options, problem};
    for (size_t i = 0; i < flags.count; i++) {
        if (flags.items[i].initial != NULL) {
            read_value(&flags.items[i], flags.items[i].initial, options);
        }
    }
    *files = 0;
    bool only_files = false;
    while (self.next < count) {
        char *argument = arguments[self.next++];
        parsed result = PARSED;
        if (!only_files && strcmp(argument, "--") == 0) {
            only_files = true;
        } else if (only_files || argument[0] != '-' || argument[1] == '\0') {
            arguments[(*files)++] = argument;
        } else if (argument[1] == '-') {
            result = take_long(&self, argument + 2);
        } else {
            result = take_short_or_word(&self, argument, files);
        }
        if (result != PARSED) {
            return result;
        }
    }
    return PARSED;
}
