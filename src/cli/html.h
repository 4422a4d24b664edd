/* Text as HTML. Whatever is put, it ends neither the element nor the quoted attribute that it
 * stands in, and does nothing but be read. */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include "base/buf.h"
#include "base/str.h"
#include "cli/safe.h"

#include <stdbool.h>

/* Text without control characters: ours, or made safe before. */
void html_put(buf *out, str text);

/* Well-formed text of any kind; characters that act are shown (cli/safe.h), line breaks are
 * spaces. */
void html_put_line(buf *out, str text);

/* The same for bytes of any kind (file names). */
void html_put_bytes(buf *out, str bytes);

/* The same for a text that is put piece by piece, without its line breaks. */
void html_put_piece(buf *out, str piece, safe_state *before);

/* An address for href, if it is one of http or https; else puts nothing and returns false. All that
 * does not belong in an address is put in its encoded form. */
bool html_put_address(buf *out, str address);

#endif
