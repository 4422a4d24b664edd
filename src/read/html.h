/* Web pages: the article, and only the article.
 *
 * Left out are navigation, adverts, related links, comments, captions, cookie notices, buttons for
 * sharing, newsletter boxes, bylines and lines with a date, and the title, which is metadata.
 * Headings, lists, block quotations and embedded posts are blocks of the text, apart by an empty
 * line; a `<br>` is a line feed. The text is no Markdown: all of it is shown.
 *
 * Everything in the reading lives in the arena. `sources` leads back to the bytes as they were
 * given, whatever their charset. */
#ifndef READ_HTML_H
#define READ_HTML_H

#include "read/read.h"

/* What bounds the time and memory that a page takes, whatever it holds. */
enum {
    HTML_SIZE_MAX = 16 << 20,    /* bytes; a larger page is refused */
    HTML_ELEMENTS_MAX = 400000,  /* tags after this many are left out, their text stays */
    HTML_DEPTH_MAX = 256,        /* so are tags of elements that stand deeper, */
    HTML_FORMATTING_MAX = 64,    /* and `<b>` and the like where so many were never closed */
    HTML_ATTRIBUTE_MAX = 8 << 10 /* bytes; longer attributes are left out */
};

/* What is known of a page from elsewhere; data NULL where it is not. */
typedef struct {
    str charset; /* as a header of HTTP names it */
    str url;     /* where the page was found; relative links start from there */
} html_hints;

/* Reads a page. `hints` may be NULL. HEARSAY_TOO_LARGE above HTML_SIZE_MAX; HEARSAY_FORMAT where
 * there is no text that could be an article. */
hearsay_status read_html(arena *into, str bytes, const html_hints *hints, reading *out,
                         hearsay_error *error);

/* Reads a piece of HTML that is known to be an article or a part of one, such as an entry of a
 * feed: all of it is taken, but for what is never part of a text (scripts, menus). No metadata is
 * looked for. An empty text is no error. */
hearsay_status read_html_fragment(arena *into, str bytes, const html_hints *hints, reading *out,
                                  hearsay_error *error);

/* Whether a file that begins with these bytes is a web page, in any charset. */
bool looks_like_html(str bytes);

#endif
