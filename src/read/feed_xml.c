/* A feed's elements, as they begin and end (xml_sax.h), made into entries and their fields. */
#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "read/base64.h"
#include "read/feed.h"
#include "read/feed_type.h"
#include "read/xml_sax.h"

#include <libxml/uri.h>

/* An open element. */
typedef struct {
    str base, language; /* in the arena or the text; data NULL where not known */
    bool about;         /* what stands in it is about the feed: it is the root, or the channel */
} level;

typedef struct {
    arena *into;
    str text;
    const xml_sax *event; /* the start or end that is read */
    VEC(level) open;
    size_t entry_depth; /* how many elements are open within the entry; 0: in none */
    size_t field_depth; /* likewise for the field */
    feed_field field;
    bool marked_up; /* there are elements in the field */
    bool packed;    /* the field is base64 */
    buf value;      /* of the field */
    size_t begun;   /* where the entry begins */
    VEC(feed_field) fields, about;
    VEC(feed_entry) entries;
} feed_parser;

/* An attribute of the element that starts. */
static str attribute(const feed_parser *self, const char *prefix, const char *name) {
    return xml_sax_attribute(self->event, self->into, prefix, name);
}

/* An address, from its base on; as it stands where it is none. */
static str resolved(feed_parser *self, str base, str address) {
    if (base.data == NULL || address.size == 0) {
        return address;
    }
    const char *from = str_copy(self->into, base);
    const char *relative = str_copy(self->into, address);
    xmlChar *whole = xmlBuildURI((const xmlChar *)relative, (const xmlChar *)from);
    if (whole == NULL) {
        return address;
    }
    str made = str_from((const char *)whole);
    made.data = str_copy(self->into, made);
    xmlFree(whole);
    return made;
}

/* --- fields ----------------------------------------------------------------------------------- */

static void add_field(feed_parser *self, feed_field field) {
    if (self->entry_depth > 0) {
        vec_push(&self->fields, field);
    } else {
        vec_push(&self->about, field);
    }
}

static void add_link(feed_parser *self, str address, unsigned rank) {
    const level *top = &self->open.items[self->open.count - 1];
    if (address.size > 0) {
        add_field(self, (feed_field){.kind = FEED_LINK,
                                     .rank = rank,
                                     .form = FEED_TEXT,
                                     .value = resolved(self, top->base, address)});
    }
}

/* Some write it "url" or "uri". */
static str link_address(feed_parser *self) {
    static const char *const NAMES[] = {"href", "url", "uri"};
    str found = {NULL, 0};
    for (size_t i = 0; i < 3 && found.data == NULL; i++) {
        found = attribute(self, NULL, NAMES[i]);
    }
    return found;
}

/* A link's address is an attribute or, where there is none, its text: whether that is to be read.
 */
static bool begin_link(feed_parser *self) {
    str rel = attribute(self, NULL, "rel");
    str href = link_address(self);
    bool page = rel.size == 0 || ascii_equal(rel, STR("alternate"));
    if (page) {
        add_link(self, href, 0);
    }
    return page && href.data == NULL;
}

static void begin_field(feed_parser *self, feed_meaning meaning) {
    const level *top = &self->open.items[self->open.count - 1];
    feed_type type =
        feed_type_of(attribute(self, NULL, "type"), attribute(self, NULL, "mode"), meaning.form);
    if ((meaning.kind == FEED_LINK && !begin_link(self)) ||
        (meaning.kind >= FEED_CONTENT && type.foreign)) {
        return;
    }
    if (meaning.kind == FEED_ID) {
        meaning.rank = ascii_equal(attribute(self, NULL, "ispermalink"), STR("false"));
    }
    self->field = (feed_field){.kind = meaning.kind,
                               .rank = meaning.rank,
                               .form = type.form,
                               .inner = {xml_sax_tag(self->event).end, 0},
                               .base = top->base,
                               .language = top->language};
    self->field_depth = self->open.count;
    self->marked_up = false;
    self->packed = type.packed;
    buf_clear(&self->value);
}

/* Where a field with elements in it is of a kind that has none, it is not what it seems. */
static void end_field(feed_parser *self) {
    feed_field *field = &self->field;
    size_t end = xml_sax_tag(self->event).begin;
    field->inner.end = end > field->inner.begin ? end : field->inner.begin;
    self->field_depth = 0;
    bool holds_markup = field->kind >= FEED_CONTENT || field->kind == FEED_TITLE;
    if (self->marked_up && !holds_markup) {
        return;
    }
    if (self->marked_up) {
        field->form = FEED_MARKUP;
        field->value = str_slice(self->text, field->inner);
    } else {
        str value = {str_copy(self->into, buf_str(&self->value)), self->value.size};
        value = self->packed ? base64_decode(self->into, value) : value;
        utf8_repair(value, self->into, &field->value, NULL, NULL);
        field->form = field->form == FEED_MARKUP ? FEED_TEXT : field->form;
        bool text = field->kind < FEED_CONTENT;
        field->value = text ? ascii_trim(field->value) : field->value;
    }
    if (field->kind == FEED_LINK) {
        field->value = resolved(self, field->base, field->value);
    }
    add_field(self, *field);
    if (field->kind == FEED_ID && field->rank == 0 &&
        (ascii_starts(field->value, STR("http:")) || ascii_starts(field->value, STR("https:")))) {
        field->kind = FEED_LINK;
        field->rank = 5; /* an id that is an address, where there is no link */
        add_field(self, *field);
    }
}

/* --- elements --------------------------------------------------------------------------------- */

static void begin_entry(feed_parser *self) {
    self->entry_depth = self->open.count;
    self->begun = xml_sax_tag(self->event).begin;
    vec_clear(&self->fields);
    add_link(self, attribute(self, NULL, "href"), 0);   /* CDF */
    add_link(self, attribute(self, "rdf", "about"), 4); /* RSS 1.0 */
}

static void end_entry(feed_parser *self) {
    feed_entry entry = {.span = {self->begun, xml_sax_tag(self->event).end},
                        .field_count = self->fields.count};
    entry.fields =
        arena_copy(self->into, self->fields.items, self->fields.count * sizeof *self->fields.items);
    vec_push(&self->entries, entry);
    self->entry_depth = 0;
}

/* Within an author there is a name, within a source a title: these are what is meant. */
static bool is_inner_name(const feed_parser *self, str name) {
    bool direct = self->open.count == self->field_depth + 1;
    return direct && ((self->field.kind == FEED_AUTHOR && str_equal(name, STR("name"))) ||
                      (self->field.kind == FEED_PUBLISHER && str_equal(name, STR("title"))));
}

static bool is_direct(const feed_parser *self) {
    return self->entry_depth > 0 ? self->open.count == self->entry_depth + 1
                                 : self->open.items[self->open.count - 2].about;
}

static void begin_inside(feed_parser *self, str space, str name) {
    feed_meaning meaning = feed_meaning_of(space, name);
    bool entry = str_equal(name, STR("item")) || str_equal(name, STR("entry"));
    if (self->field_depth > 0) {
        if (is_inner_name(self, name) && feed_is_own(space)) {
            begin_field(self, (feed_meaning){self->field.kind, 0, FEED_UNTOLD});
        } else {
            self->marked_up = true;
        }
    } else if (self->entry_depth == 0 && entry && feed_is_own(space)) {
        begin_entry(self);
    } else if (meaning.kind != FEED_NOTHING && is_direct(self)) {
        begin_field(self, meaning);
    }
}

static void push_level(feed_parser *self, str name) {
    level inner = self->open.items[self->open.count - 1];
    inner.about = self->open.count == 1 || str_equal(name, STR("channel"));
    str base = attribute(self, "xml", "base");
    base = base.data != NULL ? base : attribute(self, NULL, "base"); /* CDF */
    str language = attribute(self, "xml", "lang");
    inner.base = base.data != NULL ? resolved(self, inner.base, base) : inner.base;
    inner.language = language.data != NULL ? language : inner.language;
    vec_push(&self->open, inner);
}

static void on_start(void *context, const xml_sax *event, str space, str name) {
    feed_parser *self = context;
    self->event = event;
    push_level(self, name);
    begin_inside(self, space, name);
}

static void on_end(void *context, const xml_sax *event) {
    feed_parser *self = context;
    self->event = event;
    if (self->field_depth == self->open.count) {
        end_field(self);
    } else if (self->entry_depth == self->open.count) {
        end_entry(self);
    }
    self->open.count--;
}

static void on_characters(void *context, str bytes) {
    feed_parser *self = context;
    if (self->field_depth > 0 && !self->marked_up) {
        buf_put(&self->value, bytes);
    }
}

/* --- the feed --------------------------------------------------------------------------------- */

bool feed_read(arena *into, str text, str base, const budget *within, feed *out) {
    static const xml_handler TOLD = {on_start, on_end, on_characters};
    feed_parser self = {.into = into, .text = text};
    vec_push(&self.open, (level){.base = base}); /* outside of the root */
    const bool whole = xml_sax_read(text, within, &TOLD, &self);
    *out = (feed){.entry_count = self.entries.count, .about.field_count = self.about.count};
    out->entries =
        arena_copy(into, self.entries.items, self.entries.count * sizeof *self.entries.items);
    out->about.fields =
        arena_copy(into, self.about.items, self.about.count * sizeof *self.about.items);
    vec_free(&self.open);
    vec_free(&self.fields);
    vec_free(&self.about);
    vec_free(&self.entries);
    buf_free(&self.value);
    return whole;
}
