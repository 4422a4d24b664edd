/* The tokens of HTML: where tags, attributes, character references and comments end, as the
 * standard has it (section 13.2.5, tokenization), in as far as the linear pass (html_lean.h) asks
 * for it.
 *
 * Places are bytes in `text`, and may be its end; what never ends reaches to there. */
#ifndef READ_HTML_TOKENIZER_H
#define READ_HTML_TOKENIZER_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The first `c` from `from` on. */
size_t html_find_char(str text, size_t from, char c);

/* The end of the tag's name that begins at `at`. */
size_t html_name_end(str text, size_t at);

typedef struct {
    span name, value; /* without quotation marks; empty where there is none */
} html_attribute_token;

/* The attribute at `*at`, in a start tag after its name, which moves on; false where the tag ends,
 * which `*at` is then the place of. */
bool html_next_attribute(str text, size_t *at, html_attribute_token *out);

/* Past the next `>` from `at` on. */
size_t html_tag_end(str text, size_t at);

/* Where `</name` next stands. */
size_t html_find_end_tag(str text, size_t from, str name);

/* The end of the character reference at `at`, or of what looks like one; `at` where nothing does.
 */
size_t html_reference_end(str text, size_t at);

/* The end of the comment whose `<!--` is at `begin`. */
size_t html_comment_end(str text, size_t begin);

#endif
