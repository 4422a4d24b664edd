/* The head noun of a source, and what it tells of people who have no name there. */
#ifndef RESOLVE_SOURCE_HEAD_H
#define RESOLVE_SOURCE_HEAD_H

#include "resolve/scene.h"

/* The words of the source's own noun phrase, up to what describes it: "a Pentagon spokesman" of "a
 * Pentagon spokesman who asked not to be named", "her aides" of "some of her aides". */
word_range head_part(const scene *self, word_range source);

/* The entry of data/resolve/sourcing.txt for the last word or phrase of the part that has one, or
 * NULL. `*where` gets its words. */
const entry *head_entry(const scene *self, word_range part, word_range *where);

/* The words of relation `i` that name who or what its source is: "spokesman". Empty where none of
 * them is listed. */
word_range source_head(const scene *self, size_t i);

/* Whether the source ends in a noun of that section: "her campaign". `*where` gets it. */
bool head_is(const scene *self, word_range source, const char *section, word_range *where);

bool is_plural(const word *head);

/* Whether the part's last word names a person by what they are: "negotiator". */
bool names_person(const word_list *words, word_range part);

/* How many a source claims to be: "two officials", "a dozen people"; 0 where it does not tell. */
size_t claimed_number(const word_list *words, word_range source);

/* Whether the text withholds who they are, and does not just speak of their kind. `*where` gets the
 * words that do. */
bool is_particular(const scene *self, word_range source, word_range *where);

/* "The Harbour Action Network", which broadcasts nothing as far as its name tells. */
bool is_other_network(const scene *self, const speaker *who, word_range head);

#endif
