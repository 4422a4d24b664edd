/* The words of a text with what can be told of each alone and by its neighbours: its class,
 * letters, sentence, quotation. There is no parser: this is all the syntax that the stage has. */
#ifndef RESOLVE_TOKENS_H
#define RESOLVE_TOKENS_H

#include "base/arena.h"
#include "resolve/lists.h"
#include "segment/segment.h"

typedef enum {
    WORD_MARK, /* punctuation */
    WORD_NOUN,
    WORD_NAME, /* a capital where none is due */
    WORD_VERB,
    WORD_ADJECTIVE,
    WORD_ADVERB,
    WORD_DETERMINER,
    WORD_PREPOSITION,
    WORD_CONJUNCTION,
    WORD_SUBORDINATOR,
    WORD_RELATIVE,
    WORD_AUXILIARY,
    WORD_PRONOUN,
    WORD_NUMBER,
    WORD_POSSESSIVE /* 's or ' */
} word_class;

typedef struct {
    span span;
    str lower;        /* its ASCII letters made small */
    word_class class; /* the likeliest */
    uint64_t grammar; /* letters of the list of grammar */
    uint64_t noun;    /* letters of the list of nouns, of its singular */
    uint32_t sentence, paragraph;
    uint32_t quotation; /* 1 + the number of the outermost quotation that it stands in, or 0 */
    bool plural;
    bool capital;  /* its first letter is */
    bool capitals; /* more than one letter, none of them small */
    bool opening;  /* first of its sentence or quotation, where a capital says nothing */
    bool headline; /* nearly every word of its sentence has a capital */
    bool cue;      /* begins the cue of the source before it, whatever it looks like */
    bool surname;  /* stands behind a first name somewhere in the text, as in "Billy King" */
} token;

typedef struct {
    str shown;
    str lower;    /* the same, its ASCII letters made small */
    token *items; /* in the order of the text */
    size_t count;
} token_list;

/* Linear in the text but for asking the lists. All in the arena; borrows the text. */
void tokens_find(const segmentation *text, arena *into, token_list *out);

/* The token after the last of the sentence that token `begin` stands in. */
size_t tokens_sentence_end(const token_list *self, size_t begin);

/* The first token that ends after the position; count if there is none. */
size_t tokens_after(const token_list *self, size_t pos);

bool token_is(const token *self, const char *lower);

/* The same of words in small letters with spaces between them: "group agency body". */
bool token_is_one_of(const token *self, const char *words);

/* Whether a word in small letters is the name of a site: "nytimes.com". */
bool token_is_site(str lower);

/* Whether it is what somebody holds, and may stand before a name: "president". */
bool token_is_office(const token *self);

/* Whether the word alone is a place's by the lists: a country, "county". */
bool token_is_place(const token *self);

/* A determiner that tells how many: "several". */
bool token_is_quantity(const token *self);

/* Whether it is the first name before "and", another first name and a surname: "Max and Ada Holt".
 */
bool token_begins_couple(const token_list *self, size_t at);

/* Whether a noun phrase may hold it past its article. */
bool token_is_nominal(const token *self);

#endif
