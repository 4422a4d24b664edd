/* Lists of words and phrases that are written as text, and looked up in a text.
 *
 *     # A comment.
 *     [belief]
 *     think
 *     at odds with
 *     tweet = Twitter
 *
 * What follows the sign of equality is the entry's value. An entry stands for all forms of its
 * first word that English makes by rule ("thinks", "parties"), and irregular forms are entries of
 * their own. Of several sections with one phrase, the first counts. */
#ifndef RESOLVE_GLOSSARY_H
#define RESOLVE_GLOSSARY_H

#include "base/str.h"
#include "resolve/words.h"

typedef struct {
    str phrase, section, value; /* borrowed from the text of the glossary; value may be empty */
} entry;

typedef struct glossary glossary;

typedef enum { FORMS_ALL, FORMS_AS_WRITTEN } glossary_forms;

/* `text` must live as long as the glossary. The caller owes glossary_free. */
glossary *glossary_new(str text, glossary_forms forms);

/* NULL is allowed. */
void glossary_free(glossary *self);

/* The longest entry that begins at word `at` and ends before word `last`, or NULL. `*length` (may
 * be NULL) gets its words. */
const entry *glossary_at(const glossary *self, const word_list *words, size_t at, size_t last,
                         size_t *length);

/* The same, if it is of that section. */
bool glossary_has(const glossary *self, const word_list *words, size_t at, size_t last,
                  const char *section);

/* Whether an entry is of that section; false for NULL. */
bool entry_is(const entry *self, const char *section);

#endif
