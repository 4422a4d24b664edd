/* What languages are called in English. */
#ifndef CLI_LANGUAGES_H
#define CLI_LANGUAGES_H

#include "hearsay.h"

#include <stdbool.h>

/* "German" for "de"; a code that is not known is its own name. */
const char *language_name(const char *code);

/* Whether nothing of the document was read, as all of it is in another language than English. */
bool is_foreign(const hearsay_document *document);

#endif
