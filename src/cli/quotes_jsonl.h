/* Statements as JSON lines, which docs/format.md defines. */
#ifndef CLI_QUOTES_JSONL_H
#define CLI_QUOTES_JSONL_H

#include "cli/formats.h"

extern const format QUOTES_JSONL;

#endif
