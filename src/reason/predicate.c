/* There is no parser here: a main verb is taken to be the first word behind a clause's subject that
 * is no auxiliary, and what hangs on it by "to" and "and". */
#include "reason/predicate.h"

#include "base/ascii.h"
#include "reason/clause.h"
#include "reason/facts.h"
#include "reason/names.h"
#include "reason/nouns.h"
#include "reason/reporting.h"
#include "reason/verbs.h"

enum {
    DEPTH_MOST = 3,     /* "they believe he said it was" */
    WORDS_TO_TO = 5,    /* "signed a definitive agreement to buy" */
    WORDS_OF_BEING = 2, /* "is a good move" */
    WORDS_OF_LIGHT = 4  /* "made an eight-year contract offer" */
};

/* --- words ------------------------------------------------------------------------------------ */

static bool is_auxiliary(str word) {
    return ascii_has_word(STR("is are was were be been being am has have had having do does did "
                              "will would can could may might must shall should not n t s re ve d "
                              "never also already just now still reportedly allegedly"),
                          word);
}

static bool is_being(str word) {
    return ascii_has_word(STR("is are was were be been being am s re"), word);
}

/* What stands behind it is a verb: "will launch". */
static bool is_modal(str word) {
    return ascii_has_word(STR("will would can could may might must shall should did do does"),
                          word);
}

/* What begins a clause that hangs on another. */
static bool ends_clause(str word) {
    return ascii_has_word(STR("which who whose whom that because as after before when while where "
                              "although though if unless since until but so"),
                          word);
}

/* What somebody thinks or says is what counts, if it is told. */
static bool is_of_mind(str word) {
    return ascii_has_word(
        STR("believe believes believed think thinks thought know knows knew say says said hope "
            "hopes hoped expect expects expected feel feels felt understand understands appear "
            "appears appeared seem seems seemed see sees saw show shows showed suggest suggests "
            "suggested indicate indicates indicated tell tells told add adds added"),
        word);
}

static bool is_small(str word) {
    return ascii_has_word(STR("a an the to of in on at by for from with into over out up off back "
                              "and or as his her its their this that these those very more most"),
                          word);
}

static bool looks_like_verb(str word) {
    return !begins_with_capital(word) &&
           (clause_is_verb(word) || word_class(word) == 'V' ||
            (word.size > 4 && (ascii_equal((str){word.data + word.size - 3, 3}, STR("ing")) ||
                               ascii_equal((str){word.data + word.size - 2, 2}, STR("ed")))));
}

/* What is told with these is told by the words behind: "made an offer". */
static bool is_light(str word) {
    return ascii_has_word(STR("get gets got getting gotten make makes made making give gives gave "
                              "given giving put puts putting go goes "
                              "went gone going come comes came coming have having do did done"),
                          word);
}

static void push(verb_list *self, str word) {
    if (self->count < CLAIM_VERBS_MOST) {
        self->items[self->count++] = word;
    }
}

/* --- of a clause ------------------------------------------------------------------------------ */

static void read_clause(str text, span part, size_t depth, verb_list *out);

/* What "is" or "made" says of something: the first words that tell anything; of "no truth in the
 * story that" what follows. */
static void read_words(str text, span part, size_t pos, size_t most, verb_list *out) {
    size_t taken = 0;
    for (str word = next_word(text, part, &pos); word.data != NULL && taken < most;
         word = next_word(text, part, &pos)) {
        if (word_does(word, VOUCHES)) {
            read_clause(text, (span){pos, part.end}, DEPTH_MOST, out);
            return;
        }
        if (!is_small(word)) {
            push(out, word);
            taken++;
        }
    }
}

/* The verbs behind one at `pos`: "to" and "and" lead to more. */
static void read_rest(str text, span part, size_t pos, verb_list *out) {
    size_t since = 0;
    str before = STR("");
    for (str word = next_word(text, part, &pos); word.data != NULL && !ends_clause(word);
         word = next_word(text, part, &pos)) {
        bool to = str_equal(before, STR("to")) && since <= WORDS_TO_TO;
        bool joined = str_equal(before, STR("and")) && clause_is_verb(word);
        if (is_auxiliary(word) && joined) {
            continue; /* "and will miss": `before` stays */
        }
        if ((to || joined) && looks_like_verb(word) && !is_light(word)) {
            push(out, word);
            since = 0;
        }
        since++;
        before = word;
    }
}

/* From where the subject ends. */
static void read_verbs(str text, span part, size_t pos, size_t depth, verb_list *out) {
    bool being = false, modal = false;
    for (;;) {
        size_t begin = pos;
        str word = next_word(text, part, &pos);
        if (word.data == NULL) {
            return;
        }
        bool adverb = word_class(word) == 'R' && !clause_is_verb(word);
        if (is_auxiliary(word) || adverb) {
            being = is_being(word) || (being && adverb);
            modal = is_modal(word) || (modal && adverb);
            continue;
        }
        if (!looks_like_verb(word) && !modal) {
            read_words(text, part, begin, being ? WORDS_OF_BEING : 0, out);
            return;
        }
        if (is_light(word)) {
            read_words(text, part, pos, WORDS_OF_LIGHT, out);
        } else {
            push(out, word);
        }
        if (is_of_mind(word) && depth < DEPTH_MOST) {
            read_clause(text, (span){pos, part.end}, depth + 1, out);
        }
        read_rest(text, part, pos, out);
        return;
    }
}

static void read_clause(str text, span part, size_t depth, verb_list *out) {
    size_t pos = part.begin;
    str first = next_word(text, part, &pos);
    if (!ascii_equal(first, STR("to"))) {
        span subject = clause_subject(text, part, true);
        if (subject.begin >= subject.end) {
            return;
        }
        pos = subject.end;
    }
    read_verbs(text, part, pos, depth, out);
}

/* --- of a claim ------------------------------------------------------------------------------- */

/* What is no clause has the verbs with which it is told: "released [a patch]". */
static void read_cue(str text, span cue, verb_list *out) {
    size_t pos = cue.begin;
    for (str word = next_word(text, cue, &pos); word.data != NULL;
         word = next_word(text, cue, &pos)) {
        if (!is_auxiliary(word) && !is_small(word)) {
            push(out, word);
        }
    }
}

static verb_list find_verbs(const dossier *self, const claim *of) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    verb_list out = {.count = 0};
    read_clause(text, of->where, 0, &out);
    if (out.count == 0 && is != NULL && !of->full) {
        read_cue(text, hull(is->cue), &out);
    }
    return out;
}

static const verb_list *verbs_of(const dossier *self, const claim *of) {
    if (!fact_is_known(of, FACT_VERBS)) {
        const verb_list found = find_verbs(self, of);
        of->facts->verbs = arena_copy(self->papers[of->document].memory, &found, sizeof found);
    }
    return of->facts->verbs;
}

static bool has_verb(str text, span part, const verb_list *verbs) {
    size_t pos = part.begin;
    for (str word = next_word(text, part, &pos); word.data != NULL;
         word = next_word(text, part, &pos)) {
        for (size_t i = 0; i < verbs->count && !is_light(word); i++) {
            if (are_verbs_alike(verbs->items[i], word)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether a claim, or how it is told, has one of the verbs. */
static bool says_one_of(const dossier *self, const claim *of, const verb_list *verbs) {
    const hearsay_statement *is = statement_of(self, of);
    str text = self->papers[of->document].is->text;
    return has_verb(text, of->where, verbs) || (is != NULL && has_verb(text, hull(is->cue), verbs));
}

predicates_shared share_predicate(const dossier *self, const claim *a, const claim *b) {
    const verb_list *one = verbs_of(self, a), *other = verbs_of(self, b);
    if (one->count == 0 && other->count == 0) {
        return PREDICATES_UNKNOWN;
    }
    bool there = says_one_of(self, b, one), here = says_one_of(self, a, other);
    return there && here ? PREDICATES_BOTH : there || here ? PREDICATES_ONE : PREDICATES_NONE;
}
