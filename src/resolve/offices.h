/* What an office is called: "Sen." is a senator. */
#ifndef RESOLVE_OFFICES_H
#define RESOLVE_OFFICES_H

#include "resolve/tokens.h"

/* The noun that a title which is cut short stands for; where it is none, the word as it is. */
str office_called(str lower);

/* Whether the word is an office that somebody holds, written out or cut short; not "Mr.". */
bool token_holds_office(const token *self);

/* Whether one who holds another office may be this, too: a senator a candidate. */
bool token_may_be_held_besides(const token *self);

#endif
