/* What a text speaks of: names, pronouns, descriptions, each with what its form tells.
 *
 * Noun phrases are runs of words that may stand in one (Abney 1991); there is no parser. A phrase
 * gives a mention for each name in it, and one for its head where that is no name: "Clinton
 * campaign spokesman Brian Fallon" gives "Clinton", a modifier, and "Brian Fallon", whose title is
 * the rest. */
#ifndef RESOLVE_MENTIONS_H
#define RESOLVE_MENTIONS_H

#include "resolve/tokens.h"

typedef enum { MENTION_NAME, MENTION_PRONOUN, MENTION_DESCRIPTION } mention_form;

typedef enum {
    NAMES_UNKNOWN,
    NAMES_PERSON,
    NAMES_BODY,
    NAMES_OUTLET,
    NAMES_PLACE,
    NAMES_DOCUMENT,
    NAMES_THING
} named_kind;

typedef enum {
    FUNCTION_SUBJECT,
    FUNCTION_OBJECT,
    FUNCTION_OBLIQUE,   /* behind a preposition */
    FUNCTION_POSSESSOR, /* before 's, or his */
    FUNCTION_MODIFIER,  /* a name within a phrase with another head */
    FUNCTION_OTHER,
    FUNCTION_COUNT
} mention_function;

/* Sets of genders. */
enum { GENDER_MALE = 1, GENDER_FEMALE = 2, GENDER_NEUTER = 4, GENDER_ANY = 7 };

/* Half-open positions in the list of tokens. */
typedef struct {
    size_t begin, end;
} token_range;

typedef struct {
    mention_form form;
    token_range phrase; /* the whole phrase, with its title or article */
    token_range name;   /* of a name: the name alone; else the phrase without its article */
    token_range called; /* where its name is written out: `name`, or elsewhere for an acronym */
    size_t surname;    /* of "Max and Ada Holt": where the surname of Max stands; NO_SURNAME else */
    token_range title; /* of a name: the words before it that say who it is; may be empty */
    size_t head; /* the token that tells most: a description's last noun, a name's last word */
    named_kind kind;
    mention_function function;
    uint8_t gender; /* what it may be */
    bool plural;
    bool definite;  /* the, this, his: the reader is to know which */
    bool after_and; /* joined to the mention before it */
    size_t entity;  /* set by entities_find */
} mention;

typedef struct {
    mention *items; /* by the first token of their names; a modifier before its phrase's head */
    size_t count;
} mention_list;

#define NO_ENTITY SIZE_MAX
#define NO_SURNAME SIZE_MAX

/* Linear in the tokens. All in the arena. */
void mentions_find(const token_list *tokens, arena *into, mention_list *out);

/* The text of some tokens; an empty str at the text's beginning where there are none. */
str tokens_text(const token_list *self, token_range part);
span tokens_span(const token_list *self, token_range part);

#endif
