/* JSON, as it is written: into a buf, one value after the other, commas where they belong.
 *
 *     write_open(out, '{');
 *     write_key(out, "id");
 *     write_string(out, id);
 *     write_close(out, '}');
 *
 * What is written is safe to show: no character of a string acts on a terminal or turns the
 * direction of the text around it. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* '{' or '[' */
void write_open(buf *out, char bracket);

/* '}' or ']' */
void write_close(buf *out, char bracket);

/* `key` needs no escapes. */
void write_key(buf *out, const char *key);

void write_null(buf *out);

void write_bool(buf *out, bool value);

void write_size(buf *out, size_t number);

/* Four digits after the point at most, whatever the locale; null where it is not between 0 and 1.
 */
void write_share(buf *out, float share);

/* Well-formed UTF-8; data NULL is null. Escaped besides what JSON wants: DEL and the C1 controls,
 * line and paragraph separators, the marks, embeddings, overrides and isolates of bidirectional
 * text, and the byte order mark. */
void write_string(buf *out, str text);

#endif
