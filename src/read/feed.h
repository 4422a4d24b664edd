/* A feed (RSS in all its versions, Atom, CDF) as a list of entries and what each tells of itself.
 *
 * Everything lives in the arena or is borrowed from the feed's text. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include "base/arena.h"
#include "base/str.h"
#include "read/budget.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    FEED_NOTHING,
    FEED_TITLE,
    FEED_LINK,
    FEED_ID,
    FEED_AUTHOR,
    FEED_DATE,
    FEED_LANGUAGE,
    FEED_PUBLISHER, /* where an entry was taken from another feed */
    FEED_CONTENT,
    FEED_SUMMARY
} feed_kind;

/* How a field's value is to be read. */
typedef enum {
    FEED_UNTOLD, /* text, or markup that was escaped, as it looks */
    FEED_TEXT,
    FEED_HTML,  /* markup that was escaped: the value is HTML */
    FEED_MARKUP /* elements of XML: the value is them, as they stand */
} feed_form;

typedef struct {
    feed_kind kind;
    unsigned rank; /* of several of a kind, the lower is the better */
    feed_form form;
    str value;
    span inner; /* in the feed's text: what stands between the tags; empty for an attribute */
    str base;   /* where its relative links start from; data NULL where not known */
    str language;
} feed_field;

typedef struct {
    span span; /* in the feed's text, with its tags; empty for the feed itself */
    feed_field *fields;
    size_t field_count;
} feed_entry;

typedef struct {
    feed_entry about; /* the feed itself */
    feed_entry *entries;
    size_t entry_count;
} feed;

/* Whether a text that begins so is a feed. */
bool feed_begins(str text);

/* Reads a feed's text: well-formed UTF-8, in which nothing else need be well formed. `base` is its
 * address; data NULL where not known. Gives what it found; false where the budget was spent. */
bool feed_read(arena *into, str text, str base, const budget *within, feed *out);

/* The best field of a kind, of those that have a value; NULL where there is none. */
const feed_field *feed_find(const feed_entry *entry, feed_kind kind);

/* What an element is for; FEED_NOTHING where it is for nothing here. `space` is its namespace or,
 * where that is not declared, its prefix; data NULL for none. `name` is in small letters. */
typedef struct {
    feed_kind kind;
    unsigned rank;
    feed_form form;
} feed_meaning;

feed_meaning feed_meaning_of(str space, str name);

/* Whether it is an element of the feed's own vocabulary, and not of an extension. */
bool feed_is_own(str space);

/* A date as RSS (RFC 822) or Atom (RFC 3339) has it, in the form of the latter, in the arena: of as
 * much as it tells. Data NULL where it is no date. */
str feed_date(arena *into, str written);

#endif
