/* The parts of a person's name. */
#ifndef IDENTIFY_PERSON_NAME_H
#define IDENTIFY_PERSON_NAME_H

#include "identify/letters.h"

/* All folded (letters.h); a part that is missing is empty. */
typedef struct {
    str given;   /* the first name, or its initial */
    str middle;  /* those between, apart at blanks */
    str surname; /* with what belongs to it: "van rompuy", "strauss-kahn" */
    str suffix;  /* "jr", "iii" */
} person_name;

/* Titles before the name are left out. A name of one word is a surname. */
person_name person_name_read(str text, arena *into);

/* As it stands in a profile, and back. */
str person_name_line(const person_name *self, arena *into);
person_name person_name_from(str line);

/* How the given names of two are alike. */
typedef enum {
    GIVEN_DIFFERENT,
    GIVEN_INITIAL,  /* one is the other's first letter */
    GIVEN_NICKNAME, /* one stands for the other, or both for a third */
    GIVEN_SPELLING,
    GIVEN_SAME
} given_likeness;

given_likeness given_compare(str a, str b, arena *scratch);

/* How the surnames of two are alike. */
typedef enum {
    SURNAME_DIFFERENT,
    SURNAME_PART, /* one is a part of the other's double name */
    SURNAME_SPELLING,
    SURNAME_SAME
} surname_likeness;

surname_likeness surname_compare(str a, str b, arena *scratch);

/* A surname without blanks, hyphens and Arabic articles, by its sound: what it is looked up by. */
str surname_key(str surname, arena *into);

/* How many people may bear given name, middle names and surname, by fixed tables: a rough guess,
 * above all of those in the United States. */
double person_name_bearers(const person_name *self, arena *scratch);

bool is_initial(str word);

#endif
