/* The sieve of appositions, titles and copulas: what is said of somebody beside the name. */
#include "resolve/clusters.h"
#include "resolve/extents.h"
#include "resolve/functions.h"
#include "resolve/offices.h"
#include "resolve/token_words.h"

static const token *word_at(const clusters *self, size_t at) {
    return &self->tokens->items[at];
}

static bool is_person_word(const token *self) {
    return (self->noun & LETTER('p')) != 0;
}

/* The mention that is the head of the phrase that begins at this token; NULL where none does.
 * Looked for from `from` on. */
static mention *head_of_phrase_at(clusters *self, size_t from, size_t begin) {
    mention *head = NULL;
    for (size_t i = from; i < self->mentions->count; i++) {
        mention *each = &self->mentions->items[i];
        if (each->phrase.begin > begin && (head != NULL || each->phrase.begin > begin + 8)) {
            break;
        }
        if (each->phrase.begin == begin && each->function != FUNCTION_MODIFIER &&
            each->function != FUNCTION_POSSESSOR) {
            head = each;
        }
    }
    return head;
}

/* Whether a description may say who the one named is. */
static bool fits(const clusters *self, const mention *name, const mention *what) {
    const entity *who = &self->entities.items[cluster_of((clusters *)self, name->entity)];
    bool kinds = who->kind == NAMES_UNKNOWN || who->kind == what->kind ||
                 (who->kind == NAMES_PLACE && what->kind == NAMES_BODY) ||
                 (who->kind == NAMES_OUTLET && what->kind == NAMES_BODY);
    return kinds && !what->plural && (who->gender & what->gender) != 0;
}

static void take_description(clusters *self, size_t who, size_t what) {
    cluster_add(self, who, what);
    cluster_enter_noun(self, word_at(self, self->mentions->items[what].head), what, who);
}

static size_t past_comma(const clusters *self, size_t at) {
    const token_list *tokens = self->tokens;
    if (at < tokens->count &&
        token_is(&tokens->items[at], "(")) { /* Rep. Moore (D-Wis.), the ... */
        for (size_t i = at; i < tokens->count && i < at + 8; i++) {
            if (token_is(&tokens->items[i], ")")) {
                at = i + 1;
                break;
            }
        }
    }
    return at < tokens->count && token_is(&tokens->items[at], ",") ? at + 1 : at;
}

static bool is_copula(const token *self) {
    return token_is(self, "is") || token_is(self, "was") || token_is(self, "became") ||
           token_is(self, "remains");
}

/* Past "of California" behind a name. */
static size_t past_origin(const clusters *self, size_t at) {
    const token_list *tokens = self->tokens;
    if (at + 1 >= tokens->count ||
        !(token_is(&tokens->items[at], "of") || token_is(&tokens->items[at], "at"))) {
        return at;
    }
    size_t end = at + 1;
    while (end < tokens->count && end < at + 6 && tokens->items[end].class == WORD_NAME) {
        end++;
    }
    return end > at + 1 ? end : at;
}

static bool is_mark(const clusters *self, size_t at) {
    return at < self->tokens->count && word_at(self, at)->class == WORD_MARK;
}

/* "harbour master" beside a person's name: a noun that is not known for one of people may be, where
 * marks set it off. */
static bool may_be_calling(const clusters *self, const mention *name, const mention *what) {
    return what->kind == NAMES_THING && !what->plural && name->kind == NAMES_PERSON &&
           is_mark(self, description_extent(self->tokens, what).end);
}

/* "Ortova leads, poll finds"; "five weeks before it hit Gannet Rock, an engineer at the yard
 * wrote": the subject of what follows, which no mark sets off. */
static bool is_subject_of_rest(const clusters *self, const mention *what) {
    const size_t end = description_extent(self->tokens, what).end;
    if (end < self->tokens->count && word_at(self, end)->class == WORD_AUXILIARY) {
        return true; /* "in Hull and Rye, the camp is building" */
    }
    return end < self->tokens->count && word_at(self, end)->class == WORD_VERB &&
           (what->function == FUNCTION_SUBJECT || is_saying(word_at(self, end)));
}

/* "John Brennan, the former CIA director" and "John Brennan is the CIA director". */
static void describe_behind(clusters *self, size_t index) {
    mention *name = &self->mentions->items[index];
    size_t end = past_origin(self, name->phrase.end);
    size_t begin = past_comma(self, end);
    bool comma = begin > end;
    if (!comma) {
        bool copula = begin < self->tokens->count && is_copula(word_at(self, begin));
        if (!copula) {
            return;
        }
        begin++;
    }
    mention *what = head_of_phrase_at(self, index + 1, begin);
    if (what != NULL && what->form == MENTION_DESCRIPTION && what->entity == NO_ENTITY &&
        !(comma && is_subject_of_rest(self, what)) &&
        (fits(self, name, what) || (comma && may_be_calling(self, name, what)))) {
        take_description(self, name->entity, (size_t)(what - self->mentions->items));
    }
}

static bool opens_apposition(const token *self) {
    return token_is(self, ",") || token_is(self, "(") || token_is(self, "-") ||
           token_is(self, "\u2013") || token_is(self, "\u2014");
}

/* Whether somebody's office stands before his name: "President Obama", but not "Mr. Obama". */
static bool has_office(const clusters *self, const mention *name) {
    for (size_t i = name->title.begin; i < name->title.end; i++) {
        if (is_person_word(word_at(self, i))) {
            return true;
        }
    }
    return false;
}

/* The name that an apposition from `begin` on gives; NULL where it gives none. Callings may stand
 * before it in a row: "the actress and activist Rosa Diaz". */
static mention *name_in_apposition(clusters *self, size_t index, size_t begin) {
    const bool participle = begin < self->tokens->count &&
                            word_at(self, begin)->class == WORD_VERB &&
                            word_ends_in(word_at(self, begin)->lower, "ed");
    begin += participle; /* "syndicated radio host Max Roth" */
    mention *first = head_of_phrase_at(self, index + 1, begin);
    if (first == NULL) {
        return NULL;
    }
    if (first->form == MENTION_NAME) {
        const token *article = word_at(self, self->mentions->items[index].phrase.begin);
        const bool new = token_is_one_of(article, "a an one") && is_mark(self, first->phrase.end);
        return has_office(self, first) && !new ? NULL : first; /* "one rebel, DJ Max Roth," */
    }
    size_t end = first->phrase.end;
    if (first->form != MENTION_DESCRIPTION || first->kind != NAMES_PERSON || first->plural ||
        end >= self->tokens->count || !token_is(word_at(self, end), "and")) {
        return NULL;
    }
    size_t at = (size_t)(first - self->mentions->items);
    mention *next = head_of_phrase_at(self, at + 1, end + 1);
    bool called = next != NULL && next->form == MENTION_NAME && has_office(self, next);
    if (called && next->entity != NO_ENTITY && fits(self, next, first)) {
        take_description(self, next->entity, at);
        return next;
    }
    return NULL;
}

/* "from Hull, Yorkshire": a word behind the name of a place is where that lies. */
static bool tells_where(const clusters *self, const mention *name) {
    const token *before = word_at(self, name->phrase.begin - 2);
    return name->kind != NAMES_PERSON && name->name.end - name->name.begin == 1 &&
           before->class == WORD_NAME;
}

/* "the CIA director, John Brennan". A calling is none where it may be the end of another phrase:
 * "after the vote, John Brennan". */
static void describe_before(clusters *self, size_t index) {
    mention *what = &self->mentions->items[index];
    const token_list *tokens = self->tokens;
    size_t begin = description_extent(tokens, what).end;
    if (begin >= tokens->count || !opens_apposition(word_at(self, begin))) {
        return;
    }
    mention *name = name_in_apposition(self, index, begin + 1);
    if (name == NULL || name->entity == NO_ENTITY ||
        (begin > what->phrase.end && tells_where(self, name))) {
        return;
    }
    size_t end = name->phrase.end;
    bool and = end < tokens->count && token_is(word_at(self, end), "and");
    bool closed = is_mark(self, end);
    bool person = what->kind == NAMES_PERSON && fits(self, name, what);
    bool calling = closed && may_be_calling(self, name, what) &&
                   what->function != FUNCTION_OBLIQUE && what->function != FUNCTION_OBJECT;
    if (!and&&(person || calling)) {
        take_description(self, name->entity, index);
    }
}

/* The words before a name say who it is: enter the last noun of a person among them. */
static void enter_title(clusters *self, size_t index) {
    const mention *name = &self->mentions->items[index];
    for (size_t i = name->title.end; i-- > name->title.begin;) {
        const token *noun = word_at(self, i);
        if (is_person_word(noun) || token_holds_office(noun)) {
            cluster_enter_noun(self, noun, index, name->entity);
        }
    }
}

/* "party" of "Democratic Party", "association" of "Association of Flight Attendants". */
static void enter_body(clusters *self, size_t index) {
    const mention *name = &self->mentions->items[index];
    size_t telling = name->name.begin;
    while (telling + 1 < name->name.end && word_at(self, telling + 1)->class != WORD_PREPOSITION) {
        telling++;
    }
    const token *noun = word_at(self, telling);
    bool of_body = (noun->noun & (LETTER('o') | LETTER('c') | LETTER('n') | LETTER('d'))) != 0;
    if (of_body && name->name.end - name->name.begin > 1) {
        cluster_enter_noun(self, noun, index, name->entity);
    }
}

/* "Marcel Lehel, the hacker known as “Gufficer”": two names of one. */
static void join_alias(clusters *self, size_t index) {
    const mention *alias = &self->mentions->items[index];
    size_t at = alias->phrase.begin;
    while (at > 0 && (is_mark(self, at - 1) || token_is(word_at(self, at - 1), "the"))) {
        at--;
    }
    const bool known = at > 1 && token_is(word_at(self, at - 1), "as") &&
                       token_is_one_of(word_at(self, at - 2), "known nicknamed dubbed");
    const mention *before = known && index > 0 ? alias - 1 : NULL;
    if (before != NULL && before->entity == NO_ENTITY && index > 1 &&
        before->phrase.end + 3 >= at) {
        at = before->phrase.begin; /* of "the hacker" is not known that it is he */
        before--;
    }
    if (before == NULL || before->entity == NO_ENTITY || before->phrase.end + 3 < at) {
        return;
    }
    const entity *who = &self->entities.items[cluster_of(self, before->entity)];
    if (who->named && (who->kind == NAMES_PERSON || who->kind == NAMES_UNKNOWN)) {
        cluster_merge(self, alias->entity, before->entity);
    }
}

void cluster_appositions(clusters *self) {
    for (size_t i = 0; i < self->mentions->count; i++) {
        const mention *each = &self->mentions->items[i];
        if (each->form == MENTION_NAME) {
            enter_title(self, i);
            if (each->kind != NAMES_PERSON && each->kind != NAMES_UNKNOWN) {
                enter_body(self, i);
            }
            describe_behind(self, i);
            join_alias(self, i);
        } else if (each->form == MENTION_DESCRIPTION && each->entity == NO_ENTITY) {
            describe_before(self, i);
        }
    }
}
