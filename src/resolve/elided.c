#include "resolve/elided.h"

#include "resolve/functions.h"

enum { SENTENCES_BACK = 3, LOOK_BACK = 120, LOOK_ON = 40 /* mentions */ };

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

static bool ends_in(str word, const char *end) {
    str tail = str_from(end);
    return word.size > tail.size + 2 &&
           str_equal(str_slice(word, (span){word.size - tail.size, word.size}), tail);
}

/* Verbs whose subject says nothing: "seems to". */
static bool is_seeming(const token *self) {
    return token_is_one_of(self, "seems appears looks sounds remains");
}

/* Participles of what others hold of somebody: "is its ally and considered able". */
static bool is_held_of(const token *self) {
    return token_is_one_of(
        self, "considered seen viewed expected regarded known deemed believed thought");
}

/* Whether a clause may begin at the token: "and extols", but not "due to concerns". */
static bool begins_clause(const source_reader *self, size_t at) {
    while (at > 0 && word_at(self, at - 1)->class == WORD_ADVERB) {
        at--;
    }
    const token *before = at > 0 ? word_at(self, at - 1) : NULL;
    return before == NULL || before->class == WORD_CONJUNCTION || before->class == WORD_MARK ||
           before->sentence != word_at(self, at)->sentence;
}

/* Whether the cue is an active verb: "explaining", "keeps saying". A form in -ed may be a passive,
 * and "growing concerns" is no verb. */
static bool is_active(const source_reader *self, token_range cue) {
    while (cue.begin < cue.end && word_at(self, cue.begin)->class == WORD_ADVERB) {
        cue.begin++;
    }
    if (cue.begin >= cue.end || word_at(self, cue.begin)->class != WORD_VERB) {
        return false;
    }
    const token *verb = word_at(self, cue.begin);
    bool of_noun = cue.begin + 1 < cue.end && word_at(self, cue.begin + 1)->class == WORD_NOUN;
    bool finite = ends_in(verb->lower, "s") && !is_seeming(verb) && begins_clause(self, cue.begin);
    size_t before = cue.begin; /* "and later declined" */
    while (before > 0 && word_at(self, before - 1)->class == WORD_ADVERB) {
        before--;
    }
    bool joined =
        before > 0 && !is_held_of(verb) && word_at(self, before - 1)->class == WORD_CONJUNCTION;
    return finite || joined || (ends_in(verb->lower, "ing") && !of_noun);
}

/* Whether it is the subject of a main clause, as far as words tell. */
static bool is_main_subject(const source_reader *self, const mention *of, const token *verb) {
    size_t begin = of->phrase.begin;
    const token *before = begin > 0 ? word_at(self, begin - 1) : NULL;
    bool within = before != NULL && before->sentence == word_at(self, begin)->sentence &&
                  (before->class == WORD_SUBORDINATOR || before->class == WORD_RELATIVE);
    return of->function == FUNCTION_SUBJECT && !within &&
           word_at(self, of->head)->quotation == verb->quotation;
}

/* The first subject of the sentence before the token; the count of mentions if it has none. `last`:
 * the first mention past the token. */
static size_t subject_of(const source_reader *self, size_t at, uint32_t sentence, size_t last) {
    size_t found = self->mentions->count;
    for (size_t i = last; i-- > 0 && i + LOOK_BACK > last;) {
        const mention *each = &self->mentions->items[i];
        const token *head = word_at(self, each->head);
        if (head->sentence < sentence) {
            break;
        }
        bool here = head->sentence == sentence && each->phrase.end <= at;
        found = here && is_main_subject(self, each, word_at(self, at)) ? i : found;
    }
    return found;
}

/* "Noting that it rained, Reed left": the subject behind the comma, where the verb begins its
 * sentence; the count of mentions where it does not, or there is none. `next`: the first mention
 * past the verb. */
static size_t subject_behind(const source_reader *self, size_t verb, size_t next) {
    const uint32_t sentence = word_at(self, verb)->sentence;
    const bool begins = verb == 0 || word_at(self, verb - 1)->sentence != sentence;
    for (size_t i = next; begins && i < self->mentions->count && i < next + LOOK_ON; i++) {
        const mention *each = &self->mentions->items[i];
        const size_t begin = each->phrase.begin;
        if (word_at(self, begin)->sentence != sentence) {
            break;
        }
        if (begin > verb && token_is(word_at(self, begin - 1), ",") &&
            is_main_subject(self, each, word_at(self, verb))) {
            return i;
        }
    }
    return self->mentions->count;
}

source_heads elided_subject_find(const source_reader *self, span_list cue) {
    source_heads out = {.count = 0};
    token_range in = cue.count > 0 ? source_tokens(self, cue.items[0]) : (token_range){0, 0};
    if (!is_active(self, in)) {
        return out;
    }
    const token *verb = word_at(self, in.begin);
    size_t last = mention_after(self, in.begin);
    const size_t behind = subject_behind(self, in.begin, last);
    if (behind < self->mentions->count) {
        out.items[out.count++] = behind;
        return out;
    }
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= verb->sentence; back++) {
        size_t found = subject_of(self, in.begin, verb->sentence - back, last);
        if (found < self->mentions->count) {
            out.items[out.count++] = found;
            break;
        }
    }
    return out;
}
