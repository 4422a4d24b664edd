#include "resolve/source_parts.h"

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

size_t mention_after(const source_reader *self, size_t at) {
    size_t low = 0;
    size_t high = self->mentions->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->mentions->items[middle].name.end > at) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static bool leads(const mention *self, token_range in) {
    return self->name.begin >= in.begin && self->name.end <= in.end &&
           self->function != FUNCTION_MODIFIER;
}

static bool is_possessor_of(const mention *self, const mention *next) {
    return self->function == FUNCTION_POSSESSOR && next->phrase.end > self->name.end &&
           next->phrase.begin <= self->phrase.end + 1;
}

/* "R-Utah", "D-Calif.": party and state of a member of Congress. */
static bool is_seat(const token *self) {
    return self->lower.size > 3 && self->lower.data[1] == '-' && self->capital &&
           (self->lower.data[0] == 'r' || self->lower.data[0] == 'd' || self->lower.data[0] == 'i');
}

/* Past brackets, an age and a seat that follow a head: "Moore (D-Wis.)", "Reed, 54", "Cole,
 * R-Utah". */
static size_t past_bracket(const source_reader *self, size_t at, size_t end) {
    if (at + 1 < end && token_is(word_at(self, at), ",") &&
        (word_at(self, at + 1)->class == WORD_NUMBER || is_seat(word_at(self, at + 1)))) {
        at += 2;
        at += at < end && token_is(word_at(self, at), "."); /* D-Calif. */
    }
    if (at < end && token_is(word_at(self, at), "(")) {
        while (at < end && !token_is(word_at(self, at), ")")) {
            at++;
        }
        at += at < end;
    }
    return at;
}

/* What stands between two of a row of heads. */
typedef struct {
    size_t next;     /* where the next begins; the end of the source where the row ends */
    bool past_place; /* the first has a place: "David Autor at the Institute of Technology" */
    bool is_last;    /* "and" stands there */
    bool comma;
} joint;

/* What stands behind a head that ends at `at`. */
static joint joint_at(const source_reader *self, size_t at, size_t end) {
    joint out = {.past_place = at < end && word_at(self, at)->class == WORD_PREPOSITION};
    at = past_bracket(self, at, end);
    while (out.past_place && at < end && !token_is(word_at(self, at), ",") &&
           !token_is(word_at(self, at), "and")) {
        at++;
    }
    bool comma = at < end && token_is(word_at(self, at), ",");
    at += comma;
    bool and = at < end && joins_heads(word_at(self, at));
    at += and;
    out.comma = comma;
    out.is_last = and&&!out.past_place; /* there "and" alone shows nothing */
    out.next = comma || and? at : end;
    return out;
}

/* "of Leeds", "whose brother": said of the head, and no head. */
static bool begins_aside(const token *self) {
    return self->class == WORD_PREPOSITION || self->class == WORD_RELATIVE;
}

/* "Tom Reed, the harbour master": an apposition, behind which a row may go on. */
static bool is_same(const mention *a, const mention *b) {
    return a->entity != NO_ENTITY && a->entity == b->entity;
}

/* Whether the two are of one sort, so that a comma between them makes a row and no apposition. */
static bool alike(const source_reader *self, const mention *a, const mention *b) {
    if (a->entity == NO_ENTITY || b->entity == NO_ENTITY) {
        return false; /* pronouns make no rows with commas */
    }
    const entity *x = &self->entities->items[a->entity];
    const entity *y = &self->entities->items[b->entity];
    bool unknown = x->kind == NAMES_UNKNOWN || y->kind == NAMES_UNKNOWN;
    bool bodies = (x->kind == NAMES_BODY || x->kind == NAMES_OUTLET) &&
                  (y->kind == NAMES_BODY || y->kind == NAMES_OUTLET);
    return a->entity != b->entity && a->form == b->form &&
           (x->kind == y->kind || unknown || bodies);
}

/* "in Trump's mind": what is there is thought by him. */
static bool stands_for_owner(const source_reader *self, const mention *owned) {
    return token_is_one_of(word_at(self, owned->head),
                           "mind view eyes opinion heart head words telling estimation");
}

/* What the one at `index` owns within the tokens: of "Roth's new HRT form" the form, past the names
 * that only describe it; the count of mentions where it owns nothing. */
static size_t owned_by(const source_reader *self, size_t index, token_range in) {
    size_t next = index + 1;
    while (next < self->mentions->count &&
           self->mentions->items[next].function == FUNCTION_MODIFIER) {
        next++;
    }
    const bool owned =
        next < self->mentions->count &&
        is_possessor_of(&self->mentions->items[index], &self->mentions->items[next]) &&
        self->mentions->items[next].phrase.end <= in.end;
    return owned ? next : self->mentions->count;
}

size_t head_from(const source_reader *self, size_t from, token_range in) {
    for (size_t i = from; i < self->mentions->count; i++) {
        const mention *each = &self->mentions->items[i];
        if (each->phrase.begin >= in.end) {
            break;
        }
        const size_t owned = owned_by(self, i, in);
        const bool possessor =
            owned < self->mentions->count && !stands_for_owner(self, &self->mentions->items[owned]);
        if (leads(each, in) && !possessor) {
            return i;
        }
    }
    return self->mentions->count;
}

enum { MODIFIERS = 3 }; /* mentions between an article and its noun */

/* Where no mention lies within the source, one that reaches over its end: whose article it is, or
 * whose title. */
static size_t overlapping(const source_reader *self, size_t from, token_range in) {
    const bool the = in.end == in.begin + 1 && token_is(word_at(self, in.begin), "the");
    for (size_t i = from; i < self->mentions->count; i++) {
        const mention *each = &self->mentions->items[i];
        const bool titled = each->title.begin >= in.begin && each->title.end == in.end &&
                            each->title.begin < each->title.end; /* "President" of his name */
        const bool its_article =
            the && each->phrase.begin <= in.begin && each->function != FUNCTION_MODIFIER;
        if (each->name.begin >= in.end && !titled && !its_article &&
            !(the && i < from + MODIFIERS)) {
            break;
        }
        if (titled || its_article || (!the && each->head >= in.begin)) {
            return i;
        }
    }
    return self->mentions->count;
}

/* "painter and poet Max Roth": one person without an article is no head beside a name. */
static bool is_calling(const source_reader *self, const mention *of) {
    const token *first = word_at(self, of->phrase.begin);
    bool person = of->kind == NAMES_PERSON || of->kind == NAMES_OUTLET; /* "journalist" */
    return of->form == MENTION_DESCRIPTION && person && !of->plural &&
           of->phrase.begin == of->name.begin && first->class != WORD_PRONOUN &&
           first->class != WORD_DETERMINER && first->class != WORD_POSSESSIVE;
}

static bool is_name(const source_reader *self, size_t index) {
    return self->mentions->items[index].form == MENTION_NAME;
}

static void drop_callings(const source_reader *self, source_heads *of) {
    bool named = false;
    for (size_t i = 0; i < of->count; i++) {
        named |= is_name(self, of->items[i]);
    }
    size_t kept = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (!named || !is_calling(self, &self->mentions->items[of->items[i]])) {
            of->items[kept++] = of->items[i];
        }
    }
    of->count = kept;
}

/* "Obama, others vow": several in a headline, where an apposition would have a comma behind it. */
static bool is_headline_row(const source_reader *self, const mention *last, token_range in) {
    const token *first = word_at(self, last->phrase.begin);
    return last->plural && last->phrase.end == in.end && first->paragraph <= 1 &&
           first->class != WORD_DETERMINER && first->class != WORD_PRONOUN &&
           in.end < self->tokens->count && word_at(self, in.end)->class != WORD_MARK;
}

/* "Tom Reed, a former mayor and a friend of hers": what he is besides. */
static bool goes_on_describing(const source_reader *self, const mention *last, const mention *head,
                               const mention *other, const joint *between) {
    const token *first = word_at(self, other->phrase.begin);
    return head != last && is_same(head, last) && last->form == MENTION_NAME && !between->comma &&
           head->form == MENTION_DESCRIPTION && other->form == MENTION_DESCRIPTION &&
           other->kind == NAMES_PERSON && !other->plural &&
           (token_is(first, "a") || token_is(first, "an"));
}

/* "the Vermont senator and presidential candidate": one, as there is but one article. */
static bool is_one_of_two_callings(const source_reader *self, const mention *last,
                                   const mention *other, const joint *between) {
    const word_class first = word_at(self, other->phrase.begin)->class;
    return between->is_last && !between->comma && last->form == MENTION_DESCRIPTION &&
           other->form == MENTION_DESCRIPTION && last->kind == NAMES_PERSON &&
           other->kind == NAMES_PERSON && !last->plural && !other->plural &&
           word_at(self, last->phrase.begin)->class == WORD_DETERMINER &&
           first != WORD_DETERMINER && first != WORD_PRONOUN && first != WORD_NUMBER;
}

/* Whether the row goes on with `other` behind the joint; `last` is the one that was added last. */
static bool goes_on(const source_reader *self, const mention *last, const mention *head,
                    const mention *other, const joint *between, token_range in) {
    if (other->phrase.begin > between->next + 1 || begins_aside(word_at(self, between->next))) {
        return false;
    }
    if (between->past_place && other->kind != NAMES_PERSON) {
        return false; /* "at the Mill in Hull, Yorkshire" */
    }
    if (goes_on_describing(self, last, head, other, between) ||
        is_one_of_two_callings(self, last, other, between)) {
        return false;
    }
    if (head != last && is_same(head, last) && last->form == MENTION_NAME && !between->is_last &&
        other->form == MENTION_NAME && other->kind != NAMES_PERSON) {
        return false; /* "Max Roth, chief officer, Defence": where he is that */
    }
    return between->is_last || is_same(head, other) || is_headline_row(self, other, in) ||
           alike(self, last, other);
}

/* "the star of “Thelma and Louise”": what stands in quotation marks is no speaker beside others. */
static bool is_title_of_work(const source_reader *self, const mention *last, size_t next) {
    const uint32_t marks = word_at(self, next)->quotation;
    return marks != 0 && marks != word_at(self, last->head)->quotation;
}

static void add_row(const source_reader *self, token_range in, source_heads *out) {
    const mention *all = self->mentions->items;
    size_t count = self->mentions->count;
    size_t first = mention_after(self, in.begin);
    size_t i = head_from(self, first, in);
    if (i >= count && in.begin < in.end) {
        i = overlapping(self, first, in);
    }
    i = i < count ? past_title_of_work(self, i, in) : i;
    i = i < count ? past_adjective(self, past_place(self, past_cut(self, i, in), in), in) : i;
    size_t last = count; /* that was added */
    while (i < count && out->count < HEADS_MAX) {
        /* of "Max Roth, chief officer, Defence" nobody is named behind the officer */
        if (last == count || all[last].form != MENTION_NAME || !is_same(&all[i], &all[last])) {
            i = named_behind(self, named_by_office(self, i, in), in);
            i = named_at_end(self, i, in);
        }
        if (last == count || !is_same(&all[i], &all[last])) {
            out->items[out->count++] = i;
            last = i;
        }
        joint between = joint_at(self, all[i].phrase.end, in.end);
        /* "a helper of mayors such as Ann Cole and Max Roth" is one */
        bool told = between.past_place && all[i].form == MENTION_DESCRIPTION;
        if (between.next >= in.end || told || is_title_of_work(self, &all[last], between.next)) {
            break;
        }
        size_t next = head_from(self, i + 1, (token_range){between.next, in.end});
        if (next >= count || !goes_on(self, &all[last], &all[i], &all[next], &between, in)) {
            break;
        }
        i = next;
    }
}

token_range source_tokens(const source_reader *self, span part) {
    token_range in = {tokens_after(self->tokens, part.begin), 0};
    in.end = in.begin;
    while (in.end < self->tokens->count && self->tokens->items[in.end].span.begin < part.end) {
        in.end++;
    }
    return in;
}

bool source_is_nobody(const source_reader *self, token_range in) {
    if (in.begin >= in.end) {
        return false;
    }
    const token *first = word_at(self, in.begin);
    bool no_one = token_is(first, "no") && in.begin + 1 < in.end &&
                  token_is(word_at(self, in.begin + 1), "one");
    return no_one || token_is(first, "nobody") || token_is(first, "none");
}

/* "a worry that Rubin and Cross would echo": the worry is what they say. */
static token_range past_object(const source_reader *self, token_range in) {
    bool object = in.begin + 1 < in.end && (token_is(word_at(self, in.begin), "that") ||
                                            token_is(word_at(self, in.begin), "which"));
    bool subject = object && word_at(self, in.begin + 1)->class == WORD_NAME;
    return subject ? (token_range){in.begin + 1, in.end} : in;
}

/* "whose attorneys": they, not he whose attorneys they are. */
static bool owns_next(const source_reader *self, token_range in) {
    return in.end > in.begin + 1 && token_is(word_at(self, in.begin), "whose");
}

/* "all of whom": where the relative stands that is meant; else where the source begins. */
static size_t past_whole_of(const source_reader *self, token_range in) {
    const bool whole = in.begin + 2 < in.end &&
                       token_is_one_of(word_at(self, in.begin), "all both") &&
                       token_is(word_at(self, in.begin + 1), "of") &&
                       word_at(self, in.begin + 2)->class == WORD_RELATIVE;
    return whole ? in.begin + 2 : in.begin;
}

source_heads source_heads_find(const source_reader *self, span_list source) {
    source_heads out = {.count = 0};
    for (size_t i = 0; i < source.count; i++) {
        token_range in = past_object(self, source_tokens(self, source.items[i]));
        const size_t part = named_in_part(self, source.items[i], in);
        in.begin = past_whole_of(self, in);
        if (part < self->mentions->count && out.count < HEADS_MAX) {
            out.items[out.count++] = part;
        } else if (in.begin < in.end && word_at(self, in.begin)->class == WORD_RELATIVE &&
                   !owns_next(self, in)) {
            add_relative(self, in.begin, &out);
        } else if (!source_is_nobody(self, in)) {
            add_row(self, in, &out);
            drop_callings(self, &out);
        }
    }
    return out;
}
