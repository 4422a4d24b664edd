/* Headers as mail, HTTP and WARC have them: lines of "Name: value". */
#ifndef READ_HEADERS_H
#define READ_HEADERS_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The first value of a name (in small letters), without white space around it; data NULL where
 * there is none. */
str header_value(str headers, const char *name);

/* The value of a parameter, such as "charset" in "text/html; charset=utf-8". */
str header_parameter(str value, const char *name);

/* What a server answered. All of it is borrowed from the bytes. */
typedef struct {
    unsigned status;
    str headers;
    str body; /* as it was sent */
} http_response;

/* False where it is no answer of HTTP. */
bool http_read(str bytes, http_response *out);

/* Puts what was sent in chunks at the end of `into`. False where it was not; where only the first
 * chunks are whole, it is what can be read. */
bool http_join_chunks(str body, buf *into);

#endif
