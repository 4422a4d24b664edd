/* Making a view (read/read.h) of the parts of a text that are seen. */
#ifndef READ_VIEW_H
#define READ_VIEW_H

#include "read/markdown.h"
#include "read/read.h"

/* The view lives in the arena; its `shown` is the text itself where all of it is seen. */
void view_make(arena *into, str text, const parts *seen, view *out);

#endif
