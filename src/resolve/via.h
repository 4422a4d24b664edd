/* The outlets and platforms through which a statement was made or came. */
#ifndef RESOLVE_VIA_H
#define RESOLVE_VIA_H

#include "resolve/scene.h"

/* Fills in `via` of relation `i`, by what its own sentence names and by who reports it; speakers
 * are known. Returns whether it was made to an outlet: "told NBC News". */
bool find_via(scene *self, size_t i);

/* Adds a name, unless it is there, or the document's own outlet, or the speaker. */
void via_add(scene *self, size_t i, str name, word_range where);

/* Whether a name is governed by a word that says that something was said or published there: "in",
 * "told". `*lead` gets that word. */
bool via_is_led(const scene *self, word_range name, size_t *lead);

/* Whether word `at` is a text or talk that may be called by where it came out: "column". */
bool via_is_text(const scene *self, size_t at);

/* The relation near `i` whose cue word `at` goes with: the last one before it in its sentence, else
 * the next one after it; SIZE_MAX where there is none. So "Vale tweeted after Moreno argued" has
 * one tweet. */
size_t via_teller(const scene *self, size_t i, size_t at);

/* Whether a name at word `at` is that of a programme of the outlet whose name ends before word
 * `outlet_end`: "CNN's State of the Union", "CBS Face the Nation". The outlet is enough. */
bool via_is_program_of(const scene *self, size_t at, size_t outlet_end);

/* "Mayor Don Guardian": whether a person who speaks near has that surname. */
bool via_is_surname(const scene *self, size_t i, word_range name);

#endif
