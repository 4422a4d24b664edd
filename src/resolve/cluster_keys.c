/* The keys by which the sieves of names look them up, and the suffixes that tell two bearers of one
 * name apart. */
#include "resolve/cluster_parts.h"

static bool is_suffix(const token *self) {
    return (self->noun & LETTER('k')) != 0;
}

/* The letters of a word without full stops: "u.n." is "un". */
static void put_word(buf *out, str lower) {
    for (size_t i = 0; i < lower.size; i++) {
        if (lower.data[i] != '.') {
            buf_put(out, (str){&lower.data[i], 1});
        }
    }
}

str key_kept(clusters *self, buf *made) {
    str copy = {str_copy(self->into, buf_str(made)), made->size};
    buf_free(made);
    return copy;
}

str name_joined(clusters *self, str first, str last) {
    buf made = {0};
    put_word(&made, first);
    buf_put(&made, STR(" "));
    put_word(&made, last);
    return key_kept(self, &made);
}

str name_key(clusters *self, token_range name) {
    buf made = {0};
    for (size_t i = name.begin; i < name.end; i++) {
        const token *word = &self->tokens->items[i];
        if (word->class != WORD_MARK && !(is_suffix(word) && i > name.begin)) {
            buf_put(&made, made.size > 0 ? STR(" ") : STR(""));
            put_word(&made, word->lower);
        }
    }
    return key_kept(self, &made);
}

bool name_has_suffix(const clusters *self, const mention *of) {
    return name_words(of) > 1 && is_suffix(&self->tokens->items[of->name.end - 1]);
}

str name_suffixed(clusters *self, str key, const mention *of) {
    buf made = {0};
    buf_put(&made, key);
    buf_put(&made, STR(" "));
    put_word(&made, self->tokens->items[of->name.end - 1].lower);
    return key_kept(self, &made);
}

const token *name_last_word(const clusters *self, const mention *of) {
    size_t last = of->name.end - 1;
    while (last > of->name.begin && (is_suffix(&self->tokens->items[last]) ||
                                     self->tokens->items[last].class == WORD_MARK)) {
        last--;
    }
    return &self->tokens->items[last];
}

/* "his father, Max Roth", of a text that spoke of Max Roth Jr. */
static bool is_called_kin(const clusters *self, const mention *of) {
    enum { NEAR = 4 };
    const token *items = self->tokens->items;
    for (size_t i = of->name.begin; i > 0 && i + NEAR > of->name.begin; i--) {
        if (token_is_one_of(&items[i - 1], "father son dad grandfather grandson")) {
            return true;
        }
    }
    return false;
}

bool name_is_namesakes(clusters *self, const mention *of, size_t who) {
    const mention *full = &self->mentions->items[self->entities.items[who].full];
    if (name_has_suffix(self, of)) {
        const str key = {0};
        return !name_has_suffix(self, full) ||
               !str_equal(name_suffixed(self, key, of), name_suffixed(self, key, full));
    }
    return name_has_suffix(self, full) && is_called_kin(self, of);
}
