/* What is known of a document besides its text, as it was given. */
#ifndef RESOLVE_FACTS_H
#define RESOLVE_FACTS_H

#include "base/str.h"

/* Borrowed; data NULL where something is not known. Nothing is promised of their form: a date may
 * be impossible, an author a list of people. */
typedef struct {
    str author, publisher, date, title;
} document_facts;

#endif
