#include "reason/sentences.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "base/utf8.h"

/* Whether the full stop at `dot` belongs to the word before it: "Mr.", "U.S.", "J. Smith", "9 p.m.
 * Friday". */
static bool is_abbreviation(str text, size_t begin, size_t dot) {
    size_t word = dot;
    while (word > begin && ascii_is_alphanumeric(text.data[word - 1])) {
        word--;
    }
    size_t size = dot - word;
    char first = size > 0 ? text.data[word] : ' ';
    bool capital = ascii_is_upper(first);
    bool lower = size > 1 && text.data[word + 1] >= 'a' && text.data[word + 1] <= 'z';
    bool of_letters = size == 1 && word > begin + 1 && text.data[word - 1] == '.' &&
                      ascii_is_letter(text.data[word - 2]);
    return of_letters || (capital && (size == 1 || (lower && size <= 3)));
}

/* Past the marks that close a sentence after its full stop. */
static size_t past_closing(str text, size_t pos) {
    while (pos < text.size) {
        size_t next = pos;
        uint32_t cp = utf8_next(text, &next);
        if (!is_one_of(cp, "\"'”’»)]")) {
            break;
        }
        pos = next;
    }
    return pos;
}

static bool is_stop(char c) {
    return c == '.' || c == '!' || c == '?';
}

/* Whether a sentence may begin at `pos`. */
static bool begins_sentence(str text, size_t pos) {
    if (pos >= text.size) {
        return true;
    }
    uint32_t cp = utf8_next(text, &pos);
    return !is_lower(cp);
}

/* Two line breaks with nothing but space between: a paragraph ends. */
static bool is_paragraph_end(str text, size_t pos) {
    size_t breaks = 0;
    for (; pos < text.size && ascii_is_space(text.data[pos]); pos++) {
        breaks += text.data[pos] == '\n';
    }
    return breaks > 1 || pos >= text.size;
}

static void add_sentence(str text, span part, span_vec *into) {
    part = trim(text, part);
    if (part.begin < part.end) {
        vec_push(into, part);
    }
}

/* "5. 2 yards", as some texts have it. */
static bool is_in_number(str text, size_t stop, size_t next) {
    return stop > 0 && next < text.size && ascii_is_digit(text.data[stop - 1]) &&
           ascii_is_digit(text.data[next]) && text.data[stop] == '.';
}

void cut_sentences(str text, span_vec *out) {
    size_t begin = 0;
    for (size_t pos = 0; pos < text.size;) {
        size_t end = pos + 1;
        bool over = false;
        if (is_stop(text.data[pos])) {
            end = past_closing(text, pos + 1);
            bool space = end >= text.size || ascii_is_space(text.data[end]);
            size_t next = skip_space(text, end, text.size);
            over = space && begins_sentence(text, next) && !is_in_number(text, pos, next) &&
                   !(text.data[pos] == '.' && is_abbreviation(text, begin, pos));
        }
        if (over || (text.data[pos] == '\n' && is_paragraph_end(text, pos))) {
            add_sentence(text, (span){begin, end}, out);
            begin = end;
        }
        pos = end;
    }
    add_sentence(text, (span){begin, text.size}, out);
}
