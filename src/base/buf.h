/* Owned, growing bytes.
 *
 * The buf owns `data`; buf_free gives it back. All zero is an empty buf. Once anything was put
 * there, a 0 byte that is not counted in `size` follows the last byte, so `data` is a C string
 * too. Whatever is put may move the bytes: a str from buf_str is good until then only. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

#include <stddef.h>

typedef struct {
    char *data;
    size_t size, capacity; /* bytes */
} buf;

/* `text` may lie in the buf itself only if buf_reserve made room for it before. */
void buf_put(buf *self, str text);

void buf_putc(buf *self, char byte);

/* As printf. */
__attribute__((format(printf, 2, 3))) void buf_printf(buf *self, const char *format, ...);

/* Room for `more` bytes after the present ones, and the 0 byte. */
void buf_reserve(buf *self, size_t more);

/* Empty, with its memory kept for the next round. */
void buf_clear(buf *self);

/* Empty, with its memory given back; may be used again. */
void buf_free(buf *self);

/* A view of the bytes. */
str buf_str(const buf *self);

/* Moves the bytes to the arena, with a 0 byte after them; the buf is then as after buf_free. */
str buf_keep(buf *self, arena *into);

#endif
