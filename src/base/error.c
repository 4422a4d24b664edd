#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

hearsay_status error_set(hearsay_error *err, hearsay_status code, size_t position,
                         const char *format, ...) {
    if (err == NULL) {
        return code;
    }
    err->code = code;
    err->position = position;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(err->message, sizeof err->message, format, arguments);
    va_end(arguments);
    size_t end = sizeof err->message - 1;
    if (length > 0 && (size_t)length > end) {
        while (end > 0 && ((unsigned char)err->message[end - 1] & 0xC0) == 0x80) {
            end--; /* back over the last character's later bytes ... */
        }
        err->message[end > 0 ? end - 1 : 0] = '\0'; /* ... and its first */
    }
    return code;
}
