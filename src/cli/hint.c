#include "cli/hint.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <string.h>

/* Whether the word stands in the query by itself, outside of quotation marks. */
static bool has_word(str typed, str word) {
    bool quoted = false;
    for (size_t at = 0; at < typed.size; at++) {
        quoted ^= typed.data[at] == '"';
        bool begins = at == 0 || ascii_is_space(typed.data[at - 1]);
        size_t end = at + word.size;
        if (begins && !quoted && str_starts(str_slice(typed, (span){at, typed.size}), word) &&
            (end == typed.size || ascii_is_space(typed.data[end]))) {
            return true;
        }
    }
    return false;
}

void hint_of_query(console *to, const char *typed) {
    static const struct {
        const char *words[2];
        const char *hint;
    } HINTS[] = {
        {{"AND", "and"}, "all words are wanted without it"},
        {{"NOT", "not"}, "write -word for what must not be there"},
        {{"or", NULL}, "write OR in capitals for either"},
    };
    for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++) {
        for (size_t k = 0; k < 2 && HINTS[i].words[k] != NULL; k++) {
            if (has_word(str_from(typed), str_from(HINTS[i].words[k]))) {
                console_say(to, "“%s” was looked for as a word; %s", HINTS[i].words[k],
                            HINTS[i].hint);
            }
        }
    }
}
