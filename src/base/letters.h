/* Classes of characters, and the characters around a place in a text.
 *
 * The classes are Unicode's general categories as utf8proc has them, put together in the way that
 * is usual (a letter is L*, a digit or number N*). */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What stands before a beginning or after an end: of no class but is_space, as a line's end is. */
#define NO_CHARACTER UINT32_MAX

bool is_space(uint32_t cp);
bool is_letter(uint32_t cp);
bool is_lower(uint32_t cp);
bool is_upper(uint32_t cp);
bool is_digit(uint32_t cp);        /* decimal digits only */
bool is_alphanumeric(uint32_t cp); /* letters, digits, numbers of any kind */

/* What a small letter of its own, which is no accented form of another, is written as where it
 * lacks: "l" for l with stroke, "ss" for sharp s. NULL for all others. */
const char *letter_plain(uint32_t cp);

/* Whether the character is one of a 0-terminated list in UTF-8. */
bool is_one_of(uint32_t cp, const char *list);

/* The character that begins at `pos`, or ends there; NO_CHARACTER outside `within`. Both `pos` and
 * the bounds lie between characters of the text. */
uint32_t character_after(str text, span within, size_t pos);
uint32_t character_before(str text, span within, size_t pos);

/* Where the character before `pos`, which is not 0, begins. */
size_t character_back(str text, size_t pos);

/* The first place at or after `pos` where no combining mark stands. */
size_t skip_marks(str text, size_t pos);

/* `part` without white space at either end. */
span trim(str text, span part);

/* The first place at or after `pos`, and at most `end`, that is not white space. */
size_t skip_space(str text, size_t pos, size_t end);

#endif
