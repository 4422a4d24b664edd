/* What reasoning found, for programs. */
#include "cli/findings.h"

#include "base/json.h"

#include <string.h>

static void put_text(buf *out, const char *key, hearsay_str text) {
    write_key(out, key);
    write_string(out, text.size > 0 ? (str){text.data, text.size} : (str){NULL, 0});
}

static void put_word(buf *out, const char *key, const char *word) {
    bool known = word != NULL && strcmp(word, "unknown") != 0;
    put_text(out, key, (hearsay_str){known ? word : NULL, known ? strlen(word) : 0});
}

static void put_spans(buf *out, hearsay_spans spans) {
    write_key(out, "spans");
    write_open(out, '[');
    for (size_t i = 0; i < spans.count; i++) {
        write_open(out, '[');
        write_size(out, spans.items[i].begin);
        write_size(out, spans.items[i].end);
        write_close(out, ']');
    }
    write_close(out, ']');
}

static void put_evidence(buf *out, const hearsay_evidence *each) {
    write_open(out, '{');
    put_word(out, "role", each->role);
    put_text(out, "name", each->name);
    put_word(out, "sourcing", hearsay_sourcing_name(each->sourcing));
    put_text(out, "date", each->date);
    put_text(out, "page_id", each->page);
    write_key(out, "version");
    if (each->version > 0) {
        write_size(out, each->version);
    } else {
        write_null(out);
    }
    put_text(out, "document_id", each->document);
    put_text(out, "title", each->title);
    put_text(out, "url", each->url);
    put_text(out, "publisher", each->publisher);
    put_text(out, "statement_id", each->statement);
    put_spans(out, each->characters);
    put_text(out, "words", each->words);
    put_text(out, "cue", each->cue);
    put_word(out, "polarity", each->cue.size > 0 ? hearsay_polarity_name(each->polarity) : NULL);
    put_text(out, "note", each->note);
    write_close(out, '}');
}

void findings_put_json(buf *out, const hearsay_finding *finding) {
    write_open(out, '{');
    put_word(out, "kind", finding->kind);
    put_text(out, "about", finding->about);
    put_word(out, "origin", finding->origin);
    write_key(out, "marks");
    write_open(out, '[');
    for (size_t i = 0; i < finding->mark_count; i++) {
        write_string(out, str_from(finding->marks[i]));
    }
    write_close(out, ']');
    write_key(out, "count");
    write_size(out, finding->count);
    write_key(out, "of");
    write_size(out, finding->of);
    write_key(out, "evidence");
    write_open(out, '[');
    for (size_t i = 0; i < finding->evidence_count; i++) {
        put_evidence(out, &finding->evidence[i]);
    }
    write_close(out, ']');
    write_close(out, '}');
}
