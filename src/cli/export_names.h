/* Names (URIs) of what is written for the web. */
#ifndef CLI_EXPORT_NAMES_H
#define CLI_EXPORT_NAMES_H

#include "base/buf.h"
#include "hearsay.h"

/* As JSON strings: a document's URL, if it is one of http or https, else urn:hearsay:document:ID;
 * and urn:hearsay:statement:ID. */
void name_put_document(buf *out, hearsay_document *document);
void name_put_statement(buf *out, const hearsay_statement *said);

#endif
