#include "cli/told.h"

#include "base/ascii.h"
#include "cli/date.h"
#include "cli/statement.h"

typedef struct {
    buf *out;
    str separator;
    bool begun;
} line;

static void put(line *self, str prefix, hearsay_str text) {
    if (text.size > 0) {
        buf_put(self->out, self->begun ? self->separator : STR(""));
        buf_put(self->out, prefix);
        buf_put(self->out, (str){text.data, text.size});
        self->begun = true;
    }
}

static void put_word(line *self, const char *text) {
    str word = str_from(text);
    put(self, STR(""), (hearsay_str){word.data, word.size});
}

/* Whether the source's own words are the name. */
static bool is_source(hearsay_document *document, const hearsay_statement *said) {
    buf source = {0};
    statement_put_trimmed(&source, document, said->source);
    bool same = ascii_equal(buf_str(&source), (str){said->speaker.data, said->speaker.size});
    buf_free(&source);
    return same;
}

static void put_sourcing(line *self, const hearsay_statement *said) {
    put_word(self, hearsay_sourcing_name(said->sourcing));
    if (said->sourcing == HEARSAY_SOURCING_ANONYMOUS && said->anonymous_sources > 1) {
        buf_printf(self->out, " (%zu)", said->anonymous_sources);
    }
}

void told_put(buf *out, hearsay_document *document, const hearsay_statement *said, str separator) {
    line self = {out, separator, false};
    if (said->speaker.size > 0 && !is_source(document, said)) {
        put(&self, STR(""), said->speaker);
    }
    if (said->sourcing != HEARSAY_SOURCING_UNKNOWN) {
        put_sourcing(&self, said);
    }
    if (said->kind != HEARSAY_KIND_UNKNOWN && said->kind != HEARSAY_KIND_STATEMENT) {
        put_word(&self, hearsay_kind_name(said->kind));
    }
    if (said->polarity != HEARSAY_POLARITY_UNKNOWN && said->polarity != HEARSAY_POLARITY_ASSERTED) {
        put_word(&self, hearsay_polarity_name(said->polarity));
    }
    if (said->occasion != HEARSAY_OCCASION_UNKNOWN) {
        put_word(&self, hearsay_occasion_name(said->occasion));
    }
    for (size_t i = 0; i < said->via_count; i++) {
        put(&self, i == 0 ? STR("via ") : STR("and "), said->via[i]);
    }
    buf date = {0};
    date_put(&date, (str){said->date.data, said->date.size});
    put(&self, STR(""), (hearsay_str){date.data, date.size});
    buf_free(&date);
    if (said->parent != HEARSAY_NO_PARENT) {
        const hearsay_statement *all;
        hearsay_document_statements(document, &all);
        put(&self, STR("as reported by "), all[said->parent].speaker);
    }
}
