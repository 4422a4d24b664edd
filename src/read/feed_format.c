/* Feeds: a document for each entry that has its text. The feed is held as a whole, as its title may
 * stand behind its entries. */
#include "base/ascii.h"
#include "base/memory.h"
#include "base/metadata.h"
#include "base/utf8.h"
#include "read/align.h"
#include "read/encoding.h"
#include "read/feed.h"
#include "read/format.h"
#include "read/html.h"
#include "read/html_charset.h"
#include "read/xml.h"

#include <string.h>

/* Bytes of a summary that is a line: it tells what the article is about, and is not the article. */
enum { LINE = 120 };

typedef struct {
    stream *from;
    const surroundings *in;
    arena *memory; /* of the feed; NULL before it was read */
    str text;
    feed feed;
    size_t next; /* entry */
    bool ended;
} entries;

static bool begins(const beginning *look) {
    return feed_begins(look->bytes);
}

static void *open_feed(stream *from, const surroundings *in) {
    entries *self = mem_alloc(sizeof *self);
    *self = (entries){.from = from, .in = in};
    return self;
}

static void close_feed(void *state) {
    entries *self = state;
    arena_free(self->memory);
    stream_close(self->from);
    mem_free(self);
}

static size_t position(const void *state, size_t *size) {
    return stream_position(((const entries *)state)->from, size);
}

/* --- the feed --------------------------------------------------------------------------------- */

/* The feed in UTF-8. */
static str decoded(entries *self, str bytes) {
    const encoding *as = encoding_of(bytes);
    if (as->unit == 1) {
        str named = self->in->charset.data != NULL ? self->in->charset : xml_encoding(bytes);
        html_text text = html_decode(self->memory, bytes, named);
        vec_free(&text.from);
        return text.text;
    }
    buf text = {0};
    str repaired;
    encoding_decode(as, str_slice(bytes, (span){as->mark_size, bytes.size}), true, &text);
    str copy = {arena_copy(self->memory, text.data, text.size), text.size};
    buf_free(&text);
    utf8_repair(copy, self->memory, &repaired, NULL, NULL);
    return repaired;
}

static hearsay_status read_feed(entries *self, hearsay_error *error) {
    str bytes;
    size_t limit = self->in->limits->max_record;
    self->memory = arena_new();
    hearsay_status status = stream_take_all(self->from, limit, self->memory, &bytes, error);
    if (status != HEARSAY_OK) {
        return status;
    }
    self->text = decoded(self, bytes);
    if (!feed_read(self->memory, self->text, self->in->url, self->in->within, &self->feed)) {
        return error_set(error, HEARSAY_TOO_LARGE, 0, "takes more than %zu seconds",
                         self->in->within->seconds);
    }
    return self->feed.entry_count > 0 || feed_begins(self->text)
               ? HEARSAY_OK
               : error_set(error, HEARSAY_FORMAT, 0, "no feed");
}

/* --- metadata --------------------------------------------------------------------------------- */

/* A field as plain text; data NULL where the entry has none. */
static hearsay_str plain(arena *into, const feed_field *field) {
    if (field == NULL) {
        return (hearsay_str){NULL, 0};
    }
    bool markup = field->form == FEED_HTML || field->form == FEED_MARKUP ||
                  (field->form == FEED_UNTOLD && xml_looks_escaped(field->value));
    return metadata_copy(into, markup ? xml_plain(into, field->value) : field->value);
}

/* RSS wants "name@example.org (A. Name)". */
static hearsay_str person(arena *into, const feed_field *field) {
    hearsay_str name = plain(into, field);
    const char *at = name.size > 0 ? memchr(name.data, '@', name.size) : NULL;
    const char *open = at != NULL ? memchr(at, '(', name.size - (size_t)(at - name.data)) : NULL;
    const char *close =
        open != NULL ? memchr(open, ')', name.size - (size_t)(open - name.data)) : NULL;
    if (close != NULL && close > open + 1) {
        return (hearsay_str){open + 1, (size_t)(close - open - 1)};
    }
    return name;
}

/* All who are named as the best ones are. */
static hearsay_str people(arena *into, const feed_entry *entry) {
    const feed_field *best = feed_find(entry, FEED_AUTHOR);
    buf all = {0};
    for (size_t i = 0; best != NULL && i < entry->field_count; i++) {
        const feed_field *each = &entry->fields[i];
        hearsay_str name = {NULL, 0};
        if (each->kind == FEED_AUTHOR && each->rank == best->rank) {
            name = person(into, each);
        }
        buf_put(&all, all.size > 0 && name.size > 0 ? STR(", ") : STR(""));
        buf_put(&all, (str){name.data, name.size});
    }
    hearsay_str named = metadata_copy(into, buf_str(&all));
    buf_free(&all);
    return named;
}

/* An id that names the entry wherever it is found: an address, a URN or a tag, but no number. */
static hearsay_str identity(arena *into, const feed_entry *entry) {
    const feed_field *id = feed_find(entry, FEED_ID);
    bool global = id != NULL && memchr(id->value.data, ':', id->value.size) != NULL;
    return global ? metadata_copy(into, id->value) : (hearsay_str){NULL, 0};
}

static hearsay_str address(arena *into, const feed_entry *entry) {
    const feed_field *link = feed_find(entry, FEED_LINK);
    return link != NULL ? metadata_copy(into, link->value) : (hearsay_str){NULL, 0};
}

static hearsay_str or_else(hearsay_str first, hearsay_str second) {
    return first.data != NULL ? first : second;
}

static void take_metadata(const entries *self, arena *into, const feed_entry *entry,
                          const feed_field *text, hearsay_metadata *out) {
    const feed_entry *about = &self->feed.about;
    const feed_field *date = feed_find(entry, FEED_DATE);
    str when = date != NULL ? feed_date(into, date->value) : (str){NULL, 0};
    *out = (hearsay_metadata){
        .id = identity(into, entry),
        .title = plain(into, feed_find(entry, FEED_TITLE)),
        .author = or_else(people(into, entry), people(into, about)),
        .publisher = or_else(plain(into, feed_find(entry, FEED_PUBLISHER)),
                             plain(into, feed_find(about, FEED_TITLE))),
        .url = address(into, entry),
        .date = {when.data, when.size},
        .language = or_else(plain(into, feed_find(entry, FEED_LANGUAGE)),
                            or_else(metadata_copy(into, text->language),
                                    plain(into, feed_find(about, FEED_LANGUAGE)))),
    };
}

/* --- text ------------------------------------------------------------------------------------- */

/* Carries the sources, which lead to the field's value, back to the entry's bytes. */
static void take_sources(const entries *self, arena *into, const feed_entry *entry,
                         const feed_field *field, reading *out) {
    origins from = {0};
    origins value = {0};
    xml_place place = {false};
    const size_t base = field->inner.begin - entry->span.begin;
    str raw = str_slice(self->text, field->inner);
    if (field->form == FEED_MARKUP) {
        origins_add(&value, 0, raw.size, (span){base, base + raw.size});
    } else {
        align(&value, 0, field->value, raw, base, xml_step, &place);
    }
    for (size_t i = 0; i < out->source_count; i++) {
        vec_push(&from, out->sources[i]);
    }
    if (from.count == 0) {
        origins_add(&from, 0, out->view.text.size, (span){0, out->view.text.size});
    }
    origins_extend(&from, out->view.text.size, &value, field->value.size);
    out->sources = origins_copy(into, &from);
    out->source_count = from.count;
    vec_free(&from);
    vec_free(&value);
}

static hearsay_status read_field(const entries *self, arena *into, const feed_entry *entry,
                                 const feed_field *field, reading *out, hearsay_error *error) {
    bool markup = field->form == FEED_HTML || field->form == FEED_MARKUP ||
                  (field->form == FEED_UNTOLD && xml_looks_escaped(field->value));
    str value = {str_copy(into, field->value), field->value.size};
    if (markup) {
        str base = field->base.data != NULL ? field->base : self->in->url;
        const html_hints hints = {.charset = STR("utf-8"), .url = base};
        hearsay_status status = read_html_fragment(into, value, &hints, out, error);
        if (status != HEARSAY_OK) {
            return status;
        }
    } else {
        read_text(into, value, out);
    }
    take_sources(self, into, entry, field, out);
    str bytes = str_slice(self->text, entry->span);
    out->original = (str){arena_copy(into, bytes.data, bytes.size), bytes.size};
    out->made = true;
    return HEARSAY_OK;
}

static bool is_blank(const reading *text) {
    bool blank = true;
    for (size_t i = 0; i < text->view.shown.size && blank; i++) {
        blank = ascii_is_space(text->view.shown.data[i]);
    }
    return blank;
}

/* The content; the summary, where there is no content and that is more than a line. */
static hearsay_status read_entry(const entries *self, arena *into, const feed_entry *entry,
                                 reading *out, hearsay_error *error) {
    const feed_kind kinds[] = {FEED_CONTENT, FEED_SUMMARY};
    for (size_t i = 0; i < 2; i++) {
        const feed_field *field = feed_find(entry, kinds[i]);
        if (field == NULL) {
            continue;
        }
        hearsay_status status = read_field(self, into, entry, field, out, error);
        if (status != HEARSAY_OK) {
            return status;
        }
        size_t size = out->view.text.size;
        if (size > self->in->limits->max_size) {
            return stream_too_large("a text larger", self->in->limits->max_size,
                                    "--max-size sets the limit", error);
        }
        if (kinds[i] == FEED_CONTENT ? !is_blank(out) : size > LINE) {
            take_metadata(self, into, entry, field, &out->metadata);
            return HEARSAY_OK;
        }
    }
    return error_set(error, HEARSAY_FORMAT, 0, "an entry without its text: a line at most");
}

static hearsay_status next(void *state, arena *into, reading *out, buf *place,
                           hearsay_error *error) {
    entries *self = state;
    hearsay_status status = self->ended            ? HEARSAY_END
                            : self->memory == NULL ? read_feed(self, error)
                                                   : HEARSAY_OK;
    if (status != HEARSAY_OK) {
        self->ended = true;
        return status;
    }
    if (self->next == self->feed.entry_count) {
        self->ended = true;
        return HEARSAY_END;
    }
    const feed_entry *entry = &self->feed.entries[self->next++];
    buf_printf(place, "%zu", self->next);
    status = read_entry(self, into, entry, out, error);
    if (status != HEARSAY_OK && error != NULL) {
        error->position = self->next;
    }
    return status;
}

const format FEED_FORMAT = {.id = HEARSAY_INPUT_FEED,
                            .begins = begins,
                            .open = open_feed,
                            .next = next,
                            .close = close_feed,
                            .position = position};
