/* The words and phrases that reasoning goes by (data/reason/). */
#ifndef REASON_REPORTING_H
#define REASON_REPORTING_H

#include "base/str.h"

#include <stdbool.h>

/* What a word does, as data/reason/reporting.txt tells. */
typedef enum {
    CONFIRMS = 'y',
    DENIES = 'd',
    CREDITS_AFTER = 'b',  /* stands before an outlet: "told" */
    CREDITS_BEFORE = 'a', /* after it: "reported" */
    CREDITS_BY = 'p',     /* before "by" and an outlet */
    OUTLET_NAME = 'o',    /* part of the names of outlets: "Gazette" */
    OUTLET_KIND = 'k',    /* before such a name: "the magazine" */
    QUOTES = 'g',         /* before whom an outlet quotes */
    VAGUE = 'q',          /* before a number */
    CHANGES = 'v',
    NEGATES = 'n',
    VOUCHES = 'w',  /* after a negation: what follows is not so: "no truth in the story that" */
    JESTS = 'j',    /* what is said so is not meant */
    SUPPOSES = 's', /* begins what is only supposed: "if" */
    MONTH = 'm',
    REFUSES = 'r',    /* what follows is not done: "refused" */
    FURNISHES = 'f',  /* of a page's own lines: "copyright" */
    REPORTEDLY = 'h', /* that somebody else says so: "reportedly" */
    ACTS = 'e',       /* is done, and not said: "approved" */
    UTTERS = 'u'      /* tells of what somebody wants or thinks that they said it: "promised" */
} word_role;

/* What a list of words in small letters has beside the word; capital letters do not matter. */
bool word_find(str list, str word, str *value);

/* Capital letters do not matter. */
bool word_does(str word, word_role what);

/* The next word (letters, digits, and apostrophes within) of `text` at or after `*pos`, in `part`;
 * data NULL after the last. `*pos` is then behind it. */
str next_word(str text, span part, size_t *pos);

/* The first word of that role in the part. */
bool part_has(str text, span part, word_role what);

/* Whether the part says that somebody did not comment; `*where` gets the phrase. */
bool says_no_comment(str text, span part, span *where);

/* The first place in the part where `wanted` stands as whole words, as it is written. */
bool find_name(str text, span part, str wanted, span *where);

#endif
