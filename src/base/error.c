#include "base/error.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Bytes at the beginning of a message that stay where it is too long: most of what is left belongs
 * to its end, where the reason stands. */
enum { HEAD = 64 };

static bool is_inside_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Leaves out the middle, which is a path's as a rule. */
static void shorten(const char *message, size_t size, char *out, size_t room) {
    static const char LEFT_OUT[] = "…";
    const size_t mark = sizeof LEFT_OUT - 1;
    size_t head = HEAD;
    size_t tail = size - (room - 1 - mark - head);
    while (head > 0 && is_inside_character(message[head])) {
        head--;
    }
    while (tail < size && is_inside_character(message[tail])) {
        tail++;
    }
    memcpy(out, message, head);
    memcpy(out + head, LEFT_OUT, mark);
    memcpy(out + head + mark, message + tail, size - tail + 1);
}

hearsay_status error_set(hearsay_error *err, hearsay_status code, size_t position,
                         const char *format, ...) {
    if (err == NULL) {
        return code;
    }
    err->code = code;
    err->position = position;
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    if (length > 0 && (size_t)length >= sizeof err->message) {
        char *whole = mem_alloc((size_t)length + 1);
        vsnprintf(whole, (size_t)length + 1, format, again);
        shorten(whole, (size_t)length, err->message, sizeof err->message);
        mem_free(whole);
    }
    va_end(again);
    return code;
}
