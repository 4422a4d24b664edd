#include "resolve/later_named.h"

#include "resolve/extents.h"

enum {
    LEAD_PARAGRAPHS = 4, /* a description that is named later stands in the first of them */
    NAMED_WITHIN = 4     /* statements */
};

typedef struct {
    const source_reader *reader;
    const source_heads *heads;
    const relation_list *relations;
    size_t *instead; /* for each entity, the one that it turned out to be; itself elsewhere */
} search;

static const mention *only_head(const search *self, size_t index) {
    const source_heads *found = &self->heads[index];
    return found->count == 1 ? &self->reader->mentions->items[found->items[0]] : NULL;
}

static const entity *entity_of(const search *self, const mention *m) {
    return m == NULL || m->entity == NO_ENTITY ? NULL : &self->reader->entities->items[m->entity];
}

static const token *first_word(const search *self, const mention *m) {
    return &self->reader->tokens->items[m->phrase.begin];
}

/* "an official who": one whom the text will not name. */
static bool is_held_back(const search *self, const mention *m) {
    const token_list *tokens = self->reader->tokens;
    if ((tokens->items[m->head].noun & LETTER('h')) != 0) {
        return true;
    }
    return m->phrase.end < tokens->count && token_is(&tokens->items[m->phrase.end], "who");
}

/* Whether the source is somebody whom the text does not name, in its first paragraphs. */
static bool is_unnamed_lead(const search *self, const mention *m) {
    const entity *who = entity_of(self, m);
    if (who == NULL || m->form != MENTION_DESCRIPTION || who->named || who->plural) {
        return false;
    }
    if (is_held_back(self, m)) {
        return false;
    }
    bool new = token_is(first_word(self, m), "a") || token_is(first_word(self, m), "an");
    return (who->kind == NAMES_PERSON || (who->kind == NAMES_BODY && new)) &&
           self->reader->tokens->items[m->head].paragraph < LEAD_PARAGRAPHS;
}

/* Whether the source says that who is named in it holds an office, and not that of the lead: "the
 * mayor" is not "the chief of staff, Ida Brandt". */
static bool holds_another(const search *self, size_t index, const mention *lead) {
    const token *noun = &self->reader->tokens->items[lead->head];
    const span_list source = self->relations->items[index].source;
    bool another = false;
    if (source.count == 0 || !token_is_office(noun)) {
        return false;
    }
    token_range in = source_tokens(self->reader, source.items[0]);
    for (size_t i = in.begin; i < in.end; i++) {
        const token *word = &self->reader->tokens->items[i];
        if (str_equal(word->lower, noun->lower)) {
            return false;
        }
        another |= token_is_office(word);
    }
    return another;
}

/* Whether a name of which nothing tells what it names has a common word: "Brightwater Lines". */
static bool has_common_word(const search *self, const mention *name) {
    bool common = false;
    for (size_t i = name->name.begin; i < name->name.end; i++) {
        common |= list_find(LIST_OF_WORD_CLASSES, self->reader->tokens->items[i].lower, NULL);
    }
    return common;
}

/* "A judge handed Reed the sentence": who is first named behind the lead in its own sentence. */
static bool is_named_beside(const search *self, const entity *who, const mention *lead) {
    const token *items = self->reader->tokens->items;
    const mention *first = &self->reader->mentions->items[who->first];
    return first->head > lead->head && first->phrase.begin > lead->phrase.end &&
           items[first->head].sentence == items[lead->head].sentence &&
           items[lead->phrase.end].class != WORD_MARK;
}

/* The first one named in the statements that follow, if it is a person who was not named before. */
static void find_name(search *self, size_t index) {
    const mention *lead = only_head(self, index);
    const entity *unnamed = entity_of(self, lead);
    for (size_t i = index + 1; i < self->relations->count && i <= index + NAMED_WITHIN; i++) {
        const mention *m = only_head(self, i);
        const entity *who = entity_of(self, m);
        if (who == NULL || m->form != MENTION_NAME ||
            (unnamed->kind == NAMES_BODY && who->kind != NAMES_BODY)) {
            continue;
        }
        if (is_named_beside(self, who, lead)) {
            continue;
        }
        bool alike =
            who->kind == unnamed->kind || (who->kind == NAMES_UNKNOWN && !has_common_word(self, m));
        bool later = self->reader->mentions->items[who->first].head > lead->head;
        bool other = holds_another(self, i, lead);
        if (alike && later && !other && (who->gender & unnamed->gender) != 0) {
            self->instead[lead->entity] = m->entity;
        }
        break;
    }
}

/* Whether the cue says that somebody goes on: "added". */
static bool goes_on(const search *self, size_t index) {
    const span_list cue = self->relations->items[index].cue;
    for (size_t i = 0; i < cue.count; i++) {
        token_range in = source_tokens(self->reader, cue.items[i]);
        for (size_t at = in.begin; at < in.end; at++) {
            if (token_is_one_of(&self->reader->tokens->items[at],
                                "added adding continued concluded")) {
                return true;
            }
        }
    }
    return false;
}

/* "It is, Holt said. But, the former minister added": of whom nothing was said before but by name,
 * and who goes on with what somebody near has begun. */
static void find_who_goes_on(search *self, size_t index) {
    enum { WORDS_BACK = 60 };
    const mention *m = only_head(self, index);
    const mention *before = index > 0 ? only_head(self, index - 1) : NULL;
    const entity *who = entity_of(self, m), *other = entity_of(self, before);
    if (who == NULL || other == NULL || !other->named || who->named || who->plural ||
        !goes_on(self, index)) {
        return;
    }
    const size_t first = self->reader->mentions->items[who->first].head;
    bool new = m->form == MENTION_DESCRIPTION &&first == m->head &&
               m->kind == NAMES_PERSON &&token_is(first_word(self, m), "the");
    bool near = before->head < m->head && m->head - before->head < WORDS_BACK;
    if (new &&near && !is_held_back(self, m) && other->kind == NAMES_PERSON &&
        (who->gender & other->gender) != 0) {
        self->instead[m->entity] = self->instead[before->entity];
    }
}

static bool is_document(const entity *who) {
    return who != NULL && who->kind == NAMES_DOCUMENT;
}

/* Nouns that one document may have by turns. */
static const char *const ALIKE[][10] = {
    {"report", "study", "analysis", "paper", "survey", "research", "review", "audit"},
    {"poll", "survey", "study"},
    {"video", "clip", "ad", "advertisement", "spot", "commercial", "footage", "recording", "tape"},
    {"letter", "memo", "memorandum", "email", "e-mail", "note", "message"},
    {"law", "bill", "measure", "legislation", "act", "statute", "ordinance"},
    {"lawsuit", "suit", "complaint", "filing", "petition"},
    {"article", "story", "piece", "column", "op-ed", "essay", "editorial", "report"},
    {"tweet", "post", "message"},
    {"book", "memoir", "biography", "autobiography"}};

static bool stands_in(const char *const *words, const token *noun) {
    for (size_t i = 0; i < 10 && words[i] != NULL; i++) {
        if (token_is(noun, words[i])) {
            return true;
        }
    }
    return false;
}

static bool may_be_one(const token *a, const token *b) {
    for (size_t i = 0; i < sizeof ALIKE / sizeof *ALIKE; i++) {
        if (stands_in(ALIKE[i], a) && stands_in(ALIKE[i], b)) {
            return true;
        }
    }
    return false;
}

/* "the report" where no report was spoken of, but a study was that said something. */
static void find_document(search *self, size_t index, size_t latest) {
    const mention *m = only_head(self, index);
    const entity *who = entity_of(self, m);
    if (!is_document(who) || latest == NO_ENTITY || who->named || latest == m->entity) {
        return;
    }
    const mention *all = self->reader->mentions->items;
    const entity *other = &self->reader->entities->items[latest];
    const mention *first = &all[who->first];
    const token *nouns = self->reader->tokens->items;
    bool bare = first->form == MENTION_DESCRIPTION && first->phrase.end - first->phrase.begin == 2;
    if (bare && token_is(first_word(self, first), "the") && other->first < who->first &&
        may_be_one(&nouns[first->head], &nouns[all[other->full].head])) {
        self->instead[m->entity] = latest;
    }
}

/* "a new poll": nothing is said of it but that it is new. */
static bool is_new_text(const search *self, const mention *m) {
    const token *first = first_word(self, m);
    size_t words = m->phrase.end - m->phrase.begin;
    bool article = token_is(first, "a") || token_is(first, "an") || token_is(first, "the");
    bool new = words == 3 && (token_is(first + 1, "new") || token_is(first + 1, "recent"));
    bool bare = m->form == MENTION_DESCRIPTION && article && (words == 2 || new);
    return bare && description_extent(self->reader->tokens, m).end == m->phrase.end;
}

/* Words by which a text is told apart from the one spoken of before. */
static bool is_another(const search *self, const mention *m) {
    for (size_t i = m->phrase.begin; i < m->phrase.end; i++) {
        const token *word = &self->reader->tokens->items[i];
        if (token_is_one_of(
                word, "another previous earlier last other second separate similar older past")) {
            return true;
        }
        if (word->class == WORD_NUMBER) {
            return true; /* "a 2012 poll" */
        }
    }
    return false;
}

/* "a new poll", at the beginning, is the next one that the text says more of: "the Quinnipiac
 * poll". */
static void find_text_told_later(search *self, const mention *lead) {
    enum { LOOK_AHEAD = 60 }; /* mentions */
    const mention_list *mentions = self->reader->mentions;
    const token *items = self->reader->tokens->items;
    size_t from = (size_t)(lead - mentions->items) + 1;
    for (size_t i = from; i < mentions->count && i < from + LOOK_AHEAD; i++) {
        const mention *m = &mentions->items[i];
        const entity *who = entity_of(self, m);
        if (who == NULL || m->plural || m->entity == lead->entity || m->form == MENTION_PRONOUN ||
            !str_equal(items[m->head].lower, items[lead->head].lower)) {
            continue;
        }
        if (!is_another(self, m) && !is_new_text(self, m)) {
            self->instead[lead->entity] = m->entity;
        }
        return;
    }
}

static void find_leading_text(search *self, const mention *m) {
    const entity *who = entity_of(self, m);
    bool text = who != NULL && who->kind == NAMES_DOCUMENT && !who->named && !who->plural;
    const mention *first = text ? &self->reader->mentions->items[who->first] : NULL;
    if (text && self->reader->tokens->items[first->head].paragraph < LEAD_PARAGRAPHS &&
        is_new_text(self, first) && self->instead[m->entity] == m->entity) {
        find_text_told_later(self, first);
    }
}

void later_named_find(const source_reader *reader, const source_heads *heads,
                      const relation_list *relations, arena *into) {
    search self = {reader, heads, relations,
                   arena_array(into, size_t, reader->entities->count + 1)};
    for (size_t i = 0; i < reader->entities->count; i++) {
        self.instead[i] = i;
    }
    size_t latest = NO_ENTITY;
    for (size_t i = 0; i < relations->count; i++) {
        const mention *m = only_head(&self, i);
        if (m != NULL && is_unnamed_lead(&self, m)) {
            find_name(&self, i);
        }
        find_who_goes_on(&self, i);
        find_leading_text(&self, m);
        find_document(&self, i, latest);
        if (m != NULL && is_document(entity_of(&self, m))) {
            latest = self.instead[m->entity];
        }
    }
    mention *all = reader->mentions->items; /* NULL where there are none */
    for (size_t i = 0; all != NULL && i < reader->mentions->count; i++) {
        all[i].entity = all[i].entity == NO_ENTITY ? NO_ENTITY : self.instead[all[i].entity];
    }
}
