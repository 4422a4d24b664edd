/* Between two pieces of text that md4c hands out: what of it is markup, and hidden. */
#ifndef READ_GAP_H
#define READ_GAP_H

#include "read/markdown.h"

/* What md4c tells of the gap, in order. An autolink (`<http://...>`) is a link, too. */
typedef enum { GAP_LINK_OPENS, GAP_LINK_CLOSES, GAP_IMAGE_OPENS, GAP_IMAGE_CLOSES } gap_event;

typedef struct {
    span place;    /* in the text that md4c read */
    size_t images; /* how many images the gap's begin lies in */
    VEC(gap_event) events;
} gap;

/* Adds the parts of the gap that are seen. */
void gap_seen(str text, const gap *self, parts *seen);

#endif
