/* A run of capitalized words: what of it is title and what name, and what it names. */
#ifndef RESOLVE_NAMES_H
#define RESOLVE_NAMES_H

#include "resolve/name_kinds.h"

/* What a run of names is read as. */
typedef struct {
    token_range title, name; /* the name is empty where the run is a description: "FBI Director" */
    named_kind kind;
    uint8_t gender;
} name_reading;

/* `run` is not empty. `after_article`: "the" stands before it. `titled`: a description of a person
 * stands right before it, as in "economist Jared Bernstein". */
name_reading name_read(const token_list *tokens, token_range run, bool after_article, bool titled);

/* The end of the run of names that begins at `begin`: capitals, initials, what joins them in names
 * ("of" after a body's name, "de", "van", "&"). At most `end`. */
size_t name_run_end(const token_list *tokens, size_t begin, size_t end);

#endif
