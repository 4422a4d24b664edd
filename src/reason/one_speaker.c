/* Whether two claims have one speaker, or plainly different ones. */
#include "reason/conflicts.h"

#include "reason/names.h"
#include "reason/reporting.h"
#include "resolve/resolve.h"

static hearsay_str person_of(const dossier *self, const claim *of) {
    return self->papers[of->document].is->persons[of->statement];
}

/* Words of three letters or more that both have. */
static size_t shared_words(str a, str b) {
    size_t pos = 0, shared = 0;
    span whole = {0, a.size}, where;
    for (str word = next_word(a, whole, &pos); word.data != NULL;
         word = next_word(a, whole, &pos)) {
        shared += word.size > 2 && find_name(b, (span){0, b.size}, word, &where);
    }
    return shared;
}

/* Whether a word of the one is misspelt in the other. */
static bool is_misspelt(str a, str b) {
    size_t in_a = 0;
    for (str word = next_word(a, (span){0, a.size}, &in_a); word.data != NULL;
         word = next_word(a, (span){0, a.size}, &in_a)) {
        size_t in_b = 0;
        for (str other = next_word(b, (span){0, b.size}, &in_b); other.data != NULL;
             other = next_word(b, (span){0, b.size}, &in_b)) {
            if (begins_with_capital(word) && are_a_letter_apart(word, other)) {
                return true;
            }
        }
    }
    return false;
}

/* By who they are across documents, else by two names in common: "Lobbyist Grant Hale". */
bool is_one_speaker(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    hearsay_str one = person_of(self, a), other = person_of(self, b);
    if (one.data != NULL && other.data != NULL && str_equal(plain(one), plain(other))) {
        return true;
    }
    bool same = x->speaker.size > 0 && str_equal(plain(x->speaker), plain(y->speaker));
    const size_t shared = shared_words(plain(x->speaker), plain(y->speaker));
    return (same && x->sourcing != HEARSAY_SOURCING_ANONYMOUS) || shared > 1 ||
           (shared == 1 && is_misspelt(plain(x->speaker), plain(y->speaker)));
}

/* Both are told, and no word of the one is in the other's source or name. */
bool is_told_by_another(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    str one = str_slice(self->papers[a->document].is->text, hull(x->source));
    str other = str_slice(self->papers[b->document].is->text, hull(y->source));
    enum { PRONOUN_MOST = 4 };
    return one.size > PRONOUN_MOST && other.size > PRONOUN_MOST && !is_one_speaker(self, a, b) &&
           shared_words(plain(x->speaker), plain(y->speaker)) == 0 &&
           shared_words(plain(x->speaker), other) == 0 && shared_words(plain(y->speaker), one) == 0;
}

static bool is_several(str name) {
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == ';') {
            return true;
        }
    }
    return false;
}

/* Whether a word with a capital is in both. */
static bool shares_a_name(str a, str b) {
    size_t pos = 0;
    span whole = {0, a.size}, where;
    for (str word = next_word(a, whole, &pos); word.data != NULL;
         word = next_word(a, whole, &pos)) {
        bool capital = !(word.data[0] >= 'a' && word.data[0] <= 'z');
        if (capital && word.size > 2 && find_name(b, (span){0, b.size}, word, &where)) {
            return true;
        }
    }
    return false;
}

/* Whether the source names its speaker itself, so that nobody had to be guessed. */
static bool is_explicit(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    str source = str_slice(text, hull(is->source));
    return is->sourcing == HEARSAY_SOURCING_NAMED && is->source.count > 0 &&
           !is_several(plain(is->speaker)) && shares_a_name(plain(is->speaker), source);
}

/* Whether a statement in which this one lies has that speaker. */
static bool is_relayed_by(const dossier *self, const claim *of, str name) {
    const reason_document *in = self->papers[of->document].is;
    for (size_t at = in->statements[of->statement].parent; at < in->statement_count;
         at = in->statements[at].parent) {
        if (shared_words(plain(in->statements[at].speaker), name) > 0) {
            return true;
        }
    }
    return false;
}

/* Whether the sentence of a statement, or the one before it, names somebody besides. */
static bool names(const dossier *self, const claim *of, str name) {
    const paper *in = &self->papers[of->document];
    const hearsay_statement *is = statement_of(self, of);
    span sentence = sentence_at(in, is->cue.count > 0 ? is->cue.items[0].begin : of->where.begin);
    for (size_t i = 1; i < in->sentence_count; i++) {
        if (in->sentences[i].begin == sentence.begin) {
            sentence.begin = in->sentences[i - 1].begin;
            break;
        }
    }
    sentence.end = of->where.end > sentence.end ? of->where.end : sentence.end;
    return shared_words(name, str_slice(in->is->text, sentence)) > 0;
}

bool is_other_speaker(const dossier *self, const claim *a, const claim *b) {
    const hearsay_statement *x = statement_of(self, a), *y = statement_of(self, b);
    return is_explicit(self, a) && is_explicit(self, b) && !is_one_speaker(self, a, b) &&
           !is_misspelt(plain(x->speaker), plain(y->speaker)) &&
           !names(self, a, plain(y->speaker)) && !names(self, b, plain(x->speaker)) &&
           !is_relayed_by(self, a, plain(y->speaker)) && !is_relayed_by(self, b, plain(x->speaker));
}
