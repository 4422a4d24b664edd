/* Feeds are told by their root's name: what a server says of a feed is often wrong, and says
 * nothing of a file. */
#include "base/ascii.h"
#include "read/feed.h"
#include "read/space.h"

/* Past the prolog: declarations, remarks, the document type. */
static size_t past_prolog(str text) {
    size_t at = past_space(text, 0, " \t\r\n");
    while (at + 1 < text.size && text.data[at] == '<' &&
           (text.data[at + 1] == '?' || text.data[at + 1] == '!')) {
        bool remark = str_starts(str_slice(text, (span){at, at + 4}), STR("<!--"));
        const str close = remark ? STR("-->") : STR(">");
        bool subset = false; /* of a document type, in which there are declarations */
        while (at < text.size &&
               (subset || !str_starts(str_slice(text, (span){at, text.size}), close))) {
            subset = !remark && (subset ? text.data[at] != ']' : text.data[at] == '[');
            at++;
        }
        at = past_space(text, at + close.size < text.size ? at + close.size : text.size, " \t\r\n");
    }
    return at;
}

bool feed_begins(str text) {
    static const str ROOTS[] = {{"rss", 3}, {"feed", 4}, {"RDF", 3}, {"channel", 7}};
    size_t at = past_prolog(text);
    if (at >= text.size || text.data[at] != '<') {
        return false;
    }
    size_t begin = ++at;
    while (at < text.size && (ascii_is_alphanumeric(text.data[at]) || text.data[at] == ':')) {
        at++;
        begin = text.data[at - 1] == ':' ? at : begin;
    }
    const str root = str_slice(text, (span){begin, at});
    bool found = false;
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++) {
        found = found || ascii_equal(root, ROOTS[i]);
    }
    bool ends = at < text.size && (ascii_is_space(text.data[at]) || text.data[at] == '>');
    return found && ends;
}
