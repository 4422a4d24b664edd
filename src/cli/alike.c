#include "cli/alike.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/lexicon.h"

enum { WORD_LEAST = 5 }; /* bytes: shorter ones all texts have */

static bool is_letter(char c) {
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

static buf lower_case(str text) {
    buf out = {0};
    for (size_t i = 0; i < text.size; i++) {
        buf_putc(&out, ascii_lower(text.data[i]));
    }
    return out;
}

/* Adds the different words; returns how many of them `among`, which may be NULL, has. */
static size_t add_words(lexicon *to, str lower, const lexicon *among) {
    size_t shared = 0;
    for (size_t at = 0; at < lower.size; at++) {
        const size_t begin = at;
        while (at < lower.size && is_letter(lower.data[at])) {
            at++;
        }
        const str word = str_slice(lower, (span){begin, at});
        if (word.size >= WORD_LEAST && lexicon_find(to, word) == NULL) {
            *lexicon_put(to, word) = 1;
            shared += among != NULL && lexicon_find(among, word) != NULL;
        }
    }
    return shared;
}

double alike_share(str text, str other) {
    lexicon own = {0}, others = {0};
    buf lower = lower_case(text), other_lower = lower_case(other);
    add_words(&others, buf_str(&other_lower), NULL);
    const size_t shared = add_words(&own, buf_str(&lower), &others);
    const double share = own.count > 0 ? (double)shared / (double)own.count : 1;
    lexicon_free(&own);
    lexicon_free(&others);
    buf_free(&lower);
    buf_free(&other_lower);
    return share;
}
