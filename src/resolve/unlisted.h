/* Outlets that no list has, where the text tells that somebody spoke to them. */
#ifndef RESOLVE_UNLISTED_H
#define RESOLVE_UNLISTED_H

#include "resolve/scene.h"

/* The name at word `at` of a frame that is told something by the cue of `i` ("told Tarn Tonight on
 * Monday"), or that somebody gives an interview ("in an interview with Tarn Tonight"), and that is
 * no person's and no body's; data NULL: there is none. `*length` gets its words. */
str unlisted_outlet(const scene *self, size_t i, size_t at, size_t *length);

#endif
