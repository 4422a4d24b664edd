#include "reason/answers.h"

#include "base/ascii.h"
#include "base/letters.h"
#include "reason/facts.h"
#include "reason/reporting.h"

/* A denial that has no more words than these after it tells nothing itself: "denied the report". */
enum { BARE_WORDS_MAX = 4 };

/* A word that weighs so much tells what a sentence is about. */
#define TELLING 1.5F

static bool spans_have(str text, hearsay_spans spans, word_role what) {
    for (size_t i = 0; i < spans.count; i++) {
        if (part_has(text, (span){spans.items[i].begin, spans.items[i].end}, what)) {
            return true;
        }
    }
    return false;
}

/* "If the sample loses all resistance, trains will float" says of the sample nothing. */
static bool is_supposed(str text, const claim *of) {
    size_t pos = of->where.begin;
    return word_does(next_word(text, of->where, &pos), SUPPOSES);
}

/* What a denial may be of that is no clause: "any bombing", but who "disputes control of" a region,
 * or "rejects the offer", denies nothing that was said. */
static bool denies_a_thing(str text, const claim *of, hearsay_spans cue) {
    size_t pos = of->where.begin;
    for (size_t i = 0; i < cue.count; i++) {
        size_t at = cue.items[i].begin;
        span part = {cue.items[i].begin, cue.items[i].end};
        for (str word = next_word(text, part, &at); word.data != NULL;
             word = next_word(text, part, &at)) {
            if (ascii_has_word(STR("deny denies denied denying"), word)) {
                return true;
            }
        }
    }
    for (str word = next_word(text, of->where, &pos); word.data != NULL;
         word = next_word(text, of->where, &pos)) {
        if (ascii_has_word(STR("report reports claim claims allegation allegations accusation "
                               "accusations charge charges suggestion suggestions story stories "
                               "account assertion assertions rumor rumors rumour rumours"),
                           word)) {
            return true;
        }
    }
    return false;
}

static answer find_answer(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    if (is == NULL || is->polarity == HEARSAY_POLARITY_QUESTION ||
        is->polarity == HEARSAY_POLARITY_CONDITIONAL) {
        return is == NULL ? ANSWER_REPORTS : ANSWER_NONE;
    }
    if (is_supposed(text, of) || spans_have(text, is->cue, JESTS)) {
        return ANSWER_NONE;
    }
    bool negated = is->polarity == HEARSAY_POLARITY_NEGATED;
    if (spans_have(text, is->cue, DENIES)) {
        return negated || !(of->full || denies_a_thing(text, of, is->cue)) ? ANSWER_NONE
                                                                           : ANSWER_DENIES;
    }
    if (spans_have(text, is->cue, CONFIRMS)) {
        return negated ? ANSWER_NONE : ANSWER_CONFIRMS;
    }
    return negated ? ANSWER_NONE : ANSWER_REPORTS;
}

answer answer_by_cue(const dossier *self, const claim *of) {
    if (!fact_is_known(of, FACT_ANSWER)) {
        of->facts->answer = find_answer(self, of);
    }
    return of->facts->answer;
}

/* Two forms of a verb that their stems do not tell: "lose" and "lost". */
static bool are_forms(str a, str b) {
    enum { BEGIN = 3, APART = 2 };
    size_t more = a.size > b.size ? a.size - b.size : b.size - a.size;
    return a.size >= BEGIN && b.size >= BEGIN && more <= APART &&
           ascii_equal((str){a.data, BEGIN}, (str){b.data, BEGIN});
}

static bool has_form(str text, span part, str word) {
    size_t pos = part.begin;
    for (str each = next_word(text, part, &pos); each.data != NULL;
         each = next_word(text, part, &pos)) {
        if (are_forms(each, word)) {
            return true;
        }
    }
    return false;
}

static bool has_stem(const gist *in, uint64_t stem) {
    for (size_t i = 0; i < in->count; i++) {
        if (in->items[i].stem == stem) {
            return true;
        }
    }
    return false;
}

/* Whether what comes next in a claim is said in the other one, too: the first word from `pos` on
 * that tells anything. "No truth in" is of all that follows. */
static bool goes_on_alike(const dossier *self, const claim *of, size_t pos, const claim *other,
                          arena *into) {
    str text = self->papers[of->document].is->text;
    str there = self->papers[other->document].is->text;
    for (str word = next_word(text, of->where, &pos); word.data != NULL;
         word = next_word(text, of->where, &pos)) {
        if (word_does(word, VOUCHES)) {
            return true;
        }
        gist told = gist_of(self, text, (span){pos - word.size, pos}, into);
        if (told.count > 0 && told.weight >= TELLING) {
            return has_stem(&other->words, told.items[0].stem) ||
                   has_form(there, other->where, word);
        }
    }
    return false;
}

/* Whether it tells that something was so, and has ended: "no longer". That contradicts nobody who
 * said before that it is. */
static bool tells_an_end(const dossier *self, const claim *of) {
    str text = self->papers[of->document].is->text, before = {0};
    size_t pos = of->where.begin;
    for (str word = next_word(text, of->where, &pos); word.data != NULL;
         word = next_word(text, of->where, &pos)) {
        if (ascii_equal(before, STR("no")) && ascii_equal(word, STR("longer"))) {
            return true;
        }
        before = word;
    }
    return false;
}

/* How many negations of one there are that are of something which both say: "he does not favor it"
 * does not turn "he announced it". */
static size_t count_negations(const dossier *self, const claim *of, const claim *other,
                              arena *into) {
    str text = self->papers[of->document].is->text;
    size_t count = 0, pos = of->where.begin;
    for (str word = next_word(text, of->where, &pos); word.data != NULL;
         word = next_word(text, of->where, &pos)) {
        count += word_does(word, NEGATES) && goes_on_alike(self, of, pos, other, into);
    }
    return count;
}

/* Whether its cue takes back what the content says: "refused to sign", "did not agree to". Who did
 * not say a thing says nothing of it. */
static bool is_taken_back(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    if (is == NULL) {
        return false;
    }
    bool spoken = is->kind == HEARSAY_KIND_STATEMENT || is->kind == HEARSAY_KIND_UNKNOWN;
    return spans_have(self->papers[of->document].is->text, is->cue, REFUSES) ||
           (!spoken && is->polarity == HEARSAY_POLARITY_NEGATED);
}

bool has_negation(const dossier *self, const claim *of) {
    if (!fact_is_known(of, FACT_NEGATES)) {
        of->facts->negates = part_has(self->papers[of->document].is->text, of->where, NEGATES) !=
                             is_taken_back(self, of);
    }
    return of->facts->negates;
}

bool is_turned(const dossier *self, const claim *a, const claim *b) {
    if (has_negation(self, a) == has_negation(self, b)) {
        return false; /* where both have one, it may be the same, told in other words */
    }
    arena *scratch = arena_new();
    bool one = count_negations(self, a, b, scratch) > 0,
         other = count_negations(self, b, a, scratch) > 0;
    arena_free(scratch);
    return (one != is_taken_back(self, a)) != (other != is_taken_back(self, b)) &&
           !tells_an_end(self, a) && !tells_an_end(self, b);
}

/* --- in a sentence ---------------------------------------------------------------------------- */

static bool lies_in(hearsay_spans spans, span part) {
    return spans.count > 0 && spans.items[0].begin >= part.begin && spans.items[0].begin < part.end;
}

/* The statement whose cue or content is in the phrase. */
static const hearsay_statement *statement_at(const reason_document *in, span phrase) {
    for (size_t i = 0; i < in->statement_count; i++) {
        const hearsay_statement *each = &in->statements[i];
        if (lies_in(each->cue, phrase)) {
            return each;
        }
    }
    return NULL;
}

/* "The union was" not available: without the verb that is left at the end. */
static span without_verb(str text, span who) {
    size_t begin = who.end;
    while (begin > who.begin && !ascii_is_space(text.data[begin - 1])) {
        begin--;
    }
    bool verb = ascii_has_word(STR("was were is are has had have did would could"),
                               str_slice(text, (span){begin, who.end}));
    return verb ? trim(text, (span){who.begin, begin}) : who;
}

/* Without a mark before it that ended the last quotation, and without what is told of them: "the
 * army, which fights in the south,". */
static span named_in(str text, span who) {
    static const char *const RELATIVES[] = {", who ", ", which ", ", whose "};
    while (who.begin < who.end && !ascii_is_alphanumeric(text.data[who.begin])) {
        who.begin++;
    }
    for (size_t pos = who.begin; pos < who.end; pos++) {
        for (size_t i = 0; i < sizeof RELATIVES / sizeof *RELATIVES; i++) {
            if (str_starts(str_slice(text, (span){pos, who.end}), str_from(RELATIVES[i]))) {
                who.end = pos;
            }
        }
    }
    return who;
}

/* What stands before the phrase in its clause: "A spokesman for the port, Ann Lee, declined". */
static span subject_before(str text, span sentence, size_t at) {
    static const char *const BREAKS[] = {"; ", " but ", " while ", " and did ", " although "};
    span who = {sentence.begin, at};
    for (size_t pos = sentence.begin; pos < at; pos++) {
        for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++) {
            str mark = str_from(BREAKS[i]);
            if (str_starts(str_slice(text, (span){pos, at}), mark)) {
                who.begin = pos + mark.size;
            }
        }
    }
    return without_verb(text, trim(text, named_in(text, who)));
}

static void complete(const paper *in, span sentence, span phrase, brief_answer *out) {
    *out = (brief_answer){.where = sentence, .phrase = phrase};
    out->is = statement_at(in->is, phrase);
    out->who = out->is != NULL && out->is->source.count > 0
                   ? hull(out->is->source)
                   : subject_before(in->is->text, sentence, phrase.begin);
}

bool next_no_comment(const paper *in, size_t *at, brief_answer *out) {
    while (*at < in->sentence_count) {
        span sentence = in->sentences[(*at)++], phrase;
        if (says_no_comment(in->is->text, sentence, &phrase)) {
            complete(in, sentence, phrase, out);
            return true;
        }
    }
    return false;
}

/* Whether what follows a word of denial names no more than "it", "the report", "the allegations".
 */
static bool is_bare(str text, span sentence, size_t after) {
    static const str BARE = {
        "it this that the those these them report reports reporting claim claims "
        "allegation allegations accusation accusations charge charges story "
        "account all any as false untrue baseless",
        0};
    str bare = str_from(BARE.data);
    size_t pos = after, count = 0;
    for (str word = next_word(text, sentence, &pos); word.data != NULL && count <= BARE_WORDS_MAX;
         word = next_word(text, sentence, &pos)) {
        if (!ascii_has_word(bare, word)) {
            return false;
        }
        count++;
    }
    return count > 0 && count <= BARE_WORDS_MAX;
}

bool next_bare_denial(const paper *in, size_t *at, brief_answer *out) {
    str text = in->is->text;
    while (*at < in->sentence_count) {
        span sentence = in->sentences[(*at)++];
        size_t pos = sentence.begin;
        for (str word = next_word(text, sentence, &pos); word.data != NULL;
             word = next_word(text, sentence, &pos)) {
            if (word_does(word, DENIES) && is_bare(text, sentence, pos)) {
                complete(in, sentence, (span){pos - word.size, pos}, out);
                return true;
            }
        }
    }
    return false;
}
