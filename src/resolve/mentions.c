#include "resolve/mentions.h"

#include "base/vec.h"
#include "resolve/functions.h"
#include "resolve/heads.h"
#include "resolve/name_neighbours.h"
#include "resolve/names.h"
#include "resolve/token_words.h"

typedef VEC(mention) mention_vec;

typedef struct {
    const token_list *tokens;
    mention_vec found;
} finder;

span tokens_span(const token_list *self, token_range part) {
    if (part.begin >= part.end) {
        return (span){0, 0};
    }
    return (span){self->items[part.begin].span.begin, self->items[part.end - 1].span.end};
}

str tokens_text(const token_list *self, token_range part) {
    return str_slice(self->shown, tokens_span(self, part));
}

/* --- what a description is of ---------------------------------------------------------------- */

static bool is_definite(const token *first) {
    return token_is(first, "the") || token_is(first, "this") || token_is(first, "that") ||
           token_is(first, "these") || token_is(first, "those") || first->class == WORD_NAME ||
           first->class == WORD_PRONOUN;
}

/* --- mentions of one phrase ------------------------------------------------------------------ */

/* A stretch of a phrase between possessives, as its words are taken. */
typedef struct {
    token_range phrase; /* from the first possessor's article on */
    size_t begin;       /* past the possessor and the article */
    size_t end;
    mention_function function;
} stretch;

static void add(finder *self, mention new) {
    const token_list *tokens = self->tokens;
    size_t begin = new.phrase.begin;
    new.after_and = begin > 0 && token_is(&tokens->items[begin - 1], "and");
    new.entity = NO_ENTITY;
    new.surname = NO_SURNAME;
    new.called = new.name;
    vec_push(&self->found, new);
}

/* "thousands of", which stands for those who follow. */
static bool is_quantity_of(const token_list *tokens, size_t end) {
    return end < tokens->count && token_is(&tokens->items[end], "of") &&
           token_is_one_of(&tokens->items[end - 1],
                           "tens dozens scores hundreds thousands millions");
}

static void add_description(finder *self, const stretch *of, size_t head) {
    const token_list *tokens = self->tokens;
    const token *noun = &tokens->items[head];
    const bool number = noun->class == WORD_NUMBER && !is_quantity_of(tokens, of->end);
    if ((noun->noun & LETTER('y')) != 0 || number) {
        return;
    }
    named_kind kind = head_kind(noun);
    size_t begin = of->phrase.begin;
    bool possessed = of->begin > begin + 1;
    const token *first = &tokens->items[begin];
    add(self,
        (mention){.form = MENTION_DESCRIPTION,
                  .phrase = of->phrase,
                  .name = {begin + (first->class == WORD_DETERMINER && !token_is_quantity(first) &&
                                    first->grammar == LETTER('D') && of->phrase.end > begin + 1),
                           of->phrase.end},
                  .title = {begin, begin},
                  .head = head,
                  .kind = kind,
                  .gender = head_gender(noun, kind),
                  .plural = head_is_plural(noun),
                  .definite = possessed || is_definite(first),
                  .function = of->function});
}

static uint8_t gender_of_reading(const name_reading *reading) {
    if (reading->kind == NAMES_PERSON) {
        return reading->gender != 0 ? reading->gender : GENDER_MALE | GENDER_FEMALE;
    }
    return reading->kind == NAMES_UNKNOWN ? GENDER_ANY : GENDER_NEUTER;
}

/* The gender that the words before a name give: "actress", "businessman". */
static uint8_t gender_before(const token_list *tokens, token_range title) {
    for (size_t i = title.begin; i < title.end; i++) {
        const token *self = &tokens->items[i];
        if ((self->noun & LETTER('p')) != 0 && self->class == WORD_NOUN) {
            uint8_t gender = head_gender(self, NAMES_PERSON);
            if (gender != (GENDER_MALE | GENDER_FEMALE)) {
                return gender;
            }
        }
    }
    return 0;
}

static void add_name(finder *self, const stretch *of, token_range run, bool is_head) {
    const token_list *tokens = self->tokens;
    const token *before = run.begin > of->phrase.begin ? &tokens->items[run.begin - 1] : NULL;
    bool article = before != NULL && token_is(before, "the");
    /* That of "the Max Roth campaign" is the campaign's. */
    article &= is_head || first_name_gender(tokens->items[run.begin].lower) == 0;
    bool titled = before != NULL && before->class == WORD_NOUN && (before->noun & LETTER('p')) != 0;
    if (is_head && is_some_of(tokens, of->phrase.begin, run)) {
        add_description(self, of, run.begin);
        return;
    }
    if (is_month(tokens, run)) {
        return;
    }
    name_reading reading = name_read(tokens, run, article, titled);
    if (is_time_name(tokens, run)) {
        return;
    }
    if (reading.name.begin == reading.name.end) {
        if (is_head) {
            add_description(self, of, run.end - 1);
        }
        return;
    }
    if (reading.kind == NAMES_UNKNOWN && run.end > run.begin + 1 && is_aged(tokens, run.end)) {
        reading.kind = NAMES_PERSON;
    }
    if (reading.kind == NAMES_DOCUMENT && before != NULL && before->class == WORD_NOUN &&
        (before->noun & LETTER('o')) != 0) {
        reading.kind = NAMES_BODY; /* "rating agency Fitch Ratings" */
    }
    const bool many = is_head && reading.kind == NAMES_UNKNOWN && are_many(tokens, run);
    if (many || (is_head && article && is_single_unknown(tokens, &reading))) {
        reading.kind = NAMES_BODY;
    }
    const size_t owner = is_head ? office_name_begin(tokens, of->phrase.begin, run) : run.begin;
    if (owner < run.begin) {
        reading =
            (name_reading){.title = {owner, owner}, .name = {owner, run.end}, .kind = NAMES_BODY};
    }
    token_range title = {is_head && owner == run.begin ? of->begin : owner, reading.name.begin};
    uint8_t gender = gender_of_reading(&reading);
    uint8_t told = gender_before(tokens, title);
    add(self, (mention){.form = MENTION_NAME,
                        .phrase = {is_head ? of->phrase.begin : run.begin, run.end},
                        .name = reading.name,
                        .title = title,
                        .head = run.end - 1,
                        .kind = reading.kind,
                        .gender = told != 0 ? told : gender,
                        .plural = many,
                        .definite = true,
                        .function = is_head ? of->function : FUNCTION_MODIFIER});
}

/* The mentions of a stretch: names on the way, then its head. */
static void add_stretch(finder *self, const stretch *of) {
    size_t head = of->end;
    for (size_t i = of->begin; i < of->end;) {
        const token *at = &self->tokens->items[i];
        if (at->class != WORD_NAME) {
            head = at->class == WORD_NOUN || head == of->end ? i : head;
            i++;
            continue;
        }
        size_t end = name_run_end(self->tokens, i, of->end);
        add_name(self, of, (token_range){i, end}, end == of->end);
        head = end == of->end ? SIZE_MAX : head;
        i = end;
    }
    if (head != SIZE_MAX && head < of->end) {
        add_description(self, of, head);
    }
}

/* --- phrases --------------------------------------------------------------------------------- */

/* A participle right after what opens a phrase is a modifier, as is an adverb before another:
 * "the leaked taxes", "a very old man". */
static bool is_modifier(const token_list *tokens, size_t at, size_t end, bool opened) {
    const token *self = &tokens->items[at];
    if (at == 0 || at + 1 >= end || !opened) {
        return false;
    }
    const token *before = self - 1;
    const token *next = self + 1;
    bool early = before->class != WORD_NOUN && before->class != WORD_NAME;
    if (self->class == WORD_VERB) {
        str word = self->lower;
        char last = word.data[word.size - 1];
        early |= last == 'g' && before->class == WORD_NAME;
        return early && (self->grammar & LETTER('V')) == 0 &&
               (last == 'd' || last == 'g' || last == 'n') && token_is_nominal(next);
    }
    if (token_is(self, "super") && token_is_nominal(next)) {
        return true; /* "an anti-Roth super PAC" */
    }
    return self->class == WORD_ADVERB && early &&
           (token_is_nominal(next) ||
            (next->class == WORD_VERB && at + 2 < end && token_is_nominal(next + 1)));
}

/* "the Reed and Holt campaigns", "federal and independent analysts": whether the name or adjective
 * at `at` has its noun behind another word of its sort, and "and". */
static bool shares_noun(const token_list *tokens, size_t at, size_t end) {
    const token *first = &tokens->items[at];
    if (at + 3 >= end || !(token_is(first + 1, "and") || token_is(first + 1, "or"))) {
        return false;
    }
    const token *other = first + 2;
    const token *noun = first + 3;
    const uint64_t sorts = LETTER('a') | LETTER('l') | LETTER('o') | LETTER('p');
    const bool adjective = ((first->noun & LETTER('a')) != 0 || first->class == WORD_ADJECTIVE) &&
                           other->class == WORD_ADJECTIVE;
    const bool alike = other->class == WORD_NAME && (first->noun & sorts) == (other->noun & sorts);
    return (adjective || alike) && noun->class == WORD_NOUN && noun->plural && !noun->capital;
}

/* The end of the words that may stand in one phrase from `at` on. */
static size_t stretch_end(const token_list *tokens, size_t at, size_t end, bool opened) {
    while (at < end) {
        const token *self = &tokens->items[at];
        if (self->class == WORD_NAME) {
            const size_t run = name_run_end(tokens, at, end);
            at = run == at + 1 && shares_noun(tokens, at, end) ? at + 3 : run;
            continue;
        }
        const bool adjective = self->class == WORD_ADJECTIVE || (self->noun & LETTER('a')) != 0;
        if (adjective && shares_noun(tokens, at, end)) {
            at += 3;
            continue;
        }
        if (!token_is_nominal(self) && !is_modifier(tokens, at, end, opened)) {
            break;
        }
        if (self->class == WORD_ADJECTIVE && at > 0 && self[-1].class == WORD_NOUN &&
            (at + 1 >= end || !token_is_nominal(self + 1))) {
            break; /* "the bank detailed" */
        }
        at++;
    }
    return at;
}

static void add_pronoun(finder *self, size_t at) {
    const token *word = &self->tokens->items[at];
    uint8_t gender = 0;
    gender |= (word->grammar & LETTER('m')) != 0 ? GENDER_MALE : 0;
    gender |= (word->grammar & LETTER('f')) != 0 ? GENDER_FEMALE : 0;
    gender |= (word->grammar & LETTER('n')) != 0 ? GENDER_NEUTER : 0;
    token_range itself = {at, at + 1};
    bool possessive = (word->grammar & (LETTER('v') | LETTER('o'))) == LETTER('v');
    add(self, (mention){.form = MENTION_PRONOUN,
                        .phrase = itself,
                        .name = itself,
                        .title = {at, at},
                        .head = at,
                        .gender = gender != 0 ? gender : GENDER_ANY,
                        .plural = (word->grammar & LETTER('p')) != 0,
                        .definite = true,
                        .function = possessive ? FUNCTION_POSSESSOR
                                               : phrase_function(self->tokens, itself)});
}

/* Determiners that may be a phrase by themselves. */
static bool stands_alone(const token_list *tokens, size_t at) {
    const token *self = &tokens->items[at];
    const token *next = at + 1 < tokens->count ? self + 1 : self;
    if (next->class == WORD_PREPOSITION && !token_is(next, "of")) {
        bool among = token_is_one_of(next, "in at within among from on");
        return among && token_is_one_of(self, "some many most few several");
    }
    if (token_is(self, "those") && next->class == WORD_RELATIVE) {
        return true;
    }
    return token_is_one_of(self, "some many most few several all both");
}

/* A phrase that begins at `at`; returns where it ends, `at` + 1 at least. */
static size_t add_phrase(finder *self, size_t at, size_t limit) {
    const token_list *tokens = self->tokens;
    token_range phrase = {at, at};
    size_t begin = at;
    while (begin < limit && tokens->items[begin].class == WORD_DETERMINER) {
        begin++;
    }
    begin += begin == at && tokens->items[at].class == WORD_PRONOUN;
    bool opened = begin > at;
    for (;;) {
        size_t end = stretch_end(tokens, begin, limit, opened);
        phrase.end = end;
        if (end == begin) {
            bool alone = begin == at + 1 && stands_alone(tokens, at);
            if (alone) { /* "Some believe" */
                add_description(
                    self,
                    &(stretch){
                        {at, begin}, at, begin, phrase_function(tokens, (token_range){at, begin})},
                    at);
            }
            return end > at ? end : at + 1;
        }
        bool possessor = end < limit && tokens->items[end].class == WORD_POSSESSIVE;
        mention_function function =
            possessor ? FUNCTION_POSSESSOR : phrase_function(tokens, phrase);
        add_stretch(self, &(stretch){phrase, begin, end, function});
        if (!possessor) {
            return end;
        }
        begin = end + 1;
        opened = true;
    }
}

/* "Max and Ada Holt": two first names, of which only the second has the surname of both. */
static void share_surnames(finder *self) {
    for (size_t i = 0; i + 1 < self->found.count; i++) {
        mention *first = &self->found.items[i];
        const mention *second = first + 1;
        if (first->form == MENTION_NAME && second->form == MENTION_NAME && second->after_and &&
            first->phrase.end + 1 == second->phrase.begin &&
            token_begins_couple(self->tokens, first->name.begin) &&
            first->name.end == first->name.begin + 1 && second->name.end > second->name.begin + 1) {
            first->surname = second->name.end - 1;
            first->kind = NAMES_PERSON;
        }
    }
}

static bool begins(const token *self) {
    return self->class == WORD_DETERMINER || token_is_nominal(self);
}

/* How far a phrase may go from `at` on: to the end of the sentence, or a cue in it. */
static size_t phrase_limit(const token_list *tokens, size_t at) {
    const size_t end = tokens_sentence_end(tokens, at);
    for (size_t i = at + 1; i < end; i++) {
        if (tokens->items[i].cue) {
            return i;
        }
    }
    return end;
}

void mentions_find(const token_list *tokens, arena *into, mention_list *out) {
    finder self = {.tokens = tokens};
    size_t limit = 0;
    for (size_t i = 0; i < tokens->count;) {
        const token *at = &tokens->items[i];
        limit = i < limit ? limit : phrase_limit(tokens, i);
        if (at->class == WORD_PRONOUN) {
            add_pronoun(&self, i);
            bool possessive = (at->grammar & (LETTER('v') | LETTER('o'))) == LETTER('v');
            i = possessive ? add_phrase(&self, i, limit) : i + 1;
        } else {
            i = begins(at) ? add_phrase(&self, i, limit) : i + 1;
        }
    }
    share_surnames(&self);
    *out = (mention_list){NULL, self.found.count};
    if (self.found.count > 0) {
        out->items = arena_copy(into, self.found.items, self.found.count * sizeof(mention));
    }
    vec_free(&self.found);
}
