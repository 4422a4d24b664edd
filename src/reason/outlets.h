/* Names of outlets, as documents write them: "the Gazette of Northport",
 * "northportgazette.example".
 */
#ifndef REASON_OUTLETS_H
#define REASON_OUTLETS_H

#include "reason/dossier.h"

/* Whether two names are of one outlet. */
bool is_one_outlet(str a, str b);

/* Whether a name is an outlet's: listed in data/resolve/, the publisher of a document of the
 * dossier, formed like one ("Dockside Radio"), or the name of a site. */
bool is_outlets_name(const dossier *self, str name);

/* The run of words with a capital that begins at word `begin` of the part, "of" and the like within
 * it, too: where it ends. */
size_t name_end(str text, span part, size_t begin);

#endif
