/* What XML is made of, for where libxml2 does not say where it found something. */
#ifndef READ_XML_H
#define READ_XML_H

#include "read/align.h"

#include <stdint.h>

/* Makes `text`, well-formed UTF-8, fit to be parsed on: what XML does not allow, and at which
 * libxml2 would lose what follows, is overwritten, so that all places stay the same. Control
 * characters become spaces, and an `&` that begins no reference becomes `bare` (a character of one
 * byte that XML allows and that the text does not hold; 0: there is none, and it stays). */
void xml_mask(char *text, size_t size, char *bare);

/* The character that the reference at `*at` stands for, which it moves past: a number, or a name
 * that XML or HTML has. 0, and `*at` as it was, where there is none such. */
uint32_t xml_reference(str text, size_t *at);

/* For xml_step: whether it is within a CDATA section. All zero at the beginning of an element. */
typedef struct {
    bool cdata;
} xml_place;

/* The step within an element that has text alone; `context` is an xml_place. */
size_t xml_step(void *context, str raw, size_t *at, char out[ALIGN_STEP_MAX]);

/* The encoding that an XML declaration at the beginning names, as it stands; data NULL if none. */
str xml_encoding(str bytes);

/* The text of markup: without its tags, references replaced, white space as single spaces and none
 * at the ends. In the arena. */
str xml_plain(arena *into, str markup);

/* Whether a text holds tags or references, as markup that was escaped does. */
bool xml_looks_escaped(str text);

#endif
