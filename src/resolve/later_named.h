/* Descriptions that the text names later, or only means: "a former chairman" of the first sentence
 * who turns out to be Don Fowler; "the clip" for the video that was spoken of. */
#ifndef RESOLVE_LATER_NAMED_H
#define RESOLVE_LATER_NAMED_H

#include "resolve/sources.h"

/* Gives the heads of sources the entity that they stand for after all. `heads`: one for each
 * relation. The mentions of `reader` are changed. */
void later_named_find(const source_reader *reader, const source_heads *heads,
                      const relation_list *relations, arena *into);

#endif
