/* What a document is called where it is shown. */
#ifndef CLI_TITLE_H
#define CLI_TITLE_H

#include "base/str.h"
#include "hearsay.h"

#include <stdbool.h>

typedef struct {
    str text;   /* may hold any character; empty where the text has nothing to see either */
    bool given; /* false: it is the first line of the text, its beginning at least */
} title;

/* It belongs to the document. */
title title_of(hearsay_document *document);

#endif
