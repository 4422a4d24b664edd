#include "resolve/callings.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "resolve/extents.h"
#include "resolve/source_parts.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Without a quotation mark at its end that nothing opens. */
static str without_stray_mark(str text) {
    static const char *const MARKS[] = {"\"", "\u201D", "''"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        const str mark = str_from(MARKS[i]);
        const size_t rest = text.size > mark.size ? text.size - mark.size : 0;
        const bool ends = rest > 0 && str_equal(str_slice(text, (span){rest, text.size}), mark);
        if (ends && memchr(text.data, mark.data[0], rest) == NULL) {
            return (str){text.data, rest};
        }
    }
    return text;
}

/* The hyphen of "Hewlett - Packard", as texts have it whose words were cut apart. */
static bool is_lone_hyphen(str text, size_t at) {
    return at > 1 && at + 2 < text.size && text.data[at] == '-' && text.data[at - 1] == ' ' &&
           text.data[at - 2] != ' ' && text.data[at + 1] == ' ' &&
           ascii_is_upper(text.data[at + 2]);
}

str calling_form(str as_written, arena *into) {
    as_written = without_stray_mark(as_written);
    bool plain = true;
    for (size_t i = 0; i < as_written.size; i++) {
        unsigned char byte = (unsigned char)as_written.data[i];
        bool blank = byte == ' ' && i + 1 < as_written.size && as_written.data[i + 1] != ' ';
        plain &= byte < 0x80 && (byte > ' ' || blank) && !is_lone_hyphen(as_written, i);
    }
    if (plain) {
        return as_written;
    }
    buf spaced = {0};
    const span all = {0, as_written.size};
    for (size_t pos = 0; pos < as_written.size;) {
        size_t word = skip_space(as_written, pos, all.end);
        if (is_lone_hyphen(as_written, word)) {
            buf_putc(&spaced, '-');
            pos = skip_space(as_written, word + 1, all.end);
            word = pos;
        }
        if (word > pos && spaced.size > 0 && word < all.end) {
            buf_putc(&spaced, ' ');
        }
        pos = word;
        if (pos < all.end) {
            (void)utf8_next(as_written, &pos);
            buf_put(&spaced, str_slice(as_written, (span){word, pos}));
        }
    }
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)spaced.data, (utf8proc_ssize_t)spaced.size,
                     &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    buf made = {0};
    buf_put(&made, size >= 0 ? (str){(const char *)composed, (size_t)size} : buf_str(&spaced));
    free(composed); /* utf8proc's */
    buf_free(&spaced);
    return buf_keep(&made, into);
}

static const token *word_at(const source_reader *self, size_t at) {
    return &self->tokens->items[at];
}

/* "Reed's", "voters'". */
static void put_owner(buf *to, str owner, bool plural) {
    const bool s = owner.size > 0 && owner.data[owner.size - 1] == 's';
    buf_put(to, owner);
    buf_put(to, plural && s ? STR("'") : STR("'s"));
}

/* "his lawyer" is "Donald Trump's lawyer", where it is known who he is. */
static str with_owner(const source_reader *self, const str *callings, str said, const token *first,
                      arena *into) {
    size_t head = (size_t)(first - self->tokens->items);
    size_t index = mention_after(self, head);
    const mention *owner = index < self->mentions->count ? &self->mentions->items[index] : NULL;
    bool his = owner != NULL && owner->head == head && owner->form == MENTION_PRONOUN;
    str pronoun = str_slice(self->tokens->shown, first->span);
    if (!his || owner->entity == NO_ENTITY || !str_starts(said, pronoun)) { /* "two of his" */
        return said;
    }
    buf made = {0};
    put_owner(&made, callings[owner->entity], self->entities->items[owner->entity].plural);
    buf_put(&made, str_slice(said, (span){pronoun.size, said.size}));
    return buf_keep(&made, into);
}

/* "whose lawyer", of Donald Trump, likewise. */
static str with_antecedent(const source_reader *self, const str *callings, str said, size_t whose,
                           arena *into) {
    source_heads owner = {.count = 0};
    add_relative(self, whose, &owner);
    const size_t who = owner.count == 1 ? self->mentions->items[owner.items[0]].entity : NO_ENTITY;
    if (who == NO_ENTITY) {
        return said;
    }
    buf made = {0};
    put_owner(&made, callings[who], self->entities->items[who].plural);
    buf_put(&made, STR(" "));
    buf_put(&made, said);
    return buf_keep(&made, into);
}

/* "Max Holt", of "Max and Ada Holt". */
static str with_surname(const source_reader *self, const mention *of, arena *into) {
    buf made = {0};
    buf_put(&made, tokens_text(self->tokens, of->name));
    buf_put(&made, STR(" "));
    buf_put(&made, tokens_text(self->tokens, (token_range){of->surname, of->surname + 1}));
    return buf_keep(&made, into);
}

/* What the mention that says most of the entity calls it. */
static str own_calling(const source_reader *self, size_t number, arena *into) {
    const mention *full = &self->mentions->items[self->entities->items[number].full];
    if (full->surname != NO_SURNAME) {
        return with_surname(self, full, into);
    }
    if (full->form == MENTION_NAME) {
        return tokens_text(self->tokens, without_article(self->tokens, full->called));
    }
    return tokens_text(self->tokens, description_extent(self->tokens, full));
}

/* From the mention up to the first relative pronoun, which stands at `last` at the latest. */
static token_range before_relative(const source_reader *self, const mention *m, size_t last) {
    token_range out = {m->name.begin, m->name.end};
    while (out.end < last && word_at(self, out.end)->class != WORD_RELATIVE) {
        out.end++;
    }
    return out;
}

static size_t count_words(str text) {
    size_t words = 1;
    for (size_t i = 0; i < text.size; i++) {
        words += text.data[i] == ' ';
    }
    return words;
}

/* Whether what a source says of an unnamed one tells more than what is held. */
static bool tells_more(str said, str held) {
    bool around = said.data <= held.data && said.data + said.size >= held.data + held.size;
    return around || count_words(said) > count_words(held);
}

/* An unnamed one may be described most fully where it is a source. */
static void take_source(const source_reader *self, span source, const mention *m, str *held) {
    token_range in = source_tokens(self, source);
    if (in.begin < in.end && word_at(self, in.begin)->class == WORD_RELATIVE) {
        in = before_relative(self, m, in.begin); /* all that "who" goes back to */
    }
    str said = tokens_text(self->tokens, source_extent(self->tokens, in));
    if (in.begin > m->name.begin && in.begin <= m->head && m->head < in.end) {
        *held = said; /* of "at 6: 30 Tuesday morning someone" only "someone" is meant */
        return;
    }
    bool ours = in.begin < in.end && word_at(self, in.begin)->class == WORD_PRONOUN;
    *held = !ours && tells_more(said, *held) ? said : *held;
}

str *callings_find(const source_reader *reader, const source_heads *heads,
                   const relation_list *relations, arena *into) {
    const entity_list *entities = reader->entities;
    str *out = arena_array(into, str, entities->count + 1);
    for (size_t i = 0; i < entities->count; i++) {
        out[i] = own_calling(reader, i, into);
    }
    for (size_t i = 0; i < relations->count; i++) {
        const span_list source = relations->items[i].source;
        if (source.count == 0 || heads[i].count != 1) {
            continue;
        }
        const mention *m = &reader->mentions->items[heads[i].items[0]];
        bool unnamed = m->entity != NO_ENTITY && !entities->items[m->entity].named;
        if (unnamed && m->form == MENTION_DESCRIPTION) {
            take_source(reader, source.items[0], m, &out[m->entity]);
        }
    }
    for (size_t i = 0; i < entities->count; i++) {
        out[i] = calling_form(out[i], into);
    }
    return out;
}

str calling_of(const source_reader *reader, const str *callings, const mention *m, arena *into) {
    const entity *who = &reader->entities->items[m->entity];
    const mention *full = &reader->mentions->items[who->full];
    const token *first = word_at(reader, full->name.begin);
    bool owned = !who->named && first->class == WORD_PRONOUN && full->form == MENTION_DESCRIPTION;
    str said = callings[m->entity];
    const size_t begin = full->phrase.begin;
    if (!who->named && begin > 0 && token_is(word_at(reader, begin - 1), "whose")) {
        return with_antecedent(reader, callings, said, begin - 1, into);
    }
    return owned ? with_owner(reader, callings, said, first, into) : said;
}

str own_words_of(const source_reader *reader, span source, arena *into) {
    token_range in = source_tokens(reader, source);
    const token *first = in.begin < in.end ? word_at(reader, in.begin) : NULL;
    bool share = first != NULL && in.begin + 1 < in.end && first->class == WORD_ADVERB &&
                 first[1].class == WORD_NUMBER; /* "nearly three in five" */
    bool phrase =
        first != NULL && (token_is_nominal(first) || first->class == WORD_DETERMINER || share);
    if (!phrase || source_is_nobody(reader, in)) {
        return (str){0};
    }
    str said = tokens_text(reader->tokens, source_extent(reader->tokens, in));
    return calling_form(said, into);
}
