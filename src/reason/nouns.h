/* What words mostly are, by the tables that resolve/ is built with. */
#ifndef REASON_NOUNS_H
#define REASON_NOUNS_H

#include "base/str.h"

#include <stdbool.h>

/* 'N' noun, 'V' verb, 'A' adjective, 'R' adverb; 0: the table has it not. In small letters. */
char word_class(str word);

/* "rookie", "officer", and in the plural. */
bool is_person_noun(str word);

/* Whether people in general are meant, "officials", "critics": no body ("police"), and nobody who
 * is called by a name, be it of a place ("residents of Sill"). */
bool is_nameless_group(str name);

#endif
