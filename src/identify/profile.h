/* A profile as it is read again from its text.
 *
 *     person                              body
 *     sex f                               name bureau federal investigation
 *     name hillary|rodham|clinton|        acronym fbi
 *                                         initials fbi
 *     only 46596f5dc136ab15               only 46596f5dc136ab15
 *
 * One word that may name either has both first lines, and its name as of a person. Lines that a
 * profile does not need are left out; `only` bears the speaker's id where names alone
 * do not tell who it is, so that it is nobody else's; a store adds a line `apart` with an id where
 * the user has parted a speaker from its namesakes. */
#ifndef IDENTIFY_PROFILE_H
#define IDENTIFY_PROFILE_H

#include "identify/identify.h"
#include "identify/person_name.h"

enum { PROFILE_NAMES = 12 };

typedef struct {
    bool person, body; /* both where a word alone may name either */
    char sex;          /* 'm', 'f', 0 */
    bool alone;        /* bears an id */
    size_t count;
    person_name people[PROFILE_NAMES]; /* [count] of a person */
    str bodies[PROFILE_NAMES];         /* [count] of a body */
    str acronyms[PROFILE_NAMES];       /* [acronym_count], folded */
    size_t acronym_count;
    str initials[PROFILE_NAMES]; /* [initials_count] of names that are written out */
    size_t initials_count;
} profile_parts;

/* Borrows the text. */
void profile_read(str text, profile_parts *out);

#endif
