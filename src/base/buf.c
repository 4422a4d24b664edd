#include "base/buf.h"

#include "base/memory.h"
#include "base/vec.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void buf_reserve(buf *self, size_t more) {
    if (more > SIZE_MAX / 2) {
        mem_product(more, 3); /* ends the process: no sum below overflows */
    }
    self->data = vec_grow(self->data, &self->capacity, self->size + more + 1, 1);
}

void buf_put(buf *self, str text) {
    buf_reserve(self, text.size);
    if (text.size > 0) {
        memcpy(self->data + self->size, text.data, text.size);
    }
    self->size += text.size;
    self->data[self->size] = '\0';
}

void buf_putc(buf *self, char byte) {
    buf_put(self, (str){&byte, 1});
}

void buf_printf(buf *self, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        return; /* a wide character that has no bytes here: nothing to put */
    }
    buf_reserve(self, (size_t)length);
    va_start(arguments, format);
    vsnprintf(self->data + self->size, (size_t)length + 1, format, arguments);
    va_end(arguments);
    self->size += (size_t)length;
}

void buf_clear(buf *self) {
    self->size = 0;
    if (self->data != NULL) {
        self->data[0] = '\0';
    }
}

void buf_free(buf *self) {
    mem_free(self->data);
    *self = (buf){0};
}

str buf_str(const buf *self) {
    return (str){self->data, self->size};
}

str buf_keep(buf *self, arena *into) {
    str out = {str_copy(into, buf_str(self)), self->size};
    buf_free(self);
    return out;
}
