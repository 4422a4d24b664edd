/* The formats of `hearsay export` that no other command has. */
#ifndef CLI_EXPORT_FORMATS_H
#define CLI_EXPORT_FORMATS_H

#include "cli/formats.h"

extern const format EXPORT_WEBANNOTATION, EXPORT_SCHEMA, EXPORT_GRAPHML;
extern const format EXPORT_LINKS, EXPORT_REPRINTS, EXPORT_PASSIM; /* of a whole store */

/* "flags": the names of HEARSAY_TURN_... that are set. */
void turns_put_json(buf *out, unsigned turns);

#endif
