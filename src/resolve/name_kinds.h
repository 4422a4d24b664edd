/* What a run of capitalized words names: a person, body, outlet, place, document. */
#ifndef RESOLVE_NAME_KINDS_H
#define RESOLVE_NAME_KINDS_H

#include "resolve/mentions.h"

/* What the name, which is not empty, names. `after_article`: "the" stands before it. */
named_kind name_kind(const token_list *tokens, token_range name, bool after_article);

/* The word that tells what a body's name names: the one before the first "of", else the last. */
const token *name_telling_word(const token_list *tokens, token_range run);

/* "Veterans of America", "Students for Peace": a body called by those who are in it. */
bool name_is_of_members(const token_list *tokens, token_range run);

/* "Tishana King", though no list has that first name: a word that is nothing else, before one that
 * is a surname, too. */
bool name_is_like_noun(const token_list *tokens, token_range run);

/* "A.", and "A.J."; but "U.S." is none. */
bool token_is_initial(const token *self);

/* "Veterans" of "Veterans of America": those whom a body is called by. */
bool token_tells_members(const token *self);

/* GENDER_... of a first name in small letters; 0 if it is none. */
uint8_t first_name_gender(str lower);

/* The run in small letters, without the full stop that ends it. */
str name_lower(const token_list *tokens, token_range run);

/* Two or three words of which none is a common one: "Laquan McDonald" may be anybody. */
bool name_is_rare(const token_list *tokens, token_range name);

/* Whether the lists have the run as the name of an outlet, or it has the form of one. */
bool name_is_outlet(const token_list *tokens, token_range run, bool after_article);

#endif
