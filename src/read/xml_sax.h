/* XML as events (SAX), read with libxml2, which goes on where XML is ill-formed, as a third of all
 * feeds are.
 *
 * It gets a copy of the text that xml_mask made fit; no entity is expanded but those of characters,
 * nothing is fetched, and the depth of elements is bounded by libxml2 itself. */
#ifndef READ_XML_SAX_H
#define READ_XML_SAX_H

#include "base/arena.h"
#include "base/str.h"
#include "read/budget.h"

#include <stdbool.h>
#include <stddef.h>

/* The event that is told of; it holds until its function returns. */
typedef struct xml_sax xml_sax;

/* `context` is whose xml_sax_read it is. What is told is borrowed until the function returns. */
typedef struct {
    /* `space`: the namespace or, where that is not declared, its prefix; data NULL for none. `name`
     * is in small letters, and empty where it is longer than that of any element we know. */
    void (*start)(void *context, const xml_sax *event, str space, str name);
    void (*end)(void *context, const xml_sax *event);
    /* A piece of text, which need not be well-formed UTF-8. */
    void (*characters)(void *context, str bytes);
} xml_handler;

/* Reads a text: well-formed UTF-8, in which nothing else need be well formed. False where the
 * budget was spent before its end. */
bool xml_sax_read(str text, const budget *within, const xml_handler *told, void *context);

/* Where the tag stands that an event is of; of an empty element's start it is all but the `>`. */
span xml_sax_tag(const xml_sax *event);

/* The value of an attribute of the element that starts, trimmed, in the arena; data NULL where it
 * has none of that name. Without `prefix` (NULL) one that has none is meant. */
str xml_sax_attribute(const xml_sax *event, arena *into, const char *prefix, const char *name);

#endif
