#include "cli/add_report.h"

#include "cli/numbers.h"
#include "cli/wrap.h"

static void put_added(buf *line, const add_totals *totals) {
    buf_put(line, STR("added: "));
    put_counted(line, totals->added + totals->versions, "document", NULL);
    if (totals->versions > 0) {
        buf_put(line, STR(" ("));
        put_counted(line, totals->versions, "new version", NULL);
        buf_put(line, STR(")"));
    }
    buf_put(line, STR(", "));
    put_counted(line, totals->read.statements, "statement", NULL);
    buf_put(line, STR(" in "));
    put_duration(line, totals->seconds);
    if (totals->taken > 0) {
        buf_put(line, STR("; "));
        put_count(line, totals->taken);
        buf_put(line, STR(" brought their statements"));
    }
}

static void put_refused(buf *line, const add_totals *totals) {
    size_t others = totals->unread - totals->too_large - totals->unknown;
    const struct {
        size_t count;
        const char *why;
    } reasons[] = {{totals->too_large, "too large"},
                   {totals->unknown, "in no form that can be read"},
                   {others, "cannot be opened"}};
    buf_put(line, STR("refused: "));
    put_count(line, totals->unread);
    const char *before = " (";
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        if (reasons[i].count > 0) {
            buf_put(line, str_from(before));
            put_count(line, reasons[i].count);
            buf_putc(line, ' ');
            buf_put(line, str_from(reasons[i].why));
            before = ", ";
        }
    }
    buf_putc(line, ')');
}

void add_report_put(buf *out, const add_totals *totals, unsigned width) {
    buf line = {0};
    put_added(&line, totals);
    wrap_line(out, &line, width);
    if (totals->copies > 0) {
        buf_put(&line, STR("with the text of another document, and kept beside it: "));
        put_count(&line, totals->copies);
        wrap_line(out, &line, width);
    }
    if (totals->known > 0) {
        buf_put(&line, STR("known already: "));
        put_count(&line, totals->known);
        wrap_line(out, &line, width);
    }
    if (totals->strangers.count > 0) {
        buf_put(&line, STR("warning: taken for new versions, as they have the id or URL of other "
                           "documents, with whose texts they share next to nothing: "));
        few_put(&line, &totals->strangers);
        buf_put(&line, STR("; hearsay list --all-versions shows these; remove such a document, and "
                           "add both with ids of their own"));
        wrap_line(out, &line, width);
    }
    summary_put_foreign(out, &totals->read, width);
    if (totals->undated.count > 0) {
        buf_put(&line, STR("without a date, as theirs is none: "));
        few_put(&line, &totals->undated);
        wrap_line(out, &line, width);
    }
    if (totals->far.count > 0) {
        buf_put(&line, STR("warning: dated far in the future: "));
        few_put(&line, &totals->far);
        buf_put(&line, STR("; hearsay edit DOC --date=DATE corrects a date"));
        wrap_line(out, &line, width);
    }
    if (totals->unread > 0) {
        put_refused(&line, totals);
        wrap_line(out, &line, width);
    }
    if (totals->stopped) {
        buf_put(&line, STR("stopped before the end; run it again to go on"));
        wrap_line(out, &line, width);
    }
    buf_free(&line);
}

void add_report_put_json(buf *out, const add_totals *totals) {
    buf_printf(out,
               "{\"event\":\"end\",\"added\":%zu,\"versions\":%zu,\"copies\":%zu,\"known\":%zu,"
               "\"refused\":%zu,"
               "\"statements\":%zu,\"taken\":%zu,\"seconds\":%.3f,\"stopped\":%s}\n",
               totals->added, totals->versions, totals->copies, totals->known, totals->unread,
               totals->read.statements, totals->taken, totals->seconds,
               totals->stopped ? "true" : "false");
}
