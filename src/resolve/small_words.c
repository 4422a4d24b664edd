#include "resolve/small_words.h"

static const struct {
    const char *word, *name;
} WORDS[] = {
    {"of", "of"},
    {"by", "by"},
    {"with", "with"},
    {"to", "to"},
    {"for", "for"},
    {"from", "from"},
    {"in", "in"},
    {"at", "at"},
    {"as", "as"},
    {"on", "on"},
    {"after", "after"},
    {"before", "before"},
    {"between", "between"},
    {"against", "against"},
    {"than", "than"},
    {"like", "like"},
    {"about", "about"},
    {"under", "under"},
    {"over", "over"},
    {"through", "through"},
    {"was", "was"},
    {"is", "is"},
    {"had", "had"},
    {"has", "has"},
    {"were", "were"},
    {"did", "did"},
    {"and", "and"},
    {"or", "or"},
    {"but", "but"},
    {"who", "who"},
    {"'s", "s"},
    {"said", "said"},
    {"that", "that"},
    {"which", "which"},
    {"when", "when"},
    {"while", "while"},
    {"where", "where"},
    {"because", "because"},
    {"although", "although"},
    {"if", "if"},
    {"since", "since"},
    {"until", "until"},
    {"whose", "whose"},
    {"also", "also"},
    {"then", "then"},
    {",", "comma"},
    {";", "semicolon"},
    {":", "colon"},
    {".", "stop"},
    {"(", "opening"},
    {")", "closing"},
    {"-", "hyphen"},
    {"\u2013", "dash"},
    {"\u2014", "long_dash"},
};

_Static_assert(sizeof WORDS / sizeof *WORDS == SMALL_WORDS, "as many as the header says");

size_t small_word_of(const token *self) {
    enum { LONGEST = 8 }; /* bytes */
    const bool may_be =
        (self->grammar != 0 || self->class == WORD_MARK) && self->lower.size <= LONGEST;
    size_t which = may_be ? 0 : SMALL_WORDS;
    while (which < SMALL_WORDS && !token_is(self, WORDS[which].word)) {
        which++;
    }
    return which;
}

const char *small_word_name(size_t which) {
    return WORDS[which].name;
}
