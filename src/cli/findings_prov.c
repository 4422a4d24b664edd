/* A chain as provenance: W3C PROV-O in JSON-LD.
 *
 * A page is an entity that was quoted from the page it has the statement from; who is credited with
 * it is an agent; and the last page that is here was the primary source of the first. */
#include "cli/findings.h"

#include "base/ascii.h"
#include "base/json.h"

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

/* urn:hearsay:KIND:NAME, all but letters and digits encoded (RFC 8141); of an older version of a
 * document with its number behind it. */
static void put_versioned(buf *out, const char *kind, str name, size_t version) {
    buf written = {0};
    buf_printf(&written, "urn:hearsay:%s:", kind);
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (ascii_is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            buf_putc(&written, c);
        } else {
            buf_printf(&written, "%%%02X", (unsigned)(unsigned char)c);
        }
    }
    if (version > 0) {
        buf_printf(&written, ":version:%zu", version);
    }
    write_string(out, buf_str(&written));
    buf_free(&written);
}

static void put_name(buf *out, const char *kind, str name) {
    put_versioned(out, kind, name, 0);
}

static void put_string(buf *out, const char *key, str text) {
    if (text.size > 0) {
        write_key(out, key);
        write_string(out, text);
    }
}

static void put_link(buf *out, const char *property, const char *kind, str name) {
    if (name.size > 0) {
        write_key(out, property);
        write_open(out, '{');
        write_key(out, "@id");
        put_name(out, kind, name);
        write_close(out, '}');
    }
}

static bool is_page(const hearsay_evidence *step) {
    return step->page.size > 0;
}

/* The next page after step `at`; NULL: none. */
static const hearsay_evidence *page_after(const hearsay_finding *chain, size_t at) {
    for (size_t i = at + 1; i < chain->evidence_count; i++) {
        if (is_page(&chain->evidence[i])) {
            return &chain->evidence[i];
        }
    }
    return NULL;
}

static const hearsay_evidence *last_page(const hearsay_finding *chain) {
    const hearsay_evidence *last = NULL;
    for (size_t i = 0; i < chain->evidence_count; i++) {
        last = is_page(&chain->evidence[i]) ? &chain->evidence[i] : last;
    }
    return last;
}

static void begin(buf *out, const char *kind, str name, const char *type, str label) {
    write_open(out, '{');
    write_key(out, "@id");
    put_name(out, kind, name);
    put_string(out, "@type", str_from(type));
    put_string(out, "rdfs:label", label);
}

/* The version before the one that is shown. */
static void put_older(buf *out, const hearsay_evidence *page) {
    write_open(out, '{');
    write_key(out, "@id");
    put_versioned(out, "document", inner(page->page), page->version - 1);
    put_string(out, "@type", STR("prov:Entity"));
    write_close(out, '}');
}

static void put_page(buf *out, const hearsay_finding *chain, size_t at) {
    const hearsay_evidence *page = &chain->evidence[at], *next = page_after(chain, at);
    const hearsay_evidence *last = last_page(chain);
    begin(out, "document", inner(page->page), "prov:Entity", inner(page->name));
    put_string(out, "prov:generatedAtTime", inner(page->date));
    put_link(out, "prov:wasAttributedTo", "agent", inner(page->name));
    put_link(out, "prov:wasQuotedFrom", "document", next != NULL ? inner(next->page) : STR(""));
    put_link(out, "prov:hadPrimarySource", "document",
             at == 0 && last != page ? inner(last->page) : STR(""));
    if (page->version > 1) {
        write_key(out, "prov:wasRevisionOf");
        put_older(out, page);
    }
    write_close(out, '}');
    if (page->name.size > 0) {
        begin(out, "agent", inner(page->name), "prov:Agent", inner(page->name));
        write_close(out, '}');
    }
}

/* The statement itself, by whom it is said to have been made and through whom it came. */
static void put_statement(buf *out, const hearsay_finding *chain) {
    const hearsay_evidence *first = &chain->evidence[0];
    begin(out, "statement", inner(first->statement), "prov:Entity", inner(first->words));
    put_link(out, "prov:wasQuotedFrom", "document", inner(first->page));
    write_key(out, "prov:wasAttributedTo");
    write_open(out, '[');
    for (size_t i = 1; i < chain->evidence_count; i++) {
        if (!is_page(&chain->evidence[i]) && chain->evidence[i].name.size > 0) {
            write_open(out, '{');
            write_key(out, "@id");
            put_name(out, "agent", inner(chain->evidence[i].name));
            write_close(out, '}');
        }
    }
    write_close(out, ']');
    write_close(out, '}');
}

void findings_put_prov(buf *out, const hearsay_finding *chain) {
    write_open(out, '{');
    write_key(out, "@context");
    write_open(out, '{');
    put_string(out, "prov", STR("http://www.w3.org/ns/prov#"));
    put_string(out, "rdfs", STR("http://www.w3.org/2000/01/rdf-schema#"));
    write_close(out, '}');
    write_key(out, "@graph");
    write_open(out, '[');
    put_statement(out, chain);
    for (size_t i = 0; i < chain->evidence_count; i++) {
        const hearsay_evidence *each = &chain->evidence[i];
        if (is_page(each)) {
            put_page(out, chain, i);
        } else if (each->name.size > 0) {
            begin(out, "agent", inner(each->name), "prov:Agent", inner(each->name));
            write_close(out, '}');
        }
    }
    write_close(out, ']');
    write_close(out, '}');
}
