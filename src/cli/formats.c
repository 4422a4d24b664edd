#include "cli/formats.h"

#include "cli/export_formats.h"
#include "cli/list.h"
#include "cli/quotes_csv.h"
#include "cli/quotes_html.h"
#include "cli/quotes_jsonl.h"

const format *const QUOTES_FORMATS[] = {&QUOTES_LIST, &QUOTES_JSONL, &QUOTES_CSV, &QUOTES_HTML};
const size_t QUOTES_FORMAT_COUNT = sizeof QUOTES_FORMATS / sizeof *QUOTES_FORMATS;

const format *const EXPORT_FORMATS[] = {&QUOTES_JSONL,    &EXPORT_WEBANNOTATION, &EXPORT_SCHEMA,
                                        &QUOTES_CSV,      &EXPORT_GRAPHML,       &EXPORT_LINKS,
                                        &EXPORT_REPRINTS, &EXPORT_PASSIM};
