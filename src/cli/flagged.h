/* What a reader should know about parts of a text (hearsay_flag), in words. */
#ifndef CLI_FLAGGED_H
#define CLI_FLAGGED_H

#include "base/buf.h"
#include "hearsay.h"

/* Puts a flag as a line of text, which is to be made safe or escaped: "“March 12”, “March 13”: two
 * dates for one event (collision)". */
void flagged_put(buf *out, hearsay_document *document, const hearsay_flag *flag);

#endif
