#include "cli/title.h"

#include <string.h>

enum { FIRST_WORDS = 400 }; /* bytes */

/* The first line of the text of which something is seen. */
static str first_words(hearsay_document *document) {
    hearsay_str text = hearsay_document_text(document);
    for (size_t begin = 0; begin < text.size;) {
        size_t end = begin;
        while (end < text.size && text.data[end] != '\n' && text.data[end] != '\r') {
            end++;
        }
        size_t enough = end - begin > FIRST_WORDS ? begin + FIRST_WORDS : end;
        hearsay_str shown = hearsay_document_shown(document, (hearsay_span){begin, enough});
        if (shown.size > 0) {
            return (str){shown.data, shown.size};
        }
        begin = end + 1;
    }
    return STR("");
}

title title_of(hearsay_document *document) {
    hearsay_str given = hearsay_document_metadata(document).title;
    if (given.size > 0) {
        return (title){{given.data, given.size}, true};
    }
    return (title){first_words(document), false};
}
