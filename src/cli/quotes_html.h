/* Articles and their statements as an HTML page that stands alone. */
#ifndef CLI_QUOTES_HTML_H
#define CLI_QUOTES_HTML_H

#include "cli/formats.h"

extern const format QUOTES_HTML;

#endif
