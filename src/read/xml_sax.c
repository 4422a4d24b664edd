#include "read/xml_sax.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "read/space.h"
#include "read/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum {
    NAME_SIZE = 32,     /* bytes of an element's name, with its 0 byte; longer ones are unknown */
    ENTITY_SIZE = 64,   /* bytes of what stands for an entity, with its 0 byte */
    CHECKED_EVERY = 256 /* elements between two looks at the clock */
};

struct xml_sax {
    const xml_handler *told;
    void *context;
    str text;       /* from the first byte on that is no space, as it was given */
    size_t skipped; /* bytes before it */
    char bare;      /* what stands for `&` in the copy; see xml_mask */
    const budget *within;
    bool spent;
    size_t elements; /* begun so far */
    xmlParserCtxt *parser;
    bool starts; /* the event is a start, which has these attributes: */
    const xmlChar **attributes;
    size_t attribute_count;
    buf characters;   /* of the event, where they are not as libxml2 gave them */
    xmlEntity entity; /* the last one that was asked for */
    char entity_text[ENTITY_SIZE];
};

/* --- what is told of an event ----------------------------------------------------------------- */

span xml_sax_tag(const xml_sax *event) {
    const xmlParserInput *from = event->parser->inputTab[0];
    const size_t read = (size_t)from->consumed + (size_t)(from->cur - from->base);
    const size_t end = read < event->text.size ? read : event->text.size;
    size_t begin = end;
    while (begin > 0 && event->text.data[begin - 1] != '<') {
        begin--;
    }
    begin -= begin > 0;
    /* libxml2 tells of a start before it reads the `>`. */
    return (span){event->skipped + begin, event->skipped + end + event->starts};
}

static void unmask(const xml_sax *self, buf *text) {
    for (size_t i = 0; self->bare != '\0' && i < text->size; i++) {
        text->data[i] = text->data[i] == self->bare ? '&' : text->data[i];
    }
}

/* libxml2 gives attributes as five pointers each: name, prefix, namespace, value, its end. */
str xml_sax_attribute(const xml_sax *event, arena *into, const char *prefix, const char *name) {
    for (size_t i = 0; i < event->attribute_count; i++) {
        const char *const *each = (const char *const *)event->attributes + i * 5;
        bool meant = ascii_equal(str_from(each[0]), str_from(name)) &&
                     (prefix == NULL) == (each[1] == NULL) &&
                     (prefix == NULL || strcmp(each[1], prefix) == 0);
        if (meant) {
            buf value = {0};
            str repaired;
            buf_put(&value, (str){each[3], (size_t)(each[4] - each[3])});
            unmask(event, &value);
            str copy = ascii_trim((str){str_copy(into, buf_str(&value)), value.size});
            utf8_repair(copy, into, &repaired, NULL, NULL);
            buf_free(&value);
            return repaired;
        }
    }
    return (str){NULL, 0};
}

/* --- what libxml2 tells ----------------------------------------------------------------------- */

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes) {
    (void)namespace_count, (void)namespaces, (void)defaulted;
    xml_sax *self = context;
    if (++self->elements % CHECKED_EVERY == 0 && budget_is_spent(self->within)) {
        self->spent = true;
        xmlStopParser(self->parser);
        return;
    }
    char small[NAME_SIZE] = "";
    const char *space = (const char *)(uri != NULL ? uri : prefix);
    size_t size = strlen((const char *)name);
    for (size_t i = 0; size < sizeof small && i < size; i++) {
        small[i] = ascii_lower((char)name[i]);
    }
    self->starts = true;
    self->attributes = attributes;
    self->attribute_count = (size_t)count;
    self->told->start(self->context, self, space != NULL ? str_from(space) : (str){NULL, 0},
                      str_from(small));
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    xml_sax *self = context;
    self->starts = false;
    self->attribute_count = 0;
    self->told->end(self->context, self);
}

static void on_characters(void *context, const xmlChar *bytes, int size) {
    xml_sax *self = context;
    str told = {(const char *)bytes, (size_t)size};
    if (self->bare != '\0') {
        buf_clear(&self->characters);
        buf_put(&self->characters, told);
        unmask(self, &self->characters);
        told = buf_str(&self->characters);
    }
    self->told->characters(self->context, told);
}

/* An entity is a character of HTML, or stands as it is written; what the text declares does not
 * count, so nothing can grow. */
static xmlEntity *on_entity(void *context, const xmlChar *name) {
    xml_sax *self = context;
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

/* --- the text --------------------------------------------------------------------------------- */

static void parse(xml_sax *self, str masked) {
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

bool xml_sax_read(str text, const budget *within, const xml_handler *told, void *context) {
    const size_t begin = past_space(text, 0, " \t\r\n");
    xml_sax self = {.told = told,
                    .context = context,
                    .text = str_slice(text, (span){begin, text.size}),
                    .skipped = begin,
                    .within = within};
    if (self.text.size == 0 || self.text.size > INT_MAX) {
        return true;
    }
    char *masked = mem_alloc(self.text.size);
    memcpy(masked, self.text.data, self.text.size);
    xml_mask(masked, self.text.size, &self.bare);
    parse(&self, (str){masked, self.text.size});
    mem_free(masked);
    buf_free(&self.characters);
    return !self.spent;
}
