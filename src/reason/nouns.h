/* What words mostly are, by the tables that resolve/ is built with. */
#ifndef REASON_NOUNS_H
#define REASON_NOUNS_H

#include "base/str.h"

#include <stdbool.h>

/* 'N' noun, 'V' verb, 'A' adjective, 'R' adverb; 0: the table has it not. In small letters. */
char word_class(str word);

/* "rookie", "officer", and in the plural. */
bool is_person_noun(str word);

/* Whether the table has it as a verb, if only among other things. */
bool is_verb_too(str word);

/* Whether nobody is told apart: some of a group ("many Democrats", "several societies", "200
 * scientists"), people who are called by what they are alone ("officials", "critics"), or bodies
 * in the plural ("companies"). A body or text is told apart ("police", "an autopsy"), and so is who
 * is called by a name, be it of a place ("residents of Sill", "Democrats"). */
bool is_nameless_group(str name);

/* The same of outlets: "local media", "some papers", "reporters", but not "state media" or "the
 * newspaper". */
bool are_nameless_outlets(str name);

#endif
