#include "reason/names.h"

#include "base/ascii.h"
#include "reason/reporting.h"

bool begins_with_capital(str word) {
    return word.size > 0 &&
           ((word.data[0] >= 'A' && word.data[0] <= 'Z') || (unsigned char)word.data[0] == 0xC3);
}

static bool is_article(str word) {
    return ascii_has_word(STR("the a an"), word);
}

/* What stands between the last white space before `end` and that: "Anne-Marie" is one. */
static str word_before(str text, span part, size_t end) {
    size_t begin = end;
    while (begin > part.begin && !ascii_is_space(text.data[begin - 1])) {
        begin--;
    }
    return str_slice(text, (span){begin, end});
}

span name_before(str text, span part, size_t end) {
    span out = {end, end};
    for (size_t at = end;; at = out.begin - 1) {
        str word = word_before(text, part, at);
        if (!begins_with_capital(word) || is_article(word)) {
            return out;
        }
        out.begin = (size_t)(word.data - text.data);
        if (out.begin <= part.begin || text.data[out.begin - 1] != ' ') {
            return out;
        }
    }
}

span name_after(str text, span part, size_t begin) {
    span out = {begin, begin};
    for (size_t pos = begin;;) {
        str word = next_word(text, part, &pos);
        if (word.data == NULL) {
            return out;
        }
        size_t at = (size_t)(word.data - text.data);
        bool next_to =
            out.end == begin ? at == begin : at == out.end + 1 && text.data[out.end] == ' ';
        if (!next_to || !begins_with_capital(word)) {
            return out;
        }
        out.end = pos;
    }
}

bool part_has_capital(str text, span part) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        if (begins_with_capital(word)) {
            return true;
        }
    }
    return false;
}

size_t count_words(str text, span part) {
    size_t count = 0, pos = part.begin;
    while (next_word(text, part, &pos).data != NULL) {
        count++;
    }
    return count;
}

static str last_word(str name) {
    str last = {NULL, 0};
    size_t pos = 0;
    for (str word = next_word(name, (span){0, name.size}, &pos); word.data != NULL;
         word = next_word(name, (span){0, name.size}, &pos)) {
        last = word;
    }
    return last;
}

bool is_one_full_name(str a, str b) {
    size_t in_a = 0, in_b = 0;
    str first = next_word(a, (span){0, a.size}, &in_a);
    str other = next_word(b, (span){0, b.size}, &in_b);
    return count_words(a, (span){0, a.size}) > 1 && count_words(b, (span){0, b.size}) > 1 &&
           str_equal(first, other) && str_equal(last_word(a), last_word(b));
}

bool are_a_letter_apart(str a, str b) {
    enum { LETTERS_LEAST = 5 };
    size_t shorter = a.size < b.size ? a.size : b.size, longer = a.size + b.size - shorter;
    size_t begin = 0, end = 0;
    while (begin < shorter && a.data[begin] == b.data[begin]) {
        begin++;
    }
    while (end < shorter - begin && a.data[a.size - 1 - end] == b.data[b.size - 1 - end]) {
        end++;
    }
    return shorter >= LETTERS_LEAST && longer - begin - end == 1;
}
