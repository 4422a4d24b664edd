/* What words in classes and ids say. */
#ifndef READ_HTML_WORDS_H
#define READ_HTML_WORDS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The flags HTML_SAYS_* of the words in a class or id. They begin where letters begin, or a capital
 * after a small one: "storyBody", "story-body". */
uint32_t html_words_say(str names);

/* Whether a class or id is one that platforms give their embedded posts. */
bool html_names_post(str names);

/* How surely a class or id names the author of what is read: 0 not at all, 1, or 2 for a byline. */
int html_names_author(str names);

/* Whether a class or id names a date. */
bool html_names_date(str names);

#endif
