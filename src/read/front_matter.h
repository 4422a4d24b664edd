/* Front matter: lines of YAML between two rules, with which the Markdown of a site's page begins.
 */
#ifndef READ_FRONT_MATTER_H
#define READ_FRONT_MATTER_H

#include "base/str.h"

#include <stddef.h>

/* Past the front matter that the text begins with; 0 if there is none. A key is taken for one if
 * it is a word that begins with a small letter, and there must be one in the first line. */
size_t front_matter_end(str text);

#endif
