#include "cli/flagged.h"

#include "cli/statement.h"

#include <string.h>

/* What a flag of some kind says; its note follows. */
static const struct {
    const char *kind, *words;
} MEANINGS[] = {
    {"weekday", "the weekday does not fit the date"},
    {"contradicting-dates", "two dates for one event"},
};

/* A kind of another version's findings is told by its name. */
static const char *meaning_of(const char *kind) {
    for (size_t i = 0; i < sizeof MEANINGS / sizeof *MEANINGS; i++) {
        if (strcmp(MEANINGS[i].kind, kind) == 0) {
            return MEANINGS[i].words;
        }
    }
    return kind;
}

void flagged_put(buf *out, hearsay_document *document, const hearsay_flag *flag) {
    for (size_t i = 0; i < flag->spans.count; i++) {
        const hearsay_spans part = {&flag->spans.items[i], 1};
        buf_put(out, i > 0 ? STR(", “") : STR("“"));
        statement_put(out, document, part);
        buf_put(out, STR("”"));
    }
    buf_put(out, flag->spans.count > 0 ? STR(": ") : STR(""));
    buf_put(out, str_from(meaning_of(flag->kind)));
    if (flag->note.size > 0) {
        buf_put(out, STR(" ("));
        buf_put(out, (str){flag->note.data, flag->note.size});
        buf_put(out, STR(")"));
    }
}
