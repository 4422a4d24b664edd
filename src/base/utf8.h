/* UTF-8: repaired once at the door, then read without doubt.
 *
 * Everything past utf8_repair holds well-formed text only. Positions are bytes. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xFFFD };

/* utf8_repair tells this many flaws at most; it counts them all. */
enum { UTF8_FLAWS_MAX = 16 };

/* An ill-formed piece of the input. */
typedef struct {
    size_t position; /* of its first byte, in the input */
    size_t size;     /* 1 to 3 bytes */
} utf8_flaw;

/* Reads the code point at `*pos` and moves `*pos` past it. `text` is well-formed and `*pos` is
 * where a code point begins, before the end. (Elsewhere: U+FFFD, and one flaw further.) */
uint32_t utf8_next(str text, size_t *pos);

/* Gives `bytes` as well-formed text: every maximal subpart of an ill-formed subsequence (Unicode,
 * section 3.9, the practice of W3C) becomes one U+FFFD. NUL is an ordinary character here.
 * `*text` is `bytes` itself where nothing was wrong, else new in the arena: it is good while both
 * are. `*flaws` holds the first `*flaw_count` (at most UTF8_FLAWS_MAX), in the arena, NULL where
 * there are none; both may be NULL if not wanted. Returns how many there are in all. */
size_t utf8_repair(str bytes, arena *memory, str *text, utf8_flaw **flaws, size_t *flaw_count);

/* Writes a code point, returns its bytes (1 to 4); one that has no UTF-8 (a surrogate, or above
 * U+10FFFF) is written as U+FFFD. */
size_t utf8_put(char out[4], uint32_t cp);

/* The code points of a well-formed text. */
size_t utf8_count(str text);

#endif
