#include "resolve/extents.h"
#include "resolve/source_parts.h"

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

/* "a woman called Rosa". */
static bool introduces_name(const token *self) {
    return token_is(self, "named") || token_is(self, "called");
}

/* Past ", including" and the like behind people: those named there are the ones who are known. */
static size_t past_including(const source_reader *self, const mention *head, token_range in) {
    size_t at = description_extent(self->tokens, head).end;
    at += at < in.end && token_is(word_at(self, at), ",");
    bool people = head->kind == NAMES_PERSON || head->kind == NAMES_THING;
    if (!head->plural || !people || at + 1 >= in.end) {
        return head->phrase.end;
    }
    bool such = token_is(word_at(self, at), "such") && token_is(word_at(self, at + 1), "as");
    bool include =
        word_at(self, at)->class == WORD_RELATIVE &&
        (token_is(word_at(self, at + 1), "include") || token_is(word_at(self, at + 1), "included"));
    if (such || include) {
        return at + 2;
    }
    bool one = token_is(word_at(self, at), "like") || token_is(word_at(self, at), "including");
    return one ? at + 1 : head->phrase.end;
}

/* Where an apposition may begin that belongs to a description: past the first marks behind it. What
 * stands before them is said of it: "a man who saw it, Ben Ode". */
static size_t apposition_behind(const source_reader *self, const mention *head, token_range in) {
    size_t at = head->phrase.end;
    if (at < in.end && introduces_name(word_at(self, at))) {
        return at + 1;
    }
    if (at + 1 < in.end && token_is(word_at(self, at), "calling") &&
        (token_is(word_at(self, at + 1), "himself") ||
         token_is(word_at(self, at + 1), "herself"))) {
        return at + 2;
    }
    size_t listed = past_including(self, head, in);
    if (listed > at) {
        return listed;
    }
    while (!head->plural && at < in.end && word_at(self, at)->class != WORD_MARK) {
        at++;
    }
    size_t mark = at;
    while (at < in.end && word_at(self, at)->class == WORD_MARK) {
        at++;
    }
    return at > mark ? at : in.end;
}

/* "the two leading Republicans": a party, by those who are of it. */
static bool are_members(const source_reader *self, const mention *what) {
    const str noun = word_at(self, what->head)->lower;
    const bool s = noun.size > 1 && noun.data[noun.size - 1] == 's';
    return s && what->phrase.end > what->phrase.begin + 1 &&
           (list_letters(LIST_OF_NOUNS, (str){noun.data, noun.size - 1}) & LETTER('p')) != 0;
}

/* Whether the name may be that of the one described: one person is no body, and what stands behind
 * the name of a place is another: "a baker from Hull, Yorkshire". */
static bool may_name(const source_reader *self, const mention *name, const mention *what) {
    bool near = what->phrase.end + 1 == name->phrase.begin;
    bool place = word_at(self, name->phrase.begin - 2)->class == WORD_NAME;
    bool office = (word_at(self, what->head)->noun & LETTER('t')) != 0;
    bool members = are_members(self, what);
    switch (name->kind) {
    case NAMES_PERSON:
        return what->kind != NAMES_DOCUMENT && (what->kind != NAMES_BODY || members);
    case NAMES_BODY:
    case NAMES_OUTLET:
        return what->kind == name->kind || (near && !office);
    case NAMES_UNKNOWN:
        return near || !place;
    default:
        return false;
    }
}

/* "former secretary of state Lena Holt", "ambassador to Norway Max Roth": the name that stands
 * behind an office. */
size_t named_by_office(const source_reader *self, size_t index, token_range in) {
    const mention *head = &self->mentions->items[index];
    const size_t of = head->phrase.end;
    const size_t next = index + 1;
    bool office = head->form == MENTION_DESCRIPTION && of + 1 < in.end &&
                  (word_at(self, head->head)->noun & LETTER('t')) != 0 &&
                  token_is_one_of(word_at(self, of), "of to");
    if (!office || next >= self->mentions->count) {
        return index;
    }
    const mention *name = &self->mentions->items[next];
    bool called = name->form == MENTION_NAME && name->kind == NAMES_PERSON &&
                  name->phrase.begin == of + 1 && name->title.begin < name->title.end &&
                  name->phrase.end <= in.end &&
                  ((!word_at(self, of + 1)->capital && word_at(self, of + 1)->class == WORD_NOUN) ||
                   (token_is(word_at(self, of), "to") && token_is_place(word_at(self, of + 1))));
    return called ? next : index;
}

/* "the harbour master, Tom Reed", "two objectors, Lawrence Joyce and William Graham": those named
 * are the heads. */
size_t named_behind(const source_reader *self, size_t index, token_range in) {
    const mention *head = &self->mentions->items[index];
    size_t at = apposition_behind(self, head, in);
    const bool said = head->form == MENTION_DESCRIPTION || are_members(self, head);
    if (!said || at >= in.end) {
        return index;
    }
    size_t next = head_from(self, index + 1, (token_range){at, in.end});
    const mention *name =
        next < self->mentions->count ? &self->mentions->items[next] : &self->mentions->items[index];
    bool listed = at == past_including(self, head, in); /* whoever they are */
    /* "officials in states, including Utah" */
    listed &= head->kind != NAMES_PERSON || !token_is_place(word_at(self, name->head));
    if (name->form != MENTION_NAME || name->phrase.begin != at ||
        !(listed || may_name(self, name, head))) {
        return index;
    }
    bool ends = name->phrase.end >= in.end || word_at(self, name->phrase.end)->class == WORD_MARK;
    return ends || head->plural || are_members(self, head) ? next : index;
}

static bool parts_phrases(const token *self) {
    return self->class == WORD_MARK || self->class == WORD_PREPOSITION ||
           self->class == WORD_CONJUNCTION || self->class == WORD_RELATIVE ||
           self->class == WORD_SUBORDINATOR || self->class == WORD_POSSESSIVE ||
           self->class == WORD_DETERMINER || self->class == WORD_PRONOUN;
}

/* "Vice President for news and talk Max Roth": what an office is for, in small letters. */
static bool is_of_office(const source_reader *self, const mention *head, size_t at) {
    const token *each = word_at(self, at), *office = word_at(self, head->head);
    return (office->noun & LETTER('t')) != 0 && office->capital &&
           token_is(word_at(self, head->phrase.end), "for") &&
           (token_is_one_of(each, "for and of") || !each->capital) && each->class != WORD_MARK &&
           each->class != WORD_DETERMINER && each->class != WORD_PRONOUN;
}

size_t named_at_end(const source_reader *self, size_t index, token_range in) {
    const mention *head = &self->mentions->items[index];
    size_t last = index;
    for (size_t i = index + 1; i < self->mentions->count; i++) {
        const mention *each = &self->mentions->items[i];
        if (each->phrase.begin >= in.end) {
            break;
        }
        last = each->form == MENTION_NAME && each->name.end == in.end ? i : last;
    }
    const mention *name = &self->mentions->items[last];
    if (last == index || head->phrase.end > name->name.begin || name->entity == NO_ENTITY ||
        self->entities->items[name->entity].kind != NAMES_PERSON) {
        return index;
    }
    for (size_t i = head->phrase.begin + 1; i < name->name.begin; i++) {
        if (parts_phrases(word_at(self, i)) && !token_is(word_at(self, i), "&") &&
            !is_of_office(self, head, i)) {
            return index;
        }
    }
    return last;
}
