/* Feeds are read with libxml2, which goes on where XML is ill-formed, as a third of all feeds are.
 * It gets a copy of the text that xml_mask made fit; no entity is expanded but those of characters,
 * nothing is fetched, and the depth of elements is bounded by libxml2 itself. */
#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "read/base64.h"
#include "read/feed.h"
#include "read/feed_type.h"
#include "read/space.h"
#include "read/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum {
    NAME_SIZE = 32,     /* bytes of an element's name, with its 0 byte; longer ones are unknown */
    ENTITY_SIZE = 64,   /* bytes of what stands for an entity, with its 0 byte */
    CHECKED_EVERY = 256 /* elements between two looks at the clock */
};

/* An open element. */
typedef struct {
    str base, language; /* in the arena or the text; data NULL where not known */
    bool about;         /* what stands in it is about the feed: it is the root, or the channel */
} level;

typedef struct {
    arena *into;
    str text;       /* from the root's first byte on, as it was given */
    size_t skipped; /* bytes before it */
    char bare;      /* what stands for `&` in the copy; see xml_mask */
    const budget *within;
    bool spent;
    size_t elements; /* begun so far */
    xmlParserCtxt *parser;
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
    xmlEntity entity; /* the last one that was asked for */
    char entity_text[ENTITY_SIZE];
} feed_parser;

/* --- places ----------------------------------------------------------------------------------- */

/* How far libxml2 has come in the feed's text. */
static size_t here(const feed_parser *self) {
    const xmlParserInput *from = self->parser->inputTab[0];
    size_t at = (size_t)from->consumed + (size_t)(from->cur - from->base);
    return self->skipped + (at < self->text.size ? at : self->text.size);
}

/* Where the tag begins that ends or is about to end at `end`. */
static size_t tag_begin(const feed_parser *self, size_t end) {
    size_t at = end - self->skipped;
    while (at > 0 && self->text.data[at - 1] != '<') {
        at--;
    }
    return self->skipped + (at > 0 ? at - 1 : 0);
}

/* --- values ----------------------------------------------------------------------------------- */

static void put_characters(feed_parser *self, buf *out, str bytes) {
    size_t before = out->size;
    buf_put(out, bytes);
    for (size_t i = before; self->bare != '\0' && i < out->size; i++) {
        out->data[i] = out->data[i] == self->bare ? '&' : out->data[i];
    }
}

/* libxml2 gives attributes as five pointers each: name, prefix, namespace, value, its end. */
typedef struct {
    const xmlChar **items;
    size_t count;
} attributes;

/* An attribute's value in the arena; data NULL where there is none of that name. */
static str attribute(feed_parser *self, attributes all, const char *prefix, const char *name) {
    for (size_t i = 0; i < all.count; i++) {
        const char *const *each = (const char *const *)all.items + i * 5;
        bool meant = ascii_equal(str_from(each[0]), str_from(name)) &&
                     (prefix == NULL) == (each[1] == NULL) &&
                     (prefix == NULL || strcmp(each[1], prefix) == 0);
        if (meant) {
            buf value = {0};
            str repaired;
            put_characters(self, &value, (str){each[3], (size_t)(each[4] - each[3])});
            str copy = ascii_trim((str){str_copy(self->into, buf_str(&value)), value.size});
            utf8_repair(copy, self->into, &repaired, NULL, NULL);
            buf_free(&value);
            return repaired;
        }
    }
    return (str){NULL, 0};
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
static str link_address(feed_parser *self, attributes all) {
    static const char *const NAMES[] = {"href", "url", "uri"};
    str found = {NULL, 0};
    for (size_t i = 0; i < 3 && found.data == NULL; i++) {
        found = attribute(self, all, NULL, NAMES[i]);
    }
    return found;
}

static void begin_field(feed_parser *self, feed_meaning meaning, attributes all) {
    const level *top = &self->open.items[self->open.count - 1];
    feed_type type = feed_type_of(attribute(self, all, NULL, "type"),
                                  attribute(self, all, NULL, "mode"), meaning.form);
    if (meaning.kind == FEED_LINK) {
        str rel = attribute(self, all, NULL, "rel");
        str href = link_address(self, all);
        bool page = rel.size == 0 || ascii_equal(rel, STR("alternate"));
        if (page) {
            add_link(self, href, 0);
        }
        if (!page || href.data != NULL) {
            return;
        }
    } else if (meaning.kind >= FEED_CONTENT && type.foreign) {
        return;
    }
    self->field = (feed_field){.kind = meaning.kind,
                               .rank = meaning.rank,
                               .form = type.form,
                               .inner = {here(self) + 1, 0},
                               .base = top->base,
                               .language = top->language};
    if (meaning.kind == FEED_ID &&
        !ascii_equal(attribute(self, all, NULL, "ispermalink"), STR("false"))) {
        self->field.rank = 0;
    } else if (meaning.kind == FEED_ID) {
        self->field.rank = 1;
    }
    self->field_depth = self->open.count;
    self->marked_up = false;
    self->packed = type.packed;
    buf_clear(&self->value);
}

/* Where a field with elements in it is of a kind that has none, it is not what it seems. */
static void end_field(feed_parser *self) {
    feed_field *field = &self->field;
    size_t end = tag_begin(self, here(self));
    field->inner.end = end > field->inner.begin ? end : field->inner.begin;
    self->field_depth = 0;
    str inner = str_slice(
        self->text, (span){field->inner.begin - self->skipped, field->inner.end - self->skipped});
    bool holds_markup = field->kind >= FEED_CONTENT || field->kind == FEED_TITLE;
    if (self->marked_up && !holds_markup) {
        return;
    }
    if (self->marked_up) {
        field->form = FEED_MARKUP;
        field->value = inner;
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

static void begin_entry(feed_parser *self, attributes all) {
    self->entry_depth = self->open.count;
    self->begun = tag_begin(self, here(self));
    vec_clear(&self->fields);
    add_link(self, attribute(self, all, NULL, "href"), 0);   /* CDF */
    add_link(self, attribute(self, all, "rdf", "about"), 4); /* RSS 1.0 */
}

static void end_entry(feed_parser *self) {
    feed_entry entry = {.span = {self->begun, here(self)}, .field_count = self->fields.count};
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

static void begin_inside(feed_parser *self, str space, str name, attributes all) {
    feed_meaning meaning = feed_meaning_of(space, name);
    bool entry = str_equal(name, STR("item")) || str_equal(name, STR("entry"));
    if (self->field_depth > 0) {
        if (is_inner_name(self, name) && feed_is_own(space)) {
            begin_field(self, (feed_meaning){self->field.kind, 0, FEED_UNTOLD}, all);
        } else {
            self->marked_up = true;
        }
    } else if (self->entry_depth == 0 && entry && feed_is_own(space)) {
        begin_entry(self, all);
    } else if (meaning.kind != FEED_NOTHING && is_direct(self)) {
        begin_field(self, meaning, all);
    }
}

static void push_level(feed_parser *self, str name, attributes all) {
    level inner = self->open.items[self->open.count - 1];
    inner.about = self->open.count == 1 || str_equal(name, STR("channel"));
    str base = attribute(self, all, "xml", "base");
    base = base.data != NULL ? base : attribute(self, all, NULL, "base"); /* CDF */
    str language = attribute(self, all, "xml", "lang");
    inner.base = base.data != NULL ? resolved(self, inner.base, base) : inner.base;
    inner.language = language.data != NULL ? language : inner.language;
    vec_push(&self->open, inner);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **items) {
    (void)namespace_count, (void)namespaces, (void)defaulted;
    feed_parser *self = context;
    attributes all = {items, (size_t)count};
    if (++self->elements % CHECKED_EVERY == 0 && budget_is_spent(self->within)) {
        self->spent = true;
        xmlStopParser(self->parser);
        return;
    }
    char small[NAME_SIZE] = "";
    const char *of = (const char *)(uri != NULL ? uri : prefix);
    size_t size = strlen((const char *)name);
    for (size_t i = 0; size < sizeof small && i < size; i++) {
        small[i] = ascii_lower((char)name[i]);
    }
    push_level(self, str_from(small), all);
    begin_inside(self, of != NULL ? str_from(of) : (str){NULL, 0}, str_from(small), all);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    feed_parser *self = context;
    if (self->field_depth == self->open.count) {
        end_field(self);
    } else if (self->entry_depth == self->open.count) {
        end_entry(self);
    }
    self->open.count--;
}

static void on_characters(void *context, const xmlChar *bytes, int size) {
    feed_parser *self = context;
    if (self->field_depth > 0 && !self->marked_up) {
        put_characters(self, &self->value, (str){(const char *)bytes, (size_t)size});
    }
}

/* An entity is a character of HTML, or stands as it is written; what the feed declares does not
 * count, so nothing can grow. */
static xmlEntity *on_entity(void *context, const xmlChar *name) {
    feed_parser *self = context;
    snprintf(self->entity_text, sizeof self->entity_text, "&%s;", (const char *)name);
    const str written = str_from(self->entity_text);
    uint32_t cp = xml_reference(written, &(size_t){0});
    if (cp != 0) {
        size_t size = utf8_put(self->entity_text, cp);
        self->entity_text[size] = '\0';
    }
    self->entity = (xmlEntity){.type = XML_ENTITY_DECL,
                               .name = name,
                               .orig = (xmlChar *)self->entity_text,
                               .content = (xmlChar *)self->entity_text,
                               .length = (int)strlen(self->entity_text),
                               .etype = XML_INTERNAL_PREDEFINED_ENTITY};
    return &self->entity;
}

static void on_error(void *context, xmlErrorPtr error) {
    (void)context, (void)error;
}

/* --- the feed --------------------------------------------------------------------------------- */

static void parse(feed_parser *self, str masked) {
    self->parser = xmlCreateMemoryParserCtxt(masked.data, (int)masked.size);
    if (self->parser == NULL) {
        return; /* of nothing */
    }
    xmlCtxtUseOptions(self->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC |
                                        XML_PARSE_NOWARNING | XML_PARSE_NOERROR);
    *self->parser->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                                         .startElementNs = on_start,
                                         .endElementNs = on_end,
                                         .characters = on_characters,
                                         .ignorableWhitespace = on_characters,
                                         .cdataBlock = on_characters,
                                         .getEntity = on_entity,
                                         .serror = on_error};
    self->parser->userData = self;
    xmlParseDocument(self->parser);
    xmlFreeDoc(self->parser->myDoc);
    xmlFreeParserCtxt(self->parser);
}

bool feed_read(arena *into, str text, str base, const budget *within, feed *out) {
    size_t begin = past_space(text, 0, " \t\r\n");
    feed_parser self = {.into = into,
                        .text = str_slice(text, (span){begin, text.size}),
                        .skipped = begin,
                        .within = within};
    *out = (feed){.entries = NULL};
    if (self.text.size == 0 || self.text.size > INT_MAX) {
        return true;
    }
    vec_push(&self.open, (level){.base = base}); /* outside of the root */
    char *masked = mem_alloc(self.text.size);
    memcpy(masked, self.text.data, self.text.size);
    xml_mask(masked, self.text.size, &self.bare);
    parse(&self, (str){masked, self.text.size});
    mem_free(masked);
    out->entries =
        arena_copy(into, self.entries.items, self.entries.count * sizeof *self.entries.items);
    out->entry_count = self.entries.count;
    out->about.fields =
        arena_copy(into, self.about.items, self.about.count * sizeof *self.about.items);
    out->about.field_count = self.about.count;
    vec_free(&self.open);
    vec_free(&self.fields);
    vec_free(&self.about);
    vec_free(&self.entries);
    buf_free(&self.value);
    return !self.spent;
}
