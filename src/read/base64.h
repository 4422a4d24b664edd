/* What is packed as letters (RFC 4648, section 4). */
#ifndef READ_BASE64_H
#define READ_BASE64_H

#include "base/arena.h"
#include "base/str.h"

/* Decodes what stands there, in the arena; white space between is passed over, and what follows a
 * character that does not belong there is lost. */
str base64_decode(arena *into, str text);

#endif
