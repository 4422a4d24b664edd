/* Which of documents that are copied from each other is likely the original, and why. */
#ifndef STORE_ORIGINAL_H
#define STORE_ORIGINAL_H

#include "base/arena.h"
#include "base/str.h"
#include "store/days.h"

/* A document among its reprints. */
typedef struct {
    str text, author, publisher;
    day_number day; /* 0: not known */
    size_t words;   /* that it shares with the others */
} reprinted;

/* The place of the likely original; `count` where nothing tells. By what the others credit in their
 * first or last lines or their byline, else by the date, else by what is the fullest. `why` gets
 * the reasons that hold, in the arena. */
size_t original_of(const reprinted *documents, size_t count, arena *into, str *why);

#endif
