/* A document as one line of JSON; docs/format.md defines it for users. */
#include "base/json.h"
#include "engine/document.h"

static void write_field(buf *out, const char *key, hearsay_str value) {
    write_key(out, key);
    write_string(out, inner_str(value));
}

static void write_spans(buf *out, const char *key, hearsay_spans spans, const offsets *at) {
    write_key(out, key);
    write_open(out, '[');
    for (size_t i = 0; i < spans.count; i++) {
        write_open(out, '[');
        write_size(out, offsets_at(at, spans.items[i].begin));
        write_size(out, offsets_at(at, spans.items[i].end));
        write_close(out, ']');
    }
    write_close(out, ']');
}

/* The name of a value, or null where it is the first, UNKNOWN. */
static void write_name(buf *out, const char *key, int value, const char *name) {
    write_key(out, key);
    write_string(out, value != 0 ? str_from(name) : (str){NULL, 0});
}

static void write_id(buf *out, const char *key, const char *id) {
    write_key(out, key);
    write_string(out, id != NULL ? str_from(id) : (str){NULL, 0});
}

static void write_names(buf *out, const char *key, const hearsay_str *names, size_t count) {
    write_key(out, key);
    write_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        write_string(out, inner_str(names[i]));
    }
    write_close(out, ']');
}

/* Who holds a name back, why, and how many they are. */
static void write_anonymity(buf *out, const hearsay_statement *self, const offsets *at) {
    write_key(out, "anonymity");
    if (self->sourcing != HEARSAY_SOURCING_ANONYMOUS && self->anonymity.count == 0) {
        write_null(out);
        return;
    }
    write_open(out, '{');
    write_spans(out, "reason", self->anonymity, at);
    write_key(out, "count");
    if (self->anonymous_sources > 0) {
        write_size(out, self->anonymous_sources);
    } else {
        write_null(out);
    }
    write_close(out, '}');
}

static void write_confidence(buf *out, const hearsay_statement *self) {
    bool resolved = self->sourcing != HEARSAY_SOURCING_UNKNOWN;
    write_key(out, "confidence");
    write_open(out, '{');
    write_key(out, "relation");
    write_share(out, self->confidence);
    write_key(out, "speaker");
    write_share(out, resolved ? self->speaker_confidence : -1);
    write_key(out, "sourcing");
    write_share(out, resolved ? self->sourcing_confidence : -1);
    write_close(out, '}');
}

static void write_steps(buf *out, const hearsay_statement *self, const offsets *at) {
    write_key(out, "why");
    write_open(out, '[');
    for (size_t i = 0; i < self->why_count; i++) {
        const hearsay_step *each = &self->why[i];
        write_open(out, '{');
        write_id(out, "step", each->step);
        write_key(out, "span");
        if (each->span.end > each->span.begin) {
            write_open(out, '[');
            write_size(out, offsets_at(at, each->span.begin));
            write_size(out, offsets_at(at, each->span.end));
            write_close(out, ']');
        } else {
            write_null(out);
        }
        write_field(out, "note", each->note);
        write_close(out, '}');
    }
    write_close(out, ']');
}

static void write_statement(buf *out, const hearsay_statement *self, const char *parent,
                            const offsets *at) {
    write_open(out, '{');
    write_id(out, "id", self->id);
    write_spans(out, "source", self->source, at);
    write_spans(out, "cue", self->cue, at);
    write_spans(out, "content", self->content, at);
    write_id(out, "type", hearsay_type_name(self->type));
    write_name(out, "kind", (int)self->kind, hearsay_kind_name(self->kind));
    write_name(out, "polarity", (int)self->polarity, hearsay_polarity_name(self->polarity));
    write_id(out, "parent", parent);
    write_field(out, "speaker", self->speaker);
    write_id(out, "speaker_id", self->speaker_id);
    write_name(out, "sourcing", (int)self->sourcing, hearsay_sourcing_name(self->sourcing));
    write_names(out, "via", self->via, self->via_count);
    write_name(out, "occasion", (int)self->occasion, hearsay_occasion_name(self->occasion));
    write_field(out, "date", self->date);
    write_anonymity(out, self, at);
    write_confidence(out, self);
    write_steps(out, self, at);
    write_close(out, '}');
}

static void write_statements(buf *out, const findings *found, const offsets *at) {
    write_key(out, "statements");
    write_open(out, '[');
    for (size_t i = 0; i < found->statement_count; i++) {
        const hearsay_statement *each = &found->statements[i];
        bool nested = each->parent != HEARSAY_NO_PARENT;
        write_statement(out, each, nested ? found->statements[each->parent].id : NULL, at);
    }
    write_close(out, ']');
}

static void write_speaker(buf *out, const hearsay_speaker *self) {
    write_open(out, '{');
    write_id(out, "id", self->id);
    write_field(out, "name", self->name);
    write_id(out, "type", hearsay_speaker_type_name(self->type));
    write_key(out, "sex");
    write_string(out, self->sex != 0 ? (str){&self->sex, 1} : (str){NULL, 0});
    write_names(out, "names", self->names, self->name_count);
    write_names(out, "roles", self->roles, self->role_count);
    write_key(out, "members");
    write_open(out, '[');
    for (size_t i = 0; i < self->member_count; i++) {
        write_string(out, str_from(self->members[i]));
    }
    write_close(out, ']');
    write_close(out, '}');
}

static void write_speakers(buf *out, const findings *found) {
    write_key(out, "speakers");
    write_open(out, '[');
    for (size_t i = 0; i < found->speaker_count; i++) {
        write_speaker(out, &found->speakers[i]);
    }
    write_close(out, ']');
    write_names(out, "named", found->named, found->named_count);
}

static void write_flag(buf *out, const char *kind, hearsay_spans spans, str note,
                       const offsets *at) {
    write_open(out, '{');
    write_id(out, "kind", kind);
    write_spans(out, "spans", spans, at);
    write_key(out, "note");
    write_string(out, note);
    write_close(out, '}');
}

/* Passages that were not read are flags too: what they are in is their note. */
static void write_flags(buf *out, const findings *found, const offsets *at) {
    write_key(out, "flags");
    write_open(out, '[');
    for (size_t i = 0; i < found->passage_count; i++) {
        write_flag(out, "language", (hearsay_spans){&found->passages[i].span, 1},
                   str_from(found->passages[i].language), at);
    }
    for (size_t i = 0; i < found->flag_count; i++) {
        const hearsay_flag *each = &found->flags[i];
        write_flag(out, each->kind, each->spans, inner_str(each->note), at);
    }
    write_close(out, ']');
}

/* What was found; nothing is known of it before hearsay_attribute, so everything is null. */
static void write_findings(buf *out, hearsay_document *self) {
    const findings *found = &self->found;
    if (found->memory == NULL) {
        static const char *const KEYS[] = {"made_by", "statements", "speakers",
                                           "named",   "own_voice",  "flags"};
        for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
            write_key(out, KEYS[i]);
            write_null(out);
        }
        return;
    }
    const offsets *at = document_offsets(self);
    write_key(out, "made_by");
    write_string(out, found->made_by);
    write_statements(out, found, at);
    write_speakers(out, found);
    write_spans(out, "own_voice", found->own_voice, at);
    write_flags(out, found, at);
}

static void write_metadata(buf *out, hearsay_document *self) {
    const hearsay_metadata *metadata = &self->reading.metadata;
    const char *language = hearsay_document_language(self);
    write_field(out, "id", metadata->id);
    write_field(out, "title", metadata->title);
    write_field(out, "author", metadata->author);
    write_field(out, "publisher", metadata->publisher);
    write_field(out, "url", metadata->url);
    write_field(out, "date", metadata->date);
    write_id(out, "language", language);
}

void document_put_findings(hearsay_document *self, buf *out) {
    write_open(out, '{');
    write_findings(out, self);
    write_close(out, '}');
}

hearsay_str hearsay_document_json(hearsay_document *self, unsigned flags) {
    buf *out = &self->json;
    const hearsay_metadata *metadata = &self->reading.metadata;
    buf_clear(out);
    write_open(out, '{');
    write_metadata(out, self);
    if ((flags & HEARSAY_WITH_TEXT) != 0 || self->reading.made) {
        write_key(out, "text");
        str text = self->reading.view.text;
        write_string(out, text.data != NULL ? text : STR(""));
    }
    if ((flags & HEARSAY_WITH_FILE) != 0 && metadata->title.size == 0 && metadata->url.size == 0) {
        write_field(out, "file", public_str(str_file_name(inner_str(self->origin))));
    }
    write_findings(out, self);
    write_close(out, '}');
    buf_putc(out, '\n');
    return public_str(buf_str(out));
}

static void write_shown(buf *out, const char *key, hearsay_document *self, hearsay_spans spans) {
    const str words = inner_str(hearsay_document_shown_parts(self, spans));
    write_key(out, key);
    write_string(out, words.data != NULL ? words : STR(""));
}

hearsay_str hearsay_document_statement_json(hearsay_document *self, size_t place) {
    buf *out = &self->json;
    const findings *found = &self->found;
    const hearsay_statement *said = &found->statements[place];
    const offsets *at = document_offsets(self);
    hearsay_spans sentences = hearsay_document_sentences(self, said);
    bool nested = said->parent != HEARSAY_NO_PARENT;
    buf_clear(out);
    write_open(out, '{');
    write_metadata(out, self);
    write_key(out, "made_by");
    write_string(out, found->made_by);
    write_shown(out, "sentence", self, sentences);
    write_spans(out, "sentence_spans", sentences, at);
    write_key(out, "statement");
    write_statement(out, said, nested ? found->statements[said->parent].id : NULL, at);
    write_close(out, '}');
    buf_putc(out, '\n');
    return public_str(buf_str(out));
}
