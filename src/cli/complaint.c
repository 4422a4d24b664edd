#include "cli/complaint.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "cli/safe.h"

#include <stdbool.h>
#include <string.h>

/* How many characters are shown before the place that is wrong, and in all: a query may be long. */
enum { BEFORE_MOST = 40, SHOWN_MOST = 68 };

/* The byte at which the character with that number begins, from 0. */
static size_t byte_of(str text, size_t character) {
    size_t pos = 0;
    for (; character > 0 && pos < text.size; character--) {
        utf8_next(text, &pos);
    }
    return pos;
}

/* The line, and below it a mark under the character at `position`, from 1. */
static void put_place(buf *lines, str line, size_t position) {
    size_t first = position > BEFORE_MOST ? position - BEFORE_MOST : 0;
    size_t begin = byte_of(line, first);
    str rest = str_slice(line, (span){begin, line.size});
    size_t size = byte_of(rest, SHOWN_MOST);
    str shown = str_slice(rest, (span){0, size});
    bool cut = first > 0;
    buf_put(lines, cut ? STR("  …") : STR("  "));
    buf_put(lines, shown);
    buf_put(lines, size < rest.size ? STR("…\n") : STR("\n"));
    buf_printf(lines, "%*s\n", (int)(2 + cut + position - first), "^");
}

void complain_of_query(console *to, const char *typed, const hearsay_error *error) {
    console_say(to, "%s", error->message);
    if (error->code != HEARSAY_INVALID || error->position == 0 || typed == NULL ||
        typed[strspn(typed, " \t\n")] == '\0') {
        return;
    }
    buf lines = {0}, safe = {0};
    safe_put_bytes_line(&safe, str_from(typed));
    put_place(&lines, buf_str(&safe), error->position);
    console_put(to, buf_str(&lines));
    buf_free(&safe);
    buf_free(&lines);
}
