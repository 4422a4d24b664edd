/* What reasoning found, for people to read. */
#include "cli/findings.h"

#include "cli/date.h"
#include "cli/safe.h"
#include "cli/wrap.h"

#define SEPARATOR " ·\u00A0" /* never ends a line */

enum { ROLE_WIDTH = 10, INDENT = 2, GAP = 2, BODY = INDENT + ROLE_WIDTH + GAP };

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* --- lines ------------------------------------------------------------------------------------ */

typedef struct {
    wrap lines;
    buf safe;
    bool begun;
} paragraph;

static void begin(paragraph *self, buf *out, const findings_style *style, unsigned column) {
    *self = (paragraph){.begun = false};
    wrap_begin(&self->lines, out, style->width, column, column);
}

static void put(paragraph *self, str text) {
    buf_clear(&self->safe);
    safe_put_line(&self->safe, text);
    wrap_text(&self->lines, self->safe.data != NULL ? buf_str(&self->safe) : STR(""));
}

static void put_next(paragraph *self, str text) {
    if (text.size > 0) {
        wrap_text(&self->lines, self->begun ? STR(SEPARATOR) : STR(""));
        put(self, text);
        self->begun = true;
    }
}

static void end(paragraph *self) {
    wrap_end(&self->lines);
    buf_free(&self->safe);
}

/* --- a finding -------------------------------------------------------------------------------- */

void findings_put_line(buf *out, const hearsay_finding *finding, const findings_style *style) {
    paragraph line;
    begin(&line, out, style, 0);
    wrap_style(&line.lines, style->colour ? "\x1B[1m" : "");
    put_next(&line, str_from(finding->kind));
    wrap_style(&line.lines, style->colour ? "\x1B[0m" : "");
    put_next(&line, inner(finding->about));
    if (finding->origin != NULL) {
        put_next(&line, STR("origin "));
        put(&line, str_from(finding->origin));
    }
    for (size_t i = 0; i < finding->mark_count; i++) {
        put_next(&line, str_from(finding->marks[i]));
    }
    buf number = {0};
    findings_put_number(&number, finding);
    put_next(&line, buf_str(&number));
    buf_free(&number);
    end(&line);
}

/* --- a place ---------------------------------------------------------------------------------- */

static void put_role(buf *out, const hearsay_evidence *each) {
    buf_printf(out, "%*s%-*s%*s", INDENT, "", ROLE_WIDTH, each->role, GAP, "");
}

static void put_who(buf *out, const hearsay_evidence *each, const findings_style *style) {
    paragraph line;
    put_role(out, each);
    begin(&line, out, style, BODY);
    buf date = {0};
    date_put(&date, inner(each->date));
    put_next(&line, (str){date.data, date.size});
    buf_free(&date);
    wrap_style(&line.lines, style->colour ? "\x1B[1m" : "");
    put_next(&line, findings_who(each));
    wrap_style(&line.lines, style->colour ? "\x1B[0m" : "");
    if (each->sourcing != HEARSAY_SOURCING_UNKNOWN) {
        put_next(&line, str_from(hearsay_sourcing_name(each->sourcing)));
    }
    if (each->cue.size > 0) { /* "refused", without which its words might read as the contrary */
        put_next(&line, STR("\u201C"));
        put(&line, inner(each->cue));
        put(&line, STR("\u201D"));
    }
    if (!str_equal(inner(each->note), findings_who(each))) {
        put_next(&line, inner(each->note));
    }
    end(&line);
}

static void put_words(buf *out, const hearsay_evidence *each, const findings_style *style) {
    if (each->words.size == 0 || str_equal(inner(each->words), findings_who(each))) {
        return;
    }
    paragraph line;
    buf_printf(out, "%*s", BODY, "");
    begin(&line, out, style, BODY);
    put(&line, inner(each->words));
    end(&line);
}

/* "Ferry line to close · wire-7 · 7dec3146 · 12-45", where it stands; and the page that it leads
 * to. What was said above already is left out. */
static void put_where(buf *out, const hearsay_evidence *each, const findings_style *style) {
    paragraph line;
    buf spans = {0};
    buf_printf(out, "%*s", BODY, "");
    begin(&line, out, style, BODY);
    wrap_style(&line.lines, style->colour ? "\x1B[2m" : "");
    if (!str_equal(inner(each->title), inner(each->words)) &&
        !str_equal(inner(each->title), findings_who(each))) {
        put_next(&line, inner(each->title));
    }
    put_next(&line, findings_short_id(each->document));
    put_next(&line, inner(each->statement));
    for (size_t i = 0; i < each->characters.count; i++) {
        buf_printf(&spans, "%s%zu-%zu", i > 0 ? " " : "", each->characters.items[i].begin,
                   each->characters.items[i].end);
    }
    put_next(&line, spans.data != NULL ? buf_str(&spans) : STR(""));
    if (each->page.size > 0 && !str_equal(inner(each->page), inner(each->document))) {
        const bool shown = str_equal(inner(each->page_title), findings_who(each));
        put_next(&line, STR("to "));
        if (each->page_title.size > 0 && !shown) {
            put(&line, inner(each->page_title));
            put_next(&line, findings_short_id(each->page));
        } else {
            put(&line, findings_short_id(each->page));
        }
    }
    wrap_style(&line.lines, style->colour ? "\x1B[0m" : "");
    end(&line);
    buf_free(&spans);
}

static void put_heading(buf *out, str heading, const findings_style *style) {
    paragraph line;
    if (heading.size > 0) {
        buf_printf(out, "%*s", INDENT, "");
        begin(&line, out, style, INDENT);
        wrap_style(&line.lines, style->colour ? "\x1B[1m" : "");
        put(&line, heading);
        wrap_style(&line.lines, style->colour ? "\x1B[0m" : "");
        end(&line);
    }
}

void findings_put_places(buf *out, const hearsay_finding *finding, const findings_style *style) {
    for (size_t i = 0; i < finding->evidence_count; i++) {
        put_heading(out, findings_heading(finding, i), style);
        put_who(out, &finding->evidence[i], style);
        put_words(out, &finding->evidence[i], style);
        put_where(out, &finding->evidence[i], style);
    }
}

void findings_put_table(buf *out, const hearsay_finding *finding, const findings_style *style) {
    findings_put_line(out, finding, style);
    findings_put_places(out, finding, style);
}
