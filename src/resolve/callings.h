/* What the entities of a document are called: the name that is given for a speaker. */
#ifndef RESOLVE_CALLINGS_H
#define RESOLVE_CALLINGS_H

#include "resolve/sources.h"

/* For each entity the fullest name that the document has for it, else the fullest description, as
 * a mention or a source has it. `heads`: of each relation's source. In the arena. */
str *callings_find(const source_reader *reader, const source_heads *heads,
                   const relation_list *relations, arena *into);

/* What a mention that has an entity is called: that, with the owner's name for "his". */
str calling_of(const source_reader *reader, const str *callings, const mention *m, arena *into);

/* What a source says whose words are known for no phrase: "those over 60". Pronouns and adverbs say
 * nothing, nor does one who is not there, "no one": then it has no data. */
str own_words_of(const source_reader *reader, span source, arena *into);

/* A name as it is given out, in the arena where it differs: of composed letters (NFC), with one
 * blank between its words, however a page breaks or joins them. */
str calling_form(str as_written, arena *into);

#endif
