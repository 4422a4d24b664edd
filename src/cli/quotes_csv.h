/* Statements as a table, a row each; docs/format.md says what its columns hold. */
#ifndef CLI_QUOTES_CSV_H
#define CLI_QUOTES_CSV_H

#include "cli/formats.h"

extern const format QUOTES_CSV;

#endif
