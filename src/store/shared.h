/* What two folds share as it lies in the store: numbers, seven bits a byte, the lowest first. */
#ifndef STORE_SHARED_H
#define STORE_SHARED_H

#include "base/buf.h"
#include "link/link.h"

/* A column of a query over `shared`: all words of the shorter one of two folds. */
#define SHORTER_WORDS                                                                              \
    "min((SELECT words FROM findings WHERE fold = a LIMIT 1), "                                    \
    "(SELECT words FROM findings WHERE fold = b LIMIT 1))"

/* statement a, statement b, begin and size of both spans, kind and turns, confidence of 10000. */
void shared_put_links(buf *out, const link_shared *from);

/* begin and size of both spans, words, told, sentences. */
void shared_put_passages(buf *out, const link_shared *from);

/* Takes the first one off; false at the end, or where what is there is none. */
bool shared_take_link(str *rest, link_pair *out);
bool shared_take_passage(str *rest, link_passage *out);

#endif
