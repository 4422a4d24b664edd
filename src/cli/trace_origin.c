#include "cli/trace_origin.h"

#include "base/json.h"
#include "base/size.h"
#include "cli/findings.h"
#include "cli/page.h"

/* --- what is wanted --------------------------------------------------------------------------- */

static bool wants_all(const trace_options *options) {
    return !options->chain && !options->corroboration && !options->variants;
}

bool wants_chain(const trace_options *options) {
    return options->chain || options->format == TRACE_PROV || wants_all(options);
}

bool wants_corroboration(const trace_options *options) {
    return options->format != TRACE_PROV && (options->corroboration || wants_all(options));
}

bool wants_variants(const trace_options *options) {
    return options->format != TRACE_PROV && (options->variants || wants_all(options));
}

hearsay_status origin_find(hearsay_store *store, const char *id, const trace_options *options,
                           origin *out, hearsay_error *error) {
    hearsay_status status = HEARSAY_OK;
    *out = (origin){NULL, NULL};
    if (wants_chain(options)) {
        status = hearsay_store_chain(store, id, &out->chains, error);
    }
    if (status == HEARSAY_OK && wants_corroboration(options)) {
        status = hearsay_store_corroboration(store, id, &out->others, error);
    }
    if (status != HEARSAY_OK) {
        origin_free(out);
    }
    return status;
}

void origin_free(origin *self) {
    hearsay_findings_free(self->chains);
    hearsay_findings_free(self->others);
    *self = (origin){NULL, NULL};
}

/* --- written out ------------------------------------------------------------------------------ */

static size_t all_of(const hearsay_findings *found, const hearsay_finding **all) {
    *all = NULL;
    return found != NULL ? hearsay_findings_all(found, all) : 0;
}

/* {"chain": {...}, "corroboration": {...}, and more if it is left open. */
static void put_json(buf *out, const hearsay_finding *chain, const hearsay_finding *others,
                     bool open) {
    write_open(out, '{');
    if (chain != NULL) {
        write_key(out, "chain");
        findings_put_json(out, chain);
    }
    if (others != NULL) {
        write_key(out, "corroboration");
        findings_put_json(out, others);
    }
    if (!open) {
        write_close(out, '}');
        buf_putc(out, '\n');
    }
}

static void put(buf *out, const hearsay_finding *finding, int format, const hits_style *style,
                size_t number) {
    const findings_style look = {style->width, style->colour};
    if (format == TRACE_CSV) {
        findings_put_csv(out, finding, number);
    } else if (format == TRACE_HTML) {
        findings_put_html(out, finding);
    } else if (format == TRACE_PROV) {
        findings_put_prov(out, finding);
        buf_putc(out, '\n');
    } else {
        buf_put(out, number > 1 ? STR("\n") : STR(""));
        findings_put_table(out, finding, &look);
    }
}

size_t origin_put(buf *out, const origin *self, int format, const hits_style *style, bool open) {
    const hearsay_finding *chains, *others;
    size_t count = all_of(self->chains, &chains), other_count = all_of(self->others, &others);
    size_t most = size_greatest(count, other_count), number = 0;
    if (format == TRACE_CSV) {
        findings_put_csv_head(out);
    } else if (format == TRACE_HTML) {
        findings_begin_page(out, "Where it comes from", NULL);
    }
    for (size_t i = 0; i < most; i++) {
        if (format == TRACE_JSONL) {
            put_json(out, count > 0 ? &chains[i] : NULL, other_count > 0 ? &others[i] : NULL, open);
            continue;
        }
        if (count > 0) {
            put(out, &chains[i], format, style, ++number);
        }
        if (other_count > 0) {
            put(out, &others[i], format, style, ++number);
        }
    }
    if (format == TRACE_HTML && !open) {
        findings_end_page(out);
    }
    return number;
}
