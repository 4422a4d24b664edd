/* Links between documents, as JSON lines: docs/format.md. */
#include "cli/export_formats.h"

#include "base/json.h"

enum { DRAINED = 1 << 16 }; /* bytes that are written at once */

static void drain(writing *self) {
    if (self->out.size >= DRAINED && self->drain != NULL) {
        self->drain(self->context);
    }
}

static str inner(hearsay_str text) {
    return (str){text.data, text.size};
}

static void put_string(buf *out, const char *key, str text) {
    write_key(out, key);
    write_string(out, text);
}

static void put_span(buf *out, hearsay_span where) {
    write_key(out, "span");
    write_open(out, '[');
    write_size(out, where.begin);
    write_size(out, where.end);
    write_close(out, ']');
}

static void put_end(buf *out, const char *key, const hearsay_link_end *end) {
    write_key(out, key);
    write_open(out, '{');
    put_string(out, "doc", inner(end->document));
    put_string(out, "statement", inner(end->statement));
    put_span(out, end->span);
    write_close(out, '}');
}

void turns_put_json(buf *out, unsigned turns) {
    write_key(out, "flags");
    write_open(out, '[');
    for (unsigned turn = HEARSAY_TURN_NEGATION; turn <= HEARSAY_TURN_MARKS; turn *= 2) {
        if (turns & turn) {
            write_string(out, str_from(hearsay_turn_name(turn)));
        }
    }
    write_close(out, ']');
}

static void put_link(void *context, const hearsay_linked *link) {
    writing *self = context;
    buf *out = &self->out;
    write_open(out, '{');
    put_end(out, "a", &link->a);
    put_end(out, "b", &link->b);
    put_string(out, "kind", str_from(hearsay_variant_kind_name(link->kind)));
    turns_put_json(out, link->turns);
    put_string(out, "speaker", inner(link->a.speaker.size > 0 ? link->a.speaker : link->b.speaker));
    write_key(out, "confidence");
    write_share(out, link->confidence);
    write_close(out, '}');
    buf_putc(out, '\n');
    drain(self);
}

static hearsay_status put_links(writing *self, hearsay_store *from, hearsay_error *error) {
    return hearsay_store_links(from, put_link, self, error);
}

const format EXPORT_LINKS = {.name = "links", .store = put_links};

/* --- reprints --------------------------------------------------------------------------------- */

static void put_passage(buf *out, const hearsay_passage_copied *passage) {
    write_open(out, '{');
    write_key(out, "a");
    write_open(out, '{');
    put_span(out, passage->here);
    write_close(out, '}');
    write_key(out, "b");
    write_open(out, '{');
    put_span(out, passage->there);
    write_close(out, '}');
    write_key(out, "words");
    write_size(out, passage->words);
    write_close(out, '}');
}

static void put_pair(void *context, const hearsay_copied *pair) {
    writing *self = context;
    buf *out = &self->out;
    if (!pair->reprint) {
        return;
    }
    write_open(out, '{');
    put_string(out, "a", inner(pair->a));
    put_string(out, "b", inner(pair->b));
    write_key(out, "words");
    write_size(out, pair->words);
    write_key(out, "sentences");
    write_size(out, pair->sentences);
    write_key(out, "passages");
    write_open(out, '[');
    for (size_t i = 0; i < pair->passage_count; i++) {
        put_passage(out, &pair->passages[i]);
    }
    write_close(out, ']');
    write_close(out, '}');
    buf_putc(out, '\n');
    drain(self);
}

static hearsay_status put_reprints(writing *self, hearsay_store *from, hearsay_error *error) {
    return hearsay_store_copies(from, put_pair, self, error);
}

const format EXPORT_REPRINTS = {.name = "reprints", .store = put_reprints};
